-- Who may enter, as whom, and where. National tables: an account is one person, whatever villages they work in.
-- What would let somebody in (password hashes, second factors) is not granted to rembug_app at all: only
-- the doors of sign-in, which work before any place is entered, read it.
create schema accounts;
grant usage on schema accounts to rembug_app;

create table accounts.account (
  id uuid primary key,
  name text not null,
  -- [a-z0-9._-] only: no look-alike letters
  user_name text not null check (user_name ~ '^[a-z0-9][a-z0-9._-]{1,30}[a-z0-9]$'),
  -- +62…
  phone text check (phone ~ '^[+]62[1-9][0-9]{7,11}$'),
  disabled_at timestamptz,
  second_factor_since timestamptz,
  created_at timestamptz not null,
  seen_on date,
  version int not null
);
create unique index account_by_user_name on accounts.account (user_name);
create unique index account_by_phone on accounts.account (phone);
select platform.expose('accounts.account', 'update');

create table accounts.credential (
  account_id uuid primary key references accounts.account (id),
  -- argon2id, with its parameters
  password_hash text not null,
  password_set_at timestamptz not null,
  -- sealed with a key derived from the master key
  totp bytea,
  totp_offered bytea,
  -- the last 30-second step that was used: a code works once
  totp_step bigint not null default 0,
  -- until then an officer's second factor may wait; null: seven days after the role began
  grace_until timestamptz
);

create table accounts.recovery_code (
  account_id uuid not null references accounts.account (id),
  code_hash bytea not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);

create table accounts.holding (
  id uuid primary key,
  account_id uuid not null references accounts.account (id),
  role text not null,
  place text not null,
  granted_by uuid,
  since timestamptz not null,
  ended_at timestamptz,
  ended_by uuid
);
create unique index holding_once on accounts.holding (account_id, role, place) where ended_at is null;
create index holding_by_place on accounts.holding (place text_pattern_ops);
select platform.expose('accounts.holding');
alter table accounts.holding enable row level security;
create policy place_scope on accounts.holding using (
  place like any (string_to_array(current_setting('app.scope', true), ','))
);

-- All places where a person holds or held a role: a rule about a person must see beyond one village.
create function accounts.reach_of(person uuid)
returns table (id uuid, role text, place text, since timestamptz, granted_by uuid, ended_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select h.id, h.role, h.place, h.since, h.granted_by, h.ended_at from accounts.holding h where h.account_id = person
$$;

-- How many other accounts hold this role at this place: the last administrator cannot be taken away.
create function accounts.others_holding(person uuid, wanted_role text, wanted_place text) returns bigint
language sql stable security definer set search_path = '' as $$
  select count(distinct h.account_id) from accounts.holding h join accounts.account a on a.id = h.account_id
  where h.role = wanted_role and h.place = wanted_place and h.ended_at is null and a.disabled_at is null
    and h.account_id <> person
$$;

create table accounts.session (
  id uuid primary key,
  -- SHA-256 of the 256-bit token in the cookie
  token_hash bytea not null,
  account_id uuid not null references accounts.account (id),
  device_id text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create unique index session_by_token on accounts.session (token_hash);
create index session_by_account on accounts.session (account_id);
select platform.expose('accounts.session', 'update');

create table accounts.device (
  account_id uuid not null references accounts.account (id),
  id text not null,
  name text not null,
  -- opens the local copy when the PIN is forgotten; sealed with a key derived from the master key
  recovery bytea,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  revoked_at timestamptz,
  primary key (account_id, id)
);
select platform.expose('accounts.device', 'update');

create table accounts.invitation (
  id uuid primary key,
  -- keyed digest: who reads the database cannot guess the code
  code_hash bytea not null,
  role text not null,
  place text not null,
  name_hint text not null,
  made_by uuid,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by uuid,
  withdrawn_at timestamptz
);
create unique index invitation_by_code on accounts.invitation (code_hash);
create index invitation_by_place on accounts.invitation (place text_pattern_ops);
select platform.expose('accounts.invitation', 'insert, update');
alter table accounts.invitation enable row level security;
create policy place_scope on accounts.invitation using (
  place like any (string_to_array(current_setting('app.scope', true), ','))
);

create table accounts.reset_code (
  id uuid primary key,
  account_id uuid not null references accounts.account (id),
  code_hash bytea not null,
  clears_second_factor boolean not null,
  made_by uuid,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create unique index reset_code_by_code on accounts.reset_code (code_hash);
select platform.expose('accounts.reset_code', 'insert, update');

-- Wrong tries, under keyed digests of what was typed and where it came from; a restart does not forget them.
create table accounts.attempt (
  key bytea primary key,
  failures int not null,
  last_at timestamptz not null,
  blocked_until timestamptz not null
);

-- The one-time link that makes the first administrator. One row.
create table accounts.setup (
  id int primary key check (id = 1),
  token_hash bytea not null,
  made_at timestamptz not null,
  used_at timestamptz
);
