import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../kernel/id.ts'
import type { Holding, Role } from '../../kernel/role.ts'
import { disable, enable, endHolding, grant, invite, makeResetCode, withdrawInvitation } from './account.ts'
import { type AccountsHouse, accountsHouse, type Browser, goodPassword } from './accounts.testing.ts'
import { codeDigest, invitationLength, newCode, resetLength, showCode } from './code.ts'
import { resetCodeAtServer } from './door.ts'

let house: AccountsHouse
beforeAll(async () => {
  house = await accountsHouse()
})
afterAll(() => house.close())

const village = '34.71.04.1001'
const at = (role: Role, place = village): Holding[] => [{ role, place }]
const newPassword = 'gerobak-merah-tiga-lilin'

async function offer(browser: Browser, role: Role, place: string = village) {
  const code = newCode(invitationLength)
  const id = newId()
  const answer = await browser.give(invite, place, {
    id,
    codeHash: await codeDigest(code),
    role,
    nameHint: 'Bu Sri',
  })
  return { code, id, answer }
}

function join(code: string, more: object = {}) {
  const browser = house.browser()
  const user = `baru.${Math.random().toString(36).slice(2, 10)}`
  const form = {
    as: 'new',
    code,
    name: 'Bu Sri Rahayu',
    user,
    password: goodPassword,
    device: browser.device,
    deviceName: 'HP Bu Sri',
  }
  return browser
    .http('POST', '/api/invitations/accept', { ...form, ...more })
    .then((answer) => ({ answer, browser, user }))
}

describe('an invitation', () => {
  it('makes an account with that role at that place, signed in, and its code works once', async () => {
    const facilitator = await house.person(at('facilitator'))
    const { code, answer } = await offer(facilitator.browser, 'volunteer')
    expect(answer.status).toBe(200)
    const look = await house
      .browser()
      .http('POST', '/api/invitations/look', { code: showCode(code).toLowerCase() })
    expect(look.body).toMatchObject({ role: 'volunteer', place: village, nameHint: 'Bu Sri' })
    const first = await join(showCode(code))
    expect(first.answer.body.account.holdings).toEqual([{ role: 'volunteer', place: village }])
    expect((await first.browser.http('GET', '/api/session')).body.account.user).toBe(first.user)
    expect((await join(code)).answer.body.code).toBe('accounts.code-not-valid')
  })

  it('accepted by two at the same time lets one in', async () => {
    const facilitator = await house.person(at('facilitator'))
    const { code } = await offer(facilitator.browser, 'volunteer')
    const both = await Promise.all([join(code), join(code), join(code)])
    expect(both.map(({ answer }) => answer.status).sort()).toEqual([200, 422, 422])
  })

  it('leaves no code in the log, nor anything it could be guessed from', async () => {
    const facilitator = await house.person(at('facilitator'))
    const { code, id } = await offer(facilitator.browser, 'volunteer')
    const digest = await codeDigest(code)
    const logged = await sql<{
      text: string
    }>`select row_to_json(l)::text as text from platform.log l where l.fields ->> 'id' = ${id}`.execute(
      house.services.db,
    )
    expect(logged.rows).toHaveLength(1)
    const stored = await sql<{
      text: string
    }>`select row_to_json(i)::text as text from accounts.invitation i where id = ${id}`.execute(
      house.services.db,
    )
    for (const { text } of [...logged.rows, ...stored.rows])
      for (const secret of [code, digest]) expect(text).not.toContain(secret)
    expect(logged.rows[0]?.text).not.toContain('Bu Sri')
  })

  it('is void when it is old, withdrawn, or when whoever made it was let go', async () => {
    const facilitator = await house.person(at('facilitator'))
    const old = await offer(facilitator.browser, 'volunteer')
    await sql`update accounts.invitation set expires_at = now() where id = ${old.id}`.execute(
      house.services.db,
    )
    const withdrawn = await offer(facilitator.browser, 'volunteer')
    expect((await facilitator.browser.give(withdrawInvitation, village, { id: withdrawn.id })).status).toBe(
      200,
    )
    const orphan = await offer(facilitator.browser, 'volunteer')
    await sql`update accounts.holding set ended_at = now() where account_id = ${facilitator.id}`.execute(
      house.services.db,
    )
    for (const { code } of [old, withdrawn, orphan, { code: newCode(invitationLength) }])
      expect((await join(code)).answer.body.code).toBe('accounts.code-not-valid')
  })

  it('says that a name is taken only to who holds a valid code, and the code stays good', async () => {
    const facilitator = await house.person(at('facilitator'))
    const { code } = await offer(facilitator.browser, 'volunteer')
    const taken = await join(code, { user: facilitator.user })
    expect(taken.answer.body.errors).toMatchObject([{ code: 'accounts.user-taken', field: 'user' }])
    expect((await join(newCode(invitationLength), { user: facilitator.user })).answer.body.code).toBe(
      'accounts.code-not-valid',
    )
    expect((await join(code, { password: 'bismillah123' })).answer.body.errors).toMatchObject([
      { field: 'password' },
    ])
    expect((await join(code)).answer.status).toBe(200)
  })

  it('gives somebody who has an account one more role, but nobody a role of their own making', async () => {
    const facilitator = await house.person(at('facilitator'))
    const volunteer = await house.person(at('volunteer', '34.71.04.1002'))
    const { code } = await offer(facilitator.browser, 'volunteer')
    expect((await volunteer.browser.http('POST', '/api/invitations/accept', { as: 'me', code })).status).toBe(
      200,
    )
    const who = await volunteer.browser.http('GET', '/api/session')
    expect(who.body.account.holdings).toContainEqual({ role: 'volunteer', place: village })
    const own = await offer(facilitator.browser, 'village-head')
    const answer = await facilitator.browser.http('POST', '/api/invitations/accept', {
      as: 'me',
      code: own.code,
    })
    expect(answer.body.code).toBe('accounts.not-to-yourself')
    const nobody = await house.browser().http('POST', '/api/invitations/accept', { as: 'me', code: own.code })
    expect(nobody.status).toBe(401)
  })

  it('cannot be guessed: an address that tries is slowed down', async () => {
    const browser = house.browser()
    const statuses: number[] = []
    for (let n = 0; n < 14; n++)
      statuses.push((await browser.http('POST', '/api/invitations/look', { code: newCode(16) })).status)
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(422))
    expect(statuses.at(-1)).toBe(429)
  })
})

describe('nobody climbs', () => {
  const tries: [string, Holding[], Role, string, number][] = [
    ['a facilitator inviting an administrator', at('facilitator'), 'admin', village, 422],
    ['a facilitator inviting a district officer', at('facilitator'), 'district-officer', '34.71.04', 403],
    ['a facilitator of the village next door', at('facilitator', '34.71.04.1002'), 'volunteer', village, 403],
    ['a volunteer', at('volunteer'), 'volunteer', village, 403],
    ['a board member', at('board-member'), 'volunteer', village, 403],
    ['a village head inviting a facilitator', at('village-head'), 'facilitator', village, 422],
    ['a city officer of another city', at('city-officer', '34.02'), 'facilitator', village, 403],
    ['an officer of 34.7, which is not above 34.71', at('city-officer', '34.7'), 'facilitator', village, 403],
    ['a city officer making another city officer', at('city-officer', '34.71'), 'city-officer', '34.71', 422],
    ['a city officer at the nation', at('city-officer', '34.71'), 'admin', 'ID', 403],
    ['a national officer making an administrator', at('national-officer', 'ID'), 'admin', 'ID', 422],
    ['an auditor', at('auditor', 'ID'), 'volunteer', village, 403],
    ['an administrator of a city at the nation', at('admin', '34.71'), 'admin', 'ID', 403],
  ]
  it.each(tries)(
    '%s is refused, by invitation and by grant',
    async (_who, holdings, role: Role, place, status) => {
      const { browser } = await house.person(holdings)
      const other = await house.account(at('volunteer'))
      expect((await offer(browser, role, place)).answer.status).toBe(status)
      const given = await browser.give(grant, place, { id: newId(), account: other.id, role })
      expect(given.status).toBe(status)
    },
  )

  it('not by granting oneself, not by a place that is none', async () => {
    const me = await house.person(at('facilitator'))
    const own = await me.browser.give(grant, village, {
      id: newId(),
      account: me.id,
      role: 'village-head' as const,
    })
    expect(own.body.code).toBe('accounts.not-to-yourself')
    for (const place of ['34.71.04.10011', '34.71.04.1001.1', '%', '34%', ''])
      expect((await offer(me.browser, 'volunteer', place)).answer.status, place).toBe(400)
  })
})

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
    await sql`update accounts.reset_code set expires_at = now() where account_id = ${one.id}`.execute(
      house.services.db,
    )
    expect((await reset(one.user, second.code)).body.code).toBe('accounts.code-not-valid')
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

  it('is not the last administrator', async () => {
    const place = '35.78'
    const admin = await house.person(at('admin', place))
    const holding = (await admin.browser.ask('accounts.mine')).body.holdings[0].id
    const lay = () => admin.browser.give(endHolding, place, { holding, account: admin.id, reason: 'selesai' })
    expect((await lay()).body.code).toBe('accounts.last-admin')
    await house.account(at('admin', place))
    expect((await lay()).status).toBe(200)
    expect((await lay()).status).toBe(403)
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
        house.services.db,
      )
      await sql`insert into accounts.holding (id, account_id, role, place, since) values (${newId()}, ${id}, 'volunteer', ${place}, now())`.execute(
        house.services.db,
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
