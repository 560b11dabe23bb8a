-- The way of a list from a proposal to its adoption: editions, showing, what people changed, and objections.
alter table surveys.listing add column edition int not null default 1,
  -- shown, adopted editions, why this one was begun
  add column body jsonb not null default '{}',
  -- what answers and ranking say of each family, and why an edition was begun, under the list's own key
  add column sealed bytea;

-- A family that somebody took in or out; why, under the key of the household: erased with it.
create table surveys.decision (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  listing_id uuid not null,
  household_id uuid not null,
  taken_in boolean not null,
  edition int not null,
  decided_on date not null,
  decided_by uuid not null,
  sealed bytea not null,
  primary key (district_code, id)
);
create index decision_by_listing on surveys.decision (district_code, village_code, listing_id);
select platform.protect('surveys.decision', 'insert');

create table surveys.objection (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  listing_id uuid not null,
  about text not null check (about in ('listed', 'missing', 'other')),
  household_id uuid,
  edition int not null,
  brought_on date not null,
  late boolean not null,
  -- upheld or not, when, by whom, which family; without words
  answers jsonb not null,
  -- who is meant, who objects, what was said and answered, under the objection's own key
  sealed bytea not null,
  version int not null,
  primary key (district_code, id)
);
create index objection_by_listing on surveys.objection (district_code, village_code, listing_id);
select platform.protect('surveys.objection', 'insert, update');
