-- Programmes taken up by places. A definition is national reference data; one imported by a city holds
-- below that city only. Numbers live in the definition, never in code.
create schema programmes;
grant usage on schema programmes to rembug_app;

create table programmes.definition (
  -- derived from id, version and place, so that two servers give one definition one key
  key uuid not null primary key,
  id text not null,
  version int not null,
  -- ID for the shipped ones, else the place whose officer imported it
  place text not null,
  title jsonb not null,
  scope text not null,
  body jsonb not null,
  sha256 text not null,
  imported_by uuid,
  imported_at timestamptz not null,
  unique (id, version, place)
);
select platform.expose('programmes.definition', 'insert, update');

create table programmes.enrolment (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  -- A KAT settlement below the village; null when the village itself takes the programme up.
  settlement_id uuid,
  programme_key uuid not null references programmes.definition (key),
  status text not null check (status in ('draft', 'started', 'refused', 'completed', 'stopped')),
  started_on date,
  ended_on date,
  end_reason text,
  category text,
  eligibility jsonb not null,
  numbers jsonb not null,
  actuals jsonb not null,
  stages jsonb not null,
  history jsonb not null,
  facilitator uuid,
  version int not null,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (district_code, id)
);
create index enrolment_by_village on programmes.enrolment (district_code, village_code);
select platform.protect('programmes.enrolment');

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
