-- Charts of PRA: the row as a phone gets it is the body.
create table workshops.chart (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  meeting_id uuid,
  enrolment_id uuid,
  body jsonb not null,
  primary key (district_code, id)
);
create index chart_by_meeting on workshops.chart (district_code, village_code, meeting_id);
select platform.protect('workshops.chart', 'insert, update');
