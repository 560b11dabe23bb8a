-- The statements of a command come again with every command, with other values: PostgreSQL plans many of them anew each time, which
-- costs a fifth of all it does. They are planned once for a session, as those of a batch are; on a cluster the plan must see the
-- district. And each function that calls another costs as much as a small statement: a command is opened by one.
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
      || set_config('role', 'rembug_app', true);
  else
    perform platform.enter(scope, actor, seal);
  end if;
  return query
    select l.name, l.actor, l.body_digest, l.answer, h.seq, h.hash
    from (select 1) one
    left join platform.head h on h.district_code = district and h.village_code = place
    left join platform.log l on l.district_code = district and l.id = command;
end $$;
