-- Volunteers of a village under a programme it has taken up, their teams, the village head's acknowledgement of
-- the roll, and their certificates. What is said of a person is sealed with the person's key (or, for somebody
-- known by name only, with a key of the volunteer's own); teams and certificates hold ids.
create schema volunteers;
grant usage on schema volunteers to rembug_app;

create table volunteers.volunteer (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  enrolment_id uuid not null,
  person_id uuid,
  sex text not null check (sex in ('female', 'male')),
  local_place_id uuid,
  has_phone boolean not null,
  registered_on date not null,
  registered_by uuid not null,
  state text not null check (state in ('active', 'withdrawn')),
  withdrawn_on date,
  withdrawn_by uuid,
  version int not null,
  -- name, poor, where from, phone, skills, motivation, why withdrawn
  sealed bytea not null,
  primary key (district_code, id)
);
create index volunteer_by_enrolment on volunteers.volunteer (district_code, village_code, enrolment_id);
create unique index volunteer_once on volunteers.volunteer (district_code, enrolment_id, person_id)
  where state = 'active' and person_id is not null;
select platform.protect('volunteers.volunteer', 'insert, update');

create table volunteers.team (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  enrolment_id uuid not null,
  kind text not null,
  name text not null,
  members jsonb not null,
  formed_on date not null,
  meeting_id uuid,
  state text not null check (state in ('formed', 'dissolved')),
  dissolved jsonb,
  version int not null,
  primary key (district_code, id)
);
create index team_by_enrolment on volunteers.team (district_code, village_code, enrolment_id);
select platform.protect('volunteers.team', 'insert, update');

-- One for each enrolment, under the enrolment's id.
create table volunteers.acknowledgement (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  signings jsonb not null,
  version int not null,
  primary key (district_code, id)
);
select platform.protect('volunteers.acknowledgement', 'insert, update');

create table volunteers.certificate (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  enrolment_id uuid not null,
  volunteer_id uuid not null,
  kind text not null,
  year int not null,
  serial int not null,
  issued_on date not null,
  days jsonb not null,
  issued_by uuid not null,
  primary key (district_code, id),
  foreign key (district_code, volunteer_id) references volunteers.volunteer (district_code, id)
);
create unique index certificate_number on volunteers.certificate (district_code, village_code, year, serial);
create unique index certificate_once on volunteers.certificate (district_code, volunteer_id, kind);
select platform.protect('volunteers.certificate', 'insert');
