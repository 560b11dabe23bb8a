// A role as a function of an agency: given, carried into the session, and never wider than its giver's.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { daysFromToday } from '../../kernel/day.testing.ts'
import { newId } from '../../kernel/id.ts'
import type { AgencyKind, Role } from '../../kernel/role.ts'
import { closeAgency, foundAgency } from '../agencies/agency.ts'
import { agenciesServer } from '../agencies/server.ts'
import {
  confirm,
  disable,
  endHolding,
  grant,
  invite,
  makeResetCode,
  revokeSessions,
  withdrawInvitation,
} from './account.ts'
import { type AccountsHouse, accountsHouse, type Browser, goodPassword } from './accounts.testing.ts'
import { codeDigest, invitationLength, newCode, resetLength } from './code.ts'

let house: AccountsHouse
let admin: Browser
/** An officer of the nation whom the administrator has not appointed. */
let second: Browser
beforeAll(async () => {
  house = await accountsHouse([agenciesServer])
  admin = (await house.person([{ role: 'admin', place: 'ID' }])).browser
  second = (await house.person([{ role: 'national-officer', place: 'ID' }])).browser
})
afterAll(() => house.close())

async function agency(kind: AgencyKind, place = '34.71') {
  const made = { id: newId(), kind, name: `Kantor ${kind} ${newId().slice(-6)}` }
  expect((await admin.give(foundAgency, place, { ...made, parent: null, from: null })).status).toBe(200)
  return made
}

async function offer(browser: Browser, role: Role, place: string, of: string | null) {
  const code = newCode(invitationLength)
  const input = { id: newId(), codeHash: await codeDigest(code), role, nameHint: 'Bu Sri', agency: of }
  return { code, id: input.id, answer: await browser.give(invite, place, input) }
}

async function joined(role: Role, place: string, of: string) {
  const { code } = await offer(admin, role, place, of)
  const browser = house.browser()
  const form = {
    as: 'new',
    code,
    name: 'Bu Sri',
    user: `petugas.${newId().slice(-8)}`,
    password: goodPassword,
  }
  const seat = { device: browser.device, deviceName: 'HP Bu Sri' }
  const answer = await browser.http('POST', '/api/invitations/accept', { ...form, ...seat })
  const said = { account: answer.body.account.id as string }
  expect((await second.give(confirm, place, said)).status).toBe(200)
  return { browser, answer }
}

const codes = ({ body }: { body: { errors?: { code: string }[] } }) =>
  (body.errors ?? []).map(({ code }) => code)

test('an officer joins for an agency, and session, own page and list of people say so', async () => {
  const social = await agency('social-agency')
  const { browser, answer } = await joined('city-officer', '34.71', social.id)
  const held = [{ role: 'city-officer', place: '34.71', agency: social }]
  expect(answer.body.account.holdings).toMatchObject(held)
  const session = await browser.http('GET', '/api/session')
  expect(session.body.account.holdings).toMatchObject(held)
  const mine = await browser.http('GET', '/api/queries/accounts.mine')
  expect(mine.body.holdings).toMatchObject([{ role: 'city-officer', agency: social }])
  const list = await admin.ask('accounts.at-place', { place: '34.71', role: 'city-officer' })
  expect(list.body.people.map((each: { agency: unknown }) => each.agency)).toContainEqual(social)
})

test('a role is of an agency of its place or above that has not ended, and an officer’s only', async () => {
  const social = await agency('social-agency')
  const elsewhere = await agency('social-agency', '35')
  const over = await agency('planning-agency')
  const ending = { id: over.id, basedOn: 1, until: daysFromToday(0) }
  expect((await admin.give(closeAgency, '34.71', ending)).status).toBe(200)
  for (const of of [elsewhere.id, over.id, newId()])
    expect(codes((await offer(admin, 'city-officer', '34.71', of)).answer)).toEqual([
      'accounts.no-such-agency',
    ])
  expect(codes((await offer(admin, 'auditor', '34.71', social.id)).answer)).toEqual([
    'accounts.agency-not-for-role',
  ])
  expect((await offer(admin, 'district-officer', '34.71.04', social.id)).answer.status).toBe(200)
})

test('who works for an agency lets in nobody of another, and nobody who works for all of a place', async () => {
  const social = await agency('social-agency')
  const sister = await agency('social-agency')
  const planning = await agency('planning-agency')
  const { browser } = await joined('city-officer', '34.71', social.id)
  for (const of of [planning.id, null])
    expect(codes((await offer(browser, 'district-officer', '34.71.04', of)).answer)).toEqual([
      'accounts.agency-is-yours',
    ])
  expect(codes((await offer(browser, 'partner', '34.71', null)).answer)).toEqual(['accounts.agency-is-yours'])
  for (const role of ['facilitator', 'unit-manager'] as const)
    for (const place of ['34.71.04', '34.71.04.1001'])
      expect([role, place, ...codes((await offer(browser, role, place, null)).answer)]).toEqual([
        ...[role, place, 'accounts.agency-is-yours'],
      ])
  expect((await offer(browser, 'district-officer', '34.71.04', sister.id)).answer.status).toBe(200)
  const sent = await offer(browser, 'facilitator', '34.71.04.1001', social.id)
  expect(sent.answer.status).toBe(200)
  const theirs = (await joined('city-officer', '34.71', planning.id)).browser
  const taken = await theirs.give(withdrawInvitation, '34.71.04.1001', { id: sent.id })
  expect(codes(taken)).toEqual(['accounts.may-not-give'])
})

test('who works for an agency takes over nobody of another, ends no role of theirs, and closes no account', async () => {
  const social = await agency('social-agency')
  const planning = await agency('planning-agency')
  const { browser } = await joined('city-officer', '34.71', social.id)
  const theirs = await house.person([{ role: 'district-officer', place: '34.71.04', agency: planning }])
  const villager = await house.person([{ role: 'volunteer', place: '34.71.04.1001' }])
  const own = await house.person([{ role: 'district-officer', place: '34.71.04', agency: social }])
  const tries = async (account: string) => {
    const codeHash = await codeDigest(newCode(resetLength))
    const reset = { id: newId(), account, codeHash, clearsSecondFactor: true }
    const list = await admin.ask('accounts.at-place', { place: '34.71.04' })
    const holding = list.body.people.find((each: { account: string }) => each.account === account).holding
    const answers = [
      await browser.give(makeResetCode, '34.71.04', reset),
      await browser.give(disable, '34.71.04', { account, basedOn: 1, reason: 'x' }),
      await browser.give(revokeSessions, '34.71.04', { account }),
      await browser.give(endHolding, '34.71.04', { holding, account, reason: 'x' }),
    ]
    return answers.map(({ status }) => status)
  }
  expect(await tries(theirs.id)).toEqual([422, 422, 422, 422])
  expect(await tries(villager.id)).toEqual([422, 422, 422, 422])
  expect(await tries(own.id)).toEqual([200, 200, 200, 200])
  expect((await theirs.browser.http('GET', '/api/session')).status).toBe(200)
})

test('one person holds the same role for two agencies, and once for each', async () => {
  const social = await agency('social-agency')
  const planning = await agency('planning-agency')
  const { id, browser } = await house.person([])
  const give = (of: string | null) =>
    admin.give(grant, '34.71', { id: newId(), account: id, role: 'city-officer' as const, agency: of })
  expect((await give(social.id)).status).toBe(200)
  expect((await give(planning.id)).status).toBe(200)
  expect(codes(await give(planning.id))).toEqual(['accounts.offered-already'])
  await browser.takeUp()
  expect(codes(await give(planning.id))).toEqual(['accounts.holds-already'])
  const { body } = await browser.http('GET', '/api/session')
  expect(body.account.holdings.map((held: { agency: { id: string } }) => held.agency.id).sort()).toEqual(
    [social.id, planning.id].sort(),
  )
})

test('an invitation that an older app wrote is one for no agency', async () => {
  const input = {
    id: newId(),
    codeHash: await codeDigest(newCode(invitationLength)),
    role: 'city-officer',
    nameHint: 'Bu Sri',
  }
  const older = { ...invite, version: 1 } as never
  expect((await admin.give(older, '34.71', input as never)).status).toBe(200)
})
