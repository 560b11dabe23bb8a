import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, type Person, testHouse, type Village } from '../../apps/server/village.testing.ts'
import type { Command, Envelope } from '../../kernel/command.ts'
import { daysFromToday, momentOn } from '../../kernel/day.testing.ts'
import { addDays } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { type Change, viewOf } from '../../kernel/view.ts'
import { droppedKind, findFile } from '../../platform/server/files.ts'
import { inPlace } from '../../platform/server/transaction.ts'
import { blankPerson, registerPerson } from '../people/person.ts'
import { peopleServer } from '../people/server.ts'
import { placesWithoutNation } from '../places/regions.testing.ts'
import * as programmes from '../programmes/enrolment.ts'
import { programmesServer } from '../programmes/server.ts'
import { takenUp } from '../programmes/shipped.testing.ts'
import { enrolmentStore } from '../programmes/store.ts'
import { meetingsApplies } from './apply.ts'
import { type Attendance, checkIn, countHeads, withdrawCheckIn } from './attendance.ts'
import * as commands from './commands.ts'
import { meetingFacts } from './evidence.ts'
import type { Meeting } from './meeting.ts'
import { attendee, minutes, plan, ready, rightMinutes, signedMinutes } from './meetings.testing.ts'
import { refusalTexts } from './refusal-texts.ts'
import { meetingsServer } from './server.ts'
import { checkMinutes, signMinutes } from './signed-minutes.ts'

let house: House
beforeAll(async () => {
  house = await testHouse([placesWithoutNation, programmesServer, peopleServer, meetingsServer], refusalTexts)
})
afterAll(() => house.close())

const day = daysFromToday(-30)
const held = { date: day, start: '19:30', end: '22:00' }
const codes = (answer: { body: { errors?: { code: string }[] } }) =>
  answer.body.errors?.map((each) => each.code)

async function enrolled(village: Village): Promise<string> {
  const facilitator = village.as('facilitator')
  const answer = await facilitator.ask('programmes.available')
  const { definitions } = answer.body as unknown as {
    definitions: { id: string; key: string; newest: boolean }[]
  }
  const programme = definitions.find((each) => each.id === 'p2kp-2006' && each.newest)?.key ?? ''
  const id = newId()
  const given = await facilitator.give(programmes.enrol, {
    id,
    programme,
    startOn: addDays(day, -19),
    ...takenUp,
  })
  expect(given.status).toBe(200)
  return id
}

const factsOf = (village: Village, enrolment: string) =>
  inPlace(house.db, village.place, newId(), (tx) =>
    enrolmentStore(tx, village.place.slice(0, 8), village.place).facts(enrolment),
  )

const rowOf = async (person: Person, id: string) =>
  (await person.rows<Meeting>('meetings.meeting')).find((each) => each.id === id) as Meeting

const rkm = (enrolment: string) =>
  plan({ enrolment, kind: 'rkm', ...held, invitees: ['rt_heads', 'poor_residents'] })

async function ok(answer: Promise<{ status: number; body: unknown }>) {
  const { status, body } = await answer
  expect(body).toMatchObject({ status: 'done' })
  expect(status).toBe(200)
}

async function resident(facilitator: Person, name: string): Promise<string> {
  const person = blankPerson({ id: newId(), name, sex: 'female', birthYear: 1980, noNik: 'not-recorded' })
  await ok(facilitator.give(registerPerson, person))
  return person.id
}

/** 42 people: 24 women, 18 men, 11 of them poor. */
const crowd = (element = 'rt_heads') =>
  Array.from({ length: 42 }, (_, i) =>
    attendee({
      name: `Warga ${i + 1}`,
      sex: i < 24 ? 'female' : 'male',
      poor: i % 4 === 0,
      elements: i < 5 ? [element] : [],
    }),
  )

test('a village holds its readiness meeting, from invitation to acknowledgement, and its gates open', async () => {
  const village = house.village()
  const enrolment = await enrolled(village)
  const facilitator = village.as('facilitator')
  const input = rkm(enrolment)
  const { meeting } = input
  await ok(facilitator.give(commands.planMeeting, input))
  expect((await factsOf(village, enrolment))['meeting.rkm.held']?.value).toBe(false)
  await ok(facilitator.give(commands.inviteToMeeting, { meeting, letter: null, note: 'Lewat RT' }))
  await ok(facilitator.give(commands.openMeeting, { meeting }))
  await ok(village.as('volunteer').give(checkIn, { meeting, attendees: crowd() }))
  const report = minutes(meeting, { ...held, decision: ready })
  await ok(facilitator.give(commands.closeMeeting, report))
  const row = await rowOf(facilitator, meeting)
  expect(row).toMatchObject({
    state: 'closed',
    closing: { tally: { mode: 'by-name', total: 42, women: 24, men: 18, poor: 11 } },
    decision: { option: 'siap' },
  })
  await ok(
    village
      .as('village-head')
      .give(commands.acknowledgeMeetings, { meetings: [meeting], name: 'Lurah', note: '' }),
  )
  const facts = await factsOf(village, enrolment)
  expect(Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, fact.value]))).toMatchObject({
    'meeting.rkm.held': true,
    'meeting.rkm.decision': 'siap',
    'meeting.rkm.attendees.poor': 11,
    'meeting.rkm.attendees.women_percent': 57,
    'meeting.rkm.elements.rt_heads': 5,
    'meeting.rkm.elements.rw_heads': 0,
    'meeting.rkm.documents.minutes': true,
    'meeting.rkm.documents.attendance_list': true,
    'meeting.rkm.acknowledged': true,
  })
})

test('what the phone shows is what the server stores, and both count the same facts', async () => {
  const village = house.village()
  const enrolment = await enrolled(village)
  const facilitator = village.as('facilitator')
  const input = rkm(enrolment)
  const { meeting } = input
  const file = {
    id: newId(),
    document: null,
    caption: 'Suasana',
    mediaType: 'image/jpeg' as const,
    bytes: 10,
    sha256: 'a'.repeat(64),
  }
  const followUp = { id: newId(), text: 'Kirim surat', responsible: 'Carik', due: addDays(day, 11) }
  const [first, second] = crowd()
  if (!first || !second) throw new Error('a crowd has two people')
  const amendment = {
    amendment: newId(),
    meeting,
    basedOn: 3,
    reason: 'Salah nama',
    changes: { chair: 'Pak RW' },
  }
  const steps: [Command<never>, unknown][] = [
    [commands.planMeeting as never, input],
    [commands.changeMeeting as never, { meeting, basedOn: 1, changes: { placeText: 'Masjid' } }],
    [commands.inviteToMeeting as never, { meeting, letter: null, note: '' }],
    [commands.openMeeting as never, { meeting }],
    [checkIn as never, { meeting, attendees: [first, second] }],
    [withdrawCheckIn as never, { meeting, attendance: second.id, reason: 'Salah' }],
    [countHeads as never, { meeting, count: { women: 5, men: 5, poor: 2, elements: { rt_heads: 1 } } }],
    [commands.closeMeeting as never, minutes(meeting, { ...held, decision: ready, decisions: [followUp] })],
    [commands.attachFiles as never, { meeting, files: [file] }],
    [commands.detachFile as never, { meeting, file: file.id, reason: 'Kabur' }],
    [commands.finishFollowUp as never, { meeting, followUp: followUp.id, note: 'Sudah' }],
    [commands.amendMeeting as never, { ...amendment, added: [], withdrawn: [] }],
  ]
  const before = await facilitator.feed()
  const local = new Map<string, Change>(before.rows.map((row) => [`${row.collection}:${row.id}`, row]))
  for (const [command, body] of steps) {
    const at = momentOn(day, '20:00')
    await ok(facilitator.give(command, body as never, { at }))
    const view = viewOf(village.place, [...local.values()])
    const envelope = {
      name: command.name,
      place: village.place,
      at: at.toISOString(),
      input: body,
    } as unknown as Envelope<never>
    for (const change of meetingsApplies[command.name]?.(view, envelope) ?? [])
      local.set(`${change.collection}:${change.id}`, change)
  }
  const phone = viewOf(village.place, [...local.values()])
  const withoutWho = (value: unknown) =>
    JSON.parse(JSON.stringify(value, (key, each) => (key === 'by' ? '' : each)))
  const attendance = (await facilitator.rows<Attendance>('meetings.attendance')).sort((a, b) =>
    a.id < b.id ? -1 : 1,
  )
  expect(withoutWho(await rowOf(facilitator, meeting))).toEqual(
    withoutWho(phone.get('meetings.meeting', meeting)),
  )
  expect(withoutWho(attendance)).toEqual(
    withoutWho([...phone.all<Attendance>('meetings.attendance')].sort((a, b) => (a.id < b.id ? -1 : 1))),
  )
  const told = await factsOf(village, enrolment)
  expect(told).toEqual(meetingFacts(phone, enrolment))
})

test('a meeting that is over is recorded in one go; its signed minutes count once a second person has checked them', async () => {
  const village = house.village()
  const enrolment = await enrolled(village)
  const facilitator = village.as('facilitator')
  const input = rkm(enrolment)
  const { meeting } = input
  const { meeting: _, ...closing } = minutes(meeting, { ...held, decision: ready })
  const headCount = { women: 12, men: 9, poor: 4, elements: {} }
  await ok(facilitator.give(commands.recordMeeting, { plan: input, headCount, attendees: [], closing }))
  expect((await rowOf(facilitator, meeting)).closing?.tally).toMatchObject({ mode: 'head-count', total: 21 })
  const sheet = signedMinutes(meeting)
  const signed = async () => (await factsOf(village, enrolment))['meeting.rkm.minutes_signed']?.value
  await ok(facilitator.give(signMinutes, sheet))
  const right = rightMinutes(sheet)
  expect(codes(await facilitator.give(checkMinutes, right))).toEqual(['platform.paper-own'])
  expect(await signed()).toBe(false)
  const lurah = village.as('village-head')
  expect(codes(await lurah.give(checkMinutes, right))).toEqual(['platform.paper-not-arrived'])
  await house.filesArrive(village)
  await ok(lurah.give(checkMinutes, right))
  expect(await signed()).toBe(true)
  const [file, reason] = [sheet.sheet.scan?.id ?? '', 'Salah pindai']
  await ok(facilitator.give(commands.detachFile, { meeting, file, reason }))
  expect(await signed()).toBe(false)
  const kept = await inPlace(house.db, village.place, newId(), (tx) =>
    findFile(tx, village.place.slice(0, 8), village.place, file),
  )
  expect(kept).toMatchObject({ kind: droppedKind, storedAt: null })
})

test('a training is planned in batches, held over three days, and counts who came every day', async () => {
  const village = house.village()
  const enrolment = await enrolled(village)
  const facilitator = village.as('facilitator')
  const sessions = [1, 2, 3].map((number) => ({
    meeting: newId(),
    batch: 1,
    day: number,
    date: addDays(day, number),
    start: '09:00',
    end: '15:00',
    agenda: ['Materi'],
  }))
  await ok(
    facilitator.give(commands.planTraining, {
      enrolment,
      kind: 'basic',
      participants: 12,
      perBatch: 30,
      title: 'Pelatihan dasar relawan',
      organiser: 'Lurah',
      placeText: 'Balai',
      invitees: [],
      sessions,
    }),
  )
  const person = await resident(facilitator, 'Ani')
  for (const { meeting, date } of sessions) {
    await ok(facilitator.give(commands.openMeeting, { meeting }))
    const people = [attendee({ person, walkIn: false, name: 'Ani' }), attendee({ name: `Tamu ${date}` })]
    await ok(facilitator.give(checkIn, { meeting, attendees: people }))
    await ok(
      facilitator.give(commands.closeMeeting, minutes(meeting, { date, start: '09:00', end: '15:00' })),
    )
  }
  const all = sessions.map((each) => each.meeting)
  await ok(
    village.as('village-head').give(commands.acknowledgeMeetings, { meetings: all, name: 'Lurah', note: '' }),
  )
  const facts = await factsOf(village, enrolment)
  expect(facts['training.basic.days_held']?.value).toBe(3)
  expect(facts['training.basic.trained']?.value).toBe(1)
  expect(facts['training.basic.trained_percent']?.value).toBe(25)
  expect(facts['training.basic.acknowledged']?.value).toBe(true)
  expect(facts['training.basic.documents.attendance_list']?.value).toBe(true)
})

test('a meeting is not closed with more poor people than people, and every reason is said', async () => {
  const village = house.village()
  const facilitator = village.as('facilitator')
  const input = plan(held)
  await ok(facilitator.give(commands.planMeeting, input))
  const { meeting } = input
  expect(
    codes(await facilitator.give(commands.closeMeeting, minutes(meeting, { ...held, minutes: '' }))),
  ).toEqual(['meetings.not-open', 'meetings.nobody-present', 'meetings.no-minutes'])
  await ok(facilitator.give(commands.openMeeting, { meeting }))
  const answer = await facilitator.give(countHeads, {
    meeting,
    count: { women: 2, men: 1, poor: 4, elements: {} },
  })
  expect(answer.status).toBe(422)
  expect(answer.body.errors).toMatchObject([{ code: 'meetings.more-poor-than-people', field: 'count.poor' }])
})

test('two phones that change the same field: the second sees both values', async () => {
  const village = house.village()
  const input = plan(held)
  await ok(village.as('facilitator').give(commands.planMeeting, input))
  const { meeting } = input
  await ok(
    village
      .as('volunteer')
      .give(commands.changeMeeting, { meeting, basedOn: 1, changes: { placeText: 'Masjid' } }),
  )
  const clash = await village
    .as('facilitator')
    .give(commands.changeMeeting, { meeting, basedOn: 1, changes: { placeText: 'Balai RW' } })
  expect(clash.status).toBe(422)
  expect(clash.body.errors).toMatchObject([
    {
      code: 'meetings.changed-meanwhile',
      field: 'changes.placeText',
      facts: { theirs: 'Masjid', yours: 'Balai RW' },
    },
    { code: 'meetings.changed-since', field: 'basedOn', facts: { version: 2 } },
  ])
  const mended = { meeting, basedOn: 2, changes: { placeText: 'Balai RW' } }
  await ok(village.as('facilitator').give(commands.changeMeeting, mended))
})

test('a volunteer takes attendance and does not close; only the village head acknowledges', async () => {
  const village = house.village()
  const input = plan(held)
  await ok(village.as('volunteer').give(commands.planMeeting, input))
  const report = minutes(input.meeting, held)
  expect((await village.as('volunteer').give(commands.closeMeeting, report)).status).toBe(403)
  const signing = { meetings: [input.meeting], name: 'Lurah', note: '' }
  expect((await village.as('facilitator').give(commands.acknowledgeMeetings, signing)).status).toBe(403)
  expect(codes(await village.as('village-head').give(commands.acknowledgeMeetings, signing))).toEqual([
    'meetings.acknowledged-too-soon',
  ])
  const city = village.as('city-officer', { at: village.place.slice(0, 5) })
  expect((await city.give(commands.planMeeting, plan(held))).status).toBe(403)
})

test('officers above the village see meetings and counts, and no names', async () => {
  const village = house.village()
  const facilitator = village.as('facilitator')
  const input = plan({ ...held, date: daysFromToday(40) })
  await ok(facilitator.give(commands.planMeeting, input))
  await ok(facilitator.give(commands.openMeeting, { meeting: input.meeting }))
  await ok(facilitator.give(checkIn, { meeting: input.meeting, attendees: crowd('rt') }))
  const city = village.as('city-officer', { at: village.place.slice(0, 5) })
  expect(await city.rows('meetings.attendance')).toEqual([])
  expect(JSON.stringify(await city.feed())).not.toContain('Warga 1')
  const asked = await village.as('village-head').ask('meetings.upcoming')
  expect(asked.body).toMatchObject({
    counts: { open: 1 },
    upcoming: [{ id: input.meeting, place: village.place }],
  })
})

test('names of attendees lie sealed in the database, and stay out of the log', async () => {
  const village = house.village()
  const facilitator = village.as('facilitator')
  const input = plan(held)
  await ok(facilitator.give(commands.planMeeting, input))
  await ok(facilitator.give(commands.openMeeting, { meeting: input.meeting }))
  const person = await resident(facilitator, 'Sri')
  const rows = [
    attendee({ name: 'Suprihatin', person, walkIn: false }),
    attendee({ name: 'Suprihatin', person, walkIn: false }),
  ]
  await ok(facilitator.give(checkIn, { meeting: input.meeting, attendees: rows }))
  const found = await house.database.pool.query(
    'select to_jsonb(a)::text as a from meetings.attendance a union all select fields::text from platform.log',
  )
  expect(JSON.stringify(found.rows)).not.toContain('Suprihatin')
  const names = (await facilitator.rows<Attendance>('meetings.attendance')).map((each) => each.name)
  expect(names).toEqual(['Suprihatin', 'Suprihatin'])
})

test('the same attendance sent twice is there once', async () => {
  const village = house.village()
  const facilitator = village.as('facilitator')
  const input = plan(held)
  await ok(facilitator.give(commands.planMeeting, input))
  await ok(facilitator.give(commands.openMeeting, { meeting: input.meeting }))
  const envelope = { id: newId(), at: new Date() }
  const body = { meeting: input.meeting, attendees: crowd('rt') }
  expect((await facilitator.give(checkIn, body, envelope)).body).toMatchObject({ status: 'done' })
  expect((await facilitator.give(checkIn, body, envelope)).body).toMatchObject({ status: 'before' })
  expect(await facilitator.rows('meetings.attendance')).toHaveLength(42)
})

test('a meeting of another village is not there', async () => {
  const [here, there] = [house.village(), house.village()]
  const input = plan(held)
  await ok(here.as('facilitator').give(commands.planMeeting, input))
  const answer = await there.as('facilitator').give(commands.openMeeting, { meeting: input.meeting })
  expect(codes(answer)).toEqual(['meetings.no-such-meeting'])
})

test('nobody is checked in as a resident who is not on record here', async () => {
  const village = house.village()
  const facilitator = village.as('facilitator')
  const input = plan(held)
  await ok(facilitator.give(commands.planMeeting, input))
  await ok(facilitator.give(commands.openMeeting, { meeting: input.meeting }))
  const stranger = attendee({ person: newId(), walkIn: false })
  const answer = await facilitator.give(checkIn, { meeting: input.meeting, attendees: [stranger] })
  expect(codes(answer)).toEqual(['meetings.unknown-person'])
})
