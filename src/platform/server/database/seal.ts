// The seal on a scope: that the application, and nobody who only speaks SQL, said which places a transaction enters.
import { createHash, type Hash } from 'node:crypto'
import type { Database } from './database.ts'

/** Stands among the values of a statement; the connection that sends it puts its own seal there. */
export class Seal {
  readonly #text: string
  constructor(scope: string, actor: string) {
    this.#text = `${actor}\n${scope}`
  }

  /** For one process of the server: sealed for another it opens nothing. */
  by({ inner, outer }: SealKeys, process: number): string {
    const head = Buffer.alloc(5, 1)
    head.writeInt32BE(process, 1)
    const within = inner.copy().update(head).update(this.#text).digest()
    return outer.copy().update(within).digest('hex')
  }
}

/** Digests that have taken in their key already. `process` is that of the one session of an embedded engine. */
export type SealKeys = { inner: Hash; outer: Hash; process: number }

const known = new WeakMap<Database, SealKeys>()

/** The keys that the database made for itself, as its owner reads them; null before its migrations. */
export async function sealKeys(database: Database): Promise<SealKeys | null> {
  const before = known.get(database)
  if (before) return before
  const there = await database.pool.query("select from pg_class where oid = to_regclass('platform.wall')")
  if (there.rowCount === 0) return null
  const { rows } = await database.pool.query<{ inner: Buffer; outer: Buffer; process: number }>(
    'select inner_key as inner, outer_key as outer, pg_backend_pid() as process from platform.wall',
  )
  const row = rows[0]
  if (!row) return null
  const after = (key: Buffer) => createHash('sha256').update(key)
  const keys = { inner: after(row.inner), outer: after(row.outer), process: row.process }
  known.set(database, keys)
  return keys
}
