-- The second wall is a wall: which rows a transaction sees is sealed by the application, with keys that the role of requests
-- cannot read. What lies in a setting counts only with the seal of this very transaction (architecture/decisions).
create table platform.wall (
  id int primary key check (id = 1),
  -- 64 random bytes each, put before what is digested: the nested form of a keyed digest that HMAC comes from
  inner_key bytea not null,
  outer_key bytea not null,
  -- from which the password of the login of requests is made
  login_secret bytea not null
);
insert into platform.wall
select 1, sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) || sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())),
  sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) || sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())),
  sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

-- Takes a scope that the application has sealed for this server process, and seals it for this transaction.
create function platform.admit(scope text, actor text, seal text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  keys platform.wall;
  process bytea := int4send(pg_backend_pid());
begin
  select * into keys from platform.wall;
  if encode(sha256(keys.outer_key || sha256(keys.inner_key || '\x01' || process
      || convert_to(actor || E'\n' || scope, 'UTF8'))), 'hex') is distinct from seal then
    raise exception 'nobody has sealed this scope' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('app.scope', scope, true), set_config('app.actor', actor, true), set_config('app.seal',
    encode(sha256(keys.outer_key || sha256(keys.inner_key || '\x02' || process || timestamptz_send(now())
      || convert_to(actor || E'\n' || scope, 'UTF8'))), 'hex'), true);
end $$;

-- The places that this transaction has entered, as patterns; none where the seal is not of this transaction. Who owns the
-- database, and has not become the role of requests, is believed: a migration enters places by itself.
create function platform.scope() returns text[]
language plpgsql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
declare
  patterns text := coalesce(current_setting('app.scope', true), '');
begin
  if patterns = '' then
    return '{}';
  end if;
  if session_user = current_user and current_setting('role') = 'none' then
    return string_to_array(patterns, ',');
  end if;
  if (select encode(sha256(w.outer_key || sha256(w.inner_key || '\x02' || int4send(pg_backend_pid()) || timestamptz_send(now())
        || convert_to(current_setting('app.actor', true) || E'\n' || patterns, 'UTF8'))), 'hex') from platform.wall w)
      = current_setting('app.seal', true) then
    return string_to_array(patterns, ',');
  end if;
  return '{}';
end $$;

-- Who acts in this transaction; null where the seal is not of it.
create function platform.actor() returns uuid
language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
  select nullif(current_setting('app.actor', true), '')::uuid from platform.wall w
  where encode(sha256(w.outer_key || sha256(w.inner_key || '\x02' || int4send(pg_backend_pid()) || timestamptz_send(now())
    || convert_to(current_setting('app.actor', true) || E'\n' || current_setting('app.scope', true), 'UTF8'))), 'hex')
    = current_setting('app.seal', true)
$$;

-- What works with the rights of the owner is for requests alone, and takes no name from anywhere else. Done after each migration.
create function platform.close_definers() returns void language plpgsql as $$
declare
  each record;
begin
  for each in
    select p.oid::regprocedure as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      and (p.proconfig is distinct from '{"search_path=pg_catalog, pg_temp"}' or has_function_privilege('public', p.oid, 'execute'))
  loop
    execute format('alter function %s set search_path = pg_catalog, pg_temp', each.name);
    execute format('revoke execute on function %s from public', each.name);
    execute format('grant execute on function %s to rembug_app', each.name);
  end loop;
end $$;

-- The column says where a row belongs; asked once a statement.
create function platform.wall_in(target text, place_column text default 'village_code') returns void language plpgsql as $$
begin
  execute format('drop policy if exists place_scope on %s', target);
  execute format('create policy place_scope on %s using (%I like any ((select platform.scope())::text[]))', target, place_column);
end $$;

create or replace function platform.protect(target text, writes text default 'insert, update, delete') returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  perform platform.wall_in(target);
  execute format('grant select, %s on %s to rembug_app', writes, target);
end $$;

-- What an older Rembug has protected.
select platform.wall_in(format('%I.%I', n.nspname, c.relname))
from pg_policy p
join pg_class c on c.oid = p.polrelid
join pg_namespace n on n.oid = c.relnamespace
join pg_attribute a on a.attrelid = c.oid and a.attname = 'village_code' and not a.attisdropped
where p.polname = 'place_scope';

-- Citus takes no policy that asks a table. There the settings are believed as they are, and the nodes hear of them.
create function platform.plain_wall() returns void language plpgsql as $$
declare
  each record;
begin
  for each in
    select p.polname, c.oid::regclass as target, pg_get_expr(p.polqual, c.oid) as expression
    from pg_policy p join pg_class c on c.oid = p.polrelid
    where pg_get_expr(p.polqual, c.oid) like '%( SELECT platform.scope() AS scope)%'
  loop
    execute format('drop policy %I on %s', each.polname, each.target);
    execute format('create policy %I on %s using (%s)', each.polname, each.target, replace(each.expression,
      '( SELECT platform.scope() AS scope)', 'string_to_array(current_setting(''app.scope'', true), '','')'));
  end loop;
  execute $admit$
    create or replace function platform.admit(scope text, actor text, seal text) returns void language plpgsql as $body$
    begin
      set local citus.propagate_set_commands = 'local';
      execute format('set local app.scope = %L', scope);
      execute format('set local app.actor = %L', actor);
    end $body$
  $admit$;
end $$;

drop function platform.begin_command(text, text, uuid, text, text);
drop function platform.enter_batch(text, text);
drop function platform.enter(text, text);

-- What no request does. A chain's head is moved, and a key is destroyed, by requests; nothing else of these is changed.
revoke update on platform.log_salt from rembug_app;
revoke delete on platform.feed, platform.file from rembug_app;
revoke update on platform.person_key from rembug_app;
grant update (wrapped, destroyed_at) on platform.person_key to rembug_app;

-- Enters a place for the rest of the transaction: the scope is the place itself and all below it.
create function platform.enter(scope text, actor text, seal text) returns void language plpgsql as $$
begin
  perform platform.admit(scope, actor, seal);
  -- No statement inside a place keeps a connection for longer, whatever was asked and by whom. The embedded engine knows no
  -- such limit: there a watchdog ends the engine, which is opened anew.
  set local statement_timeout = '30s';
  set local role rembug_app;
end $$;

-- Enters the places of a batch. Its statements come again with every batch, with arrays of other lengths, so PostgreSQL
-- would plan them anew each time, which costs more than doing them. On a cluster the plan must see the district.
create function platform.enter_batch(scope text, actor text, seal text) returns void language plpgsql as $$
begin
  if not exists (select from pg_extension where extname = 'citus') then
    set local plan_cache_mode = 'force_generic_plan';
  end if;
  perform platform.enter(scope, actor, seal);
end $$;

-- One question opens a command: lock the place, enter it, look whether it was seen, read the chain's head.
create function platform.begin_command(place text, district text, command uuid, scope text, actor text, seal text)
returns table (seen_name text, seen_actor uuid, seen_digest bytea, seen_answer jsonb, head_seq bigint, head_hash bytea)
language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(place, 7302));
  perform platform.enter(scope, actor, seal);
  return query
    select l.name, l.actor, l.body_digest, l.answer, h.seq, h.hash
    from (select 1) one
    left join platform.head h on h.district_code = district and h.village_code = place
    left join platform.log l on l.district_code = district and l.id = command;
end $$;
