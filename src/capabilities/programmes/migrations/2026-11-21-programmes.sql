-- Programmes taken up by places. A definition is national reference data; one imported by a city holds
-- below that city only. Numbers live in the definition, never in code.
create schema programmes;
grant usage on schema programmes to rembug_app;

create table programmes.definition (
  id text not null,
  version int not null,
  -- ID for the shipped ones, else the place whose officer imported it
  place text not null,
  title_id text not null,
  title_en text not null,
  body jsonb not null,
  sha256 text not null,
  imported_by uuid,
  imported_at timestamptz not null default now(),
  primary key (id, version, place)
);
select platform.expose('programmes.definition', 'insert, update');

create table programmes.enrolment (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  -- A KAT settlement below the village; null when the village itself takes the programme up.
  settlement_id uuid,
  definition_id text not null,
  definition_version int not null,
  definition_place text not null,
  status text not null check (status in ('draft', 'started', 'refused', 'completed', 'stopped')),
  started_on date,
  ended_on date,
  category text,
  eligibility jsonb not null default '{}',
  numbers jsonb not null default '{}',
  facilitator uuid,
  version int not null,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (district_code, id)
);
create index enrolment_by_village on programmes.enrolment (district_code, village_code);
select platform.protect('programmes.enrolment');

create table programmes.stage_state (
  district_code text not null,
  village_code text not null,
  enrolment_id uuid not null,
  stage text not null,
  status text not null check (status in ('open', 'closing', 'closed')),
  from_archive boolean not null default false,
  started_on date,
  closed_on date,
  archive_file_id uuid,
  archive_note text,
  sign_offs jsonb not null default '[]',
  history jsonb not null default '[]',
  primary key (district_code, enrolment_id, stage),
  foreign key (district_code, enrolment_id) references programmes.enrolment (district_code, id)
);
select platform.protect('programmes.stage_state');

-- Facts as their givers told them; enrolment_id is the nil id where a fact holds for the whole village.
create table programmes.fact (
  district_code text not null,
  village_code text not null,
  enrolment_id uuid not null,
  giver text not null,
  name text not null,
  value jsonb not null,
  records jsonb not null,
  primary key (district_code, village_code, enrolment_id, name)
);
select platform.protect('programmes.fact');
