-- The ground floor: who may see which rows, the log, the feed, the keys. Every table that belongs to a
-- place is kept under its kecamatan (district_code) first, so that it can be distributed.

do $$ begin
  -- Asked first: an administrator may have made it, and the owner of the database may then lack CREATEROLE.
  if not exists (select from pg_roles where rolname = 'rembug_app') then
    create role rembug_app nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;
do $$ begin
  execute format('grant rembug_app to %I', current_user);
exception when others then null; -- a superuser needs no grant, and a grant may race with another database's
end $$;
grant usage on schema platform to rembug_app;

-- The second wall. Policies look only at the row's own place and at a setting of this transaction.
create function platform.protect(target text, writes text default 'insert, update, delete') returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format($p$create policy place_scope on %s using (
    village_code like any (string_to_array(current_setting('app.scope', true), ','))
  )$p$, target);
  execute format('grant select, %s on %s to rembug_app', writes, target);
end $$;

create function platform.expose(target text, writes text default 'insert, update, delete') returns void language plpgsql as $$
begin
  execute format('grant select, %s on %s to rembug_app', writes, target);
end $$;

-- Enters a place for the rest of the transaction: the scope is the place itself and all below it.
create function platform.enter(scope text, actor text) returns void language plpgsql as $$
begin
  execute format('set local app.scope = %L', scope);
  execute format('set local app.actor = %L', actor);
  set local role rembug_app;
end $$;

create table platform.log (
  district_code text not null,
  village_code text not null,
  seq bigint not null,
  id uuid not null,
  name text not null,
  version int not null,
  actor uuid not null,
  device text not null,
  done_at timestamptz not null,
  received_at timestamptz not null,
  records jsonb not null,
  fields jsonb not null,
  answer jsonb not null,
  body_digest bytea not null,
  previous bytea not null,
  hash bytea not null,
  primary key (district_code, village_code, seq)
);
create unique index log_once on platform.log (district_code, id);
select platform.protect('platform.log', 'insert');

-- Salts of the digests of personal fields: destroyed with the person, so that a digest proves nothing any more.
create table platform.log_salt (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  salt bytea,
  primary key (district_code, id)
);
select platform.protect('platform.log_salt', 'insert, update');

create table platform.head (
  district_code text not null,
  village_code text not null,
  seq bigint not null,
  hash bytea not null,
  primary key (district_code, village_code)
);
select platform.protect('platform.head', 'insert, update');

create table platform.feed (
  district_code text not null,
  village_code text not null,
  collection text not null,
  id uuid not null,
  seq bigint not null,
  gone boolean not null,
  primary key (district_code, village_code, collection, id)
);
create index feed_by_seq on platform.feed (district_code, village_code, seq, collection, id);
select platform.protect('platform.feed');

create table platform.person_key (
  district_code text not null,
  village_code text not null,
  subject_id uuid not null,
  wrapped bytea,
  created_at timestamptz not null default now(),
  destroyed_at timestamptz,
  primary key (district_code, village_code, subject_id)
);
select platform.protect('platform.person_key', 'insert, update');

create table platform.view_log (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  actor uuid not null,
  seen_at timestamptz not null,
  received_at timestamptz not null default now(),
  what text not null,
  subjects jsonb not null,
  primary key (district_code, id)
);
create index view_log_by_time on platform.view_log (district_code, village_code, received_at);
select platform.protect('platform.view_log', 'insert');

create table platform.file (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  owner_collection text not null,
  owner_id uuid not null,
  kind text not null,
  media_type text not null,
  bytes bigint not null check (bytes > 0),
  sha256 text not null,
  created_by uuid not null,
  created_at timestamptz not null,
  stored_at timestamptz,
  primary key (district_code, id)
);
create index file_by_owner on platform.file (district_code, village_code, owner_collection, owner_id);
select platform.protect('platform.file');

-- One question opens a command: lock the place, enter it, look whether it was seen, read the chain's head.
create function platform.begin_command(place text, district text, command uuid, scope text, actor text)
returns table (seen_name text, seen_actor uuid, seen_digest bytea, seen_answer jsonb, head_seq bigint, head_hash bytea)
language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(place, 7302));
  perform platform.enter(scope, actor);
  return query
    select l.name, l.actor, l.body_digest, l.answer, h.seq, h.hash
    from (select 1) one
    left join platform.head h on h.district_code = district and h.village_code = place
    left join platform.log l on l.district_code = district and l.id = command;
end $$;
