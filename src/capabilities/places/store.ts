// SQL of local places and of what a village calls itself.
import { sql } from 'kysely'
import type { Tx } from '../../platform/server/db.ts'
import type { LocalKind, LocalPlace, Settlement, VillageWords } from './local-place.ts'
import { villageWordsId } from './local-place.ts'
import type { VillageKind } from './names.ts'

export type At = { tx: Tx; place: string; district: string }

type Row = {
  id: string
  kind: LocalKind
  number: number | null
  name: string | null
  parent_id: string | null
  households: number | null
  settlement: Settlement | null
  active: boolean
  closed_on: string | null
  closed_reason: string | null
  version: number
}

const localOfRow = (row: Row): LocalPlace => ({
  id: row.id,
  kind: row.kind,
  number: row.number,
  name: row.name,
  parent: row.parent_id,
  households: row.households,
  settlement: row.settlement,
  active: row.active,
  closedOn: row.closed_on,
  closedReason: row.closed_reason,
  version: row.version,
})

const columns = sql`id, kind, number, name, parent_id, households, settlement, active, closed_on, closed_reason, version`

/** All local places of a village, open and closed; `ids` narrows them down. */
export async function readLocalPlaces(
  { tx, place, district }: At,
  ids?: readonly string[],
): Promise<LocalPlace[]> {
  const found = await sql<Row>`select ${columns} from places.local_place
    where district_code = ${district} and village_code = ${place}
      and (${ids === undefined} or id = any(${ids ?? []}::uuid[])) order by id`.execute(tx)
  return found.rows.map(localOfRow)
}

/** Inserts places, those above before those below, in one statement. */
export async function insertLocalPlaces(
  { tx, place, district }: At,
  places: readonly LocalPlace[],
  by: { actor: string; at: Date },
): Promise<void> {
  const settlements = places.map((each) => (each.settlement ? JSON.stringify(each.settlement) : null))
  await sql`insert into places.local_place (district_code, village_code, id, kind, number, name, parent_id, households,
      settlement, active, version, created_by, created_at)
    select ${district}, ${place}, u.id, u.kind, u.number, u.name, u.parent, u.households, u.settlement::jsonb,
      true, 1, ${by.actor}::uuid, ${by.at}::timestamptz
    from unnest(${places.map((each) => each.id)}::uuid[], ${places.map((each) => each.kind)}::text[],
      ${places.map((each) => each.number)}::int[], ${places.map((each) => each.name)}::text[],
      ${places.map((each) => each.parent)}::uuid[], ${places.map((each) => each.households)}::int[],
      ${settlements}::text[]) as u (id, kind, number, name, parent, households, settlement) returning 1`.execute(
    tx,
  )
}

/** Writes a place as it is now; its version tells the next edit what it is based on. */
export async function updateLocalPlace({ tx, place, district }: At, now: LocalPlace): Promise<void> {
  await sql`update places.local_place set number = ${now.number}::int, name = ${now.name}::text,
      parent_id = ${now.parent}::uuid, households = ${now.households}::int,
      settlement = ${now.settlement ? JSON.stringify(now.settlement) : null}::jsonb, active = ${now.active},
      closed_on = ${now.closedOn}::date, closed_reason = ${now.closedReason}::text, version = ${now.version}
    where district_code = ${district} and village_code = ${place} and id = ${now.id}`.execute(tx)
}

type WordsRow = { kind: VillageKind | null; name: string | null; version: number }

export async function readVillageWords({ tx, place, district }: At): Promise<VillageWords | undefined> {
  const found = await sql<WordsRow>`select kind, name, version from places.village
    where district_code = ${district} and village_code = ${place}`.execute(tx)
  const row = found.rows[0]
  return row && { id: villageWordsId, ...row }
}

export async function writeVillageWords(
  { tx, place, district }: At,
  words: VillageWords,
  by: { actor: string; at: Date },
): Promise<void> {
  await sql`insert into places.village (district_code, village_code, kind, name, version, updated_by, updated_at)
    values (${district}, ${place}, ${words.kind}, ${words.name}, ${words.version}, ${by.actor}, ${by.at})
    on conflict (district_code, village_code) do update set kind = excluded.kind, name = excluded.name,
      version = excluded.version, updated_by = excluded.updated_by, updated_at = excluded.updated_at`.execute(
    tx,
  )
}

/** What these villages call themselves, of those inside the scope of this transaction. */
export async function villageWordsOf(
  tx: Tx,
  villages: readonly string[],
): Promise<Map<string, { kind: VillageKind | null; name: string | null }>> {
  if (villages.length === 0) return new Map()
  const found = await sql<WordsRow & { village_code: string }>`select village_code, kind, name, version
    from places.village where district_code = any(${[...new Set(villages.map((code) => code.slice(0, 8)))]}::text[])
      and village_code = any(${[...villages]}::text[])`.execute(tx)
  return new Map(found.rows.map((row) => [row.village_code, { kind: row.kind, name: row.name }]))
}
