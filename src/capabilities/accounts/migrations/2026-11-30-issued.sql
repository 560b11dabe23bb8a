-- What somebody made is looked for when their stay ends.
create index invitation_by_maker on accounts.invitation (made_by) where used_at is null and withdrawn_at is null;
create index reset_code_by_maker on accounts.reset_code (made_by) where used_at is null;
