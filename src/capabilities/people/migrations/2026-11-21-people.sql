-- Persons and households of a village. What is of the specific kind (UU 27/2022 article 4) is in `sealed`,
-- under the key of the person or the household; what is beside it a phone of the village may hold.
create schema people;
grant usage on schema people to rembug_app;

create table people.household (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  -- RT, RW, hamlet or settlement: a local place of the village
  local_place_id uuid,
  address_line text,
  -- the region digits of the card number; the whole is sealed
  kk_region text,
  kk_digest bytea,
  sealed bytea not null,
  poor boolean not null,
  poor_source text,
  members_told int check (members_told between 1 and 60),
  version int not null,
  -- the version at which each field was last changed, to show a clash field by field
  changed jsonb not null,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (district_code, id),
  check (poor = (poor_source is not null))
);
create index household_by_village on people.household (district_code, village_code);
create index household_by_kk on people.household (district_code, village_code, kk_digest);
select platform.protect('people.household');

create table people.person (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  name text not null,
  sex text not null check (sex in ('female', 'male')),
  birth_year int,
  local_place_id uuid,
  household_id uuid,
  relation text,
  poor boolean not null,
  poor_source text,
  elements text[] not null,
  nik_region text,
  nik_digest bytea,
  no_nik text,
  doubts text[] not null,
  -- which of birth date, phone and address are sealed
  known text[] not null,
  -- null once the record was merged into another
  sealed bytea,
  state text not null check (state in ('here', 'moved-out', 'died', 'merged')),
  state_on date,
  merged_into uuid,
  version int not null,
  changed jsonb not null,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (district_code, id),
  foreign key (district_code, household_id) references people.household (district_code, id),
  foreign key (district_code, merged_into) references people.person (district_code, id),
  check (poor = (poor_source is not null)),
  check ((state = 'merged') = (merged_into is not null))
);
create index person_by_village on people.person (district_code, village_code);
create index person_by_nik on people.person (district_code, village_code, nik_digest);
create index person_by_household on people.person (district_code, household_id);
select platform.protect('people.person');

-- What became of people: died, moved out, moved to another household, came back. The reason is sealed.
create table people.move (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('died', 'moved-out', 'moved-household', 'returned', 'merged')),
  moved_on date not null,
  sealed bytea not null,
  noted_by uuid not null,
  noted_at timestamptz not null,
  primary key (district_code, id),
  foreign key (district_code, person_id) references people.person (district_code, id)
);
create index move_by_person on people.move (district_code, village_code, person_id);
select platform.protect('people.move', 'insert, update');
