-- RT 01A stands beside RT 01: the letter is its name. The rules of the house say it in words; this holds two that came at once apart.
drop index places.local_place_once;
create unique index local_place_once on places.local_place (district_code, village_code, kind, parent_id, number, name)
  nulls not distinct where active and number is not null;
