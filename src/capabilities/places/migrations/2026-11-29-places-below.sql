-- The districts below a province or a regency, those of former times too, are asked for with every page of an area.
create index region_below on places.region (parent_code) where level in ('regency', 'district');
