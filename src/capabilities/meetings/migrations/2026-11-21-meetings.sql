-- Meetings (rembug) and days of training of a village. A meeting is one document that few people write, so
-- it is kept whole in `body`; what is searched stands in columns. Attendance grows by many hands, so each
-- person is a row; names, poverty and elements are sealed with the person's key.
create schema meetings;
grant usage on schema meetings to rembug_app;

create table meetings.meeting (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  enrolment_id uuid,
  meeting_group text not null check (meeting_group in ('meeting', 'training')),
  kind text,
  batch int,
  day int,
  state text not null check (state in ('planned', 'invited', 'open', 'closed', 'postponed', 'cancelled')),
  held_on date not null,
  starts_at text not null,
  title text not null,
  code text not null,
  version int not null,
  body jsonb not null,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (district_code, id)
);
create unique index meeting_by_code on meetings.meeting (district_code, village_code, code);
create index meeting_by_day on meetings.meeting (district_code, village_code, held_on);
select platform.protect('meetings.meeting', 'insert, update');

create table meetings.attendance (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  meeting_id uuid not null,
  person_id uuid,
  sex text not null check (sex in ('female', 'male')),
  local_place_id uuid,
  walk_in boolean not null,
  checked_in_by text not null check (checked_in_by in ('name', 'code', 'qr')),
  checked_in_at timestamptz not null,
  withdrawn jsonb,
  -- name, poor, elements, where from: under the key of the person, or of this row for a walk-in
  sealed bytea not null,
  primary key (district_code, id),
  foreign key (district_code, meeting_id) references meetings.meeting (district_code, id)
);
create index attendance_by_meeting on meetings.attendance (district_code, village_code, meeting_id);
create index attendance_by_person on meetings.attendance (district_code, village_code, person_id);
select platform.protect('meetings.attendance', 'insert, update');
