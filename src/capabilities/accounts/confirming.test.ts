// Who was let in by a colleague signs and checks nothing until an officer above has said who it is.
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { command } from '../../kernel/command.ts'
import { newId } from '../../kernel/id.ts'
import { handOf, paperHands } from '../../kernel/paper.ts'
import type { Role } from '../../kernel/role.ts'
import { handle, type ServerCapability } from '../../platform/server/capability.ts'
import { confirm, grant, invite, makeResetCode } from './account.ts'
import {
  type AccountsHouse,
  type Answer,
  accountsHouse,
  type Browser,
  goodPassword,
} from './accounts.testing.ts'
import { codeDigest, invitationLength, newCode, resetLength } from './code.ts'

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

test('a facilitator’s own village head signs nothing, on whatever phone, before the camat has confirmed him', async () => {
  const facilitator = await officerAt('facilitator', village)
  const camat = await officerAt('district-officer', '34.71.04')
  for (const on of [facilitator.browser, house.browser()]) {
    const head = await joined(facilitator.browser, 'village-head', on)
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

test('nor does whom his head or his volunteer lets in', async () => {
  const facilitator = await officerAt('facilitator', village)
  const head = await joined(facilitator.browser, 'village-head', house.browser())
  const volunteer = await joined(head.browser, 'volunteer', house.browser())
  expect(await signs(volunteer.browser)).toEqual(notConfirmed)
})

test('whom an officer lets in signs at once, but for an account that is made on somebody else’s phone', async () => {
  const facilitator = await officerAt('facilitator', village)
  const camat = await officerAt('district-officer', '34.71.04')
  expect(await signs((await joined(camat.browser, 'village-head', house.browser())).browser)).toEqual([200])
  const passedOn = await joined(camat.browser, 'village-head', facilitator.browser)
  expect(await signs(passedOn.browser)).toEqual(notConfirmed)
})

const saidBy = async (browser: Browser) => {
  const { roles, vouchers } = (await browser.give(sign, village, {})).body.answer ?? {}
  return { roles, vouchers }
}

test('who was confirmed as a volunteer signs as one, and not as the village head that a facilitator makes of him', async () => {
  const facilitator = await officerAt('facilitator', village)
  const camat = await officerAt('district-officer', '34.71.04')
  const { id, browser } = await joined(camat.browser, 'volunteer', house.browser())
  const list = async () => {
    const { body } = await camat.browser.ask('accounts.at-place', { place: village })
    const lines = body.people.filter((each: { account: string }) => each.account === id)
    return lines.map((each: { role: string; confirmed: boolean }) => [each.role, each.confirmed]).sort()
  }
  expect(await list()).toEqual([['volunteer', true]])
  const given = { id: newId(), account: id, role: 'village-head' as const, agency: null }
  expect((await facilitator.browser.give(grant, village, given)).status).toBe(200)
  const asVolunteer = { roles: ['volunteer'], vouchers: [camat.id] }
  expect([await saidBy(browser), await list()]).toEqual([
    asVolunteer,
    [
      ['village-head', false],
      ['volunteer', true],
    ],
  ])
  const { body } = await browser.http('GET', '/api/session')
  const vouches = body.account.holdings.map((each: { vouch: unknown }) => each.vouch)
  expect(vouches).toEqual([{ by: camat.id }, null])
  const city = await officerAt('city-officer', '34.71')
  expect((await city.browser.give(confirm, village, { account: id })).status).toBe(200)
  expect(await saidBy(browser)).toEqual({
    roles: ['volunteer', 'village-head'],
    vouchers: [camat.id, city.id],
  })
})

test('a role that is given elsewhere takes no signature from anybody', async () => {
  const camat = await officerAt('district-officer', '34.71.04')
  const head = await joined(camat.browser, 'village-head', house.browser())
  const elsewhere = await officerAt('board-secretary', '34.71.05.1001')
  const given = { id: newId(), account: head.id, role: 'volunteer' as const, agency: null }
  expect((await elsewhere.browser.give(grant, '34.71.05.1001', given)).status).toBe(200)
  expect(await saidBy(head.browser)).toEqual({ roles: ['village-head'], vouchers: [camat.id] })
})

test('an officer of an agency stands for a village head, who is of none', async () => {
  const agency = { id: newId(), kind: 'district-office' as const, name: 'Kecamatan' }
  const camat = await house.person([{ role: 'district-officer', place: '34.71.04', agency }])
  const facilitator = await officerAt('facilitator', village)
  const head = await joined(facilitator.browser, 'village-head', house.browser())
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
