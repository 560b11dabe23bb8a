-- Maps that residents draw, what they are drawn on, and what stands on them. Rows are kept whole in `body`, as a phone gets them;
-- of a home, where it is, whose, and what was noted lies sealed beside it, under a key of its own.
create schema maps;
grant usage on schema maps to rembug_app;

create table maps.map (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  enrolment_id uuid not null,
  body jsonb not null,
  primary key (district_code, id)
);
create index map_by_enrolment on maps.map (district_code, village_code, enrolment_id);
select platform.protect('maps.map', 'insert, update');

create table maps.base (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  body jsonb not null,
  primary key (district_code, id)
);
create index base_by_village on maps.base (district_code, village_code);
select platform.protect('maps.base', 'insert');

create table maps.feature (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  map_id uuid not null,
  body jsonb not null,
  primary key (district_code, id)
);
create index feature_by_map on maps.feature (district_code, village_code, map_id);
select platform.protect('maps.feature', 'insert, update');

create table maps.home (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  map_id uuid not null,
  body jsonb not null,
  -- spots, name, note, photo
  sealed bytea not null,
  primary key (district_code, id)
);
create index home_by_map on maps.home (district_code, village_code, map_id);
select platform.protect('maps.home', 'insert, update');
