-- Tables that stand open for reading, and whose rows belong to a place, are written in that place or from above it. A scope that
-- begins with the nation alone is that of what somebody asks about themself, or of a chain of places: nothing of this is written there.
create function platform.write_in(target text, place_column text default 'place') returns void language plpgsql as $$
declare
  here text := format('%I like any ((select platform.scope())::text[]) and ((select platform.scope()))[1] is distinct from ''ID''', place_column);
begin
  execute format('alter table %s enable row level security', target);
  if not exists (select from pg_policy where polrelid = target::regclass and polname = 'place_scope') then
    execute format('create policy read_all on %s for select using (true)', target);
    execute format('create policy place_writes on %s for insert with check (%s)', target, here);
    execute format('create policy place_changes on %s for update using (%s)', target, here);
  else
    execute format('create policy place_writes on %s as restrictive for insert with check (%s)', target, here);
  end if;
end $$;

-- What is over stays over: only a row in which this holds is changed.
create function platform.stay_over(target text, holds text) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  if not exists (select from pg_policy where polrelid = target::regclass) then
    execute format('create policy all_rows on %s using (true)', target);
  end if;
  execute format('create policy stays_over on %s as restrictive for update using (%s) with check (true)', target, holds);
end $$;

-- On Citus the settings are believed as they are.
create function platform.plain(expression text) returns text language sql immutable as $$
  select replace(replace(expression, '( SELECT platform.scope() AS scope)', 'string_to_array(current_setting(''app.scope'', true), '','')'),
    '( SELECT platform.actor() AS actor)', '(nullif(current_setting(''app.actor'', true), '''')::uuid)')
$$;

-- As before, for policies of every kind.
create or replace function platform.plain_wall() returns void language plpgsql as $$
declare
  each record;
begin
  for each in
    select *, format('create policy %I on %s as %s for %s', name, target, kind, cmd)
        || coalesce(' using (' || platform.plain(sees) || ')', '') || coalesce(' with check (' || platform.plain(writes) || ')', '') as made
    from (
      select p.polname as name, c.oid::regclass as target, case when p.polpermissive then 'permissive' else 'restrictive' end as kind,
        case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end as cmd,
        pg_get_expr(p.polqual, c.oid) as sees, pg_get_expr(p.polwithcheck, c.oid) as writes
      from pg_policy p join pg_class c on c.oid = p.polrelid
    ) policy
    where platform.plain(sees) <> sees or platform.plain(writes) <> writes
  loop
    execute format('drop policy %I on %s', each.name, each.target);
    execute each.made;
  end loop;
  execute $admit$
    create or replace function platform.admit(scope text, actor text, seal text) returns void language plpgsql as $body$
    begin
      set local citus.propagate_set_commands = 'local';
      execute format('set local app.scope = %L', scope);
      execute format('set local app.actor = %L', actor);
    end $body$
  $admit$;
  execute $actor$
    create or replace function platform.actor() returns uuid language sql stable as $body$
      select nullif(current_setting('app.actor', true), '')::uuid
    $body$
  $actor$;
end $$;
