// A village head without an account: what he signs on paper, of a meeting and of the roll of volunteers.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { House } from '../../apps/server/village.testing.ts'
import { lastYear } from '../../kernel/day.testing.ts'
import { addDays, today } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { acknowledgeOnPaper, checkPaper, recordMeeting } from '../meetings/commands.ts'
import { minutes, plan, ready } from '../meetings/meetings.testing.ts'
import { enrolled, factsOf, ok, on, refusals, volunteersHouse } from './house.testing.ts'
import { acknowledgeRollOnPaper, checkRollPaper } from './roll.ts'
import { registerVolunteers } from './volunteer.ts'
import { newcomer } from './volunteers.testing.ts'

let house: House
beforeAll(async () => {
  house = await volunteersHouse()
})
afterAll(() => house.close())

const scan = () => ({ id: newId(), mediaType: 'image/jpeg' as const, bytes: 10, sha256: 'a'.repeat(64) })
const paper = (day: string) => ({
  ...{ name: 'Sri Rejeki', position: 'Lurah', standing: 'acting' as const, on: day, scan: scan() },
})
const agrees = { agrees: true, reason: '' }

test('a meeting is acknowledged on paper once somebody of another role has checked the scan', async () => {
  const village = house.village()
  const enrolment = await enrolled(village)
  const [sari, dewi] = [village.as('facilitator'), village.as('board-secretary')]
  const held = { date: lastYear('06-20'), start: '19:30', end: '22:00' }
  const input = plan({ enrolment, kind: 'rkm', ...held, invitees: [] })
  const { meeting, ...closing } = minutes(input.meeting, { ...held, decision: ready })
  const headCount = { women: 12, men: 9, poor: 4, elements: {} }
  await ok(sari.give(recordMeeting, { plan: input, headCount, attendees: [], closing }))
  const meetings = [meeting]
  const typing = (changes: object = {}) =>
    sari.give(acknowledgeOnPaper, { meetings, note: '', paper: { ...paper(held.date), ...changes } })
  const signed = async () => {
    const facts = await factsOf(house, village, enrolment)
    return [facts['meeting.rkm.acknowledged'], facts['meeting.rkm.acknowledged_on_paper']]
  }
  expect(refusals(await typing({ scan: null, on: addDays(today(), 1) }))).toEqual([
    'platform.paper-without-scan paper.scan',
    'platform.paper-ahead paper.on',
  ])
  expect(refusals(await typing({ on: addDays(held.date, -1) }))).toEqual(['platform.paper-before paper.on'])
  await ok(typing())
  expect(await signed()).toEqual([false, false])
  expect(refusals(await typing())).toEqual(['platform.paper-waits meetings'])
  expect(refusals(await sari.give(checkPaper, { meetings, ...agrees }))).toEqual(['platform.paper-own'])
  expect(refusals(await village.as('facilitator').give(checkPaper, { meetings, ...agrees }))).toEqual([
    'platform.paper-same-role',
  ])
  await ok(dewi.give(checkPaper, { meetings, agrees: false, reason: 'Pindaian rembug lain' }))
  await ok(typing())
  await ok(dewi.give(checkPaper, { meetings, ...agrees }))
  expect(await signed()).toEqual([true, true])
})

test('the roll of volunteers signed on paper waits for its check, and whoever joins later is new', async () => {
  const village = house.village()
  const enrolment = await enrolled(village)
  const sari = village.as('facilitator')
  const join = newcomer()
  await ok(sari.give(registerVolunteers, { enrolment, on, volunteers: [join] }))
  const sheet = { enrolment, volunteers: [join.id], note: '' }
  expect(
    refusals(await sari.give(acknowledgeRollOnPaper, { ...sheet, paper: { ...paper(on), scan: null } })),
  ).toEqual(['platform.paper-without-scan paper.scan'])
  const early = { ...sheet, paper: paper(addDays(on, -1)) }
  expect(refusals(await sari.give(acknowledgeRollOnPaper, early))).toEqual(['platform.paper-before paper.on'])
  const typed = () => sari.give(acknowledgeRollOnPaper, { ...sheet, paper: paper(on) })
  await ok(typed())
  const fact = async (name: string) => (await factsOf(house, village, enrolment))[`volunteers.${name}`]
  expect(await fact('acknowledged')).toBe(false)
  expect(refusals(await typed())).toContain('platform.paper-waits volunteers')
  const check = { enrolment, ...agrees }
  expect(refusals(await sari.give(checkRollPaper, check))).toEqual(['platform.paper-own'])
  const lurah = village.as('village-head')
  await ok(lurah.give(checkRollPaper, { enrolment, agrees: false, reason: 'Bukan tanda tangan saya' }))
  expect(await fact('acknowledged')).toBe(false)
  await ok(typed())
  await ok(lurah.give(checkRollPaper, check))
  expect([await fact('acknowledged'), await fact('acknowledged_on_paper')]).toEqual([true, true])
})
