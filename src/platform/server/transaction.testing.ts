import { sql } from 'kysely'
import { testLooks } from './database/statement-watch.ts'
import type { Db, Tx } from './db.ts'
import { nobody, scopeOf, sealed } from './transaction.ts'

/** A test looks into a place, or makes something of it, by statements of its own; they may be such as a cluster would refuse. */
export async function lookInPlace<T>(db: Db, place: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`${sql.raw(testLooks)}select platform.enter(${sealed(scopeOf(place), nobody)})`.execute(tx)
    return work(tx)
  })
}
