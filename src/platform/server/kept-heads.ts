// Heads of chains that phones keep: each answer of the feed gives the head of its place, sealed, and the phone hands the last
// one up when it asks again. An owner who cuts the end off a log, or makes it anew, is then found out by whoever asks next.
import { timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { Head, SealedHead } from '../../kernel/head.ts'
import { districtOf } from '../../kernel/place-code.ts'
import { manyDistricts } from './database/plan.ts'
import type { Tx } from './db.ts'
import { journal } from './running/journal.ts'
import type { Vault } from './vault.ts'

type Key = Pick<Vault, 'digest'>

const sealOf = (vault: Key, { place, seq, hash }: Head): string =>
  vault.digest('head', `${place}\n${seq}\n${hash}`).toString('hex').slice(0, 32)

export const sealedHead = (vault: Key, head: Head): SealedHead => ({
  ...{ seq: head.seq, hash: head.hash },
  seal: sealOf(vault, head),
})

export const keptPattern = /^\d{1,15}\.[0-9a-f]{64}\.[0-9a-f]{32}$/

/** A head that a phone hands up, as `seq.hash.seal`; null where this server did not give it for that place. */
export function keptHead(vault: Key, place: string, text: string): Head | null {
  const [seq = '', hash = '', seal = ''] = text.split('.')
  const head = { place, seq: Number(seq), hash }
  const right = Buffer.from(sealOf(vault, head))
  const said = Buffer.from(seal)
  return said.length === right.length && timingSafeEqual(said, right) ? head : null
}

/** Puts on record that a head which this server gave is in no chain any more; told to the journal the first time. */
async function noteGone(tx: Tx, { place, seq, hash }: Head, now: Date): Promise<void> {
  const { rows } = await sql`insert into platform.gone_head (district_code, village_code, seq, hash, found_at)
    values (${districtOf(place)}, ${place}, ${seq}, ${hash}, ${now}) on conflict do nothing returning 1`.execute(
    tx,
  )
  if (rows.length > 0) journal.warn('head-gone', { place, seq })
}

export type HeadRead = {
  /** Number of the newest entry; 0 where there is none. */
  head: number
  proof: SealedHead | null
  kept: 'there' | 'gone' | null
}

/** Where the chain stands, and whether a head that a phone brought is still in it. To be asked before rows are read. */
export async function readHead(tx: Tx, vault: Key, place: string, brought: string): Promise<HeadRead> {
  const said = keptHead(vault, place, brought)
  const { rows } = await sql<{ seq: number | null; hash: string | null; was: string | null }>`
    select h.seq, encode(h.hash, 'hex') as hash, encode(l.hash, 'hex') as was
    from (select 1) one
    left join platform.head h on h.district_code = ${districtOf(place)} and h.village_code = ${place}
    left join platform.log l on l.district_code = ${districtOf(place)} and l.village_code = ${place}
      and l.seq = ${said?.seq ?? 0}`.execute(tx)
  const { seq = null, hash = null, was = null } = rows[0] ?? {}
  const kept = said && (was === said.hash ? 'there' : 'gone')
  if (said && kept === 'gone') await noteGone(tx, said, new Date())
  const proof = seq === null || hash === null ? null : sealedHead(vault, { place, seq, hash })
  return { head: seq ?? 0, proof, kept }
}

export type GoneHead = Head & { foundAt: string }

/** Heads of places in scope that phones brought back and no chain had, the newest find first. */
export async function goneHeads(tx: Tx, since: Date, most = 100): Promise<GoneHead[]> {
  const { rows } = await sql<Head & { found_at: Date }>`${sql.raw(manyDistricts)}
    select village_code as place, seq::int as seq, hash, found_at from platform.gone_head where found_at >= ${since}
    order by found_at desc limit ${most}`.execute(tx)
  return rows.map(({ found_at, ...head }) => ({ ...head, foundAt: found_at.toISOString() }))
}
