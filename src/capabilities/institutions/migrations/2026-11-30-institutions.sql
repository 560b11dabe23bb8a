-- Institutions of a village, their officers, the ties between them and to bodies beyond the village, what residents agreed of
-- them, and the discussions that scored them. An officer who is a resident on record is kept by id; the name of any other is
-- sealed with a key of its own.
create schema institutions;
grant usage on schema institutions to rembug_app;

create table institutions.institution (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  name text not null,
  kind text not null,
  state text not null check (state in ('active', 'ended', 'merged')),
  merged_into uuid,
  ended jsonb,
  -- the answer of a survey that it was taken from
  origin uuid,
  -- all else that is said of it, by the names of its fields
  profile jsonb not null,
  version int not null,
  primary key (district_code, id)
);
create index institution_by_village on institutions.institution (district_code, village_code);
create unique index institution_once on institutions.institution (district_code, village_code, origin)
  where origin is not null and state <> 'merged';
select platform.protect('institutions.institution', 'insert, update');

create table institutions.officer (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  institution_id uuid not null,
  post text not null,
  person_id uuid,
  from_on date,
  until_on date,
  version int not null,
  -- the name of who is not on record; null where a person is named
  sealed bytea,
  primary key (district_code, id)
);
create index officer_by_institution on institutions.officer (district_code, village_code, institution_id);
select platform.protect('institutions.officer', 'insert, update');

create table institutions.tie (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  from_id uuid not null,
  to_id uuid,
  -- a body beyond the village; empty where to_id is given
  outside text not null,
  flows text[] not null,
  strength int,
  way text not null,
  bond text not null,
  note text not null,
  until_on date,
  version int not null,
  primary key (district_code, id),
  check (to_id is null or from_id <> to_id or until_on is not null)
);
create index tie_by_village on institutions.tie (district_code, village_code);
select platform.protect('institutions.tie', 'insert, update');

-- One for each enrolment, under its id.
create table institutions.agreement (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  agreed jsonb not null,
  version int not null,
  primary key (district_code, id)
);
select platform.protect('institutions.agreement', 'insert, update');

create table institutions.assessment (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  enrolment_id uuid not null,
  title text not null,
  held_on date not null,
  held_where text not null,
  women int not null,
  men int not null,
  poor int not null,
  scores jsonb not null,
  outcome jsonb,
  version int not null,
  primary key (district_code, id)
);
create index assessment_by_village on institutions.assessment (district_code, village_code);
select platform.protect('institutions.assessment', 'insert, update');
