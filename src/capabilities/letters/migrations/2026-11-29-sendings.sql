-- To whom of its addressees a letter went, each with its receipt; `sent` and `receipt` stay as older letters have them.
alter table letters.letter add column sendings jsonb;
