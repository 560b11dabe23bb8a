// What the library of forms knows of the instruments that came with Rembug.
import { sql } from 'kysely'
import { nation } from '../../../kernel/place-code.ts'
import type { Tx } from '../../../platform/server/db.ts'

export function instrumentStore(tx: Tx) {
  return {
    /** Of the texts they were made from. */
    async digests(): Promise<Set<string>> {
      const found = await sql<{ digest: string }>`select about ->> 'digest' as digest from surveys.form
        where shipped and place = ${nation} and about ? 'digest'`.execute(tx)
      return new Set(found.rows.map((row) => row.digest))
    },
    async keys(): Promise<string[]> {
      const found = await sql<{
        id: string
      }>`select id from surveys.form where shipped and place = ${nation}`.execute(tx)
      return found.rows.map((row) => row.id)
    },
    /** Versions are ten digits, so the greatest is the newest; older ones leave the list and running surveys keep them. */
    async retireOlder(): Promise<string[]> {
      const done = await sql<{ id: string }>`update surveys.form f set retired = true
        where f.shipped and f.place = ${nation} and f.about ? 'digest' and not f.retired and exists (
          select 1 from surveys.form n where n.shipped and n.place = f.place and n.form_id = f.form_id
            and n.version > f.version) returning f.id`.execute(tx)
      return done.rows.map(({ id }) => id)
    },
  }
}
