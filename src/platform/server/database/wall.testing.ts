// A client with full SQL as the role of requests, on a connection as the house has them.
import type pg from 'pg'
import type { Database } from './database.ts'
import { Seal, sealKeys } from './seal.ts'
import { testLooks } from './statement-watch.ts'

export type Attacker = {
  client: pg.PoolClient
  /** What the application alone can do. */
  sealFor: (scope: string, actor: string) => Promise<string>
  /** Begins a transaction there, as the application does; gives the seal that it had. */
  enter: (scope: string, actor: string) => Promise<string>
  /** What several statements in one text say at their end, or the code of their refusal. */
  say: (text: string) => Promise<unknown>
}

/** Speaks the simple protocol, so many statements in one text. */
export async function attackerOn(database: Database): Promise<Attacker> {
  // Before it holds the one connection that an embedded engine has.
  const keys = await sealKeys(database)
  if (!keys) throw new Error('no wall')
  const client = await (database.requests ?? database.pool).connect()
  const sealFor = async (scope: string, actor: string) => {
    const { processID } = client as unknown as { processID?: number }
    return new Seal(scope, actor).by(keys, processID ?? keys.process)
  }
  return {
    client,
    sealFor,
    async enter(scope, actor) {
      const seal = await sealFor(scope, actor)
      await client.query('begin')
      // What the watch over the statements of the house would refuse is for the database to refuse here.
      await client.query(`${testLooks}select platform.enter($1, $2, $3)`, [scope, actor, seal])
      return seal
    },
    async say(text) {
      try {
        const answers = [await client.query(text)].flat()
        return Object.values(answers.at(-1)?.rows[0] ?? {})[0]
      } catch (error) {
        return (error as { code?: string }).code
      }
    },
  }
}
