-- Other enrolments of the village that a survey serves as well, each with the kind that it counts as there.
alter table surveys.survey add column also_for jsonb not null default '[]';
