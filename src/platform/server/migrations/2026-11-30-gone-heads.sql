-- Heads of chains that this server once gave to a phone and that are in no chain any more: somebody has changed the log
-- behind it, or has put an older backup in its place.
create table platform.gone_head (
  district_code text not null,
  village_code text not null,
  seq bigint not null,
  hash text not null,
  found_at timestamptz not null,
  primary key (district_code, village_code, seq, hash)
);
select platform.protect('platform.gone_head', 'insert');
