// Who was let in by a colleague signs and checks nothing until an officer above has said who it is.
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { command } from '../../kernel/command.ts'
import { newId } from '../../kernel/id.ts'
import { handOf, paperHands } from '../../kernel/paper.ts'
import type { Role } from '../../kernel/role.ts'
import { handle, type ServerCapability } from '../../platform/server/capability.ts'
import { confirm, grant, invite } from './account.ts'
import {
  type AccountsHouse,
  type Answer,
  accountsHouse,
  type Browser,
  goodPassword,
} from './accounts.testing.ts'
import { codeDigest, invitationLength, newCode } from './code.ts'

/** A signature of any kind; what counts as one is told below. */
const sign = command({
  ...{ name: 'tests.sign', version: 1, roles: paperHands, scope: 'village', summary: 'Signs.' },
  ...{ input: z.strictObject({}), records: () => [], confirmed: () => true },
})
const signing: ServerCapability = {
  name: 'tests',
  migrations: [],
  commands: [handle(sign, async (work) => ({ vouch: handOf(work).vouch }))],
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

test('who was confirmed as a volunteer is not confirmed as the village head that a facilitator makes of him', async () => {
  const facilitator = await officerAt('facilitator', village)
  const camat = await officerAt('district-officer', '34.71.04')
  const { id, browser } = await joined(camat.browser, 'volunteer', house.browser())
  const list = async () => {
    const { body } = await camat.browser.ask('accounts.at-place', { place: village })
    return body.people.find((each: { account: string }) => each.account === id).confirmed
  }
  expect([await signs(browser), await list()]).toEqual([[200], true])
  const given = { id: newId(), account: id, role: 'village-head' as const, agency: null }
  expect((await facilitator.browser.give(grant, village, given)).status).toBe(200)
  expect([await signs(browser), await list()]).toEqual([notConfirmed, false])
})

test('a signature knows who stands for the account: who let it in from above, else who confirmed it', async () => {
  const facilitator = await officerAt('facilitator', village)
  const camat = await officerAt('district-officer', '34.71.04')
  const vouch = async (browser: Browser) => [
    (await browser.http('GET', '/api/session')).body.account.vouch,
    (await browser.give(sign, village, {})).body.answer?.vouch,
  ]
  const byCamat = { by: camat.id }
  const asked = await joined(camat.browser, 'board-secretary', house.browser())
  expect(await vouch(asked.browser)).toEqual([byCamat, byCamat])
  const head = await joined(facilitator.browser, 'village-head', house.browser())
  expect(await vouch(head.browser)).toEqual([null, undefined])
  await camat.browser.give(confirm, village, { account: head.id })
  expect(await vouch(head.browser)).toEqual([byCamat, byCamat])
})
