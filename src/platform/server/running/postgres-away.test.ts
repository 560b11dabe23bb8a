// A PostgreSQL that goes away and comes back, seen through a line that can be cut: only where a server is given.
import net from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Database, openDatabase } from '../database/open.ts'
import { Health, type HealthReport } from './health.ts'
import { platformProbes } from './probes.ts'

const server = process.env.DATABASE_URL

/** A line to the server: `silent` passes nothing on in either direction, `cut` ends what there is and takes nothing new. */
class Line {
  readonly #sockets = new Set<net.Socket>()
  readonly #server: net.Server
  #state: 'open' | 'silent' | 'cut' = 'open'
  constructor(to: { host: string; port: number }) {
    this.#server = net.createServer((near) => {
      if (this.#state === 'cut') return void near.destroy()
      const far = net.connect(to)
      for (const [one, other] of [[near, far] as const, [far, near] as const]) {
        this.#sockets.add(one)
        one.on('error', () => other.destroy()).on('close', () => other.destroy())
        one.on('data', (bytes) => other.write(bytes))
        if (this.#state === 'silent') one.pause()
      }
    })
  }
  listen(): Promise<number> {
    return new Promise((done) => {
      this.#server.listen(0, '127.0.0.1', () => done((this.#server.address() as net.AddressInfo).port))
    })
  }
  be(state: 'open' | 'silent' | 'cut'): void {
    this.#state = state
    for (const socket of this.#sockets) {
      if (state === 'cut') socket.destroy()
      else if (state === 'silent') socket.pause()
      else socket.resume()
    }
    if (state === 'cut') this.#sockets.clear()
  }
  close(): void {
    this.be('cut')
    this.#server.close()
  }
}

describe.skipIf(!server)('a PostgreSQL that goes away', () => {
  let line: Line
  let database: Database
  let health: Health
  beforeAll(async () => {
    const { hostname, port, username, password, pathname } = new URL(server as string)
    line = new Line({ host: hostname, port: Number(port || 5432) })
    const who = `${username}${password ? `:${password}` : ''}`
    const databaseUrl = `postgres://${who}@127.0.0.1:${await line.listen()}${pathname}`
    database = await openDatabase({ dataFolder: '', databaseUrl, poolSize: 2 })
    health = new Health(platformProbes(database, process.cwd()))
  })
  afterAll(async () => {
    line.be('open')
    await database.close()
    line.close()
  })
  const databaseIn = ({ parts }: HealthReport) => parts.find(({ part }) => part === 'database')?.condition
  const databaseIs = async () => databaseIn(await health.report())

  /** How many looks it took until health says so; a look is told for half a second. */
  async function looksUntil(condition: string): Promise<number> {
    const looks = new Set<HealthReport>()
    while (looks.size < 20) {
      const report = await health.report()
      looks.add(report)
      if (databaseIn(report) === condition) return looks.size
      await new Promise((later) => setTimeout(later, 50))
    }
    throw new Error(`never ${condition}`)
  }

  test.each(['silent', 'cut'] as const)(
    '(%s) is named at the next look, and taken again when it is back',
    async (how) => {
      expect(await databaseIs()).toBe('well')
      line.be(how)
      // The one that is still told, and the first after it, whose patience ends by itself.
      expect(await looksUntil('fault')).toBeLessThanOrEqual(2)
      line.be('open')
      await looksUntil('well')
      // The connections of the house itself come back as well, without a restart.
      expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    },
  )
})
