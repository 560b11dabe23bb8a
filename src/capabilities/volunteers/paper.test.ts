// A village head without an account: what he signs on paper, of a meeting and of the roll of volunteers.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { House, Person } from '../../apps/server/village.testing.ts'
import { lastYear, momentOn } from '../../kernel/day.testing.ts'
import { addDays, today } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { rightCheck } from '../../kernel/paper.ts'
import {
  acknowledgeMeetings,
  acknowledgeOnPaper,
  amendMeeting,
  checkPaper,
  recordMeeting,
} from '../meetings/commands.ts'
import type { Meeting } from '../meetings/meeting.ts'
import { minutes, plan, ready, rightMinutes, signedMinutes } from '../meetings/meetings.testing.ts'
import { checkMinutes, signMinutes } from '../meetings/signed-minutes.ts'
import { enrolled, factsOf, ok, on, refusals, rows, volunteersHouse } from './house.testing.ts'
import { type Acknowledgement, acknowledgeRoll, acknowledgeRollOnPaper, checkRollPaper } from './roll.ts'
import { changeVolunteer, registerVolunteers } from './volunteer.ts'
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
  const [first, second] = [scan(), scan()]
  const agrees = { agrees: true, reason: '', scan: first.id }
  const signed = async () => {
    const facts = await factsOf(house, village, enrolment)
    return [facts['meeting.rkm.acknowledged'], facts['meeting.rkm.acknowledged_on_paper']]
  }
  expect(refusals(await typing({ scan: null, on: addDays(today(), 1) }))).toEqual([
    'platform.paper-without-scan paper.scan',
    'platform.paper-ahead paper.on',
  ])
  expect(refusals(await typing({ on: addDays(held.date, -1) }))).toEqual(['platform.paper-before paper.on'])
  await ok(typing({ scan: first }))
  expect(await signed()).toEqual([false, false])
  expect(refusals(await typing())).toEqual(['platform.paper-waits meetings'])
  expect(refusals(await sari.give(checkPaper, { meetings, ...agrees }))).toEqual(['platform.paper-own'])
  expect(refusals(await village.as('facilitator').give(checkPaper, { meetings, ...agrees }))).toEqual([
    'platform.paper-same-role',
  ])
  expect(refusals(await dewi.give(checkPaper, { meetings, ...agrees }))).toEqual([
    'platform.paper-not-arrived',
  ])
  await ok(dewi.give(checkPaper, { meetings, ...agrees, agrees: false, reason: 'Pindaian rembug lain' }))
  expect(refusals(await typing({ scan: first }))).toEqual(['platform.scan-known scan'])
  await ok(typing({ scan: second }))
  await house.filesArrive(village)
  // The head looked at the first paper without signal, and says so after another was typed.
  const late = await village.as('village-head').give(checkPaper, { meetings, ...agrees })
  expect(refusals(late)).toEqual(['platform.paper-replaced'])
  await ok(dewi.give(checkPaper, { meetings, ...agrees, scan: second.id }))
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
  const typed = (on_: typeof first) =>
    sari.give(acknowledgeRollOnPaper, { ...sheet, paper: { ...paper(on), scan: on_ } })
  const [first, second] = [scan(), scan()]
  await ok(typed(first))
  await house.filesArrive(village)
  const fact = async (name: string) => (await factsOf(house, village, enrolment))[`volunteers.${name}`]
  expect(await fact('acknowledged')).toBe(false)
  expect(refusals(await typed(second))).toContain('platform.paper-waits volunteers')
  const check = { enrolment, agrees: true, reason: '', scan: first.id }
  expect(refusals(await sari.give(checkRollPaper, check))).toEqual(['platform.paper-own'])
  const lurah = village.as('village-head')
  await ok(lurah.give(checkRollPaper, { ...check, agrees: false, reason: 'Bukan tanda tangan saya' }))
  expect(await fact('acknowledged')).toBe(false)
  await ok(typed(second))
  await house.filesArrive(village)
  await ok(lurah.give(checkRollPaper, { ...check, scan: second.id }))
  expect([await fact('acknowledged'), await fact('acknowledged_on_paper')]).toEqual([true, true])
})

test('who is put in the place of somebody acknowledged is new: the head has not seen them', async () => {
  const village = house.village()
  const enrolment = await enrolled(village)
  const [sari, lurah] = [village.as('facilitator'), village.as('village-head')]
  const join = newcomer({ name: 'Kartika Wulandari' })
  const joined = addDays(today(), -10)
  await ok(sari.give(registerVolunteers, { enrolment, on: joined, volunteers: [join] }))
  const acknowledged = async () => (await factsOf(house, village, enrolment))['volunteers.acknowledged']
  const seen = { enrolment, volunteers: [join.id], name: 'Sri Rejeki', note: '' }
  // His clock is behind: nobody signs before the roll was there.
  await ok(lurah.give(acknowledgeRoll, seen, { at: momentOn(addDays(joined, -20)) }))
  expect(await acknowledged()).toBe(true)
  const [roll] = await rows<Acknowledgement>(lurah, 'acknowledgement')
  expect(roll?.signings[0]?.on).toBe(joined)
  const change = (basedOn: number, changes: object) =>
    sari.give(changeVolunteer, { volunteer: join.id, basedOn, changes })
  await ok(change(1, { skills: 'Membukukan' }))
  expect(await acknowledged()).toBe(true)
  await ok(change(2, { name: 'Adik Fasilitator', poor: true }))
  expect(await acknowledged()).toBe(false)
  expect(refusals(await lurah.give(acknowledgeRoll, seen))).toEqual(['platform.paper-changed volunteers'])
  await ok(lurah.give(acknowledgeRoll, { ...seen, editions: [2] }))
  expect(await acknowledged()).toBe(true)
})

const held = { date: addDays(today(), -30), start: '19:30', end: '22:00' }
const rkm = (enrolment: string) => plan({ enrolment, kind: 'rkm', ...held, invitees: [] })
const rowOf = async (person: Person, id: string) =>
  (await person.rows<Meeting>('meetings.meeting')).find((each) => each.id === id) as Meeting

test('what is amended after the village head signed is no longer signed, and a no does not become his yes', async () => {
  const village = house.village()
  const enrolment = await enrolled(village)
  const [sari, lurah] = [village.as('facilitator'), village.as('village-head')]
  const input = rkm(enrolment)
  const { meeting } = input
  const refuses = { ...ready, option: 'menolak' }
  const { meeting: _, ...closing } = minutes(meeting, { ...held, decision: refuses })
  const headCount = { women: 10, men: 10, poor: 2, elements: {} }
  await ok(sari.give(recordMeeting, { plan: input, headCount, attendees: [], closing }))
  const known = async () => {
    const facts = await factsOf(house, village, enrolment)
    return ['decision', 'acknowledged', 'minutes_signed'].map((name) => facts[`meeting.rkm.${name}`])
  }
  const about = { meetings: [meeting], name: 'Sri', note: '' }
  const day = addDays(today(), -40)
  await ok(lurah.give(acknowledgeMeetings, about, { at: momentOn(day) }))
  const sheet = signedMinutes(meeting)
  await ok(sari.give(signMinutes, sheet))
  await house.filesArrive(village)
  await ok(village.as('board-secretary').give(checkMinutes, rightMinutes(sheet)))
  expect(await known()).toEqual(['menolak', true, true])
  // A clock that is behind does not let him sign before the meeting was held and closed; what it said is kept.
  expect((await rowOf(sari, meeting)).acknowledgement).toMatchObject({
    on: today(),
    at: momentOn(day).toISOString(),
  })
  const { version } = await rowOf(sari, meeting)
  const amendment = {
    ...{ amendment: newId(), meeting, basedOn: version, reason: 'Salah tulis', changes: { decision: ready } },
    ...{ headCount: { ...headCount, women: 400, men: 400 }, added: [], withdrawn: [] },
  }
  await ok(sari.give(amendMeeting, amendment))
  expect(await known()).toEqual(['siap', false, false])
  // He read them before, without signal: what he sends now is not for what stands there now.
  expect(refusals(await lurah.give(acknowledgeMeetings, { ...about, editions: [1] }))).toEqual([
    'platform.paper-changed',
  ])
  await ok(lurah.give(acknowledgeMeetings, { ...about, editions: [2] }))
  expect(await known()).toEqual(['siap', true, false])
  expect((await rowOf(sari, meeting)).replaced).toMatchObject([{ name: 'Sri', edition: 1 }])
})

test('two do not sign a meeting between them: who typed or checked one of its papers checks no other', async () => {
  const village = house.village()
  const enrolment = await enrolled(village)
  const [sari, dewi] = [village.as('facilitator'), village.as('board-secretary')]
  const input = rkm(enrolment)
  const { meeting } = input
  const { meeting: _, ...closing } = minutes(meeting, { ...held, decision: ready })
  const headCount = { women: 10, men: 10, poor: 2, elements: {} }
  const secretary = village.as('board-secretary')
  await ok(secretary.give(recordMeeting, { plan: input, headCount, attendees: [], closing }))
  const sheet = signedMinutes(meeting)
  await ok(sari.give(signMinutes, sheet))
  await house.filesArrive(village)
  const right = rightMinutes(sheet)
  // Whoever closed the meeting is no second person for it either.
  expect(refusals(await secretary.give(checkMinutes, right))).toEqual(['platform.paper-involved'])
  await ok(dewi.give(checkMinutes, right))
  const scan = { ...sheet.sheet.scan, id: newId() } as never as NonNullable<typeof sheet.sheet.scan>
  const paper = { name: 'Sri', position: 'Lurah', standing: 'own' as const, on: today(), scan }
  await ok(dewi.give(acknowledgeOnPaper, { meetings: [meeting], note: '', paper }))
  await house.filesArrive(village)
  const check = { meetings: [meeting], ...rightCheck(paper) }
  expect(refusals(await sari.give(checkPaper, check))).toEqual(['platform.paper-involved'])
  await ok(village.as('volunteer').give(checkPaper, check))
})
