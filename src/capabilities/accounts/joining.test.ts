import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../kernel/id.ts'
import type { Holding, Role } from '../../kernel/role.ts'
import { grant, invite, withdrawInvitation } from './account.ts'
import { type AccountsHouse, accountsHouse, type Browser, goodPassword } from './accounts.testing.ts'
import { codeDigest, invitationLength, newCode, showCode } from './code.ts'

let house: AccountsHouse
beforeAll(async () => {
  house = await accountsHouse()
})
afterAll(() => house.close())

const village = '34.71.04.1001'
const at = (role: Role, place = village): Holding[] => [{ role, place }]

async function offer(browser: Browser, role: Role, place: string = village) {
  const code = newCode(invitationLength)
  const id = newId()
  const answer = await browser.give(invite, place, {
    id,
    codeHash: await codeDigest(code),
    role,
    nameHint: 'Bu Sri',
    agency: null,
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
    expect(first.answer.body.account.holdings).toMatchObject([{ role: 'volunteer', place: village }])
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
      house.services.owner,
    )
    expect(logged.rows).toHaveLength(1)
    const stored = await sql<{
      text: string
    }>`select row_to_json(i)::text as text from accounts.invitation i where id = ${id}`.execute(
      house.services.owner,
    )
    for (const { text } of [...logged.rows, ...stored.rows])
      for (const secret of [code, digest]) expect(text).not.toContain(secret)
    expect(logged.rows[0]?.text).not.toContain('Bu Sri')
  })

  it('is void when it is old, withdrawn, or when whoever made it was let go', async () => {
    const facilitator = await house.person(at('facilitator'))
    const old = await offer(facilitator.browser, 'volunteer')
    await sql`update accounts.invitation set expires_at = now() - interval '1 second' where id = ${old.id}`.execute(
      house.services.owner,
    )
    const withdrawn = await offer(facilitator.browser, 'volunteer')
    expect((await facilitator.browser.give(withdrawInvitation, village, { id: withdrawn.id })).status).toBe(
      200,
    )
    const orphan = await offer(facilitator.browser, 'volunteer')
    await sql`update accounts.holding set ended_at = now() - interval '1 second' where account_id = ${facilitator.id}`.execute(
      house.services.owner,
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
    expect(who.body.account.holdings).toContainEqual({ role: 'volunteer', place: village, vouch: null })
    const own = await offer(facilitator.browser, 'board-secretary')
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
    ['a facilitator inviting a village head', at('facilitator'), 'village-head', village, 422],
    ['a city officer inviting an auditor', at('city-officer', '34.71'), 'auditor', '34.71', 422],
    ['an administrator of the city at their own place', at('admin', '34.71'), 'city-officer', '34.71', 422],
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
      const given = await browser.give(grant, place, { id: newId(), account: other.id, role, agency: null })
      expect(given.status).toBe(status)
    },
  )

  it('not by granting oneself, not by a place that is none', async () => {
    const me = await house.person(at('facilitator'))
    const own = await me.browser.give(grant, village, {
      id: newId(),
      account: me.id,
      role: 'board-secretary' as const,
      agency: null,
    })
    expect(own.body.code).toBe('accounts.not-to-yourself')
    for (const place of ['34.71.04.10011', '34.71.04.1001.1', '%', '34%', ''])
      expect((await offer(me.browser, 'volunteer', place)).answer.status, place).toBe(400)
  })
})
