-- An enrolment may be about a site: its id is `settlement_id`, which until now could only be a settlement under
-- Places; a site that is not on record there has its name here. Steps that follow the customary calendar keep the
-- day that was told.
alter table programmes.enrolment add column subject_name text;
alter table programmes.enrolment add column customary jsonb not null default '{}';
