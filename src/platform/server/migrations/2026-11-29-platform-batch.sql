-- Enters the places of a batch. Its statements come again with every batch, with arrays of other lengths, so PostgreSQL
-- would plan them anew each time, which costs more than doing them. On a cluster the plan must see the district.
create function platform.enter_batch(scope text, actor text) returns void language plpgsql as $$
begin
  if not exists (select from pg_extension where extname = 'citus') then
    set local plan_cache_mode = 'force_generic_plan';
  end if;
  perform platform.enter(scope, actor);
end $$;
