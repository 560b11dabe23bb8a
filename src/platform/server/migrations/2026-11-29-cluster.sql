-- What a cluster needs of entering a place: its nodes must hear of the scope, which they do not of their own accord. On
-- any other engine the first setting is a name that nobody reads.
create or replace function platform.enter(scope text, actor text) returns void language plpgsql as $$
begin
  set local citus.propagate_set_commands = 'local';
  execute format('set local app.scope = %L', scope);
  execute format('set local app.actor = %L', actor);
  set local role rembug_app;
end $$;
