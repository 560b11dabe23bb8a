// A whole house for a measurement: real HTTP, real sessions, a database of its own that is thrown away after.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { type House, measured, openHouse, readingsOf, serveHouse } from '../src/apps/server/open.ts'
import { createAccount } from '../src/capabilities/accounts/door.ts'
import type { Command, Envelope } from '../src/kernel/command.ts'
import { newId } from '../src/kernel/id.ts'
import type { Role } from '../src/kernel/role.ts'
import { loginFor } from '../src/platform/server/database/request-login.ts'
import { declareDemo } from '../src/platform/server/installation.ts'
import { openJournal } from '../src/platform/server/running/journal.ts'
import { beginMeasuring } from '../src/platform/server/running/measuring.ts'
import { readSettings } from '../src/platform/server/settings.ts'

export type Engine = 'PGlite' | 'PostgreSQL'
/** The embedded engine, and PostgreSQL where DATABASE_URL says where one is. */
export const engines: readonly Engine[] = process.env.BENCH_ENGINE
  ? [process.env.BENCH_ENGINE as Engine]
  : process.env.DATABASE_URL
    ? ['PGlite', 'PostgreSQL']
    : ['PGlite']

const password = 'lumbung-padi-7-sawah'
export const device = 'bench'

export async function newDatabase(server: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `rembug_bench_${randomBytes(5).toString('hex')}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`create database ${name} template template0`)
  const drop = async () => {
    // The server cleans up after many rows by itself, and nobody but its owner may end that.
    const dropped = () => admin.query(`drop database if exists ${name} with (force)`)
    await dropped().catch(() => new Promise((later) => setTimeout(later, 5000)).then(dropped))
    await admin.query(`drop role if exists ${loginFor(name)}`)
    await admin.end()
  }
  return { url: Object.assign(new URL(server), { pathname: `/${name}` }).href, drop }
}

/** What the app of somebody who is signed in sends with each request: the cookie of the session, and its half. */
export type Signed = { cookie: string; 'x-rembug-half': string }

export async function signedBy(response: Response): Promise<Signed> {
  const { half } = (await response.json()) as { half: string }
  return { cookie: (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '', 'x-rembug-half': half }
}

export type BenchHouse = {
  house: House
  app: FastifyInstance
  address: string
  /** The session of somebody with these roles; each call is another person. */
  signIn(holdings: readonly { role: Role; place: string }[]): Promise<Signed>
  close(): Promise<void>
}

/** Opens a house on a fresh database. Rate limits are met by naming another client address with each request. */
export async function benchHouse(engine: Engine): Promise<BenchHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'rembug-bench-'))
  const made = engine === 'PostgreSQL' ? await newDatabase(process.env.DATABASE_URL as string) : null
  const env = {
    PORT: '0',
    REMBUG_DATA: folder,
    TRUST_PROXY: '127.0.0.1',
    ...(made ? { DATABASE_URL: made.url } : {}),
  }
  const settings = readSettings(env, false)
  // Synthetic people have a NIK that only a demonstration takes.
  declareDemo()
  // As a server runs: its journal in a file, its figures counted.
  openJournal({ level: 'info', form: 'json', addresses: false }, join(folder, 'journal'))
  const house = await quietly(() => openHouse(settings))
  beginMeasuring(measured(house), readingsOf(house))
  const app = await serveHouse(house, settings)
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  let people = 0
  return {
    house,
    app,
    address,
    async signIn(holdings) {
      people += 1
      const user = `uji.${people}`
      await createAccount(house.services.owner, { user, name: `Uji ${people}`, password, holdings })
      const response = await fetch(`${address}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': clientAddress(people) },
        body: JSON.stringify({
          user,
          password,
          device: `${device}-0000000000000000-${people}`,
          deviceName: 'Uji',
        }),
      })
      if (!response.ok) throw new Error(`sign-in said ${response.status}: ${await response.text()}`)
      return signedBy(response)
    },
    async close() {
      await app.close()
      await house.close()
      await made?.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { log } = console
  console.log = () => undefined
  try {
    return await work()
  } finally {
    console.log = log
  }
}

export const clientAddress = (n: number): string => `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`

export function envelope<Input>(command: Command<Input>, place: string, input: Input): Envelope<Input> {
  const { name, version } = command
  return { id: newId(), name, version, place, at: new Date().toISOString(), device, input }
}

/** The middle one of an odd number of measurements. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

export const ratio = (value: number, to: number): string => (to > 0 ? (value / to).toFixed(2) : '-')
