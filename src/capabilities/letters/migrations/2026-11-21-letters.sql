-- The book of outgoing letters (buku agenda). A number is unique within its year and series in a village, and so is
-- the number as printed. Blocks are numbers lent to one account on one device; gaps are numbers nobody used.
create schema letters;
grant usage on schema letters to rembug_app;

create table letters.letterhead (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  office text not null check (office in ('village', 'board')),
  version int not null check (version > 0),
  -- what letterhead.ts calls its fields, as it was given
  content jsonb not null,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (district_code, id)
);
create unique index letterhead_version on letters.letterhead (district_code, village_code, office, version);
select platform.protect('letters.letterhead', 'insert');

create table letters.letter (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  office text not null check (office in ('village', 'board')),
  letterhead_id uuid not null,
  enrolment_id uuid,
  kind text not null,
  classification text not null,
  series text not null,
  year int not null,
  number int not null check (number > 0),
  text_number text not null,
  date date not null,
  subject text not null,
  addressee jsonb not null,
  body jsonb not null,
  about jsonb not null,
  state text not null check (state in ('issued', 'sent', 'cancelled')),
  sent jsonb,
  acknowledgement jsonb,
  cancellation jsonb,
  version int not null,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (district_code, id),
  foreign key (district_code, letterhead_id) references letters.letterhead (district_code, id)
);
create unique index letter_number on letters.letter (district_code, village_code, year, series, number);
create unique index letter_text on letters.letter (district_code, village_code, text_number);
create index letter_by_enrolment on letters.letter (district_code, village_code, enrolment_id);
select platform.protect('letters.letter', 'insert, update');

create table letters.block (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  device text not null,
  account uuid not null,
  office text not null check (office in ('village', 'board')),
  series text not null,
  year int not null,
  first int not null check (first > 0),
  last int not null,
  reserved_at timestamptz not null,
  primary key (district_code, id),
  check (last >= first)
);
create unique index block_start on letters.block (district_code, village_code, year, series, first);
select platform.protect('letters.block', 'insert');

create table letters.gap (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  series text not null,
  year int not null,
  first int not null check (first > 0),
  last int not null,
  reason text not null,
  explained_on date not null,
  created_by uuid not null,
  primary key (district_code, id),
  check (last >= first)
);
create index gap_by_series on letters.gap (district_code, village_code, year, series);
select platform.protect('letters.gap', 'insert');
