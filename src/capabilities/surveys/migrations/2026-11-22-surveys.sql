-- Surveys: forms, the surveys of a village, and what was filled in. The XML of a submission is kept byte for byte, sealed
-- under a key of its own; answers that may stand in tables lie beside it, typed, and the personal ones sealed.
create schema surveys;
grant usage on schema surveys to rembug_app;

-- A form holds at its place and below, so it is reference data.
create table surveys.form (
  id uuid not null primary key,
  place text not null,
  form_id text not null,
  version text not null,
  title text not null,
  shipped boolean not null,
  retired boolean not null,
  file_name text not null,
  workbook bytea,
  xform text not null,
  -- of the exact bytes of xform
  md5 text not null,
  model jsonb not null,
  warnings jsonb not null,
  -- what an instrument says about itself: sources, standing, results (instruments/)
  about jsonb not null,
  -- a survey was opened with it: its files stay as they are
  used boolean not null default false,
  created_by uuid,
  created_at timestamptz not null,
  unique (place, form_id, version)
);
select platform.expose('surveys.form', 'insert, update');

create table surveys.form_file (
  form_id uuid not null references surveys.form (id),
  name text not null,
  media_type text not null,
  bytes bytea not null,
  md5 text not null,
  primary key (form_id, name)
);
select platform.expose('surveys.form_file', 'insert, update');

create table surveys.survey (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  enrolment_id uuid,
  kind text,
  form_key uuid not null references surveys.form (id),
  form_id text not null,
  state text not null check (state in ('open', 'closed')),
  -- title, versions, reach, agreements
  body jsonb not null,
  -- the roll-up: kept in the transaction of each batch of submissions
  received int not null default 0,
  has_issues int not null default 0,
  edited int not null default 0,
  approved int not null default 0,
  rejected int not null default 0,
  households int not null default 0,
  version int not null,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (district_code, id)
);
create unique index survey_open_once on surveys.survey (district_code, village_code, form_id) where state = 'open';
select platform.protect('surveys.survey', 'insert, update');

create table surveys.submission (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  survey_id uuid not null,
  -- form version
  form_key uuid not null,
  -- sequence in the village's log: the order for pages
  seq bigint not null,
  -- instanceID of the first edition (root) and of the newest
  root_instance text not null,
  instance text not null,
  state text not null check (state in ('received', 'has-issues', 'edited', 'approved', 'rejected')),
  returned boolean not null,
  household_id uuid,
  local_place_id uuid,
  source text not null check (source in ('rembug', 'openrosa')),
  device text not null,
  created_by uuid not null,
  submitted_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  -- open answers, typed: {"house/roof": "tiles", "member": [{"age": 7}]}
  answers jsonb not null,
  -- personal answers in the same shape, instanceName, first point, comment
  sealed bytea not null,
  -- files named in the XML that have not come; the XML itself stands with its edition
  missing int not null,
  doubts jsonb not null,
  checked_at timestamptz,
  version int not null
);
create unique index submission_by_seq on surveys.submission (district_code, village_code, survey_id, seq);
create index submission_by_household on surveys.submission (district_code, village_code, household_id) where household_id is not null;
create index submission_unchecked on surveys.submission (district_code, village_code, seq) where checked_at is null;
-- Made last: of indexes that look equally good while a table has no statistics yet, the planner takes the newest.
alter table surveys.submission add primary key (district_code, village_code, id);
select platform.protect('surveys.submission', 'insert, update');

-- Every instanceID ever taken, by edition; nothing is taken twice.
create table surveys.edition (
  district_code text not null,
  village_code text not null,
  form_id text not null,
  instance text not null,
  submission_id uuid not null,
  replaced text,
  seq bigint not null,
  submitted_at timestamptz not null,
  created_by uuid not null,
  -- the original bytes, sealed under the submission's key, and their digest before sealing
  xml bytea not null,
  xml_sha256 bytea not null
);
-- Not by place: for the look-up of an instanceID it must not look as good as the key.
create index edition_by_submission on surveys.edition (submission_id);
alter table surveys.edition add primary key (district_code, village_code, form_id, instance);
select platform.protect('surveys.edition', 'insert');

create table surveys.attachment (
  district_code text not null,
  village_code text not null,
  submission_id uuid not null,
  -- as it stands in the XML
  name text not null,
  -- in platform.file; null while it has not come
  file_id uuid,
  bytes bigint,
  sha256 text,
  primary key (district_code, village_code, submission_id, name)
);
select platform.protect('surveys.attachment');

-- What happened to a submission: states, comments, edits; comments sealed under the submission's key.
create table surveys.event (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  submission_id uuid not null,
  at timestamptz not null,
  by uuid not null,
  what text not null check (what in ('received', 'edited', 'judged', 'commented', 'checked', 'registry')),
  state text,
  sealed bytea,
  primary key (district_code, id)
);
create index event_by_submission on surveys.event (district_code, village_code, submission_id, at);
select platform.protect('surveys.event', 'insert');

-- A household of the registry that a survey has reached.
create table surveys.visited (
  district_code text not null,
  village_code text not null,
  survey_id uuid not null,
  household_id uuid not null,
  submission_id uuid not null,
  primary key (district_code, village_code, survey_id, household_id)
);
select platform.protect('surveys.visited');

-- A submission said one thing of an entity, the registry meanwhile another.
create table surveys.conflict (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  submission_id uuid not null,
  dataset text not null,
  entity_id uuid not null,
  -- properties in question and both values, under the submission's key
  sealed bytea not null,
  settled_at timestamptz,
  settled_by uuid,
  primary key (district_code, id)
);
create index conflict_open on surveys.conflict (district_code, village_code, submission_id) where settled_at is null;
select platform.protect('surveys.conflict', 'insert, update');

-- What a submission told the registry of one entity: sent again it changes nothing, and the updates that one phone made
-- offline (an ODK branch) know each other, in whatever order they come.
create table surveys.taken (
  district_code text not null,
  village_code text not null,
  submission_id uuid not null,
  entity_id uuid not null,
  dataset text not null,
  action text not null check (action in ('create', 'update')),
  branch_id text,
  -- the version the branch left the registry at, and where in the branch this update stands
  trunk_version int,
  base_version int,
  -- names of the properties it gave, and the versions of the record it made
  properties text[] not null,
  made int[] not null,
  -- an update of a record that has not come yet
  waiting boolean not null,
  -- the values, under the submission's key
  sealed bytea not null,
  primary key (district_code, village_code, submission_id, entity_id)
);
create index taken_by_entity on surveys.taken (district_code, village_code, entity_id);
select platform.protect('surveys.taken', 'insert, update');

create table surveys.listing (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  survey_id uuid not null,
  households jsonb not null,
  method text not null,
  note text not null,
  version int not null,
  primary key (district_code, id)
);
create unique index listing_once on surveys.listing (district_code, village_code, survey_id);
select platform.protect('surveys.listing', 'insert, update');

-- How a survey's answers are counted into a measure of poverty: indicators, weights, cut-off; editable, with versions.
create table surveys.measure (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  survey_id uuid not null,
  body jsonb not null,
  version int not null,
  primary key (district_code, id)
);
select platform.protect('surveys.measure', 'insert, update');

-- A device is found by its secret before its place is known, so it is reference data; the secret itself is not kept.
create table surveys.device (
  id uuid not null primary key,
  -- the village it sends to; a reference table has no village_code
  place text not null,
  account uuid not null,
  name text not null,
  -- of the secret, for the token in the path
  token_sha256 bytea not null unique,
  -- the HA1 of Digest (RFC 2617), sealed under the installation's key
  digest_sealed bytea not null,
  registered_at timestamptz not null,
  revoked_at timestamptz
);
select platform.expose('surveys.device', 'insert, update');
