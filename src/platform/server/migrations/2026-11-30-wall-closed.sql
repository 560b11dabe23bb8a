-- What puts statements together from text is for migrations alone: a request that got an expression in would prepare something else
-- under the name of a statement of the house, and the next borrower of its connection would ask that. Done after each migration;
-- portability.test.ts names what stays open, and why.
create or replace function platform.close_definers() returns void language plpgsql as $$
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
  for each in
    select p.oid::regprocedure as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and p.prosrc ~* '\mexecute\M'
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      -- On Citus it quotes what it is given.
      and (n.nspname, p.proname) <> ('platform', 'admit')
      and has_function_privilege('rembug_app', p.oid, 'execute')
  loop
    execute format('revoke execute on function %s from public, rembug_app', each.name);
  end loop;
end $$;
