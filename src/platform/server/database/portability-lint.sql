-- Finds, from the catalogue of any PostgreSQL 15 to 18 or PGlite, what would be refused elsewhere: what
-- Citus cannot distribute, and what PostgreSQL 15 does not know. One row per fault.
-- Input: a temporary table dist_plan (name text, rel regclass, kind text, col name), kind 'place',
-- 'reference' or 'local'; rel is null when there is no such table.
with plan as (
  select p.*, a.attnum as key, a.attnotnull as key_not_null, a.attgenerated as key_generated
  from dist_plan p
  left join pg_attribute a on a.attrelid = p.rel and a.attname = p.col and p.kind = 'place' and not a.attisdropped
),
own_tables as (
  select c.oid
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p')
    and not c.relispartition
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and not (n.nspname = 'platform' and c.relname = 'migration')
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
),
issues (name, message) as (
  select name, 'in the plan but not in the database' from plan where rel is null
  union all
  select oid::regclass::text, 'in no migration''s plan' from own_tables where oid not in (select rel from plan where rel is not null)
  union all
  select name, 'no NOT NULL column ' || col from plan where kind = 'place' and rel is not null and key_not_null is not true
  union all
  select name, 'distribution column is generated' from plan where kind = 'place' and key_generated <> ''
  union all
  select p.name, 'unique or exclusion index without ' || p.col || ': ' || i.indexrelid::regclass
  from plan p
  join pg_index i on i.indrelid = p.rel
  where p.kind = 'place' and (i.indisunique or i.indisexclusion) and p.key is not null and not p.key = any (i.indkey::int2[])
  union all
  select p.name, 'foreign key without (' || p.col || ' -> ' || parent.col || ') to distributed ' || parent.name || ': ' || c.conname
  from plan p
  join pg_constraint c on c.conrelid = p.rel and c.contype = 'f'
  join plan parent on parent.rel = c.confrelid and parent.kind = 'place'
  where p.kind = 'place'
    and not exists (select from unnest(c.conkey, c.confkey) u (a, b) where a = p.key and b = parent.key)
  union all
  select p.name, 'foreign key between a local table and one that is spread: ' || c.conname
  from plan p
  join pg_constraint c on c.conrelid = p.rel and c.contype = 'f'
  join plan parent on parent.rel = c.confrelid
  where p.kind <> parent.kind and 'local' in (p.kind, parent.kind)
  union all
  select p.name, 'a village''s rows in a local table'
  from plan p
  join pg_attribute a on a.attrelid = p.rel and a.attname = 'village_code' and not a.attisdropped
  where p.kind = 'local'
  union all
  select p.name, 'foreign key from reference table to distributed ' || parent.name || ': ' || c.conname
  from plan p
  join pg_constraint c on c.conrelid = p.rel and c.contype = 'f'
  join plan parent on parent.rel = c.confrelid and parent.kind = 'place'
  where p.kind = 'reference'
  union all
  select p.name, 'foreign key to a table outside the plan: ' || c.conname || ' -> ' || c.confrelid::regclass
  from plan p
  join pg_constraint c on c.conrelid = p.rel and c.contype = 'f'
  where not exists (select from plan parent where parent.rel = c.confrelid)
  union all
  select p.name, 'ON DELETE or UPDATE SET NULL or DEFAULT including ' || p.col || ': ' || c.conname
  from plan p
  join pg_constraint c on c.conrelid = p.rel and c.contype = 'f'
  where p.kind = 'place' and (c.confdeltype in ('n', 'd') or c.confupdtype in ('n', 'd')) and p.key = any (c.conkey)
  union all
  select p.name, 'statement trigger with transition table: ' || t.tgname
  from plan p
  join pg_trigger t on t.tgrelid = p.rel
  where not t.tgisinternal and (t.tgoldtable is not null or t.tgnewtable is not null)
  union all
  select p.name, 'trigger function uses NOTIFY, TG_TABLE_NAME or TG_RELID: ' || f.proname
  from plan p
  join pg_trigger t on t.tgrelid = p.rel
  join pg_proc f on f.oid = t.tgfoid
  where not t.tgisinternal and p.kind = 'place'
    and f.prosrc ~* '(pg_notify|\mnotify\M|tg_table_name|tg_relname|tg_relid)'
  union all
  select p.name, 'row-level policy with a sub-select: ' || o.polname
  from plan p
  join pg_policy o on o.polrelid = p.rel
  -- That of the wall is made plain where Citus is (platform.plain_wall).
  where replace(replace(coalesce(pg_get_expr(o.polqual, p.rel), '') || coalesce(pg_get_expr(o.polwithcheck, p.rel), ''),
    '( SELECT platform.scope() AS scope)', ''), '( SELECT platform.actor() AS actor)', '') ~* '\mselect\M'
  union all
  select p.name, 'virtual generated column, unknown to PostgreSQL 15: ' || a.attname
  from plan p
  join pg_attribute a on a.attrelid = p.rel
  where a.attgenerated = 'v'
  union all
  select p.name, 'default uses uuidv7(), unknown to PostgreSQL 15: ' || a.attname
  from plan p
  join pg_attrdef d on d.adrelid = p.rel
  join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
  where pg_get_expr(d.adbin, d.adrelid) ~* '\muuidv7\M'
)
select name as "table", message from issues order by 1, 2
