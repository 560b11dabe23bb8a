-- What lets Excel or Power BI read one survey by OData in somebody's name, without them.
create table surveys.token (
  district_code text not null,
  village_code text not null,
  id uuid not null,
  survey_id uuid not null,
  -- whose it is: it opens what they may see
  account uuid not null,
  name text not null,
  -- personal answers go along
  personal boolean not null,
  -- of the secret, which is 256 random bits and is not kept
  secret_sha256 bytea not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  -- noted while it reads, without a command: when last, and from which network
  used_at timestamptz,
  used_from text,
  primary key (district_code, id)
);
create unique index token_by_secret on surveys.token (district_code, village_code, survey_id, secret_sha256);
-- What an account answers for is looked for when its stay ends.
create index token_by_account on surveys.token (district_code, account) where ended_at is null;
select platform.protect('surveys.token', 'insert, update');
-- What no request does: whose it is, which secret opens it and for how long stay as they were issued; what is over stays over.
revoke update on surveys.token from rembug_app;
grant update (ended_at, used_at, used_from) on surveys.token to rembug_app;
create policy own_name on surveys.token as restrictive for insert with check (account = (select platform.actor()));
select platform.stay_over('surveys.token', 'ended_at is null');
