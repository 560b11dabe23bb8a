// Holds the records of a place against what its log says of them: a record that was changed, taken away or put there behind the log.
import { CompiledQuery, sql } from 'kysely'
import { districtOf } from '../../kernel/place-code.ts'
import { manyDistricts } from './database/plan.ts'
import type { Tx } from './db.ts'
import { allOf, type RecordRows } from './record-rows.ts'

/** As an entry carries them: by collection and id; null of a record that was not there when its transaction ended. */
export type RowDigests = Readonly<Record<string, Readonly<Record<string, string | null>>>>

/** Of each record what the newest entry says that touched it. */
export class Newest {
  readonly #known = new Map<string, { seq: number; digest: string | null }>()

  note(seq: number, rows: RowDigests | null): void {
    for (const [collection, digests] of Object.entries(rows ?? {}))
      for (const [id, digest] of Object.entries(digests))
        this.#known.set(`${collection} ${id}`, { seq, digest })
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

/** What stands there now, digested by this program and not by what the database was told. */
export async function recordsAt(
  tx: Tx,
  place: string,
  records: readonly RecordRows[],
): Promise<DigestedRecord[]> {
  if (records.length === 0) return []
  await sql`set local timezone = 'UTC'`.execute(tx)
  const asked = CompiledQuery.raw(allOf(records), [districtOf(place), place])
  return (await tx.executeQuery(asked as CompiledQuery<DigestedRecord>)).rows
}

/** Whether entries of this database carry digests of records: not on a cluster. */
export async function digestsRecords(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ known: string[] }>`select platform.records_known() as known`.execute(tx)
  return (rows[0]?.known.length ?? 0) > 0
}

/** Where there are such records, with a log or without. */
export async function placesOf(tx: Tx, records: readonly RecordRows[]): Promise<string[]> {
  if (records.length === 0) return []
  const each = records.flatMap(({ parts }) =>
    parts.map(
      ({ table, place = 't.village_code', only = 'true' }) =>
        `select ${place} as place from ${table} t where ${only}`,
    ),
  )
  const { rows } = await sql<{
    place: string | null
  }>`${sql.raw(manyDistricts)}${sql.raw(each.join(' union '))} order by 1`.execute(tx)
  return rows.flatMap(({ place }) => place ?? [])
}
