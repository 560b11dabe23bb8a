-- What was done once, by the program and not by SQL, to rows that an older version wrote: it needs the master key.
create table platform.sealing (
  name text primary key,
  done_at timestamptz not null
);
comment on column platform.file.sha256 is 'keyed by the vault: v1: and base64url (digests.ts)';
