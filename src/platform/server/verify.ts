// `rembug verify`: walks every chain from its first row and says where it is broken. It fails when it
// checked nothing, because a verifier that reads nothing is always content.
import { sql } from 'kysely'
import type { Head } from '../../kernel/head.ts'
import { districtOf } from '../../kernel/place-code.ts'
import { manyDistricts } from './database/plan.ts'
import type { Tx } from './db.ts'
import { chainStart, entryHash, hashWithRows } from './log.ts'
import type { RecordRows } from './record-rows.ts'
import {
  digestedEver,
  digestingAnew,
  Newest,
  placesOf,
  type RecordBreak,
  type RowDigests,
  recordsAt,
  strayRecords,
} from './verify-records.ts'

type Row = {
  village_code: string
  seq: number
  id: string
  name: string
  version: number
  actor: string
  device: string
  done_at: Date
  received_at: Date
  records: string[]
  fields: unknown
  answer: unknown
  body_digest: Buffer
  previous: Buffer
  hash: Buffer
  rows: RowDigests | null
  /** As the database writes it, which is what the hash is of. */
  rows_text: string | null
}

/** The columns of an entry. */
const entryColumns = sql.raw('l.*, l.rows::text as rows_text')

export type Break =
  | {
      place: string
      seq: number
      kind: 'content-differs' | 'link-broken' | 'row-missing' | 'head-differs' | 'not-as-known'
    }
  | ({ place: string } & RecordBreak)
export type Verified = {
  places: number
  rows: number
  /** That were held against the log. */
  records: number
  /** Entries by which records were digested as they stood: after an upgrade, and never else. */
  anew: { place: string; seq: number; records: number; at: Date }[]
  breaks: Break[]
  heads: Head[]
}

function checkRow(row: Row, previous: Buffer, expected: number): Break | null {
  const at = { place: row.village_code, seq: row.seq }
  if (row.seq !== expected) return { ...at, seq: expected, kind: 'row-missing' }
  if (!row.previous.equals(previous)) return { ...at, kind: 'link-broken' }
  const bare = entryHash(row.previous, {
    place: row.village_code,
    seq: row.seq,
    id: row.id,
    name: row.name,
    version: row.version,
    actor: row.actor,
    device: row.device,
    doneAt: row.done_at,
    receivedAt: row.received_at,
    records: row.records,
    fields: row.fields,
    answer: row.answer,
    bodyDigest: row.body_digest.toString('hex'),
  })
  return hashWithRows(bare, row.rows_text).equals(row.hash) ? null : { ...at, kind: 'content-differs' }
}

/** Of a place without entries and head its records tell. */
const agrees = (head: { seq: number; hash: Buffer } | undefined, seq: number, last: Buffer): boolean =>
  head ? head.seq === seq && head.hash.equals(last) : seq === 0

async function verifyPlace(
  tx: Tx,
  district: string,
  place: string,
  head: { seq: number; hash: Buffer } | undefined,
  records: readonly RecordRows[],
) {
  let previous: Buffer = chainStart
  let seq = 0
  const newest = new Newest()
  const breaks: Break[] = []
  const anew: Verified['anew'] = []
  for (;;) {
    const page = await sql<Row>`select ${entryColumns} from platform.log l
      where district_code = ${district} and village_code = ${place} and seq > ${seq} order by seq limit 1000`.execute(
      tx,
    )
    for (const row of page.rows) {
      const found = checkRow(row, previous, seq + 1)
      if (found) breaks.push(found)
      newest.note(row.seq, row.rows)
      if (row.name === digestingAnew)
        anew.push({ place, seq: row.seq, records: row.records.length, at: row.received_at })
      previous = row.hash
      seq = row.seq
    }
    if (page.rows.length < 1000) break
  }
  if (!agrees(head, seq, previous)) breaks.push({ place, seq, kind: 'head-differs' })
  const known = new Set(records.map(({ collection }) => collection))
  const there = await recordsAt(tx, place, records)
  for (const found of newest.against(there, known)) breaks.push({ place, ...found })
  return {
    rows: seq,
    records: there.length,
    anew,
    breaks,
    head: { place, seq, hash: previous.toString('hex') },
  }
}

/** Recomputes every chain in scope of the transaction, and holds these records against what the chains say of them. */
export async function verifyLog(tx: Tx, records: readonly RecordRows[] = []): Promise<Verified> {
  const places = await sql<{ district_code: string; village_code: string }>`${sql.raw(manyDistricts)}
    select district_code, village_code from platform.log group by district_code, village_code
    union select district_code, village_code from platform.head order by 1, 2`.execute(tx)
  const heads = await sql<{
    village_code: string
    seq: number
    hash: Buffer
  }>`${sql.raw(manyDistricts)}select village_code, seq, hash from platform.head`.execute(tx)
  const headOf = new Map(heads.rows.map((head) => [head.village_code, head]))
  // No log has digests on a cluster, and in what an older Rembug wrote and this one has not opened.
  const digested = (await digestedEver(tx)).size > 0 ? records : []
  const logged = places.rows.map(({ village_code }) => village_code)
  const all = [...new Set([...logged, ...(await placesOf(tx, digested))])].sort()
  const result: Verified = { places: all.length, rows: 0, records: 0, anew: [], breaks: [], heads: [] }
  for (const place of all) {
    const checked = await verifyPlace(tx, districtOf(place), place, headOf.get(place), digested)
    result.rows += checked.rows
    result.records += checked.records
    result.anew.push(...checked.anew)
    result.breaks.push(...checked.breaks)
    if (checked.rows > 0) result.heads.push(checked.head)
  }
  result.breaks.push(...(await strayRecords(tx, digested)))
  return result
}

type Checked = { places: number; rows: number; breaks: Break[] }

/** Every chain by its end only: the head is the last row and no row stands after it. Quick, for a look in between. */
export async function verifyHeads(tx: Tx): Promise<Checked> {
  const counted = await sql<{
    places: number
  }>`${sql.raw(manyDistricts)}select count(*)::int as places from platform.head`.execute(tx)
  const { rows } = await sql<{ place: string; seq: number }>`${sql.raw(manyDistricts)}
    select h.village_code as place, h.seq from platform.head h
    left join platform.log l on l.district_code = h.district_code and l.village_code = h.village_code and l.seq = h.seq
    left join platform.log beyond on beyond.district_code = h.district_code and beyond.village_code = h.village_code
      and beyond.seq = h.seq + 1
    where l.hash is distinct from h.hash or beyond.seq is not null order by 1 limit 100`.execute(tx)
  const breaks = rows.map((row): Break => ({ ...row, kind: 'head-differs' }))
  return { places: counted.rows[0]?.places ?? 0, rows: 0, breaks }
}

/** Recomputes the newest rows of some places, taken by chance. */
export async function verifySample(tx: Tx, places: number, rowsMost: number): Promise<Checked> {
  const drawn = await sql<{ district: string; place: string; seq: number }>`${sql.raw(manyDistricts)}
    select district_code as district, village_code as place, seq from platform.head order by random() limit ${places}`.execute(
    tx,
  )
  const result: Checked = { places: drawn.rows.length, rows: 0, breaks: [] }
  for (const { district, place, seq } of drawn.rows) {
    const { rows } = await sql<Row>`select ${entryColumns} from platform.log l
        where district_code = ${district} and village_code = ${place} and seq > ${seq - rowsMost - 1} order by seq`.execute(
      tx,
    )
    const [first] = rows
    // The row before the sample gives the hash that the sample begins with; a chain that is short begins with none.
    const atStart = seq <= rowsMost
    const checked = atStart ? rows : rows.slice(1)
    let previous = atStart || !first ? chainStart : first.hash
    let expected = Math.max(1, seq - rowsMost + 1)
    for (const row of checked) {
      const found = checkRow(row, previous, expected)
      if (found) result.breaks.push(found)
      previous = row.hash
      expected = row.seq + 1
    }
    result.rows += checked.length
  }
  return result
}

/** Whether the log is whole: something was checked and nothing is broken. */
export function isWhole(verified: Verified): boolean {
  return verified.rows > 0 && verified.breaks.length === 0
}

/** The newest entry of a place's own chain, and when it came. */
export async function newestHead(tx: Tx, place: string): Promise<(Head & { at: string }) | null> {
  const { rows } = await sql<Head & { received_at: Date }>`
    select l.village_code as place, l.seq::int as seq, encode(l.hash, 'hex') as hash, l.received_at
    from platform.log l where l.district_code = ${districtOf(place)} and l.village_code = ${place}
    order by l.seq desc limit 1`.execute(tx)
  return rows.map(({ received_at, ...head }) => ({ ...head, at: received_at.toISOString() }))[0] ?? null
}

/** When the entry came that a head is of, by whatever digits of it are known; null where the chain has no such entry. */
export async function entryAt(tx: Tx, { place, seq, hash }: Head): Promise<string | null> {
  const { rows } = await sql<{ received_at: Date }>`
    select received_at from platform.log where district_code = ${districtOf(place)} and village_code = ${place}
      and seq = ${seq} and left(encode(hash, 'hex'), ${hash.length}) = ${hash}`.execute(tx)
  return rows[0]?.received_at.toISOString() ?? null
}

const knownAtOnce = 5_000

/**
 * Holds the log against heads that somebody else has kept, whole or their first digits: each must still be an entry of its chain. Whoever owns the server can
 * recompute a whole chain, or cut its end off, and it verifies; what was printed before is then no part of it.
 */
export async function verifyAgainst(tx: Tx, known: readonly Head[]): Promise<Break[]> {
  const breaks: Break[] = []
  for (let from = 0; from < known.length; from += knownAtOnce) {
    const some = known.slice(from, from + knownAtOnce)
    const of = <K extends keyof Head>(key: K) => some.map((head) => head[key])
    const { rows } = await sql<{ place: string; seq: number }>`${sql.raw(manyDistricts)}
      select k.place, k.seq::int as seq
      from unnest(${of('place')}::text[], ${some.map(({ place }) => districtOf(place))}::text[], ${of('seq')}::bigint[],
        ${of('hash')}::text[]) as k (place, district, seq, hash)
      left join platform.log l on l.district_code = k.district and l.village_code = k.place and l.seq = k.seq
      where l.hash is null or left(encode(l.hash, 'hex'), length(k.hash)) <> k.hash order by 1, 2`.execute(tx)
    breaks.push(...rows.map((row): Break => ({ ...row, kind: 'not-as-known' })))
  }
  return breaks
}
