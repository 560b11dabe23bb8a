// The page of an invitation calls a role as the programmes of the village do.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { daysFromToday } from '../../kernel/day.testing.ts'
import { newId } from '../../kernel/id.ts'
import { enrol } from '../programmes/enrolment.ts'
import { programmesServer } from '../programmes/server.ts'
import { invite } from './account.ts'
import { type AccountsHouse, accountsHouse } from './accounts.testing.ts'
import { codeDigest, invitationLength, newCode } from './code.ts'

let house: AccountsHouse
beforeAll(async () => {
  house = await accountsHouse([programmesServer])
})
afterAll(() => house.close())

test('who is invited as a member of TKPK is not told of a BKM, and where two programmes run, of both', async () => {
  const village = '34.71.04.1001'
  const { browser } = await house.person([{ role: 'facilitator', place: village }])
  const code = newCode(invitationLength)
  const invitation = { id: newId(), codeHash: await codeDigest(code), nameHint: 'Bu Sri', agency: null }
  expect((await browser.give(invite, village, { ...invitation, role: 'board-member' })).status).toBe(200)
  const titles = async () =>
    (await house.browser().http('POST', '/api/invitations/look', { code })).body.titles as unknown
  expect(await titles()).toEqual([])
  const takeUp = async (programme: string) => {
    const { definitions } = (await browser.ask('programmes.available', { place: village })).body as {
      definitions: { id: string; key: string; newest: boolean }[]
    }
    const key = definitions.find((each) => each.id === programme && each.newest)?.key ?? ''
    const about = { id: newId(), programme: key, startOn: daysFromToday(-10), subject: null, archive: false }
    const more = { afterEra: true, category: null, eligibility: {} }
    expect((await browser.give(enrol, village, { ...about, ...more })).status).toBe(200)
  }
  await takeUp('tkpk-neighbourhood')
  expect(await titles()).toEqual([{ id: 'Anggota TKPK', en: 'Member of TKPK' }])
  await takeUp('p2kp-2006')
  expect((await titles()) as unknown[]).toHaveLength(2)
})
