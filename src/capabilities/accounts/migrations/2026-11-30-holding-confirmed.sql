-- Confirmed is a role and who stands for it, not an account: else whoever gives somebody a role anywhere takes his signature away.
alter table accounts.holding add column confirmed_at timestamptz;
alter table accounts.holding add column confirmed_by uuid;

update accounts.holding h set confirmed_at = a.confirmed_at, confirmed_by = coalesce(a.confirmed_by, h.granted_by)
from accounts.account a where a.id = h.account_id and a.confirmed_at is not null;

alter table accounts.account drop column confirmed_at;
alter table accounts.account drop column confirmed_by;
