-- Wealth rankings: cards, sorters and what the plenary settled. Where a household was laid is sealed by the vault.
create table workshops.ranking (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  meeting_id uuid not null,
  local_places uuid[] not null,
  held_on date not null,
  criteria text[] not null,
  cards uuid[] not null,
  sorters jsonb not null,
  ended jsonb,
  -- without who was moved and what was noted: those are in sealed
  plenary jsonb,
  sealed bytea,
  withdrawn jsonb,
  started_by uuid not null,
  version int not null,
  started_at timestamptz not null,
  primary key (district_code, id)
);
create index ranking_by_meeting on workshops.ranking (district_code, village_code, meeting_id);
select platform.protect('workshops.ranking', 'insert, update');

create table workshops.sorting (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  ranking_id uuid not null,
  sorter uuid not null,
  -- the piles
  sealed bytea not null,
  sorted_on date not null,
  sorted_by uuid not null,
  sorted_at timestamptz not null,
  withdrawn jsonb,
  primary key (district_code, id)
);
create index sorting_by_ranking on workshops.sorting (district_code, village_code, ranking_id);
select platform.protect('workshops.sorting', 'insert, update');
