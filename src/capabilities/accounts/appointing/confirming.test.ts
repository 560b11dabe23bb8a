// Who was let in by a colleague signs and checks nothing until an officer above has said who it is.
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { command } from '../../../kernel/command.ts'
import { newId } from '../../../kernel/id.ts'
import { handOf, paperHands } from '../../../kernel/paper.ts'
import type { Role } from '../../../kernel/role.ts'
import { handle, type ServerCapability } from '../../../platform/server/capability.ts'
import { confirm, endHolding, grant, invite, makeResetCode } from '../account.ts'
import {
  type AccountsHouse,
  type Answer,
  accountsHouse,
  type Browser,
  goodPassword,
} from '../accounts.testing.ts'
import { codeDigest, invitationLength, newCode, resetLength } from '../code.ts'

/** A signature of any kind; what counts as one is told below. */
const sign = command({
  ...{ name: 'tests.sign', version: 1, roles: paperHands, scope: 'village', summary: 'Signs.' },
  ...{ input: z.strictObject({}), records: () => [], confirmed: () => true },
})
const signing: ServerCapability = {
  name: 'tests',
  migrations: [],
  commands: [
    handle(sign, async (work) => {
      const { roles, vouchers } = handOf(work)
      return { roles, vouchers }
    }),
  ],
}

let house: AccountsHouse
beforeAll(async () => {
  house = await accountsHouse([signing])
})
afterAll(() => house.close())

const village = '34.71.04.1001'
const officerAt = (role: Role, place: string) => house.person([{ role, place }])

async function joined(by: Browser, role: Role, on: Browser) {
  const code = newCode(invitationLength)
  const input = { id: newId(), codeHash: await codeDigest(code), role, nameHint: 'Pak Lurah', agency: null }
  expect((await by.give(invite, village, input)).status).toBe(200)
  const browser = house.browser()
  browser.mark = on.mark
  browser.cookie = on.cookie
  const account = { code, name: 'Bambang', user: `akun.${newId().slice(-8)}`, password: goodPassword }
  const seat = { as: 'new', device: on.device, deviceName: 'HP' }
  const { body } = await browser.http('POST', '/api/invitations/accept', { ...account, ...seat })
  return { id: body.account.id as string, browser }
}
const codes = ({ status, body }: Answer) => [
  status,
  ...(body.errors ?? []).map(({ code }: { code: string }) => code),
]
const signs = async (browser: Browser) => codes(await browser.give(sign, village, {}))
const notConfirmed = [422, 'platform.not-confirmed']

test('a facilitator’s own secretary signs nothing, on whatever phone, before the camat has confirmed him', async () => {
  const facilitator = await officerAt('facilitator', village)
  const camat = await officerAt('district-officer', '34.71.04')
  const hers = house.browser()
  hers.mark = facilitator.browser.mark
  for (const on of [hers, house.browser()]) {
    const head = await joined(facilitator.browser, 'board-secretary', on)
    expect(await signs(head.browser)).toEqual(notConfirmed)
    const said = { account: head.id }
    expect(codes(await facilitator.browser.give(confirm, village, said))).toEqual([403, 'platform.forbidden'])
    expect(codes(await head.browser.give(confirm, village, said))).toEqual([403, 'platform.forbidden'])
    expect((await camat.browser.give(confirm, village, said)).status).toBe(200)
    expect(codes(await camat.browser.give(confirm, village, said))).toEqual([
      422,
      'accounts.confirmed-already',
    ])
    expect(await signs(head.browser)).toEqual([200])
  }
})

test('nor does whom his secretary lets in', async () => {
  const facilitator = await officerAt('facilitator', village)
  const head = await joined(facilitator.browser, 'board-secretary', house.browser())
  const volunteer = await joined(head.browser, 'volunteer', house.browser())
  expect(await signs(volunteer.browser)).toEqual(notConfirmed)
})

test('whom an officer lets in signs at once, but for an account that is made on somebody else’s phone', async () => {
  const facilitator = await officerAt('facilitator', village)
  const camat = await officerAt('district-officer', '34.71.04')
  const lets = async (on: Browser) => signs((await joined(camat.browser, 'board-member', on)).browser)
  expect(await lets(house.browser())).toEqual([200])
  // What a browser calls itself is its own word: as another one, signed out, it is known by what the server gave it.
  const renamed = house.browser()
  renamed.mark = facilitator.browser.mark
  // And where that was thrown away, by whose session it still has.
  const forgetful = house.browser()
  forgetful.cookie = facilitator.browser.cookie
  for (const on of [forgetful, renamed, facilitator.browser]) expect(await lets(on)).toEqual(notConfirmed)
})

const saidBy = async (browser: Browser) => {
  const { roles, vouchers } = (await browser.give(sign, village, {})).body.answer ?? {}
  return { roles, vouchers }
}

test('who was confirmed as a volunteer signs as one, and not as the secretary that a facilitator makes of him', async () => {
  const facilitator = await officerAt('facilitator', village)
  const camat = await officerAt('district-officer', '34.71.04')
  const { id, browser } = await joined(camat.browser, 'volunteer', house.browser())
  const list = async () => {
    const { body } = await camat.browser.ask('accounts.at-place', { place: village })
    const lines = body.people.filter((each: { account: string }) => each.account === id)
    return lines.map((each: { role: string; confirmed: boolean }) => [each.role, each.confirmed]).sort()
  }
  expect(await list()).toEqual([['volunteer', true]])
  const given = { id: newId(), account: id, role: 'board-secretary' as const, agency: null }
  expect((await facilitator.browser.give(grant, village, given)).status).toBe(200)
  expect(await list()).toEqual([['volunteer', true]])
  await browser.takeUp()
  const asVolunteer = { roles: ['volunteer'], vouchers: [camat.id] }
  expect([await saidBy(browser), await list()]).toEqual([
    asVolunteer,
    [
      ['board-secretary', false],
      ['volunteer', true],
    ],
  ])
  const { body } = await browser.http('GET', '/api/session')
  const vouches = body.account.holdings.map((each: { vouch: unknown }) => each.vouch)
  expect(vouches).toMatchObject([{ by: camat.id }, null])
  const city = await officerAt('city-officer', '34.71')
  expect((await city.browser.give(confirm, village, { account: id })).status).toBe(200)
  expect(await saidBy(browser)).toEqual({
    roles: ['volunteer', 'board-secretary'],
    vouchers: [camat.id, city.id],
  })
})

test('a role that is given elsewhere takes no signature from anybody', async () => {
  const camat = await officerAt('district-officer', '34.71.04')
  const head = await joined(camat.browser, 'board-member', house.browser())
  const elsewhere = await officerAt('board-secretary', '34.71.05.1001')
  const given = { id: newId(), account: head.id, role: 'volunteer' as const, agency: null }
  expect((await elsewhere.browser.give(grant, '34.71.05.1001', given)).status).toBe(200)
  await head.browser.takeUp()
  expect(await saidBy(head.browser)).toEqual({ roles: ['board-member'], vouchers: [camat.id] })
})

test('an officer of an agency stands for a board member, who is of none', async () => {
  const agency = { id: newId(), kind: 'district-office' as const, name: 'Kecamatan' }
  const camat = await house.person([{ role: 'district-officer', place: '34.71.04', agency }])
  const facilitator = await officerAt('facilitator', village)
  const head = await joined(facilitator.browser, 'board-member', house.browser())
  expect((await camat.browser.give(confirm, village, { account: head.id })).status).toBe(200)
  expect(await signs(head.browser)).toEqual([200])
})

test('whose password a colleague has reset signs nothing until he is confirmed anew; an officer’s code leaves it', async () => {
  const facilitator = await officerAt('facilitator', village)
  const camat = await officerAt('district-officer', '34.71.04')
  const secretary = await joined(camat.browser, 'board-secretary', house.browser())
  const user = (await secretary.browser.http('GET', '/api/session')).body.account.user as string
  const reset = async (by: Browser) => {
    const code = newCode(resetLength)
    const made = {
      id: newId(),
      account: secretary.id,
      codeHash: await codeDigest(code),
      clearsSecondFactor: false,
    }
    expect((await by.give(makeResetCode, village, made)).status).toBe(200)
    const password = `${goodPassword}-${newId().slice(-4)}`
    expect((await house.browser().http('POST', '/api/password/reset', { user, code, password })).status).toBe(
      200,
    )
    const browser = house.browser()
    await browser.http('POST', '/api/session', { user, password, device: browser.device, deviceName: 'HP' })
    return signs(browser)
  }
  expect(await reset(camat.browser)).toEqual([200])
  expect(await reset(facilitator.browser)).toEqual(notConfirmed)
})

test('a facilitator by a colleague’s hand signs nothing by any way: for an agency, again after an end, beside a role elsewhere', async () => {
  const colleague = await officerAt('facilitator', village)
  const city = await officerAt('city-officer', '34.71')
  const agency = { id: newId(), kind: 'consultant' as const, name: 'Konsultan' }
  const elsewhere = { role: 'facilitator' as const, place: '34.71.04.1002', vouch: { by: null } }
  const ended = { role: 'facilitator' as const, place: village }
  for (const before of [[], [elsewhere], [{ ...elsewhere, place: '34.71.05.1001', agency }], [ended]]) {
    const him = await house.person(before)
    const [own] = (await him.browser.ask('accounts.mine')).body.holdings
    const ending = { holding: own?.id, account: him.id, reason: 'pindah tugas' }
    if (before[0] === ended) expect((await city.browser.give(endHolding, village, ending)).status).toBe(200)
    const given = { id: newId(), account: him.id, role: 'facilitator' as const, agency: null }
    expect((await colleague.browser.give(grant, village, given)).status).toBe(200)
    await him.browser.takeUp()
    expect(await signs(him.browser)).toEqual(notConfirmed)
    // An invitation of the city finds the role held already, and is no confirmation of it.
    const again = await city.browser.give(grant, village, { ...given, id: newId() })
    expect(codes(again)).toEqual([422, 'accounts.holds-already'])
    expect((await city.browser.give(confirm, village, { account: him.id })).status).toBe(200)
    expect(await signs(him.browser)).toEqual([200])
  }
})
