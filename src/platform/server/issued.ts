// What goes on working on somebody's behalf without them: a device's secret, a code, numbers that were lent. Each capability
// declares its own (`issued` of a ServerCapability) and knows nothing of accounts; who may end a person's stay tells it here.
import { sql } from 'kysely'
import type { Holding } from '../../kernel/role.ts'
import type { Text } from '../../kernel/text.ts'
import { appendBatch, type BatchEntry, beginBatch } from './batch.ts'
import type { Tx } from './db.ts'
import { scopeOf, sealed } from './transaction.ts'
import type { Vault } from './vault.ts'

/** One that still works. `place`: where it lets somebody do something. */
export type IssuedThing = { id: string; place: string; name: string; since: Date }

export type Issued<Thing extends IssuedThing = IssuedThing> = {
  /** What it is; where phones are told of it, the collection of the feed. */
  what: string
  title: Text
  inFeed: boolean
  /** Those of an account that still work. */
  running: (tx: Tx, account: string, now: Date) => Promise<readonly Thing[]>
  /** Whether it goes on with the roles that are left. A closed account, and whoever is signed out everywhere, keeps none. */
  stays: (left: readonly Holding[], thing: Thing) => boolean
  end: (tx: Tx, things: readonly Thing[], now: Date) => Promise<void>
}

export const issued = <Thing extends IssuedThing>(kind: Issued<Thing>): Issued => kind as unknown as Issued

/** Somebody's stay is over, wholly (`left` null) or but for the roles that are left. */
export type Over = {
  account: string
  left: readonly Holding[] | null
  /** Where they held roles, so that all of theirs is reached. */
  places: readonly string[]
  /** What goes on all the same: the session that asks for it. */
  but?: string
}

type Changes = { touch(collection: string, id: string): void }
type At = { tx: Tx; place: string; scope: string; now: Date; vault: Vault; changes: Changes }
type Deed = Pick<BatchEntry, 'command' | 'actor' | 'device' | 'doneAt'>

const enter = (tx: Tx, scope: string, actor: string) =>
  sql`select platform.enter(${sealed(scope, actor)})`.execute(tx)

async function endAll(kinds: readonly Issued[], { tx, now }: At, { account, left, but }: Over) {
  const told: { place: string; collection: string; id: string }[] = []
  for (const kind of kinds) {
    const running = await kind.running(tx, account, now)
    const over = running.filter((each) => each.id !== but && !(left && kind.stays(left, each)))
    if (over.length === 0) continue
    await kind.end(tx, over, now)
    if (kind.inFeed) told.push(...over.map(({ id, place }) => ({ place, id, collection: kind.what })))
  }
  return told
}

/**
 * Ends what was issued for an account, in the transaction of the command that ends its stay. Villages other than the one of
 * that command hear of it by an entry of the same deed in their own log.
 */
export async function endIssued(kinds: readonly Issued[], at: At, deed: Deed, over: Over): Promise<void> {
  const { tx, place, scope, now, vault, changes } = at
  await enter(tx, [scope, ...over.places.map(scopeOf)].filter(Boolean).join(','), deed.actor)
  const told = await endAll(kinds, at, over)
  for (const other of [...new Set(told.map((each) => each.place))].sort()) {
    const here = told.filter((each) => each.place === other)
    if (other === place) for (const { collection, id } of here) changes.touch(collection, id)
    else {
      const entry = { ...deed, input: { account: over.account }, answer: {}, changes: here }
      const head = await beginBatch(tx, other, deed.actor)
      await appendBatch({ tx, vault, now }, [{ place: other, head, entries: [entry] }])
    }
  }
  await enter(tx, scope, deed.actor)
}

export type Listed = { what: string; title: Text; id: string; place: string; name: string; since: string }

/** What works for an account now, as far as the scope of the question reaches; with `left`: what would end with all other roles. */
export async function listIssued(
  kinds: readonly Issued[],
  tx: Tx,
  account: string,
  now: Date,
  left?: readonly Holding[],
): Promise<Listed[]> {
  const all: Listed[] = []
  for (const kind of kinds) {
    const things = await kind.running(tx, account, now)
    for (const { id, place, name, since } of left ? things.filter((each) => !kind.stays(left, each)) : things)
      all.push({ what: kind.what, title: kind.title, id, place, name, since: since.toISOString() })
  }
  return all
}
