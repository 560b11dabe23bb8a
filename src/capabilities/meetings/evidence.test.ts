import { expect, test } from 'vitest'
import { addDays } from '../../kernel/day.ts'
import { fileCollection } from '../../kernel/facts.ts'
import { newId } from '../../kernel/id.ts'
import { type Change, viewOf } from '../../kernel/view.ts'
import type { Attendance } from './attendance.ts'
import { meetingFacts } from './evidence.ts'
import type { Meeting } from './meeting.ts'
import { closedMeeting, meetingDay, plan, present, ready, stamp } from './meetings.testing.ts'
import { cancelled, planned } from './steps.ts'

const enrolment = newId()

function factsFrom(meetings: readonly Meeting[], attendance: readonly Attendance[] = []) {
  const rows: Change[] = [
    ...meetings.map((value) => ({ collection: 'meetings.meeting', id: value.id, value })),
    ...attendance.map((value) => ({ collection: 'meetings.attendance', id: value.id, value })),
  ]
  return meetingFacts(viewOf('34.71.04.1001', rows), enrolment)
}
const values = (facts: ReturnType<typeof factsFrom>) =>
  Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, fact.value]))

test('a readiness meeting that said yes gives its facts, with the meeting they come from', () => {
  const meeting = closedMeeting(
    { enrolment, kind: 'rkm', invitees: ['rw_heads', 'rt_heads'] },
    (id) => [present(id, { poor: true, elements: ['rt_heads'] }), present(id, { sex: 'male' }), present(id)],
    { decision: ready },
  )
  const facts = factsFrom([meeting])
  expect(values(facts)).toMatchObject({
    'meeting.rkm.held': true,
    'meeting.rkm.held_count': 1,
    'meeting.rkm.first_held_on': meetingDay,
    'meeting.rkm.attendees.total': 3,
    'meeting.rkm.attendees.women': 2,
    'meeting.rkm.attendees.men': 1,
    'meeting.rkm.attendees.poor': 1,
    'meeting.rkm.attendees.women_percent': 66,
    'meeting.rkm.attendees.poor_percent': 33,
    'meeting.rkm.elements.rt_heads': 1,
    'meeting.rkm.elements.rw_heads': 0,
    'meeting.rkm.elements_present': 1,
    'meeting.rkm.documents.minutes': true,
    'meeting.rkm.minutes_signed': false,
    'meeting.rkm.documents.attendance_list': true,
    'meeting.rkm.documents.photo': false,
    'meeting.rkm.decision': 'siap',
    'meeting.rkm.acknowledged': false,
  })
  expect(facts['meeting.rkm.decision']?.records).toEqual([{ collection: 'meetings.meeting', id: meeting.id }])
})

test('a document that is only attached names its files, of which one will do; what stands in the app names none', () => {
  const meeting = closedMeeting({ enrolment, kind: 'rkm' }, (id) => [present(id)], { decision: ready })
  const [first, second, photo] = [newId(), newId(), newId()]
  const file = (id: string, document: string | null) => ({
    ...{ file: id, document, caption: '', mediaType: 'image/jpeg', bytes: 1, detached: null, ...stamp },
  })
  const documents = [file(first, 'report'), file(second, 'report'), file(newId(), 'attendance_list')]
  const facts = factsFrom([{ ...meeting, documents, photos: [file(photo, null)] }])
  const files = (name: string) =>
    facts[`meeting.rkm.documents.${name}`]?.records.filter(({ collection }) => collection === fileCollection)
  expect(files('report')).toEqual([{ collection: fileCollection, id: first, or: [second] }])
  expect(files('photo')).toEqual([{ collection: fileCollection, id: photo }])
  expect([files('minutes'), files('attendance_list')]).toEqual([[], []])
})

test('a meeting that is only planned has not been held; a cancelled one was never there', () => {
  const waiting = planned(plan({ enrolment, kind: 'rkm' }), new Set())
  expect(values(factsFrom([waiting]))).toEqual({ 'meeting.rkm.held': false, 'meeting.rkm.held_count': 0 })
  expect(factsFrom([cancelled(waiting, 'batal', stamp)])).toEqual({})
})

test('meetings of another enrolment and general meetings say nothing here', () => {
  expect(factsFrom([closedMeeting(), closedMeeting({ enrolment: newId(), kind: 'rkm' })])).toEqual({})
})

test('discussions held in every RT are added up', () => {
  const one = closedMeeting({ enrolment, kind: 'preparation' }, (id) => [present(id), present(id)])
  const two = closedMeeting({ enrolment, kind: 'preparation', date: addDays(meetingDay, 2) }, (id) => [
    present(id),
  ])
  expect(values(factsFrom([two, one]))).toMatchObject({
    'meeting.preparation.held_count': 2,
    'meeting.preparation.last_held_on': addDays(meetingDay, 2),
    'meeting.preparation.attendees.total': 3,
  })
})

test('a second readiness meeting decides anew, and its own people count', () => {
  const no = { ...ready, option: 'menolak' }
  const first = closedMeeting({ enrolment, kind: 'rkm' }, (id) => [present(id), present(id)], {
    decision: no,
  })
  const second = closedMeeting(
    { enrolment, kind: 'rkm', date: addDays(meetingDay, 4) },
    (id) => [present(id)],
    {
      decision: ready,
    },
  )
  expect(values(factsFrom([second, first]))).toMatchObject({
    'meeting.rkm.decision': 'siap',
    'meeting.rkm.attendees.total': 1,
    'meeting.rkm.held_count': 2,
  })
})

test('a meeting that leaves its question open decides nothing, before and after one that decides', () => {
  const open = { ...ready, option: 'undecided', consensus: false }
  const on = (days: number, decision: typeof ready) =>
    closedMeeting({ enrolment, kind: 'rkm', date: addDays(meetingDay, days) }, (id) => [present(id)], {
      decision,
    })
  const facts = values(factsFrom([on(0, open)]))
  expect(facts['meeting.rkm.decision']).toBeUndefined()
  expect(facts).toMatchObject({ 'meeting.rkm.held': true, 'meeting.rkm.attendees.total': 1 })
  expect(values(factsFrom([on(0, open), on(2, ready), on(4, open)]))).toMatchObject({
    'meeting.rkm.decision': 'siap',
    'meeting.rkm.decided_on': addDays(meetingDay, 2),
    'meeting.rkm.last_held_on': addDays(meetingDay, 4),
  })
})

const people = { ani: newId(), budi: newId(), cici: newId() }
const onRecord = (person: string, name: string) => ({ person, name, walkIn: false })

/** Days of a batch, each with those who came. */
function days(batch: number, came: readonly (readonly Partial<Attendance>[])[], apart = 1) {
  const held = came.map((who, i) => {
    const attendance: Attendance[] = []
    const meeting = closedMeeting(
      {
        enrolment,
        kind: 'basic',
        group: 'training',
        batch,
        day: i + 1,
        date: addDays(meetingDay, i * apart),
      },
      (id) => {
        attendance.push(...who.map((each) => present(id, each)))
        return attendance
      },
    )
    return { meeting, attendance }
  })
  return { meetings: held.map((each) => each.meeting), attendance: held.flatMap((each) => each.attendance) }
}

test('those who came on every one of three days are trained', () => {
  const ani = onRecord(people.ani, 'Ani')
  const budi = onRecord(people.budi, 'Budi')
  const { meetings, attendance } = days(1, [
    [ani, budi, { name: 'Tini' }],
    [ani, { name: 'Bu Tini' }],
    [ani, budi, { name: 'tini' }],
  ])
  expect(values(factsFrom(meetings, attendance))).toMatchObject({
    'training.basic.days_held': 3,
    'training.basic.batches': 1,
    'training.basic.last_held_on': addDays(meetingDay, 2),
    'training.basic.trained': 2,
    'training.basic.trained_women': 2,
    'training.basic.trained_percent': 66,
    'training.basic.documents.attendance_list': true,
    'training.basic.acknowledged': false,
  })
})

test('three sessions of one morning are one day, and train nobody', () => {
  const ani = onRecord(people.ani, 'Ani')
  const { meetings, attendance } = days(1, [[ani], [ani], [ani]], 0)
  expect(values(factsFrom(meetings, attendance))).toMatchObject({
    'training.basic.days_held': 1,
    'training.basic.trained': 0,
  })
})

test('nobody is trained before the last day, and a batch that is only planned takes no day from another', () => {
  const ani = onRecord(people.ani, 'Ani')
  const cici = onRecord(people.cici, 'Cici')
  const first = days(1, [[ani], [ani]])
  const second = days(2, [[cici]])
  const waiting = planned(plan({ enrolment, kind: 'basic', group: 'training', batch: 2, day: 2 }), new Set())
  const facts = values(
    factsFrom([...first.meetings, ...second.meetings, waiting], [...first.attendance, ...second.attendance]),
  )
  expect(facts).toMatchObject({
    'training.basic.days_held': 2,
    'training.basic.batches': 2,
    'training.basic.trained': 1,
    'training.basic.trained_percent': 50,
  })
})

test('a day that was missed is made up in another batch', () => {
  const ani = onRecord(people.ani, 'Ani')
  const budi = onRecord(people.budi, 'Budi')
  const first = days(1, [[ani, budi], [budi]])
  const second = days(
    2,
    [[], [ani]].map((who) => [...who, onRecord(people.cici, 'Cici')]),
  )
  const facts = values(
    factsFrom([...first.meetings, ...second.meetings], [...first.attendance, ...second.attendance]),
  )
  expect(facts['training.basic.trained']).toBe(3)
})
