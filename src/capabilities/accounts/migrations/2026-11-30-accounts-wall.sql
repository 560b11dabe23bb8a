-- Which places were entered is asked of the wall, and no longer of a setting that anybody can make.
select platform.wall_in('accounts.holding', 'place');
select platform.wall_in('accounts.invitation', 'place');

-- What no request does: the doors of sign-in work as the owner, and nobody else changes who somebody is and by what they come in.
revoke update on accounts.account, accounts.session, accounts.device, accounts.invitation, accounts.reset_code from rembug_app;
grant update (disabled_at, version) on accounts.account to rembug_app;
grant update (revoked_at) on accounts.session to rembug_app;
grant update (revoked_at) on accounts.device to rembug_app;
grant update (withdrawn_at, used_at, used_by) on accounts.invitation to rembug_app;
grant update (used_at) on accounts.reset_code to rembug_app;
revoke delete on accounts.holding from rembug_app;

-- A phone number is shown to whose it is.
revoke select on accounts.account from rembug_app;
grant select (id, name, user_name, disabled_at, second_factor_since, created_at, seen_on, version) on accounts.account to rembug_app;
create function accounts.own_phone() returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select phone from accounts.account where id = platform.actor()
$$;
