-- An enrolment may keep only what happened (era.ts): it neither runs nor is completed here, and is counted by itself.
alter table programmes.enrolment drop constraint enrolment_status_check;
alter table programmes.enrolment add constraint enrolment_status_check
  check (status in ('draft', 'started', 'refused', 'completed', 'stopped', 'archive'));
alter table programmes.district_total add column archived int not null default 0;
