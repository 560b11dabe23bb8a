// The table of households, and their feed rows.
import { type RawBuilder, sql } from 'kysely'
import type { Changed } from './change-rules.ts'
import type { HouseholdRow } from './household.ts'
import { maskedRegion } from './nik.ts'
import type { At } from './store.ts'
import type { PoorSource } from './words.ts'

type Found = {
  id: string
  kk_region: string | null
  local_place_id: string | null
  address_line: string | null
  head: string | null
  poor: boolean
  poor_source: PoorSource | null
  members_told: number | null
  version: number
  sealed: Buffer
  changed: Changed
}

export type PlaceCount = { place: string | null; known: number; chosen: number }
export type StoredHousehold = { row: HouseholdRow; sealed: Buffer; changed: Changed }
export type NewHousehold = { row: HouseholdRow; kkDigest: Buffer | null; sealed: Buffer }
export type NextHousehold = { row: HouseholdRow; changed: Changed; kkDigest?: Buffer | null; sealed?: Buffer }

const rowOf = (found: Found): HouseholdRow => ({
  id: found.id,
  kk: maskedRegion(found.kk_region),
  localPlace: found.local_place_id,
  address: found.address_line,
  head: found.head,
  poor: found.poor,
  poorSource: found.poor_source,
  membersTold: found.members_told,
  version: found.version,
})

const base64 = (bytes: Buffer | null) => bytes?.toString('base64') ?? null

export function householdStore({ tx, district, place }: At) {
  /** Those of the ids; all of the village without. */
  const find = async (ids?: readonly string[]): Promise<Found[]> => {
    const among = ids === undefined ? sql`true` : sql`h.id = any(${[...ids]}::uuid[])`
    const found = await sql<Found>`
      select h.id, h.kk_region, h.local_place_id, h.address_line, p.id as head, h.poor, h.poor_source,
        h.members_told, h.version, h.sealed, h.changed
      from people.household h
      left join people.person p on p.district_code = ${district} and p.household_id = h.id
        and p.relation = 'head' and p.state = 'here'
      where h.district_code = ${district} and h.village_code = ${place} and ${among}`.execute(tx)
    return found.rows
  }
  return {
    async rows(ids: readonly string[]): Promise<HouseholdRow[]> {
      return (await find(ids)).map(rowOf)
    },
    async all(): Promise<HouseholdRow[]> {
      return (await find()).map(rowOf)
    },
    async stored(ids: readonly string[]): Promise<Map<string, StoredHousehold>> {
      const found = ids.length === 0 ? [] : await find(ids)
      return new Map(
        found.map((each) => [each.id, { row: rowOf(each), sealed: each.sealed, changed: each.changed }]),
      )
    },
    /** Which of these are on record. */
    async known(ids: readonly string[]): Promise<Set<string>> {
      const found = await sql<{ id: string }>`select id from people.household
        where district_code = ${district} and village_code = ${place} and id = any(${[...ids]}::uuid[])`.execute(
        tx,
      )
      return new Set(found.rows.map((row) => row.id))
    },
    /** Of each local place, households on record and those of them that `chosen` gives as household_id. */
    async byPlace(chosen: RawBuilder<{ household_id: string }>): Promise<PlaceCount[]> {
      const found = await sql<PlaceCount>`
        select h.local_place_id as place, count(*)::int as known, count(c.household_id)::int as chosen
        from people.household h left join (${chosen}) c on c.household_id = h.id
        where h.district_code = ${district} and h.village_code = ${place} group by h.local_place_id`.execute(
        tx,
      )
      return found.rows
    },
    async byKk(digests: readonly Buffer[]): Promise<{ index: number; id: string }[]> {
      if (digests.length === 0) return []
      const found = await sql<{ index: number; id: string }>`
        select (u.at - 1)::int as index, h.id
        from unnest(${[...digests]}::bytea[]) with ordinality as u (digest, at)
        join people.household h on h.district_code = ${district} and h.village_code = ${place}
          and h.kk_digest = u.digest`.execute(tx)
      return found.rows
    },
    async add(households: readonly NewHousehold[], by: string, now: Date): Promise<void> {
      if (households.length === 0) return
      const rows = households.map(({ row, kkDigest, sealed }) => ({
        id: row.id,
        local_place_id: row.localPlace,
        address_line: row.address,
        kk_region: row.kk?.slice(0, 6) ?? null,
        kk_digest: base64(kkDigest),
        sealed: base64(sealed),
        poor: row.poor,
        poor_source: row.poorSource,
        members_told: row.membersTold,
      }))
      await sql`insert into people.household (district_code, village_code, id, local_place_id, address_line, kk_region,
          kk_digest, sealed, poor, poor_source, members_told, version, changed, created_by, created_at)
        select ${district}, ${place}, u.id, u.local_place_id, u.address_line, u.kk_region, decode(u.kk_digest, 'base64'),
          decode(u.sealed, 'base64'), u.poor, u.poor_source, u.members_told, 1, '{}'::jsonb, ${by}, ${now}
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as u (id uuid, local_place_id uuid, address_line text,
          kk_region text, kk_digest text, sealed text, poor boolean, poor_source text, members_told int) returning 1`.execute(
        tx,
      )
    },
    async save(next: NextHousehold): Promise<void> {
      const { row, changed, kkDigest, sealed } = next
      await sql`update people.household set local_place_id = ${row.localPlace}, address_line = ${row.address},
          poor = ${row.poor}, poor_source = ${row.poorSource}, members_told = ${row.membersTold},
          version = ${row.version}, changed = ${JSON.stringify(changed)}::jsonb
        where district_code = ${district} and village_code = ${place} and id = ${row.id}`.execute(tx)
      if (kkDigest === undefined) return
      await sql`update people.household set kk_region = ${row.kk?.slice(0, 6) ?? null}, kk_digest = ${kkDigest},
          sealed = ${sealed}
        where district_code = ${district} and village_code = ${place} and id = ${row.id}`.execute(tx)
    },
  }
}
