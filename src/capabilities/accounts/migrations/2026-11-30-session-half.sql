-- SHA-256 of the other half of a session, which only an open phone sends. A session from before has none: its phone signs in once more.
alter table accounts.session add column half_hash bytea;
