-- Who asks something about themself writes no role and offers none; in a place, whoever takes a role up takes it up for themself.
-- Of a role there is, and of an offer, nothing is changed but what becomes of it, and what is over stays over.
select platform.write_in('accounts.holding');
create policy own_role on accounts.holding as restrictive for insert with check (account_id = (select platform.actor()));
select platform.stay_over('accounts.holding', 'ended_at is null');
revoke update on accounts.holding from rembug_app;
grant update (ended_at, ended_by, confirmed_at, confirmed_by, confirmed_as, doubted_by, suspended_at, suspended_by)
  on accounts.holding to rembug_app;

select platform.write_in('accounts.invitation');
select platform.stay_over('accounts.invitation', 'used_at is null and withdrawn_at is null');
select platform.stay_over('accounts.reset_code', 'used_at is null');
select platform.stay_over('accounts.session', 'revoked_at is null');
