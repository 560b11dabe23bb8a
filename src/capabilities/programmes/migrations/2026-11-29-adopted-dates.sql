-- Planned ends of steps that a village or city adopted by decision. Only they, and what rests on sourced durations alone,
-- can make an enrolment late: `binding` says whether it has any, so that what is told of all the others reckons nothing.
alter table programmes.enrolment add column adopted jsonb not null default '{}';
alter table programmes.enrolment add column binding boolean not null default false;
-- What was late by an estimate is not late any more; the server reckons anew when it starts.
update programmes.enrolment set late_from = null;
