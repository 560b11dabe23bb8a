-- The last entry of a place in a transaction carries digests of the records that the transaction touched, as they stood at its
-- end, and its hash covers them: a row that is changed behind the log is found (record-rows.ts, architecture/decisions).
alter table platform.log add column rows jsonb;

-- Of which columns a record was digested last: when a migration changes a table, its records are digested anew.
create table platform.record_shape (
  collection text primary key,
  shape text not null
);

-- What of these records stands there now: hexadecimal, SHA-256. The program says which rows make up a record, and puts that in the
-- place of this when it opens the house. On a cluster this one stays, and entries carry no digests there.
create function platform.records_now(places text[], collections text[], ids uuid[])
returns table (place text, collection text, id uuid, digest text) language plpgsql stable as $$
begin
  return;
end $$;

-- The hash of an entry that carries digests, from the hash of the entry without them.
create function platform.hash_with_rows(bare bytea, rows jsonb) returns bytea language sql immutable as $$
  select case when rows is null then bare else sha256(convert_to('rows ' || encode(bare, 'hex') || ' ' || rows::text, 'UTF8')) end
$$;

drop function platform.append(text, text[], bigint[], uuid[], text[], int[], uuid[], text[], timestamptz[], timestamptz, jsonb,
  jsonb, jsonb, bytea, bytea, bytea, int[], bytea, int[], text[], text[], uuid[], bigint[], boolean[]);

-- Adds entries to the chains of places and tells the feed: the last thing that every command and every batch does. A
-- function whose first argument is called home_district is done, on a cluster, by the node that keeps that district: one
-- way there, and an ordinary commit. Elsewhere the entries may be of several districts.
create function platform.append(
  home_district text, places text[], seqs bigint[], ids uuid[], names text[], versions int[], actors uuid[], devices text[],
  done timestamptz[], received timestamptz, records jsonb, fields jsonb, answers jsonb,
  -- 32 bytes an entry, one behind the other; the hash of the last of a place is that without the rows it touched
  digests bytea, previous bytea, hashes bytea,
  -- which entries have a salt (32 bytes each), and which are the last of their place: numbers from 1
  salted int[], salts bytea, lasts int[],
  -- which records were changed; the feed is told of all but the silent ones
  told_places text[], told_collections text[], told_ids uuid[], told_seqs bigint[], told_gone boolean[], told_silent boolean[]
) returns void language plpgsql as $$
declare
  added int;
  touched jsonb;
begin
  if told_ids <> '{}' then
    select jsonb_object_agg(p.place, p.rows) into touched from (
      select now.place, jsonb_object_agg(now.collection || ' ' || now.id, now.digest) as rows
      from platform.records_now(told_places, told_collections, told_ids) as now group by now.place
    ) p;
  end if;
  -- A loop, because a cluster takes rows from a function only where they are asked back.
  for added in
    insert into platform.log (district_code, village_code, seq, id, name, version, actor, device, done_at, received_at,
      records, fields, answer, body_digest, previous, hash, rows)
    select left(e.place, 8), e.place, e.seq, e.id, e.name, e.version, e.actor, e.device, e.done_at, received,
      records -> (e.n - 1)::int, fields -> (e.n - 1)::int, answers -> (e.n - 1)::int,
      substring(digests from e.n::int * 32 - 31 for 32), substring(previous from e.n::int * 32 - 31 for 32),
      platform.hash_with_rows(substring(hashes from e.n::int * 32 - 31 for 32), e.rows), e.rows
    from (
      select u.*, case when u.n = any (lasts) then touched -> u.place end as rows
      from unnest(places, seqs, ids, names, versions, actors, devices, done) with ordinality
        as u (place, seq, id, name, version, actor, device, done_at, n)
    ) e
    returning 1
  loop
  end loop;
  if salted <> '{}' then
    for added in
      insert into platform.log_salt (district_code, village_code, id, salt)
      select left(places[u.at], 8), places[u.at], ids[u.at], substring(salts from u.n::int * 32 - 31 for 32)
      from unnest(salted) with ordinality as u (at, n)
      returning 1
    loop
    end loop;
  end if;
  insert into platform.head as h (district_code, village_code, seq, hash)
  select left(places[u.at], 8), places[u.at], seqs[u.at],
    platform.hash_with_rows(substring(hashes from u.at * 32 - 31 for 32), touched -> places[u.at])
  from unnest(lasts) as u (at)
  on conflict (district_code, village_code) do update set seq = excluded.seq, hash = excluded.hash;
  if false = any (told_silent) then
    insert into platform.feed (district_code, village_code, collection, id, seq, gone)
    select left(u.place, 8), u.place, u.collection, u.id, u.seq, u.gone
    from unnest(told_places, told_collections, told_ids, told_seqs, told_gone, told_silent)
      as u (place, collection, id, seq, gone, silent)
    where not u.silent
    on conflict (district_code, village_code, collection, id) do update set seq = excluded.seq, gone = excluded.gone;
  end if;
end $$;
