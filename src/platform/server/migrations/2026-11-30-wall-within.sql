-- The embedded engine is one session, which belongs to the owner: a seal there was worth nothing against an expression that changes
-- the role, and each command paid for it. What holds instead: requests change no setting at all. `set_config` is closed to them, and what
-- is said by a statement of its own (SET, DO) is no expression (swift-pool.ts). So the settings of a transaction are those that the
-- application made before it became the role of requests, and they are believed. Only another scope within the same transaction is
-- still opened by a seal. Done after each migration, where the engine is embedded.
-- How long a lock is waited for, in thousandths of a second; 0 is without an end. Taken in where it is called.
create function platform.patience(ms int) returns text language sql as $$
  select pg_catalog.set_config('lock_timeout', ms::text, true)
$$;

create function platform.wall_within() returns void language plpgsql as $$
begin
  revoke execute on function pg_catalog.set_config(text, text, boolean) from public;
  execute $admit$
    create or replace function platform.admit(scope text, actor text, seal text) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
    declare
      done text;
    begin
      if current_setting('role') <> 'none' and (select (encode(sha256(w.outer_key || sha256(w.inner_key || '\x01' || int4send(pg_backend_pid())
          || convert_to(actor || E'\n' || scope, 'UTF8'))), 'hex') = seal) is not true from platform.wall w) then
        raise exception 'nobody has sealed this scope' using errcode = 'insufficient_privilege';
      end if;
      done := set_config('app.scope', scope, true) || set_config('app.actor', actor, true);
    end $body$
  $admit$;
  -- Of what is asked for each table every name is said in full: it is read in the search path of whoever asks.
  execute $scope$
    create or replace function platform.scope() returns text[] language sql stable as $body$
      select pg_catalog.string_to_array(pg_catalog.current_setting('app.scope', true), ',')
    $body$
  $scope$;
  execute $actor$
    create or replace function platform.actor() returns uuid language sql stable as $body$
      select nullif(pg_catalog.current_setting('app.actor', true), '')::pg_catalog.uuid
    $body$
  $actor$;
  -- One session waits for nobody.
  execute $patience$
    create or replace function platform.patience(ms int) returns text language sql as 'select null::text'
  $patience$;
  execute $enter$
    create or replace function platform.enter(scope text, actor text, seal text) returns void language plpgsql as $body$
    declare
      done text;
    begin
      perform platform.admit(scope, actor, seal);
      if current_setting('role') = 'none' then
        done := set_config('statement_timeout', '30s', true) || set_config('role', 'rembug_app', true);
      end if;
    end $body$
  $enter$;
  execute $batch$
    create or replace function platform.enter_batch(scope text, actor text, seal text) returns void language plpgsql as $body$
    declare
      done text;
    begin
      if current_setting('role') = 'none' then
        done := set_config('plan_cache_mode', 'force_generic_plan', true);
      end if;
      perform platform.enter(scope, actor, seal);
    end $body$
  $batch$;
  execute $command$
    create or replace function platform.begin_command(place text, district text, command uuid, scope text, actor text, seal text)
    returns table (seen_name text, seen_actor uuid, seen_digest bytea, seen_answer jsonb, head_seq bigint, head_hash bytea)
    language plpgsql as $body$
    declare
      done text;
    begin
      perform pg_advisory_xact_lock(hashtextextended(place, 7302));
      if current_setting('role') = 'none' then
        done := set_config('app.scope', scope, true) || set_config('app.actor', actor, true)
          || set_config('plan_cache_mode', 'force_generic_plan', true) || set_config('role', 'rembug_app', true);
      else
        perform platform.admit(scope, actor, seal);
      end if;
      return query
        select l.name, l.actor, l.body_digest, l.answer, h.seq, h.hash
        from (select 1) one
        left join platform.head h on h.district_code = district and h.village_code = place
        left join platform.log l on l.district_code = district and l.id = command;
    end $body$
  $command$;
end $$;
