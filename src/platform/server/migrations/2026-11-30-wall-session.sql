-- What is asked of the wall for each table and statement takes half the time: it reads no table any more. With the first place
-- that it enters, a session of the server draws a key of its own, and keeps it as what it was last told of two sequences: that
-- lies in its memory, nobody reads it who may not use them, and no rollback takes it back (architecture/decisions).
create unlogged sequence platform.wall_key minvalue -9223372036854775808;
create unlogged sequence platform.wall_key_end minvalue -9223372036854775808;

-- The seal on a scope and who acts in it, for this transaction of this session. The key is before and behind what is digested, and
-- everything between is of fixed length up to the text. For the functions below alone, which take it in as it is written here.
create function platform.mark(scope text, actor text) returns text language sql as $$
  select pg_catalog.encode(pg_catalog.sha256(
    pg_catalog.int8send(pg_catalog.currval('platform.wall_key'::pg_catalog.regclass)) operator(pg_catalog.||)
    pg_catalog.timestamptz_send(pg_catalog.now()) operator(pg_catalog.||)
    pg_catalog.convert_to(actor operator(pg_catalog.||) E'\n' operator(pg_catalog.||) scope, 'UTF8') operator(pg_catalog.||)
    pg_catalog.int8send(pg_catalog.currval('platform.wall_key_end'::pg_catalog.regclass))), 'hex')
$$;
revoke execute on function platform.mark(text, text) from public;

-- 64 bits that nobody guesses.
create function platform.draw() returns bigint language sql as $$
  select ('x' || left(encode(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 'hex'), 16))::bit(64)::bigint
$$;
revoke execute on function platform.draw() from public;

create or replace function platform.admit(scope text, actor text, seal text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  inside bytea;
  outside bytea;
  done text;
begin
  select w.inner_key, w.outer_key into inside, outside from platform.wall w;
  if encode(sha256(outside || sha256(inside || '\x01' || int4send(pg_backend_pid())
      || convert_to(actor || E'\n' || scope, 'UTF8'))), 'hex') is distinct from seal then
    raise exception 'nobody has sealed this scope' using errcode = 'insufficient_privilege';
  end if;
  begin
    done := platform.mark(scope, actor);
  exception when object_not_in_prerequisite_state then
    perform setval('platform.wall_key', platform.draw()), setval('platform.wall_key_end', platform.draw());
    -- What the sequences themselves say is nobody's key.
    perform setval('platform.wall_key', 1, false), setval('platform.wall_key_end', 1, false);
    done := platform.mark(scope, actor);
  end;
  done := set_config('app.seal', done, true);
  done := set_config('app.scope', scope, true);
  done := set_config('app.actor', actor, true);
end $$;

create or replace function platform.scope() returns text[]
language plpgsql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
begin
  if coalesce(current_setting('app.scope', true), '') = '' then
    return '{}';
  end if;
  if session_user = current_user and current_setting('role') = 'none' then
    return string_to_array(current_setting('app.scope'), ',');
  end if;
  if platform.mark(current_setting('app.scope'), current_setting('app.actor', true)) = current_setting('app.seal', true) then
    return string_to_array(current_setting('app.scope'), ',');
  end if;
  return '{}';
end $$;

create or replace function platform.actor() returns uuid
language plpgsql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.mark(current_setting('app.scope', true), current_setting('app.actor', true)) = current_setting('app.seal', true) then
    return nullif(current_setting('app.actor'), '')::uuid;
  end if;
  return null;
end $$;

-- The same as before, in fewer steps. Where Citus is loaded it has settings of its own, and hears of others only in these words.
create or replace function platform.enter(scope text, actor text, seal text) returns void language plpgsql as $$
declare
  done text;
begin
  perform platform.admit(scope, actor, seal);
  -- No statement inside a place keeps a connection for longer, whatever was asked and by whom. The embedded engine knows no
  -- such limit: there a watchdog ends the engine, which is opened anew.
  if current_setting('citus.shard_count', true) is null then
    done := set_config('statement_timeout', '30s', true);
    done := set_config('role', 'rembug_app', true);
  else
    set local statement_timeout = '30s';
    set local role rembug_app;
  end if;
end $$;

create or replace function platform.enter_batch(scope text, actor text, seal text) returns void language plpgsql as $$
declare
  done text;
begin
  if current_setting('citus.shard_count', true) is null then
    done := set_config('plan_cache_mode', 'force_generic_plan', true);
  end if;
  perform platform.enter(scope, actor, seal);
end $$;
