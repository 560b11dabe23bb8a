-- What an account answers for is looked for when its stay ends.
create index device_by_account on surveys.device (account) where revoked_at is null;
