-- That somebody opened very many sealed values in an hour: for the privacy officer.
create table people.alarm (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  account uuid not null,
  -- in the hour before
  reveals int not null,
  raised_at timestamptz not null,
  primary key (district_code, id)
);
create index alarm_by_time on people.alarm (raised_at);
select platform.protect('people.alarm', 'insert');
