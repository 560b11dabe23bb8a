// The national reference tables: regions by version, and the editions that were loaded.
import { sql } from 'kysely'
import { withAncestors } from '../../kernel/place-code.ts'
import type { Db, Tx } from '../../platform/server/db.ts'
import type { Region, RegionLevel } from './region.ts'

type Asked = Db | Tx

type Row = {
  code: string
  name: string
  level: RegionLevel
  kind: Region['kind']
  parent_code: string
  valid_from: string
  valid_to: string | null
  predecessor_code: string | null
  source: string
}

const regionOfRow = (row: Row): Region => ({
  code: row.code,
  name: row.name,
  level: row.level,
  kind: row.kind,
  parent: row.parent_code,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  predecessor: row.predecessor_code,
  source: row.source,
})

const columns = sql`code, name, level, kind, parent_code, valid_from, valid_to, predecessor_code, source`

/** The latest version of each code that is known, whether it still holds or not. */
export async function latestOf(tx: Asked, codes: readonly string[]): Promise<Map<string, Region>> {
  if (codes.length === 0) return new Map()
  const found = await sql<Row>`select distinct on (code) ${columns} from places.region
    where code = any(${[...new Set(codes)]}::text[]) order by code, valid_from desc`.execute(tx)
  return new Map(found.rows.map((row) => [row.code, regionOfRow(row)]))
}

/** The place and all above it that are known, nearest first; empty when the code was never one. */
export async function chainOf(tx: Asked, code: string): Promise<Region[]> {
  const chain = withAncestors(code)
  const known = await latestOf(tx, chain)
  return chain.flatMap((each) => known.get(each) ?? [])
}

export async function childrenOf(tx: Asked, code: string): Promise<Region[]> {
  const found = await sql<Row>`select ${columns} from places.region
    where parent_code = ${code} and valid_to is null order by code`.execute(tx)
  return found.rows.map(regionOfRow)
}

/** Codes in force that name this one as where they come from. */
export async function successorsOf(tx: Asked, code: string): Promise<string[]> {
  const found = await sql<{ code: string }>`select code from places.region
    where predecessor_code = ${code} and valid_to is null order by code limit 100`.execute(tx)
  return found.rows.map((row) => row.code)
}

/**
 * The districts below provinces and regencies, those of former times too: rows keep the code they were made under.
 * `unknown` when nothing is known below one of them.
 */
export async function districtsIn(
  tx: Asked,
  places: readonly string[],
): Promise<{ districts: string[]; unknown: boolean }> {
  if (places.length === 0) return { districts: [], unknown: false }
  const found = await sql<{ place: string; code: string }>`
    with regency as (
      select u.place, u.place as code from unnest(${[...places]}::text[]) as u (place)
      union select u.place, r.code from unnest(${[...places]}::text[]) as u (place)
        join places.region r on r.parent_code = u.place and r.level = 'regency'
    )
    select distinct g.place, r.code from regency g join places.region r on r.parent_code = g.code
    where r.level = 'district' order by 2`.execute(tx)
  const known = new Set(found.rows.map(({ place }) => place))
  return {
    districts: [...new Set(found.rows.map(({ code }) => code))],
    unknown: places.some((place) => !known.has(place)),
  }
}

/** Every district there is or was. */
export async function allDistricts(tx: Asked): Promise<string[]> {
  const found = await sql<{
    code: string
  }>`select distinct code from places.region where level = 'district'`.execute(tx)
  return found.rows.map(({ code }) => code)
}

export async function holds(tx: Asked, code: string): Promise<boolean> {
  const found = await sql<{ one: number }>`select 1 as one from places.region
    where code = ${code} and valid_to is null`.execute(tx)
  return found.rows.length > 0
}

export async function editionLoaded(db: Asked, version: string): Promise<boolean> {
  const found = await sql<{ one: number }>`select 1 as one from places.region_edition
    where version = ${version}`.execute(db)
  return found.rows.length > 0
}

/** Whether a whole list of the nation was loaded, of whatever edition. */
export async function hasEdition(db: Asked): Promise<boolean> {
  const found = await sql<{ one: number }>`select 1 as one from places.region_edition limit 1`.execute(db)
  return found.rows.length > 0
}

/** Whether there is or was such a place. Without the national list nothing can be said against a code. */
export async function isOrWasPlace(db: Asked, code: string): Promise<boolean> {
  const found = await sql<{ known: boolean }>`select exists (select 1 from places.region where code = ${code})
    or not exists (select 1 from places.region_edition) as known`.execute(db)
  return found.rows[0]?.known === true
}

export type Standing = { code: string; name: string; kind: string; parent_code: string; valid_from: string }

/** Everything in force, for comparing it with a new edition. */
export async function standing(tx: Asked): Promise<Standing[]> {
  const found = await sql<Standing>`select code, name, kind, parent_code, valid_from from places.region
    where valid_to is null`.execute(tx)
  return found.rows
}

export type NewRegion = {
  code: string
  name: string
  level: RegionLevel
  kind: string
  parent: string
  from: string
  predecessor: string | null
  source: string
}

const batch = 10_000

/** Inserts versions in batches; `said` hears how many are done. Re-inserting the same version changes its words. */
export async function insertRegions(
  tx: Asked,
  rows: readonly NewRegion[],
  said: (done: number) => void = () => undefined,
): Promise<void> {
  for (let at = 0; at < rows.length; at += batch) {
    const part = rows.slice(at, at + batch)
    await sql`insert into places.region
        (code, name, level, kind, parent_code, valid_from, predecessor_code, source)
      select u.code, u.name, u.level, u.kind, u.parent, u.since::date, u.predecessor, u.source from unnest(
        ${part.map((row) => row.code)}::text[], ${part.map((row) => row.name)}::text[],
        ${part.map((row) => row.level)}::text[], ${part.map((row) => row.kind)}::text[],
        ${part.map((row) => row.parent)}::text[], ${part.map((row) => row.from)}::text[],
        ${part.map((row) => row.predecessor)}::text[], ${part.map((row) => row.source)}::text[]
      ) as u (code, name, level, kind, parent, since, predecessor, source)
      on conflict (code, valid_from) do update set name = excluded.name, kind = excluded.kind,
        parent_code = excluded.parent_code, source = excluded.source, valid_to = null`.execute(tx)
    said(Math.min(at + batch, rows.length))
  }
}

/** Closes the standing versions of these codes, from a day on. */
export async function closeRegions(tx: Asked, codes: readonly string[], day: string): Promise<void> {
  for (let at = 0; at < codes.length; at += batch)
    await sql`update places.region set valid_to = ${day}::date
      where code = any(${codes.slice(at, at + batch)}::text[]) and valid_to is null
        and valid_from <= ${day}::date`.execute(tx)
}

export async function noteEdition(
  tx: Asked,
  edition: { version: string; source: string; added: number; changed: number; closed: number; at: Date },
): Promise<void> {
  await sql`insert into places.region_edition (version, source, loaded_at, added, changed, closed)
    values (${edition.version}, ${edition.source}, ${edition.at}, ${edition.added}, ${edition.changed}, ${edition.closed})
    on conflict (version) do nothing`.execute(tx)
}

/** One loader at a time, also when several servers start on one database. Held until the transaction ends. */
export async function lockLoading(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(7302120112)`.execute(tx)
}

/** So that the planner knows the table after a big load. Not inside a transaction. */
export async function vacuumRegions(db: Db): Promise<void> {
  await sql`vacuum (analyze) places.region`.execute(db)
}
