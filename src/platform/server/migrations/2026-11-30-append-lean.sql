-- The program says the digests of what was touched, with the statement itself (record-rows.ts): a function of the database had to look
-- among all collections. And what most commands do, one entry, takes no arrays apart.
drop function platform.append(text, text[], bigint[], uuid[], text[], int[], uuid[], text[], timestamptz[], timestamptz, jsonb,
  jsonb, jsonb, bytea, bytea, bytea, int[], bytea, int[], text[], text[], uuid[], bigint[], boolean[], boolean[]);
drop function platform.record_now(text, text, uuid);
drop function platform.records_now(text[], text[], uuid[]);

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
  told_places text[], told_collections text[], told_ids uuid[], told_seqs bigint[], told_gone boolean[], told_silent boolean[],
  -- digests of what was touched, as it stands now: by place, and within by collection and id
  touched jsonb
) returns void language plpgsql as $$
declare
  added int;
  district text;
  place text;
  hash bytea;
  -- of the last entries of the places, as `lasts`
  last_hashes bytea := hashes;
begin
  if cardinality(ids) = 1 then
    place := places[1];
    district := left(place, 8);
    hash := case when touched -> place is null then hashes
      else sha256(convert_to('rows ' || encode(hashes, 'hex') || ' ' || (touched -> place)::text, 'UTF8')) end;
    insert into platform.log (district_code, village_code, seq, id, name, version, actor, device, done_at, received_at,
      records, fields, answer, body_digest, previous, hash, rows)
    values (district, place, seqs[1], ids[1], names[1], versions[1], actors[1], devices[1], done[1], received,
      records -> 0, fields -> 0, answers -> 0, digests, previous, hash, touched -> place);
    if salts <> '' then
      insert into platform.log_salt (district_code, village_code, id, salt) values (district, place, ids[1], salts);
    end if;
    insert into platform.head as h (district_code, village_code, seq, hash) values (district, place, seqs[1], hash)
    on conflict (district_code, village_code) do update set seq = excluded.seq, hash = excluded.hash;
    if cardinality(told_ids) = 1 then
      if not told_silent[1] then
        insert into platform.feed (district_code, village_code, collection, id, seq, gone)
        values (district, place, told_collections[1], told_ids[1], told_seqs[1], told_gone[1])
        on conflict (district_code, village_code, collection, id) do update set seq = excluded.seq, gone = excluded.gone;
      end if;
      return;
    end if;
  else
    if touched is not null or cardinality(lasts) <> cardinality(ids) then
      select string_agg(case when touched -> l.place is null then l.bare
        else sha256(convert_to('rows ' || encode(l.bare, 'hex') || ' ' || (touched -> l.place)::text, 'UTF8')) end, '' order by l.n)
      into last_hashes from (
        select u.n, places[u.at] as place, substring(hashes from u.at * 32 - 31 for 32) as bare
        from unnest(lasts) with ordinality as u (at, n)
      ) l;
    end if;
    -- A loop, because a cluster takes rows from a function only where they are asked back.
    for added in
      insert into platform.log (district_code, village_code, seq, id, name, version, actor, device, done_at, received_at,
        records, fields, answer, body_digest, previous, hash, rows)
      select left(u.place, 8), u.place, u.seq, u.id, u.name, u.version, u.actor, u.device, u.done_at, received,
        records -> (u.n - 1)::int, fields -> (u.n - 1)::int, answers -> (u.n - 1)::int,
        substring(digests from u.n::int * 32 - 31 for 32), substring(previous from u.n::int * 32 - 31 for 32),
        case when l.at is null then substring(hashes from u.n::int * 32 - 31 for 32)
          else substring(last_hashes from l.at * 32 - 31 for 32) end,
        case when l.at is not null then touched -> u.place end
      from unnest(places, seqs, ids, names, versions, actors, devices, done) with ordinality
        as u (place, seq, id, name, version, actor, device, done_at, n)
      cross join lateral (select array_position(lasts, u.n::int) as at) l
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
    select left(places[u.at], 8), places[u.at], seqs[u.at], substring(last_hashes from u.n::int * 32 - 31 for 32)
    from unnest(lasts) with ordinality as u (at, n)
    on conflict (district_code, village_code) do update set seq = excluded.seq, hash = excluded.hash;
  end if;
  if false = any (told_silent) then
    insert into platform.feed (district_code, village_code, collection, id, seq, gone)
    select left(u.place, 8), u.place, u.collection, u.id, u.seq, u.gone
    from unnest(told_places, told_collections, told_ids, told_seqs, told_gone, told_silent)
      as u (place, collection, id, seq, gone, silent)
    where not u.silent
    on conflict (district_code, village_code, collection, id) do update set seq = excluded.seq, gone = excluded.gone;
  end if;
end $$;
