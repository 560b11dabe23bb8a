-- A meeting may count for other enrolments of its village as well: those are found as its own is.
alter table meetings.meeting add column also_for uuid[] not null default '{}';
