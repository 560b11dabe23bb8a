// A transaction that has entered a place: the database itself shows it the rows of that place and below,
// and no others, whatever the statement says.
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../kernel/command.ts'
import { nation } from '../../kernel/place-code.ts'
import type { Holding } from '../../kernel/role.ts'
import { Seal } from './database/seal.ts'
import type { Db, Tx } from './db.ts'

/** The row-level scope of a place, as patterns: itself and all below. An empty scope sees no place's rows. */
export function scopeOf(place: string | null): string {
  if (place === null) return ''
  return place === nation ? '%' : `${place},${place}.%`
}

/**
 * The row-level scope of a command or query: its place, or for what a person asks about themself the
 * places they hold a role at. Where nobody of that place need be signed in (public), no place's rows.
 */
export function scopeFor(
  scope: Scope,
  place: string,
  holdings: readonly Holding[],
  atPlace: boolean,
): string {
  if (scope === 'self') return [nation, ...holdings.map((holding) => scopeOf(holding.place))].join(',')
  return atPlace ? scopeOf(place) : ''
}

/** What platform.enter and its like take: the scope, who acts in it, and the seal on both. */
export const sealed = (scope: string, actor: string): RawBuilder<unknown> =>
  sql`${scope}, ${actor}, ${new Seal(scope, actor)}`

export const nobody = '00000000-0000-0000-0000-000000000000'

/** Runs work inside a row-level scope, as the unprivileged database role. */
export async function inScope<T>(
  db: Db,
  scope: string,
  actor: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`select platform.enter(${sealed(scope, actor)})`.execute(tx)
    return work(tx)
  })
}

/** Runs work inside a place; `null` is inside no place at all. */
export async function inPlace<T>(
  db: Db,
  place: string | null,
  actor: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return inScope(db, scopeOf(place), actor, work)
}

/** As `inScope`, for what reads long and compares: it sees one moment, whatever is committed meanwhile. */
export async function inSnapshot<T>(db: Db, scope: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      await sql`select platform.enter(${sealed(scope, nobody)})`.execute(tx)
      return work(tx)
    })
}
