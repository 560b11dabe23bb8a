-- What was seen or heard of an outcome that only people can see. It names nobody but its observer.
create schema observations;
grant usage on schema observations to rembug_app;

create table observations.observation (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  enrolment_id uuid not null,
  outcome text not null,
  seen_on date not null,
  -- empty once withdrawn
  seen text not null,
  quote text not null,
  checks text[] not null,
  photo jsonb,
  observed_by uuid not null,
  by_name text not null,
  noted_at timestamptz not null,
  withdrawn jsonb,
  primary key (district_code, id)
);
create index observation_by_enrolment on observations.observation (district_code, village_code, enrolment_id, outcome);
select platform.protect('observations.observation', 'insert, update');
