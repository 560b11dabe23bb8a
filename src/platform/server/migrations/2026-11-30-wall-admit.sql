-- A seal that is not there is none; and what a transaction leaves behind stays in the memory of its session: who reads the sequences
-- themselves would find out by trying which places others are in.
create or replace function platform.admit(scope text, actor text, seal text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  inside bytea;
  outside bytea;
  left_behind bytea;
  done text;
begin
  select w.inner_key, w.outer_key into inside, outside from platform.wall w;
  if (encode(sha256(outside || sha256(inside || '\x01' || int4send(pg_backend_pid())
      || convert_to(actor || E'\n' || scope, 'UTF8'))), 'hex') = seal) is not true then
    raise exception 'nobody has sealed this scope' using errcode = 'insufficient_privilege';
  end if;
  left_behind := sha256(timestamptz_send(now()) || convert_to(actor || E'\n' || scope, 'UTF8'));
  done := set_config('app.scope', scope, true) || set_config('app.actor', actor, true)
    || setval('platform.wall_seal', ('x' || encode(substring(left_behind, 1, 8), 'hex'))::bit(64)::bigint)
    || setval('platform.wall_seal_end', ('x' || encode(substring(left_behind, 9, 8), 'hex'))::bit(64)::bigint)
    || setval('platform.wall_seal', 1, false) || setval('platform.wall_seal_end', 1, false);
end $$;
