-- What is asked of the wall for each table and statement works with the rights of who asks, and changes no setting: it takes a
-- third of the time. With the place that it enters, a transaction leaves a digest of its scope, of who acts and of its own beginning as
-- what its session was last told of two sequences. Requests read that and cannot write it, so it need not be secret: another
-- scope opens only what another text with the same 128 bits would (architecture/decisions).
create unlogged sequence platform.wall_seal minvalue -9223372036854775808;
create unlogged sequence platform.wall_seal_end minvalue -9223372036854775808;
grant select on sequence platform.wall_seal, platform.wall_seal_end to rembug_app;

-- Of all that follows every name is said in full: it is read in the search path of whoever asks.
create or replace function platform.admit(scope text, actor text, seal text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  inside bytea;
  outside bytea;
  left_behind bytea;
  done text;
begin
  select w.inner_key, w.outer_key into inside, outside from platform.wall w;
  if encode(sha256(outside || sha256(inside || '\x01' || int4send(pg_backend_pid())
      || convert_to(actor || E'\n' || scope, 'UTF8'))), 'hex') is distinct from seal then
    raise exception 'nobody has sealed this scope' using errcode = 'insufficient_privilege';
  end if;
  left_behind := sha256(timestamptz_send(now()) || convert_to(actor || E'\n' || scope, 'UTF8'));
  done := set_config('app.scope', scope, true) || set_config('app.actor', actor, true)
    || setval('platform.wall_seal', ('x' || encode(substring(left_behind, 1, 8), 'hex'))::bit(64)::bigint)
    || setval('platform.wall_seal_end', ('x' || encode(substring(left_behind, 9, 8), 'hex'))::bit(64)::bigint);
end $$;

create function platform.believed() returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return session_user = current_user and current_setting('role') = 'none';
end $$;

create or replace function platform.scope() returns text[] language plpgsql stable parallel restricted as $$
begin
  return case
    when coalesce(pg_catalog.current_setting('app.scope', true), '') operator(pg_catalog.=) '' then '{}'::pg_catalog.text[]
    when pg_catalog.current_setting('role') operator(pg_catalog.=) 'none' then
      case when platform.believed() then pg_catalog.string_to_array(pg_catalog.current_setting('app.scope'), ',') else '{}'::pg_catalog.text[] end
    when pg_catalog.substring(pg_catalog.sha256(pg_catalog.timestamptz_send(pg_catalog.now()) operator(pg_catalog.||)
        pg_catalog.convert_to(pg_catalog.current_setting('app.actor', true) operator(pg_catalog.||) E'\n' operator(pg_catalog.||)
        pg_catalog.current_setting('app.scope'), 'UTF8')), 1, 16) operator(pg_catalog.=)
        (pg_catalog.int8send(pg_catalog.currval('platform.wall_seal'::pg_catalog.regclass)) operator(pg_catalog.||)
        pg_catalog.int8send(pg_catalog.currval('platform.wall_seal_end'::pg_catalog.regclass)))
      then pg_catalog.string_to_array(pg_catalog.current_setting('app.scope'), ',')
    else '{}'::pg_catalog.text[] end;
end $$;

create or replace function platform.actor() returns uuid language plpgsql stable parallel restricted as $$
begin
  return case when pg_catalog.substring(pg_catalog.sha256(pg_catalog.timestamptz_send(pg_catalog.now()) operator(pg_catalog.||)
        pg_catalog.convert_to(pg_catalog.current_setting('app.actor', true) operator(pg_catalog.||) E'\n' operator(pg_catalog.||)
        pg_catalog.current_setting('app.scope'), 'UTF8')), 1, 16) operator(pg_catalog.=)
        (pg_catalog.int8send(pg_catalog.currval('platform.wall_seal'::pg_catalog.regclass)) operator(pg_catalog.||)
        pg_catalog.int8send(pg_catalog.currval('platform.wall_seal_end'::pg_catalog.regclass)))
      then nullif(pg_catalog.current_setting('app.actor'), '')::pg_catalog.uuid end;
end $$;

drop function platform.mark(text, text);
drop function platform.draw();
drop sequence platform.wall_key;
drop sequence platform.wall_key_end;

-- One question, and not two.
drop policy own_name on platform.log;
create policy own_name on platform.log as restrictive for insert
  with check ((select platform.actor()) in (actor, '00000000-0000-0000-0000-000000000000'));

-- What digests of records rest on is said for each transaction that writes, however the session was left by others.
create or replace function platform.enter_batch(scope text, actor text, seal text) returns void language plpgsql as $$
declare
  done text;
begin
  if current_setting('citus.shard_count', true) is null then
    done := set_config('plan_cache_mode', 'force_generic_plan', true) || set_config('timezone', 'UTC', true)
      || set_config('bytea_output', 'hex', true);
  end if;
  perform platform.enter(scope, actor, seal);
end $$;

create or replace function platform.begin_command(place text, district text, command uuid, scope text, actor text, seal text)
returns table (seen_name text, seen_actor uuid, seen_digest bytea, seen_answer jsonb, head_seq bigint, head_hash bytea)
language plpgsql as $$
declare
  done text;
begin
  perform pg_advisory_xact_lock(hashtextextended(place, 7302));
  if current_setting('citus.shard_count', true) is null then
    perform platform.admit(scope, actor, seal);
    -- One expression, because each is made ready anew in each transaction.
    done := set_config('plan_cache_mode', 'force_generic_plan', true) || set_config('statement_timeout', '30s', true)
      || set_config('timezone', 'UTC', true) || set_config('bytea_output', 'hex', true) || set_config('role', 'rembug_app', true);
  else
    perform platform.enter(scope, actor, seal);
  end if;
  return query
    select l.name, l.actor, l.body_digest, l.answer, h.seq, h.hash
    from (select 1) one
    left join platform.head h on h.district_code = district and h.village_code = place
    left join platform.log l on l.district_code = district and l.id = command;
end $$;
