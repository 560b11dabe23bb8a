// A client with full SQL as the role of requests, on a connection as the house has them.
import type pg from 'pg'
import type { Database } from './database.ts'
import { Seal, sealKeys } from './seal.ts'

export type Attacker = { client: pg.PoolClient; sealFor: (scope: string, actor: string) => Promise<string> }

/** Speaks the simple protocol, so many statements in one text; `sealFor` is what the application alone can do. */
export async function attackerOn(database: Database): Promise<Attacker> {
  const client = await (database.requests ?? database.pool).connect()
  return {
    client,
    async sealFor(scope, actor) {
      const keys = await sealKeys(database)
      if (!keys) throw new Error('no wall')
      const { processID } = client as unknown as { processID?: number }
      return new Seal(scope, actor).by(keys, processID ?? keys.process)
    },
  }
}
