// A PostgreSQL that goes away and comes back, seen through a line that can be cut: only where a server is given.
import net from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Database, openDatabase } from '../database/open.ts'
import { Health } from './health.ts'
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
  const databaseIs = async () =>
    (await health.report()).parts.find(({ part }) => part === 'database')?.condition

  /** Milliseconds until health says so. */
  async function until(condition: string): Promise<number> {
    const began = performance.now()
    while ((await databaseIs()) !== condition) {
      if (performance.now() - began > 10_000) throw new Error(`never ${condition}`)
      await new Promise((later) => setTimeout(later, 50))
    }
    return performance.now() - began
  }

  test.each(['silent', 'cut'] as const)(
    '(%s) is named within two seconds, and taken again when it is back',
    async (how) => {
      expect(await databaseIs()).toBe('well')
      line.be(how)
      expect(await until('fault')).toBeLessThan(2000)
      line.be('open')
      await until('well')
      // The connections of the house itself come back as well, without a restart.
      expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    },
  )
})
