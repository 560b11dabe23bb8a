// The cookie of a session alone opens nothing: who holds a phone that is locked, and types an address, is told to unlock it.
// Tried on every operation of the OpenAPI document, so that a new one is tried the day it is declared.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type AccountsHouse,
  accountsHouse,
  type Browser,
} from '../../capabilities/accounts/accounts.testing.ts'
import type { Holding } from '../../kernel/role.ts'
import { serverCapabilities } from './capabilities.ts'

type Operation = { 'x-roles': string[] | 'public'; 'x-cookie-alone'?: string }
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
type Door = { method: Method; path: string; operation: Operation }

const village = '34.71.04.1002'
const everything: Holding[] = [
  { role: 'facilitator', place: village },
  { role: 'village-head', place: village },
  { role: 'city-officer', place: '34.71' },
  { role: 'admin', place: 'ID' },
]

let house: AccountsHouse
let doors: Door[]
let person: Browser
beforeAll(async () => {
  const others = serverCapabilities.filter(({ name }) => name !== 'places' && name !== 'accounts')
  // Without what they start: doors stand before there is anything behind them.
  house = await accountsHouse(others.map(({ start: _start, stop: _stop, ...rest }) => rest))
  person = (await house.person(everything, { secondFactorFrom: new Date(Date.now() + 86_400_000) })).browser
  const { body } = await person.http('GET', '/api/openapi.json')
  doors = Object.entries(body.paths as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...{ method: method.toUpperCase() as Method, operation },
      path: `${path.replace(/\{place\}/g, village).replace(/\{\w+\}/g, 'x')}?place=${village}`,
    })),
  )
}, 300_000)
afterAll(() => house.close())

/** The same browser with its app locked: the cookie goes by itself, and nothing else does. */
function lockedCopy(of: Browser, half?: string): Browser {
  const copy = house.browser()
  return Object.assign(copy, { cookie: of.cookie, half, address: of.address })
}

const asked = async (browser: Browser, { method, path }: Door) => {
  const { status, body } = await browser.http(
    method,
    path,
    method === 'GET' || method === 'DELETE' ? undefined : {},
  )
  return { status, code: body?.code }
}
const name = ({ method, path }: Door) => `${method} ${path.split('?')[0]}`

describe('a locked phone, whose cookie goes by itself', () => {
  test('is refused at every door that is not for everybody, by a code of its own', async () => {
    const closed = doors.filter(({ operation }) => operation['x-roles'] !== 'public')
    expect(closed.length).toBeGreaterThan(150)
    const locked = lockedCopy(person)
    const answers = await Promise.all(closed.map(async (door) => ({ door, ...(await asked(locked, door)) })))
    // A head has no body.
    const told = ({ method }: Door, code: unknown) =>
      method === ('HEAD' as string) || code === 'platform.locked'
    const through = answers.filter(({ door, status, code }) => status !== 401 || !told(door, code))
    expect(through.map(({ door, status, code }) => [name(door), status, code])).toEqual([])
  })

  test('hears of a public door what everybody hears', async () => {
    const open = doors.filter(
      ({ operation, method }) =>
        operation['x-roles'] === 'public' && method === 'GET' && !operation['x-cookie-alone'],
    )
    expect(open.length).toBeGreaterThan(3)
    const [locked, stranger] = [lockedCopy(person), house.browser()]
    const answers = await Promise.all(
      open.map(async (door) => [name(door), await asked(locked, door), await asked(stranger, door)] as const),
    )
    expect(
      answers.filter(([, one, other]) => one.status !== other.status || one.code !== other.code),
    ).toEqual([])
  })

  test('learns only that there is a session, and may end it', async () => {
    const alone = doors.filter(({ operation }) => operation['x-cookie-alone'])
    expect(alone.map(name)).toEqual(['GET /api/session', 'DELETE /api/session'])
    const { browser } = await house.person(everything)
    const locked = lockedCopy(browser)
    expect((await locked.http('GET', '/api/session')).body).toEqual({ account: null, locked: true })
    await locked.http('DELETE', '/api/session')
    expect((await browser.http('GET', '/api/session')).body).toEqual({ account: null })
  })

  test('gains nothing by guessing the half, or by the half of another session of the same account', async () => {
    const { browser, user } = await house.person(everything)
    const another = house.browser()
    await another.signIn(user)
    for (const half of [randomBytes(32).toString('base64url'), another.half, '', 'x'.repeat(10_000)]) {
      const answer = await lockedCopy(browser, half).ask('accounts.mine')
      expect([answer.status, answer.body.code]).toEqual([401, 'platform.locked'])
    }
    expect((await browser.ask('accounts.mine')).status).toBe(200)
  })

  test('that signed in before there were halves signs in once more, and then works', async () => {
    const { id, browser, user } = await house.person(everything)
    await house.database.pool.query('update accounts.session set half_hash = null where account_id = $1', [
      id,
    ])
    expect((await browser.http('GET', '/api/session')).body).toEqual({ account: null, locked: true })
    await browser.signIn(user)
    expect((await browser.ask('accounts.mine')).status).toBe(200)
  })
})

test('the server keeps a digest of the half, and says the half once', async () => {
  const { id, browser } = await house.person(everything)
  expect(browser.half).toMatch(/^[\w-]{43}$/)
  const { rows } = await house.database.pool.query('select * from accounts.session where account_id = $1', [
    id,
  ])
  expect(rows[0].half_hash).toHaveLength(32)
  expect(JSON.stringify(rows).includes(browser.half ?? '')).toBe(false)
  expect((await browser.http('GET', '/api/session')).body.half).toBeUndefined()
})
