-- What comes back and what comes in: the receipt of a letter, letters of others with their dispositions, and the
-- documents that decide (SK, approvals, designations).
alter table letters.letter add column receipt jsonb;

create table letters.incoming (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  enrolment_id uuid,
  year int not null,
  agenda int not null check (agenda > 0),
  -- the letter itself as incoming.ts calls its fields, with its dispositions
  content jsonb not null,
  version int not null,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (district_code, id)
);
create unique index incoming_agenda on letters.incoming (district_code, village_code, year, agenda);
create index incoming_by_enrolment on letters.incoming (district_code, village_code, enrolment_id);
select platform.protect('letters.incoming', 'insert, update');

create table letters.document (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  enrolment_id uuid not null,
  kind text not null,
  content jsonb not null,
  version int not null,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (district_code, id)
);
create index document_by_enrolment on letters.document (district_code, village_code, enrolment_id);
select platform.protect('letters.document', 'insert, update');
