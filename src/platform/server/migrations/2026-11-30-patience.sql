-- No statement inside a place keeps a connection for longer than half a minute, whatever was asked and by whom. The embedded
-- engine knows no such limit: there a watchdog ends the engine, which is opened anew.
create or replace function platform.enter(scope text, actor text) returns void language plpgsql as $$
begin
  set local citus.propagate_set_commands = 'local';
  execute format('set local app.scope = %L', scope);
  execute format('set local app.actor = %L', actor);
  set local statement_timeout = '30s';
  set local role rembug_app;
end $$;
