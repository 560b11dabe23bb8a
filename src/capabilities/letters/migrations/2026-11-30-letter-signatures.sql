-- The sheet of a letter with the signatures of all who are on it: typed from its scan, and checked by a second person.
alter table letters.letter add column signatures jsonb;
