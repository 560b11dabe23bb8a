// A backup of one engine restores on the other: only where a PostgreSQL server is given.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newFolder, rembug } from './cli.testing.ts'

const server = process.env.DATABASE_URL
const long = 240_000
const folder = newFolder()
const made: string[] = []
const heads = (said: string) => said.split('\n').filter((line) => /^\d\d\..*[0-9a-f]{64}$/.test(line))

async function asAdmin(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server as string })
  await client.connect()
  await client.query(sql)
  await client.end()
}

async function newDatabase(): Promise<string> {
  const name = `rembug_cli_${randomBytes(6).toString('hex')}`
  await asAdmin(`create database ${name} template template0`)
  made.push(name)
  return Object.assign(new URL(server as string), { pathname: `/${name}` }).href
}

describe.skipIf(!server)('a house that moves between engines', () => {
  const embedded = { REMBUG_DATA: join(folder, 'embedded') }
  const archive = join(folder, 'embedded.rembug')
  let url = ''
  let whole: string[] = []

  beforeAll(async () => {
    url = await newDatabase()
    await rembug(embedded, 'demo')
    const verified = await rembug(embedded, '--demo', 'verify')
    whole = heads(verified.said)
    expect(whole).toHaveLength(4)
    expect((await rembug(embedded, '--demo', 'backup', archive)).exit).toBe(0)
  }, long)

  afterAll(async () => {
    for (const name of made) await asAdmin(`drop database if exists ${name} with (force)`)
  })

  it(
    'goes from the embedded engine to PostgreSQL and back with every chain',
    async () => {
      const onServer = { REMBUG_DATA: join(folder, 'server'), DATABASE_URL: url }
      const there = await rembug(onServer, 'restore', archive)
      expect(there.said).toContain('restored')
      expect(heads((await rembug(onServer, 'verify')).said)).toEqual(whole)
      const again = join(folder, 'server.rembug')
      expect((await rembug(onServer, 'backup', again)).exit).toBe(0)
      const back = await rembug({ REMBUG_DATA: join(folder, 'back') }, 'restore', again)
      expect(heads(back.said)).toEqual(whole)
      expect(back.exit).toBe(0)
    },
    long,
  )

  it(
    'is not restored over rows that are there already, and leaves no files behind',
    async () => {
      const onServer = { REMBUG_DATA: join(folder, 'second'), DATABASE_URL: url }
      const refused = await rembug(onServer, 'restore', archive)
      expect(refused.exit).toBe(1)
      expect(refused.said).toContain('platform.database-not-empty')
    },
    long,
  )

  it(
    'as a demonstration only enters an empty database',
    async () => {
      const foreign = await newDatabase()
      const client = new pg.Client({ connectionString: foreign })
      await client.connect()
      await client.query('create table somebodys (id int)')
      await client.end()
      const refused = await rembug({ REMBUG_DATA: join(folder, 'demo'), DATABASE_URL: foreign }, 'demo')
      expect(refused.exit).toBe(1)
      expect(refused.said).toContain('a demonstration goes into an empty one only')
    },
    long,
  )
})
