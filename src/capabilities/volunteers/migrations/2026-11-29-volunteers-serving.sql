-- Other enrolments of the village that a volunteer helps as well, by their ids.
alter table volunteers.volunteer add column also_for jsonb not null default '[]';
