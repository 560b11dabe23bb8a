// Holds the records of a place against what its log says of them: a record that was changed, taken away or put there behind the log.
import { CompiledQuery, sql } from 'kysely'
import { districtOf } from '../../kernel/place-code.ts'
import { manyDistricts } from './database/plan.ts'
import { writesOnly } from './database/swift-pool.ts'
import type { Tx } from './db.ts'
import { allOf, astray, placesWith, plainly, type RecordRows } from './record-rows.ts'

/** As an entry carries them: by collection and id; null of a record that was not there when its transaction ended. */
export type RowDigests = Readonly<Record<string, string | null>>

/** Of each record what the newest entry says that touched it. */
export class Newest {
  readonly #known = new Map<string, { seq: number; digest: string | null }>()

  note(seq: number, rows: RowDigests | null): void {
    for (const [record, digest] of Object.entries(rows ?? {})) this.#known.set(record, { seq, digest })
  }

  /** Undefined where no entry knows the record; null where it was gone. */
  digestOf(collection: string, id: string): string | null | undefined {
    return this.#known.get(`${collection} ${id}`)?.digest
  }

  /** What of these records is not as the log says. */
  against(found: readonly DigestedRecord[], collections: ReadonlySet<string>): RecordBreak[] {
    const breaks: RecordBreak[] = []
    const there = new Set<string>()
    for (const { collection, id, digest } of found) {
      const record = `${collection} ${id}`
      there.add(record)
      const known = this.#known.get(record)
      if (!known) breaks.push({ record, seq: 0, kind: 'record-unknown' })
      else if (known.digest !== digest) breaks.push({ record, seq: known.seq, kind: 'record-differs' })
    }
    for (const [record, { seq, digest }] of this.#known)
      if (digest !== null && !there.has(record) && collections.has(record.split(' ')[0] ?? ''))
        breaks.push({ record, seq, kind: 'record-gone' })
    return breaks
  }
}

export type RecordBreak = {
  /** Collection and id. */
  record: string
  /** Of the entry that touched it last; 0 where there is none. */
  seq: number
  kind: 'record-differs' | 'record-unknown' | 'record-gone'
}

export type DigestedRecord = { collection: string; id: string; digest: string }

/** In nobody's name: records that are digested as they stand, after a migration or the first time (digesting-records.ts). */
export const digestingAnew = 'platform.digest-records'

/** Each of the settings that digests rest on, for this transaction; and no end by time, for what reads a whole village. */
async function setPlainly(tx: Tx): Promise<void> {
  for (const [name, value] of Object.entries({ ...plainly, statement_timeout: '0' }))
    await sql.raw(`${writesOnly}set local ${name} = '${value}'`).execute(tx)
}

/** What stands there now, digested by this program and not by what the database was told. */
export async function recordsAt(
  tx: Tx,
  place: string,
  records: readonly RecordRows[],
): Promise<DigestedRecord[]> {
  if (records.length === 0) return []
  await setPlainly(tx)
  const asked = CompiledQuery.raw(allOf(records), [districtOf(place), place])
  return (await tx.executeQuery(asked as CompiledQuery<DigestedRecord>)).rows
}

/** What the log of a place says of its records. */
export async function knownAt(tx: Tx, place: string): Promise<Newest> {
  const newest = new Newest()
  const { rows } = await sql<{ seq: number; rows: RowDigests }>`select seq, rows from platform.log
    where district_code = ${districtOf(place)} and village_code = ${place} and rows is not null order by seq`.execute(
    tx,
  )
  for (const row of rows) newest.note(row.seq, row.rows)
  return newest
}

/** The collections of which any log has digests: none in a house that an older Rembug wrote, nor on a cluster. */
export async function digestedEver(tx: Tx): Promise<Set<string>> {
  await setPlainly(tx)
  const { rows } = await sql<{ collection: string }>`${sql.raw(manyDistricts)}
    select distinct split_part(k.record, ' ', 1) as collection from platform.log l, jsonb_object_keys(l.rows) as k (record)
    where l.rows is not null`.execute(tx)
  return new Set(rows.map(({ collection }) => collection))
}

/** Where there are such records, with a log or without. */
export async function placesOf(tx: Tx, records: readonly RecordRows[]): Promise<string[]> {
  if (records.length === 0) return []
  await setPlainly(tx)
  const { rows } = await sql<{ place: string }>`${sql.raw(manyDistricts)}${sql.raw(placesWith(records))}
    order by 1`.execute(tx)
  return rows.map(({ place }) => place)
}

/** Rows that stand in another district than their village. */
export async function strayRecords(
  tx: Tx,
  records: readonly RecordRows[],
): Promise<({ place: string } & RecordBreak)[]> {
  if (records.length === 0) return []
  const { rows } = await sql<{ collection: string; place: string; id: string }>`${sql.raw(manyDistricts)}
    ${sql.raw(astray(records))} limit 100`.execute(tx)
  return rows.map(({ collection, place, id }) => ({
    ...{ place, seq: 0, kind: 'record-unknown' },
    record: `${collection} ${id}`,
  }))
}
