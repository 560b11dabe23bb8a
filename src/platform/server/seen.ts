// A command that is sent again is answered as it was the first time, and nothing is done for it a second time.
import { sql } from 'kysely'
import { districtOf } from '../../kernel/place-code.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import type { Tx } from './db.ts'

export type Seen = {
  seen_name: string | null
  seen_actor: string | null
  seen_digest: Buffer | null
  seen_answer: unknown
  head_seq: number | null
  head_hash: Buffer | null
}
export type Again =
  | { status: 'before'; seq: number; answer: unknown }
  | { status: 'conflict'; refusals: readonly Refusal[] }
export type Sent = { id: string; name: string; place: string }

export function answerAgain(seen: Seen, name: string, actor: string, digest: Buffer): Again {
  const same = seen.seen_name === name && seen.seen_actor === actor && seen.seen_digest?.equals(digest)
  if (!same) return { status: 'conflict', refusals: [refuse('platform.id-used')] }
  return { status: 'before', seq: seen.head_seq ?? 0, answer: seen.seen_answer }
}

/** Asked without the lock of the place, before heavy work is begun for what was done already. */
export async function seenBefore(tx: Tx, { id, place }: Sent): Promise<Seen | undefined> {
  const district = districtOf(place)
  const found =
    await sql<Seen>`select l.name as seen_name, l.actor as seen_actor, l.body_digest as seen_digest,
      l.answer as seen_answer, h.seq::int as head_seq, h.hash as head_hash
    from platform.log l left join platform.head h on h.district_code = ${district} and h.village_code = ${place}
    where l.district_code = ${district} and l.id = ${id}`.execute(tx)
  return found.rows[0]
}
