// A reflection discussion through the real door: planned, its route and notes, closed, and the gates of its stage.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { House } from '../../apps/server/village.testing.ts'
import { daysFromToday } from '../../kernel/day.testing.ts'
import { newId } from '../../kernel/id.ts'
import { viewOf } from '../../kernel/view.ts'
import { inPlace } from '../../platform/server/transaction.ts'
import { checkIn } from '../meetings/attendance.ts'
import * as meetings from '../meetings/commands.ts'
import type { Meeting } from '../meetings/meeting.ts'
import { attendee, minutes, plan } from '../meetings/meetings.testing.ts'
import { proposePoints } from '../meetings/proposing.ts'
import { blankPerson, registerPerson } from '../people/person.ts'
import { gatesOf } from '../programmes/definition.ts'
import { gateState, numberFacts } from '../programmes/gates.ts'
import { shippedProgramme, stageIn } from '../programmes/shipped.testing.ts'
import { ok, refusals } from '../surveys/surveys.testing.ts'
import { agreedPointsOf } from './agreed-points.ts'
import {
  type Aspiration,
  aspirationCollection,
  type NoteAspiration,
  noteAspiration,
  withdrawAspiration,
} from './aspiration.ts'
import { aspirationsById } from './door.ts'
import { held, plannedWorkshop, workshopsHouse } from './house.testing.ts'
import * as session from './session.ts'

let house: House
beforeAll(async () => {
  house = await workshopsHouse()
})
afterAll(() => house.close())

const p2kp = shippedProgramme('p2kp-2006')
const begun = (kind?: string) => plannedWorkshop(house, kind)
const decided = (text: string, more: { responsible?: string; due?: string } = {}) => ({
  ...{ id: newId(), text, responsible: '', due: null },
  ...more,
})

test('the gates of the reflection turn green from an FGD that was held, agreed on steps and planned who follows them up', async () => {
  const { village, enrolment, facilitator, meeting, facts } = await begun()
  const states = async () => {
    const now = { ...numberFacts(p2kp), ...(await facts()) }
    return Object.fromEntries(
      gatesOf(stageIn(p2kp, 'reflection')).map((gate) => [gate.id, gateState(gate, now).state]),
    )
  }
  expect(await states()).toMatchObject({ reflection_held: 'unmet', reflection_follow_up: 'unmet' })
  await ok(facilitator.give(meetings.openMeeting, { meeting }))
  const attendees = [attendee({ poor: true }), attendee({ name: 'Bu Tini' }), attendee({ sex: 'male' })]
  await ok(village.as('volunteer').give(checkIn, { meeting, attendees }))
  const brought = { id: newId(), text: 'Air bersih untuk semua' }
  await ok(facilitator.give(proposePoints, { meeting, points: [brought] }))
  const [{ proposed: offered } = {}] = await facilitator.rows<Meeting>('meetings.meeting')
  expect(offered).toEqual([brought])
  const decisions = [
    decided('Dasawisma mendata iuran bersama'),
    decided('Pemetaan swadaya per RT', { responsible: 'Tim pemetaan', due: daysFromToday(14) }),
  ]
  await ok(facilitator.give(meetings.closeMeeting, minutes(meeting, { ...held, decisions })))
  expect(refusals(await facilitator.give(proposePoints, { meeting, points: [brought] }))).toEqual([
    'meetings.already-closed',
  ])
  const told = await facts()
  const rows = (await facilitator.feed()).rows.filter(({ value }) => value !== null)
  const points = agreedPointsOf(viewOf(village.place, rows), enrolment, 'poverty_reflection')
  expect(points.map(({ number, responsible }) => [number, responsible])).toEqual([
    [1, ''],
    [2, 'Tim pemetaan'],
  ])
  expect(told['workshop.poverty_reflection.agreed_points']?.value).toBe(2)
  expect(told['workshop.poverty_reflection.attendees.poor']?.value).toBe(1)
  expect(await states()).toMatchObject({
    reflection_held: 'met',
    reflection_poor: 'met',
    reflection_steps: 'met',
    reflection_follow_up: 'met',
    reflection_women: 'met',
  })
})

test('a route that is set keeps all four levels in their order, and a second phone that did not see it is refused', async () => {
  const { facilitator, meeting } = await begun()
  const question = (level: session.Level, text = 'Apa?') => ({ id: newId(), level, text })
  const set = (questions: ReturnType<typeof question>[], basedOn = 0) =>
    facilitator.give(session.setRoute, { meeting, basedOn, questions })
  const whole = session.levels.map((level) => question(level))
  expect(refusals(await set(whole.slice(0, 2)))).toEqual([
    'workshops.no-question-interpretive questions',
    'workshops.no-question-decisional questions',
  ])
  expect(refusals(await set([...whole].reverse()))).toEqual(['workshops.levels-out-of-order questions'])
  await ok(set(whole))
  expect(refusals(await set(whole))).toEqual(['workshops.changed-since basedOn'])
  const [row] = await facilitator.rows<session.Session>(session.sessionCollection)
  expect(row).toMatchObject({ id: meeting, version: 1, questions: whole })
})

test('what people answer is noted once the workshop has begun, only added to, and emptied when it is withdrawn', async () => {
  const { village, facilitator, meeting } = await begun()
  const note = { id: newId(), meeting, question: 'objective_1', text: 'Air sumur asin sejak 2019' }
  expect(refusals(await facilitator.give(session.noteAnswer, note))).toEqual(['workshops.not-begun meeting'])
  await ok(facilitator.give(meetings.openMeeting, { meeting }))
  const once = { id: newId(), at: new Date() }
  await ok(facilitator.give(session.noteAnswer, note, once))
  expect((await facilitator.give(session.noteAnswer, note, once)).status).toBe(200)
  await ok(
    village.as('volunteer').give(session.noteAnswer, { ...note, id: newId(), text: 'Banjir tiap tahun' }),
  )
  await ok(facilitator.give(session.withdrawNote, { answer: note.id, reason: 'Menyebut nama orang' }))
  const rows = await facilitator.rows<session.Note>(session.noteCollection)
  expect(rows.map(({ text, withdrawn }) => [text, withdrawn?.reason ?? null])).toEqual(
    expect.arrayContaining([
      ['', 'Menyebut nama orang'],
      ['Banjir tiap tahun', null],
    ]),
  )
  expect((await village.as('teller').give(session.noteAnswer, { ...note, id: newId() })).status).toBe(403)
  const officer = village.as('city-officer', { at: village.place.slice(0, 5) })
  expect(await officer.rows(session.noteCollection)).toEqual([])
})

test('themes are agreed once, discussed in a workshop, and then stay on the list', async () => {
  const { facilitator, enrolment, meeting, facts } = await begun('thematic')
  const theme = { id: newId(), enrolment, title: 'Air bersih', meeting: null }
  await ok(facilitator.give(session.agreeTheme, theme))
  const general = plan({ group: 'workshop', ...held })
  await ok(facilitator.give(meetings.planMeeting, general))
  const elsewhere = { ...theme, id: newId(), title: 'Jalan', meeting: general.meeting }
  expect(refusals(await facilitator.give(session.agreeTheme, elsewhere))).toEqual([
    'workshops.theme-of-another meeting',
  ])
  const again = { ...theme, id: newId(), title: ' air  BERSIH' }
  expect(refusals(await facilitator.give(session.agreeTheme, again))).toEqual(['workshops.theme-known title'])
  const discussing = { meeting, theme: theme.id, discussed: true }
  expect(refusals(await facilitator.give(session.discussTheme, discussing))).toEqual([
    'workshops.not-begun meeting',
  ])
  await ok(facilitator.give(meetings.openMeeting, { meeting }))
  await ok(facilitator.give(session.discussTheme, discussing))
  expect((await facts())['workshop.thematic.themes_discussed']?.value).toBe(1)
  const dropping = { theme: theme.id, reason: 'Salah tulis' }
  expect(refusals(await facilitator.give(session.dropTheme, dropping))).toEqual([
    'workshops.theme-discussed theme',
  ])
  await ok(facilitator.give(session.discussTheme, { ...discussing, discussed: false }))
  await ok(facilitator.give(session.dropTheme, dropping))
  expect((await facts())['workshop.thematic.themes_discussed']).toBeUndefined()
})

test('aspirations of poor and marginal people are kept apart, name nobody, and count for the gate of their programme', async () => {
  const { village, facilitator, meeting, facts } = await begun()
  const kartika = blankPerson({ id: newId(), name: 'Kartika Wulandari', sex: 'female' })
  await ok(facilitator.give(registerPerson, kartika))
  const said = (text: string, more: Partial<NoteAspiration> = {}) => ({
    ...{ id: newId(), meeting, text, group: 'poor' as const, theme: null, localPlace: null },
    ...more,
  })
  const hope = said('Ingin air bersih yang terbeli')
  expect(refusals(await facilitator.give(noteAspiration, hope))).toEqual(['workshops.not-begun meeting'])
  await ok(facilitator.give(meetings.openMeeting, { meeting }))
  const named = said('Kartika Wulandari ingin pekerjaan, hubungi 0812 3456 7890', { localPlace: newId() })
  expect(refusals(await facilitator.give(noteAspiration, named))).toEqual([
    'workshops.number-in-it text',
    'workshops.names-somebody text',
    'workshops.no-such-part localPlace',
  ])
  await ok(facilitator.give(noteAspiration, hope))
  await ok(
    village.as('volunteer').give(noteAspiration, said('Jalan untuk kursi roda', { group: 'disabled' })),
  )
  const counted = async () => (await facts())['workshop.poverty_reflection.aspirations']?.value
  expect(await counted()).toBe(2)
  await ok(facilitator.give(withdrawAspiration, { aspiration: hope.id, reason: 'Tertulis dua kali' }))
  expect(await counted()).toBe(1)
  const standing = await inPlace(house.db, village.place, newId(), (tx) =>
    aspirationsById({ tx, place: village.place, district: village.place.slice(0, 8) }, [hope.id]),
  )
  expect(standing.size).toBe(0)
  const rows = await facilitator.rows<Aspiration>(aspirationCollection)
  expect(rows.find(({ id }) => id === hope.id)).toMatchObject({ text: '', group: 'poor' })
  const officer = village.as('city-officer', { at: village.place.slice(0, 5) })
  expect(await officer.rows(aspirationCollection)).toEqual([])
  expect((await officer.give(noteAspiration, said('Apa saja'))).status).toBe(403)
})
