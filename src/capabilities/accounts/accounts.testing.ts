// A house where people sign in for real: cookies, devices and all.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Command } from '../../kernel/command.ts'
import { newId } from '../../kernel/id.ts'
import type { Holding } from '../../kernel/role.ts'
import type { ServerCapability, Services } from '../../platform/server/capability.ts'
import type { Database } from '../../platform/server/database/open.ts'
import { testDatabase } from '../../platform/server/database/testing.ts'
import { kyselyOn } from '../../platform/server/db.ts'
import { createServer } from '../../platform/server/http/server.ts'
import { platformMigrations } from '../../platform/server/migrations.ts'
import { Vault } from '../../platform/server/vault.ts'
import { placesServer } from '../places/server.ts'
import { programmesServer } from '../programmes/server.ts'
import { accept } from './appointing/appointment.ts'
import { createAccount } from './door.ts'
import { accountsServer } from './server.ts'
import { actorOf } from './session.ts'
import { accountsTexts } from './texts.ts'

export const goodPassword = 'kerbau-hujan-27-lesung'

export type Answer = {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes, looked at by tests
  body: any
  headers: Record<string, unknown>
  cookie: string | undefined
}

let addresses = 0
const nextAddress = () => {
  addresses += 1
  return `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`
}

/** A browser: one device, one address, one cookie jar. */
export class Browser {
  readonly device = `d-${randomBytes(12).toString('hex')}`
  cookie: string | undefined
  /** What the server knows this browser by; it stays when somebody signs out. */
  mark: string | undefined
  /** The other half of the session, which the app sends while it is open. */
  half: string | undefined
  address = nextAddress()
  readonly #app: FastifyInstance
  constructor(app: FastifyInstance) {
    this.#app = app
  }

  async http(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    payload?: object,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const cookies = [
      ...(this.cookie ? [`rembug_session=${this.cookie}`] : []),
      ...(this.mark ? [`rembug_device=${this.mark}`] : []),
    ]
    const response = await this.#app.inject({
      method,
      url,
      remoteAddress: this.address,
      ...(payload ? { payload } : {}),
      headers: {
        ...(cookies.length > 0 ? { cookie: cookies.join('; ') } : {}),
        ...(this.half ? { 'x-rembug-half': this.half } : {}),
        ...headers,
      },
    })
    this.mark = response.cookies.find(({ name }) => name === 'rembug_device')?.value ?? this.mark
    const set = response.cookies.find((cookie) => cookie.name === 'rembug_session')
    if (set) this.cookie = set.value === '' ? undefined : set.value
    const json = String(response.headers['content-type'] ?? '').includes('json')
    const body = json && response.body !== '' ? response.json() : response.body
    this.half = body?.half ?? this.half
    return {
      status: response.statusCode,
      body,
      headers: response.headers,
      cookie: set?.value,
    }
  }

  signIn(user: string, password = goodPassword, more: object = {}) {
    return this.http('POST', '/api/session', {
      user,
      password,
      device: this.device,
      deviceName: 'HP Uji',
      ...more,
    })
  }

  give<Input>(command: Command<Input>, place: string, input: Input, id = newId()) {
    const envelope = {
      id,
      version: command.version,
      place,
      at: new Date().toISOString(),
      device: this.device,
      input,
    }
    return this.http('POST', `/api/commands/${command.name}`, envelope)
  }

  /** Says yes to all that is offered; gives how the server answered to each. */
  async takeUp(): Promise<Answer[]> {
    const { offers } = (await this.ask('accounts.mine')).body as { offers: { id: string; place: string }[] }
    const answers: Answer[] = []
    for (const { id, place } of offers) answers.push(await this.give(accept, place, { offer: id }))
    return answers
  }

  ask(name: string, params: Record<string, string> = {}) {
    return this.http('POST', `/api/queries/${name}`, params)
  }
}

export class AccountsHouse {
  readonly database: Database
  readonly services: Services
  readonly app: FastifyInstance
  constructor(database: Database, services: Services, app: FastifyInstance) {
    this.database = database
    this.services = services
    this.app = app
  }

  browser(): Browser {
    return new Browser(this.app)
  }

  /** An account with a name of its own. */
  async account(
    holdings: readonly Holding[],
    more: { user?: string; phone?: string; secondFactorFrom?: Date } = {},
  ) {
    const user = more.user ?? `warga.${randomBytes(5).toString('hex')}`
    const id = await createAccount(this.services.owner, {
      name: `Warga ${user.slice(6)}`,
      user,
      password: goodPassword,
      holdings,
      ...more,
    })
    return { id, user }
  }

  /** An account, signed in. */
  async person(
    holdings: readonly Holding[],
    more: { user?: string; phone?: string; secondFactorFrom?: Date } = {},
  ) {
    const { id, user } = await this.account(holdings, more)
    const browser = this.browser()
    const answer = await browser.signIn(user)
    if (answer.status !== 200)
      throw new Error(`sign-in said ${answer.status}: ${JSON.stringify(answer.body)}`)
    return { id, user, browser }
  }

  async close(): Promise<void> {
    await this.app.close()
    await this.database.close()
    rmSync(this.services.dataFolder, { recursive: true, force: true })
  }
}

export async function accountsHouse(others: readonly ServerCapability[] = []): Promise<AccountsHouse> {
  // Without their starts: neither 91,000 regions nor the shipped programmes are what these tests are about.
  const { start: _start, ...places } = placesServer
  const { start: _stored, ...programmes } = programmesServer
  const shipped = others.some(({ name }) => name === programmes.name)
  const capabilities: ServerCapability[] = [
    places,
    ...(shipped ? [] : [programmes]),
    accountsServer,
    ...others,
  ]
  const database = await testDatabase([
    ...platformMigrations,
    ...capabilities.flatMap((each) => each.migrations),
  ])
  const services: Services = {
    db: kyselyOn(database),
    owner: kyselyOn(database, undefined, 'owner'),
    vault: new Vault(randomBytes(32)),
    dataFolder: mkdtempSync(join(tmpdir(), 'rembug-accounts-')),
    publicUrl: 'http://localhost',
    secureCookies: false,
  }
  const app = await createServer({
    services,
    database,
    capabilities,
    catalogue: accountsTexts,
    actorOf: (request) => actorOf(services, request),
    version: 'test',
  })
  for (const capability of capabilities) await capability.start?.(services)
  await app.ready()
  return new AccountsHouse(database, services, app)
}
