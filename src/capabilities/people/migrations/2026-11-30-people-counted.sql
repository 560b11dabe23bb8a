-- What counts are made of stands in the index of a village's people, so that to count a village of twenty thousand reads no page of
-- their records; every command that changes somebody counts it.
create index person_counted on people.person (district_code, village_code, state)
  include (sex, birth_year, poor, local_place_id, household_id);
drop index people.person_by_village;
