-- Which edition of a line of the roll it is: a signature on the roll is for the lines as they were seen.
alter table volunteers.volunteer add column edition integer not null default 1;
