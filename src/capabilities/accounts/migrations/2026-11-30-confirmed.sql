-- Whether an officer above has said who is behind an account. Whoever is not confirmed signs and checks nothing: a facilitator could
-- else invite the village head who acknowledges his own deeds.
alter table accounts.account add column confirmed_at timestamptz;
alter table accounts.account add column confirmed_by uuid;
create index device_by_id on accounts.device (id);

update accounts.account a set confirmed_at = a.created_at
where not exists (
  select 1 from accounts.invitation i
  where i.used_by = a.id and i.used_at = a.created_at and i.made_by is not null
    and not exists (
      select 1 from accounts.holding h
      where h.account_id = i.made_by
        and h.role in ('district-officer', 'city-officer', 'province-officer', 'national-officer', 'admin')
    )
);
