import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../kernel/id.ts'
import type { Holding, Role } from '../../kernel/role.ts'
import { lookInPlace } from '../../platform/server/transaction.testing.ts'
import { disable, enable, endHolding, makeResetCode } from './account.ts'
import { type AccountsHouse, accountsHouse, type Browser } from './accounts.testing.ts'
import { layDown } from './appointing/appointment.ts'
import { codeDigest, newCode, resetLength, showCode } from './code.ts'
import { resetCodeAtServer } from './door.ts'
import { insertHolding } from './store.ts'

let house: AccountsHouse
beforeAll(async () => {
  house = await accountsHouse()
})
afterAll(() => house.close())

const village = '34.71.04.1001'
const at = (role: Role, place = village): Holding[] => [{ role, place }]
const newPassword = 'gerobak-merah-tiga-lilin'

async function handCode(browser: Browser, account: string, clearsSecondFactor = false, place = village) {
  const code = newCode(resetLength)
  const answer = await browser.give(makeResetCode, place, {
    id: newId(),
    account,
    codeHash: await codeDigest(code),
    clearsSecondFactor,
  })
  return { code, answer }
}

const reset = (user: string, code: string, password = newPassword) =>
  house.browser().http('POST', '/api/password/reset', { user, code, password })

describe('a forgotten password', () => {
  it('is set anew with a code from the facilitator, once, and every session ends', async () => {
    const facilitator = await house.person(at('facilitator'))
    const volunteer = await house.person(at('volunteer'))
    const { code, answer } = await handCode(facilitator.browser, volunteer.id)
    expect(answer.status).toBe(200)
    expect((await reset(volunteer.user, showCode(code))).body).toEqual({ reset: true })
    expect((await volunteer.browser.ask('accounts.mine')).status).toBe(401)
    expect((await house.browser().signIn(volunteer.user)).status).toBe(401)
    expect((await house.browser().signIn(volunteer.user, newPassword)).status).toBe(200)
    expect((await reset(volunteer.user, code)).body.code).toBe('accounts.code-not-valid')
  })

  it('by two at once with one code works for one', async () => {
    const facilitator = await house.person(at('facilitator'))
    const volunteer = await house.account(at('volunteer'))
    const { code } = await handCode(facilitator.browser, volunteer.id)
    const both = await Promise.all([
      reset(volunteer.user, code),
      reset(volunteer.user, code, 'layangan-kuning-di-bukit'),
    ])
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 422])
  })

  it('code is worth nothing for somebody else, after a day, or after a newer one', async () => {
    const facilitator = await house.person(at('facilitator'))
    const [one, two] = [await house.account(at('volunteer')), await house.account(at('volunteer'))]
    const first = await handCode(facilitator.browser, one.id)
    expect((await reset(two.user, first.code)).body.code).toBe('accounts.code-not-valid')
    const second = await handCode(facilitator.browser, one.id)
    expect((await reset(one.user, first.code)).body.code).toBe('accounts.code-not-valid')
    await sql`update accounts.reset_code set expires_at = now() - interval '1 second' where account_id = ${one.id}`.execute(
      house.services.owner,
    )
    expect((await reset(one.user, second.code)).body.code).toBe('accounts.code-not-valid')
  })

  it('code is worth nothing once the person has risen above who made it, or its maker was let go', async () => {
    const facilitator = await house.person(at('facilitator'))
    const [risen, left] = [await house.account(at('volunteer')), await house.account(at('volunteer'))]
    const db = house.services.owner
    const { code } = await handCode(facilitator.browser, risen.id, true)
    await insertHolding(
      db,
      {
        ...{ account: risen.id, role: 'city-officer', place: '34.71' },
        ...{ grantedBy: null, grantedAs: null, confirmed: true },
      },
      new Date(),
    )
    expect((await reset(risen.user, code)).body.code).toBe('accounts.code-not-valid')
    const other = await handCode(facilitator.browser, left.id)
    await sql`update accounts.holding set ended_at = now() - interval '1 second' where account_id = ${facilitator.id}`.execute(
      db,
    )
    expect((await reset(left.user, other.code)).body.code).toBe('accounts.code-not-valid')
  })

  it('cannot be used to become somebody above, wherever that other role is held', async () => {
    const facilitator = await house.person(at('facilitator'))
    const head = await house.account(at('village-head'))
    const officer = await house.account([...at('volunteer'), ...at('city-officer', '34.71')])
    const colleague = await house.account(at('facilitator'))
    const away = await house.account(at('volunteer', '34.71.04.1002'))
    for (const [account, code] of [
      [head.id, 'accounts.holds-more-elsewhere'],
      [officer.id, 'accounts.holds-more-elsewhere'],
      [colleague.id, 'accounts.holds-more-elsewhere'],
      [away.id, 'accounts.unknown-person'],
      [newId(), 'accounts.unknown-person'],
    ] as const)
      expect((await handCode(facilitator.browser, account)).answer.body.code).toBe(code)
    const city = await house.person(at('city-officer', '34.71'))
    const auditor = await house.account(at('auditor', village))
    expect((await handCode(city.browser, auditor.id)).answer.body.code).toBe('accounts.holds-more-elsewhere')
    expect((await handCode(city.browser, head.id, false, '34.71')).answer.status).toBe(200)
  })

  it('of the administrator, whom nobody is above, is mended at the server itself', async () => {
    const admin = await house.person(at('admin', 'ID'))
    const code = await resetCodeAtServer(house.services, admin.user)
    expect(code).toMatch(/^(\w{4}-){2}\w{4}$/)
    expect((await reset(admin.user, code as string)).status).toBe(200)
    expect(await resetCodeAtServer(house.services, 'tidak.ada')).toBeNull()
  })
})

describe('a role that ends, an account that is closed', () => {
  it('is seen at the place, with the version its change is based on', async () => {
    const city = await house.person(at('city-officer', '34.71'))
    const volunteer = await house.person(at('volunteer', '34.71.09.1003'))
    const list = await city.browser.ask('accounts.at-place', { place: '34.71.09.1003' })
    expect(list.body.people).toMatchObject([
      { account: volunteer.id, role: 'volunteer', version: 1, disabled: false },
    ])
    const close = (basedOn: number) =>
      city.browser.give(disable, '34.71', { account: volunteer.id, basedOn, reason: 'pindah' })
    expect((await close(7)).body.errors[0]).toMatchObject({
      code: 'accounts.changed-meanwhile',
      facts: { version: 1 },
    })
    expect((await close(1)).status).toBe(200)
    expect((await volunteer.browser.ask('accounts.mine')).status).toBe(401)
    expect((await house.browser().signIn(volunteer.user)).status).toBe(401)
    const open = await city.browser.give(enable, '34.71', {
      account: volunteer.id,
      basedOn: 2,
      reason: 'kembali',
    })
    expect(open.status).toBe(200)
    expect((await house.browser().signIn(volunteer.user)).status).toBe(200)
  })

  it('is looked at by name, and whose names were told is written down', async () => {
    const city = await house.person(at('city-officer', '34.72'))
    const volunteer = await house.person(at('volunteer', '34.72.01.1001'))
    expect((await city.browser.ask('accounts.at-place', { place: '34.72', role: 'volunteer' })).status).toBe(
      200,
    )
    const written = await lookInPlace(house.services.owner, '34.72', (tx) =>
      sql`select what, actor, subjects from platform.view_log where village_code = '34.72'`.execute(tx),
    )
    expect(written.rows).toEqual([{ what: 'accounts.at-place', actor: city.id, subjects: [volunteer.id] }])
  })

  it('an officer sees nobody above or beside his own place, and a village nobody of the next', async () => {
    await house.account(at('city-officer', '34.71'))
    await house.account(at('volunteer', '34.71.08.1002'))
    const district = await house.person(at('district-officer', '34.71.08'))
    const facilitator = await house.person(at('facilitator', '34.71.08.1001'))
    const seen = (await district.browser.ask('accounts.at-place', { place: '34.71.08' })).body.people as {
      place: string
    }[]
    expect(new Set(seen.map((person) => person.place))).toEqual(
      new Set(['34.71.08', '34.71.08.1001', '34.71.08.1002']),
    )
    expect((await facilitator.browser.ask('accounts.at-place', { place: '34.71.08.1002' })).status).toBe(403)
    expect((await facilitator.browser.ask('accounts.at-place', { place: '34.71.08' })).status).toBe(403)
    expect(
      (await facilitator.browser.ask('accounts.devices-of', { place: '34.71.08.1001', account: district.id }))
        .status,
    ).toBe(422)
  })

  it('is not the last administrator of the nation; one of a city may go, for others can appoint there', async () => {
    const lay = async (place: string) => {
      const admin = await house.person(at('admin', place))
      const holding = (await admin.browser.ask('accounts.mine')).body.holdings[0].id
      return async () => (await admin.browser.give(layDown, place, { holding })).status
    }
    expect(await (await lay('35.78'))()).toBe(200)
    await sql`update accounts.holding set ended_at = now() where role = 'admin'`.execute(house.services.owner)
    const last = await lay('ID')
    expect(await last()).toBe(422)
    await house.account(at('admin', 'ID'))
    expect(await last()).toBe(200)
  })

  it('a facilitator cannot end the head or a colleague, but may lay his own role down', async () => {
    const me = await house.person(at('facilitator'))
    const head = await house.person(at('village-head'))
    const theirs = (await head.browser.ask('accounts.mine')).body.holdings[0].id
    expect(
      (await me.browser.give(endHolding, village, { holding: theirs, account: head.id, reason: 'x' })).body
        .code,
    ).toBe('accounts.may-not-end')
    const mine = (await me.browser.ask('accounts.mine')).body.holdings[0].id
    expect(
      (await me.browser.give(endHolding, village, { holding: mine, account: me.id, reason: 'selesai' }))
        .status,
    ).toBe(200)
    expect((await me.browser.http('GET', '/api/session')).body.account.holdings).toEqual([])
  })
})

describe('the list of people', () => {
  it('goes on page by page, finds by name, and takes % for a sign', async () => {
    const place = '34.71.11.1001'
    for (let n = 0; n < 120; n++) {
      const id = newId()
      await sql`insert into accounts.account (id, name, user_name, created_at, version) values (${id}, ${`Pak ${String(n).padStart(3, '0')}`}, ${`pak${id.slice(-12)}`}, now(), 1)`.execute(
        house.services.owner,
      )
      await sql`insert into accounts.holding (id, account_id, role, place, since) values (${newId()}, ${id}, 'volunteer', ${place}, now())`.execute(
        house.services.owner,
      )
    }
    const { browser } = await house.person(at('facilitator', place))
    const first = (await browser.ask('accounts.at-place', { place })).body
    const second = (await browser.ask('accounts.at-place', { place, after: first.next })).body
    expect([first.people.length, second.people.length, second.next]).toEqual([100, 21, null])
    const names = [...first.people, ...second.people].map((person: { name: string }) => person.name)
    expect(new Set(names).size).toBe(121)
    expect((await browser.ask('accounts.at-place', { place, search: 'pak 00' })).body.people).toHaveLength(10)
    expect((await browser.ask('accounts.at-place', { place, search: '%' })).body.people).toHaveLength(0)
  })
})
