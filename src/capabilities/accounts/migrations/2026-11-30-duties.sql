-- A role says by whom it was given and confirmed, and as what these acted. Who made a reset code for its holder may be behind it
-- until somebody else has confirmed it anew. A suspended role gives nothing, and is not given a second time beside itself.
alter table accounts.holding add column granted_as jsonb;
alter table accounts.holding add column confirmed_as jsonb;
alter table accounts.holding add column doubted_by uuid;
alter table accounts.holding add column suspended_at timestamptz;
alter table accounts.holding add column suspended_by uuid;

-- As what those acted who gave and confirmed roles before: the nearest that they held then.
update accounts.holding h set
  granted_as = (select jsonb_build_object('role', g.role, 'place', g.place) from accounts.holding g
    where g.account_id = h.granted_by and g.since <= h.since and (g.place = 'ID' or h.place = g.place or h.place like g.place || '.%')
    order by length(g.place) desc, g.id limit 1),
  confirmed_as = (select jsonb_build_object('role', c.role, 'place', c.place) from accounts.holding c
    where c.account_id = h.confirmed_by and c.since <= h.confirmed_at
      and (c.place = 'ID' or h.place = c.place or h.place like c.place || '.%')
    order by length(c.place) desc, c.id limit 1);

-- An invitation to an account that there is: no code, it is taken up by who is signed in. With a village that is handed over: by whom.
alter table accounts.invitation add column account_id uuid references accounts.account (id);
alter table accounts.invitation add column hands_over jsonb;
alter table accounts.invitation alter column code_hash drop not null;
create index invitation_by_account on accounts.invitation (account_id) where account_id is not null;

-- SHA-256 of what the server itself gave a browser to be known by; what a browser calls itself is only its word.
alter table accounts.device add column mark bytea;
create index device_by_mark on accounts.device (mark);

drop function accounts.reach_of(uuid);
create function accounts.reach_of(person uuid)
returns table (id uuid, role text, place text, since timestamptz, granted_by uuid, ended_at timestamptz, agency jsonb,
  confirmed_at timestamptz, confirmed_by uuid, suspended_at timestamptz, doubted_by uuid, granted_as jsonb, confirmed_as jsonb)
language sql stable security definer set search_path = '' as $$
  select h.id, h.role, h.place, h.since, h.granted_by, h.ended_at, h.agency,
    h.confirmed_at, h.confirmed_by, h.suspended_at, h.doubted_by, h.granted_as, h.confirmed_as
  from accounts.holding h where h.account_id = person
$$;

-- Those who gave somebody one of these roles, and those who gave one to them.
create function accounts.line_of(person uuid, ranks text[]) returns setof uuid
language sql stable security definer set search_path = '' as $$
  with recursive line (who) as (
    select h.granted_by from accounts.holding h where h.account_id = person and h.role = any(ranks) and h.granted_by is not null
    union
    select h.granted_by from line join accounts.holding h on h.account_id = line.who
    where h.role = any(ranks) and h.granted_by is not null
  )
  select who from line
$$;

create or replace function accounts.others_holding(person uuid, wanted_role text, wanted_place text) returns bigint
language sql stable security definer set search_path = '' as $$
  select count(distinct h.account_id) from accounts.holding h join accounts.account a on a.id = h.account_id
  where h.role = wanted_role and h.place = wanted_place and h.ended_at is null and h.suspended_at is null
    and h.confirmed_at is not null and a.disabled_at is null and h.account_id <> person
$$;

-- What is offered to somebody, wherever it is: they hold nothing there yet.
create function accounts.offers_to(person uuid, at timestamptz)
returns table (id uuid, role text, place text, agency jsonb, made_by uuid, expires_at timestamptz, hands_over jsonb)
language sql stable security definer set search_path = '' as $$
  select i.id, i.role, i.place, i.agency, i.made_by, i.expires_at, i.hands_over from accounts.invitation i
  where i.account_id = person and i.used_at is null and i.withdrawn_at is null and i.expires_at > at
$$;
