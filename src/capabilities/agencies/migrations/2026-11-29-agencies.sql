-- Who is who. Agencies are read across places (the one above, the one of an account's role) and name nobody: a national table.
-- Posts name people, and stand behind the wall of their place.
create schema agencies;
grant usage on schema agencies to rembug_app;

create table agencies.agency (
  id uuid primary key,
  place text not null,
  kind text not null,
  name text not null,
  parent_id uuid,
  -- when it began and ended, where that is known
  began_on date,
  ended_on date,
  version int not null
);
create index agency_by_place on agencies.agency (place);
select platform.expose('agencies.agency', 'insert, update');

create table agencies.post (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  agency_id uuid,
  kind text not null,
  -- in the agency's own words; empty where the word of its kind will do
  title text not null,
  name text not null,
  rt int,
  rw int,
  from_on date,
  until_on date,
  version int not null,
  primary key (district_code, id)
);
create index post_by_place on agencies.post (district_code, village_code);
select platform.protect('agencies.post', 'insert, update');
