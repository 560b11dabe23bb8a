-- Adds entries to the chains of places and tells the feed: the last thing that every command and every batch does. A
-- function whose first argument is called home_district is done, on a cluster, by the node that keeps that district: one
-- way there, and an ordinary commit. Elsewhere the entries may be of several districts.
create function platform.append(
  home_district text, places text[], seqs bigint[], ids uuid[], names text[], versions int[], actors uuid[], devices text[],
  done timestamptz[], received timestamptz, records jsonb, fields jsonb, answers jsonb,
  -- 32 bytes an entry, one behind the other
  digests bytea, previous bytea, hashes bytea,
  -- which entries have a salt (32 bytes each), and which are the last of their place: numbers from 1
  salted int[], salts bytea, lasts int[],
  -- what the feed is told
  told_places text[], told_collections text[], told_ids uuid[], told_seqs bigint[], told_gone boolean[]
) returns void language plpgsql as $$
declare
  added int;
begin
  -- A loop, because a cluster takes rows from a function only where they are asked back.
  for added in
    insert into platform.log (district_code, village_code, seq, id, name, version, actor, device, done_at, received_at,
      records, fields, answer, body_digest, previous, hash)
    select left(u.place, 8), u.place, u.seq, u.id, u.name, u.version, u.actor, u.device, u.done_at, received,
      records -> (u.n - 1)::int, fields -> (u.n - 1)::int, answers -> (u.n - 1)::int,
      substring(digests from u.n::int * 32 - 31 for 32), substring(previous from u.n::int * 32 - 31 for 32),
      substring(hashes from u.n::int * 32 - 31 for 32)
    from unnest(places, seqs, ids, names, versions, actors, devices, done) with ordinality
      as u (place, seq, id, name, version, actor, device, done_at, n)
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
  select left(places[u.at], 8), places[u.at], seqs[u.at], substring(hashes from u.at * 32 - 31 for 32)
  from unnest(lasts) as u (at)
  on conflict (district_code, village_code) do update set seq = excluded.seq, hash = excluded.hash;
  if told_ids <> '{}' then
    insert into platform.feed (district_code, village_code, collection, id, seq, gone)
    select left(u.place, 8), u.place, u.collection, u.id, u.seq, u.gone
    from unnest(told_places, told_collections, told_ids, told_seqs, told_gone) as u (place, collection, id, seq, gone)
    on conflict (district_code, village_code, collection, id) do update set seq = excluded.seq, gone = excluded.gone;
  end if;
end $$;
