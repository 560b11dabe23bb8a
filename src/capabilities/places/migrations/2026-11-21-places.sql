-- The places of the nation, by Kemendagri code, and the local places below a village.
create schema places;
grant usage on schema places to rembug_app;

-- One row a version of a place: a renamed, moved or abolished place keeps its old row with valid_to.
-- Nothing is ever deleted, because minutes and ledgers name places of their time.
create table places.region (
  code text not null,
  valid_from date not null,
  -- first day it no longer holds; null while it does
  valid_to date,
  name text not null,
  level text not null check (level in ('province', 'regency', 'district', 'village')),
  kind text not null,
  -- ID for a province
  parent_code text not null,
  -- the code its people and papers come from, where it was split off or renumbered
  predecessor_code text,
  -- the decree or law
  source text not null,
  primary key (code, valid_from),
  check (valid_to is null or valid_to >= valid_from)
);
create index region_by_parent on places.region (parent_code) where valid_to is null;
-- Only the loader writes it, outside any place.
grant select on places.region to rembug_app;

-- Which editions of the data were loaded here.
create table places.region_edition (
  version text not null primary key,
  source text not null,
  loaded_at timestamptz not null,
  added int not null,
  changed int not null,
  closed int not null
);
grant select on places.region_edition to rembug_app;

-- What a village says of itself where it differs from the national data: its word for desa, its name.
create table places.village (
  district_code text not null,
  village_code text not null,
  kind text,
  name text,
  version int not null,
  updated_by uuid not null,
  updated_at timestamptz not null,
  primary key (district_code, village_code)
);
select platform.protect('places.village');

-- Hamlets, RW, RT and settlements of remote indigenous communities (KAT).
create table places.local_place (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  kind text not null check (kind in ('hamlet', 'rw', 'rt', 'settlement')),
  number int check (number between 1 and 999),
  name text,
  parent_id uuid,
  households int check (households >= 0),
  -- a settlement's people, habitat, category, position and access
  settlement jsonb,
  active boolean not null,
  closed_on date,
  closed_reason text,
  version int not null,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (district_code, id),
  foreign key (district_code, parent_id) references places.local_place (district_code, id)
);
create index local_place_by_village on places.local_place (district_code, village_code);
create unique index local_place_once on places.local_place (district_code, village_code, kind, parent_id, number)
  nulls not distinct where active and number is not null;
select platform.protect('places.local_place');
