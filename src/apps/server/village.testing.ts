// A house with one database for a test file, and a fresh village for each test.
import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Command } from '../../kernel/command.ts'
import { newId } from '../../kernel/id.ts'
import { districtOf, nation } from '../../kernel/place-code.ts'
import type { AgencyOf, Role } from '../../kernel/role.ts'
import type { Texts } from '../../kernel/text.ts'
import type { Actor, ServerCapability, Services } from '../../platform/server/capability.ts'
import type { Database } from '../../platform/server/database/open.ts'
import { testDatabase } from '../../platform/server/database/testing.ts'
import { type Db, kyselyOn } from '../../platform/server/db.ts'
import { digestRecords } from '../../platform/server/digesting-records.ts'
import type { FeedPage } from '../../platform/server/feed.ts'
import { createServer } from '../../platform/server/http/server.ts'
import { platformMigrations } from '../../platform/server/migrations.ts'
import type { RecordRows } from '../../platform/server/record-rows.ts'
import type { SlowLimits } from '../../platform/server/running/watched-pool.ts'
import { inPlace, inSnapshot, nobody, scopeOf } from '../../platform/server/transaction.ts'
import { Vault } from '../../platform/server/vault.ts'
import { verifyLog } from '../../platform/server/verify.ts'

export type Answer = {
  status: number
  body: Record<string, never> & { errors?: { code: string; field?: string }[] }
}

/** A person of a test: holds roles at a place, and speaks to the server over HTTP like everybody. */
export class Person {
  readonly actor: Actor
  readonly place: string
  readonly #app: FastifyInstance
  readonly #token: string
  constructor(app: FastifyInstance, token: string, actor: Actor, place: string) {
    this.#app = app
    this.#token = token
    this.actor = actor
    this.place = place
  }

  async http(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    payload?: object,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await this.#app.inject({
      method,
      url,
      ...(payload ? { payload } : {}),
      headers: { 'x-test-person': this.#token, ...headers },
    })
    const isJson = String(response.headers['content-type'] ?? '').includes('json')
    return {
      status: response.statusCode,
      body: isJson ? response.json() : ({ text: response.body } as never),
    }
  }

  /** Gives a command, as a phone would; `place` is this person's village unless said otherwise. */
  give<Input>(
    command: Command<Input>,
    input: NoInfer<Input>,
    options: { id?: string; place?: string; at?: Date; version?: number } = {},
  ) {
    return this.http('POST', `/api/commands/${command.name}`, {
      id: options.id ?? newId(),
      version: options.version ?? command.version,
      place: options.place ?? this.place,
      at: (options.at ?? new Date()).toISOString(),
      device: this.actor.device,
      input,
    })
  }

  ask(name: string, params: Record<string, string | number> = {}) {
    return this.http('POST', `/api/queries/${name}`, { place: this.place, ...params })
  }

  /** All feed rows of the place that this person's phone may hold, after a cursor. */
  async feed(after = '', place = this.place): Promise<FeedPage> {
    const answer = await this.http('GET', `/api/feed?place=${place}&after=${encodeURIComponent(after)}`)
    if (answer.status !== 200)
      throw new Error(`the feed said ${answer.status}: ${JSON.stringify(answer.body)}`)
    return answer.body as unknown as FeedPage
  }

  /** The values of one collection in the feed. */
  async rows<T>(collection: string): Promise<T[]> {
    const rows: T[] = []
    for (let cursor = '', more = true; more; ) {
      const page = await this.feed(cursor)
      rows.push(
        ...page.rows
          .filter((row) => row.collection === collection && row.value !== null)
          .map((row) => row.value as T),
      )
      cursor = page.cursor
      more = page.more
    }
    return rows
  }
}

export class Village {
  readonly place: string
  readonly #house: House
  constructor(house: House, place: string) {
    this.#house = house
    this.place = place
  }
  /** Somebody who holds these roles at this village (or at `options.at`). */
  as(role: Role | readonly Role[], options: { at?: string; agency?: AgencyOf } = {}): Person {
    const roles = typeof role === 'string' ? [role] : role
    return this.#house.person(roles, options.at ?? this.place, this.place, options.agency)
  }
}

let villages = 0

export class House {
  readonly database: Database
  readonly services: Services
  readonly app: FastifyInstance
  readonly #people: Map<string, Actor>
  readonly #records: readonly RecordRows[]
  /** Set where a test changes records behind the log: then they are not held against it at the end. */
  changedBehindLog = false
  constructor(
    database: Database,
    services: Services,
    app: FastifyInstance,
    people: Map<string, Actor>,
    records: readonly RecordRows[],
  ) {
    this.#records = records
    this.database = database
    this.services = services
    this.app = app
    this.#people = people
  }

  get db(): Db {
    return this.services.db
  }

  /** What a test itself looks at and makes, outside of every place. */
  get owner(): Db {
    return this.services.owner
  }

  /** The bytes of what was announced have come, as a phone's uploads bring them (platform/server/http tests those). */
  async filesArrive({ place }: Village): Promise<void> {
    await inPlace(this.db, place, nobody, (tx) =>
      sql`update platform.file set stored_at = now()
        where district_code = ${districtOf(place)} and village_code = ${place} and kind <> 'dropped'`.execute(
        tx,
      ),
    )
  }

  /** A village that no other test uses. `district` puts two villages into one kecamatan. */
  village(district?: string): Village {
    villages += 1
    const own = `34.71.${String(10 + (Math.floor(villages / 9000) % 90)).padStart(2, '0')}`
    return new Village(this, `${district ?? own}.${1000 + (villages % 9000)}`)
  }

  person(roles: readonly Role[], at: string, place: string, agency?: AgencyOf): Person {
    const token = randomBytes(8).toString('hex')
    const actor: Actor = {
      account: newId(),
      name: `Ibu ${token.slice(0, 4)}`,
      holdings: roles.map((role) => ({ role, place: at, ...(agency ? { agency } : {}) })),
      session: token,
      device: `d-${token}`,
    }
    this.#people.set(token, actor)
    return new Person(this.app, token, actor, place)
  }

  /** At the end, all that stands in the database is as the log says: no command changes a record that it does not name. */
  async close(): Promise<void> {
    await this.app.close()
    const { breaks } = await inSnapshot(this.db, scopeOf(nation), (tx) => verifyLog(tx, this.#records))
    await this.database.close()
    const changed = breaks.flatMap((found) => ('record' in found ? [`${found.kind} ${found.record}`] : []))
    if (changed.length > 0 && !this.changedBehindLog)
      throw new Error(`not as the log says: ${changed.slice(0, 9).join('; ')} (${changed.length} in all)`)
  }
}

/** Opens a house with these capabilities. Close it in `afterAll`. What takes longer than `slow` is told to the journal. */
export async function testHouse(
  capabilities: readonly ServerCapability[],
  catalogue: Texts = {},
  slow?: SlowLimits,
): Promise<House> {
  const database = await testDatabase([
    ...platformMigrations,
    ...capabilities.flatMap((capability) => capability.migrations),
  ])
  const services: Services = {
    db: kyselyOn(database, slow),
    owner: kyselyOn(database, slow, 'owner'),
    vault: new Vault(randomBytes(32)),
    dataFolder: mkdtempSync(join(tmpdir(), 'rembug-test-')),
    publicUrl: 'http://localhost',
    secureCookies: false,
  }
  const records = capabilities.flatMap((capability) => capability.records ?? [])
  await digestRecords(database, services.db, services.vault, records)
  const people = new Map<string, Actor>()
  const app = await createServer({
    services,
    database,
    capabilities,
    catalogue,
    actorOf: async (request) => people.get(String(request.headers['x-test-person'] ?? '')) ?? null,
    version: 'test',
  })
  for (const capability of capabilities) await capability.start?.(services)
  app.addHook('onClose', async () => {
    for (const capability of capabilities) await capability.stop?.(services)
  })
  await app.ready()
  return new House(database, services, app, people, records)
}
