-- What a workshop keeps beside its meeting, by the meeting's id: its question route and the themes it discussed; notes of what
-- people answered; the themes agreed on for an enrolment. Rows are kept whole in `body`, as a phone gets them.
create schema workshops;
grant usage on schema workshops to rembug_app;

create table workshops.session (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  meeting_id uuid,
  enrolment_id uuid,
  body jsonb not null,
  primary key (district_code, id)
);
create index session_by_enrolment on workshops.session (district_code, village_code, enrolment_id);
select platform.protect('workshops.session', 'insert, update');

create table workshops.note (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  meeting_id uuid,
  enrolment_id uuid,
  body jsonb not null,
  primary key (district_code, id)
);
create index note_by_meeting on workshops.note (district_code, village_code, meeting_id);
select platform.protect('workshops.note', 'insert, update');

create table workshops.theme (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  meeting_id uuid,
  enrolment_id uuid,
  body jsonb not null,
  primary key (district_code, id)
);
create index theme_by_enrolment on workshops.theme (district_code, village_code, enrolment_id);
select platform.protect('workshops.theme', 'insert, update');
