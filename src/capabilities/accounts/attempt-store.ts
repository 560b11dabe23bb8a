// Wrong tries in the database. A try is counted before it is judged, so that a hundred at once do not slip
// through together; one that was right is taken back.
import { sql } from 'kysely'
import type { Db } from '../../platform/server/db.ts'
import type { Vault } from '../../platform/server/vault.ts'
import { type Attempts, afterFailure, failuresNow, type Limit, limits, waitSeconds } from './attempt.ts'

export type Counted = { key: Buffer; limit: Limit }
type Row = { key: Buffer; failures: number; last_at: Date; blocked_until: Date }

/** What is counted, under a keyed digest: people type passwords where the name should be. */
export function counted(vault: Vault, kind: keyof typeof limits, ...parts: readonly string[]): Counted {
  return { key: vault.digest(`accounts:attempt:${kind}`, JSON.stringify(parts)), limit: limits[kind] }
}

const stateOf = (row: Row): Attempts => ({
  failures: row.failures,
  lastAt: row.last_at,
  blockedUntil: row.blocked_until,
})

/**
 * Counts a try against every key. Gives the seconds to wait (and counts nothing) when one of them is blocked; the first is
 * the sender's own, by which a shared one may spare it.
 */
export async function countTry(db: Db, keys: readonly Counted[], now: Date): Promise<number> {
  const sorted = [...keys].sort((a, b) => Buffer.compare(a.key, b.key))
  return db.transaction().execute(async (tx) => {
    const states = new Map<string, Attempts>()
    for (const { key } of sorted) {
      // One statement: between two of them a right try at the same moment would take the row away.
      const found = await sql<Row>`insert into accounts.attempt (key, failures, last_at, blocked_until)
        values (${key}, 0, ${now}, ${now}) on conflict (key) do update set key = excluded.key
        returning key, failures, last_at, blocked_until`.execute(tx)
      states.set(key.toString('hex'), stateOf(found.rows[0] as Row))
    }
    const stateAt = ({ key }: Counted) => states.get(key.toString('hex')) as Attempts
    const [own] = keys
    const failed = own ? failuresNow(stateAt(own), own.limit, now) : 0
    const holding = keys.filter(({ limit }) => failed >= (limit.spares ?? 0))
    const wait = Math.max(0, ...holding.map((each) => waitSeconds(stateAt(each), now)))
    if (wait > 0) return wait
    for (const each of sorted) {
      const next = afterFailure(stateAt(each), each.limit, now)
      await sql`update accounts.attempt set failures = ${next.failures}, last_at = ${next.lastAt},
        blocked_until = ${next.blockedUntil} where key = ${each.key}`.execute(tx)
    }
    return 0
  })
}

/** One try less against a shared key; what others failed still counts. */
async function takeOneBack(db: Db, { key }: Counted, now: Date): Promise<void> {
  await sql`update accounts.attempt set failures = greatest(failures - 1, 0), blocked_until = ${now}
    where key = ${key} and last_at <= ${now}`.execute(db)
}

/** The try was right: the first key is forgotten, the others get this one try back. */
export async function takeTryBack(db: Db, [own, ...shared]: readonly Counted[], now: Date): Promise<void> {
  if (own) await sql`delete from accounts.attempt where key = ${own.key}`.execute(db)
  for (const each of shared) await takeOneBack(db, each, now)
}

/** Forgets tries that no longer count. */
export async function forgetOldTries(db: Db, now: Date): Promise<void> {
  await sql`delete from accounts.attempt where last_at < ${new Date(now.getTime() - 2 * 86_400_000)}`.execute(
    db,
  )
}
