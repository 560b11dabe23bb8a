-- What comes next in an area, however many meetings lie behind it.
create index meeting_ahead on meetings.meeting (held_on, starts_at, id) where state in ('planned', 'invited', 'open');
