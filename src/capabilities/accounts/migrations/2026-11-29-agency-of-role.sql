-- A role may be a function of an agency: its id, kind and name when the role was given. The kind of an agency never changes, and
-- what somebody may see follows from it at each request; so it stands beside the role and not behind a join.
alter table accounts.holding add column agency jsonb;
alter table accounts.invitation add column agency jsonb;

drop index accounts.holding_once;
create unique index holding_once on accounts.holding (account_id, role, place, (coalesce(agency ->> 'id', '')))
  where ended_at is null;

drop function accounts.reach_of(uuid);
create function accounts.reach_of(person uuid)
returns table (id uuid, role text, place text, since timestamptz, granted_by uuid, ended_at timestamptz, agency jsonb)
language sql stable security definer set search_path = '' as $$
  select h.id, h.role, h.place, h.since, h.granted_by, h.ended_at, h.agency
  from accounts.holding h where h.account_id = person
$$;
