-- Aspirations of poor and marginal people, said in a workshop; they name nobody.
create table workshops.aspiration (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  meeting_id uuid,
  enrolment_id uuid,
  body jsonb not null,
  primary key (district_code, id)
);
create index aspiration_by_meeting on workshops.aspiration (district_code, village_code, meeting_id);
select platform.protect('workshops.aspiration', 'insert, update');
