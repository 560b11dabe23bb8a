import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { batchCount, batchSizes } from './batches.ts'
import { headCountChecks } from './checks.ts'
import type { AmendMeeting, PlanTraining } from './commands.ts'
import type { HeadCount, Meeting } from './meeting.ts'
import {
  attendee,
  closedMeeting,
  meetingDay,
  minutes,
  openMeeting,
  plan,
  present,
  readiness,
  ready,
  stamp,
  today,
} from './meetings.testing.ts'
import { whyNotPlan, whyNotPlanTraining } from './plan-rules.ts'
import * as rules from './rules.ts'
import { amended, cancelled, closed, counted, planned, postponed, withdrawn } from './steps.ts'

const codes = (refusals: readonly Refusal[]) => refusals.map((each) => each.code.replace('meetings.', ''))

describe('planning', () => {
  test('a meeting of the programme is planned after the programme started', () => {
    const input = plan({ enrolment: newId(), kind: 'rkm', invitees: ['rt_heads'] })
    expect(whyNotPlan(input, readiness, [])).toEqual([])
    expect(codes(whyNotPlan({ ...input, date: addDays(today, -21) }, readiness, []))).toEqual([
      'before-enrolment',
    ])
  })
  test('every reason is given at once', () => {
    const input = plan({
      enrolment: newId(),
      kind: 'x',
      start: '20:00',
      end: '19:00',
      invitees: ['martians'],
    })
    expect(codes(whyNotPlan(input, { ...readiness, kind: undefined }, []))).toEqual([
      'unknown-kind',
      'end-before-start',
      'unknown-element',
    ])
  })
  test('a rembug of the evening ends after midnight, and no other ends before it begins', () => {
    const why = (start: string, end: string) => codes(whyNotPlan(plan({ start, end }), null, []))
    expect([why('19:30', '00:30'), why('20:00', '06:00')]).toEqual([[], []])
    for (const [start, end] of [
      ['09:00', '00:30'],
      ['19:30', '06:30'],
      ['20:00', '20:00'],
      ['15:00', '14:00'],
    ] as const)
      expect(why(start, end)).toEqual(['end-before-start'])
  })
  test('a kind belongs to a programme that runs', () => {
    expect(codes(whyNotPlan(plan({ kind: 'rkm' }), null, []))).toEqual(['kind-needs-enrolment'])
    const stopped = { ...readiness, running: false }
    expect(codes(whyNotPlan(plan({ enrolment: newId(), kind: 'rkm' }), stopped, []))).toEqual([
      'enrolment-not-running',
    ])
  })
  test('a day of a batch is planned once, and again when it was cancelled', () => {
    const first = planned(plan({ group: 'training', batch: 1, day: 1 }), new Set())
    const again = plan({ group: 'training', batch: 1, day: 1 })
    expect(codes(whyNotPlan(again, null, [first]))).toEqual(['batch-day-taken'])
    expect(whyNotPlan(again, null, [cancelled(first, 'hujan', stamp)])).toEqual([])
  })
})

const training = (
  participants: number,
  perBatch: number,
  pairs: readonly (readonly [number, number])[],
): PlanTraining => ({
  enrolment: null,
  kind: null,
  participants,
  perBatch,
  title: 'Pelatihan dasar relawan',
  organiser: 'Lurah',
  placeText: 'Balai',
  invitees: [],
  sessions: pairs.map(([batch, day]) => ({
    meeting: newId(),
    batch,
    day,
    date: addDays(today, 9 + day),
    start: '09:00',
    end: '15:00',
    agenda: [],
  })),
})

describe('batches', () => {
  test('65 volunteers in batches of at most 30 are three batches', () => {
    expect(batchSizes(65, 30)).toEqual([22, 22, 21])
  })
  test('everybody has a seat, no batch is too big, and none differs by more than one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 500 }), (people, most) => {
        const sizes = batchSizes(people, most)
        expect(sizes.length).toBe(batchCount(people, most))
        expect(sizes.reduce((a, b) => a + b, 0)).toBe(people)
        expect(Math.max(...sizes)).toBeLessThanOrEqual(most)
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
        expect(Math.min(...sizes)).toBeGreaterThan(0)
      }),
    )
  })
  test('as many batches as the participants need, each with the same days', () => {
    const days = [1, 2, 3] as const
    const both = days.flatMap(
      (day) =>
        [
          [1, day],
          [2, day],
        ] as const,
    )
    expect(whyNotPlanTraining(training(40, 30, both), null, [])).toEqual([])
    expect(codes(whyNotPlanTraining(training(70, 30, both), null, []))).toEqual(['wrong-batches'])
    expect(codes(whyNotPlanTraining(training(40, 30, both.slice(1)), null, []))).toEqual(['batches-differ'])
    const planned = training(40, 30, both)
    const morning = { ...planned, sessions: planned.sessions.map((each) => ({ ...each, date: today })) }
    expect(codes(whyNotPlanTraining(morning, null, []))).toEqual(['days-out-of-order'])
  })
})

describe('closing', () => {
  const meeting = openMeeting({ enrolment: newId(), kind: 'rkm' })
  const people = [present(meeting.id), present(meeting.id, { sex: 'male', poor: true })]
  const report = minutes(meeting.id, { decision: ready })

  test('a meeting with people, minutes, a chair, a notulis and its decision can be closed', () => {
    expect(rules.whyNotClose(meeting, report, people, readiness, today)).toEqual([])
  })
  test('everything that is missing is said at once', () => {
    const empty = minutes(meeting.id, {
      chair: '',
      notulis: '',
      minutes: '',
      end: '19:00',
      date: addDays(today, 1),
    })
    expect(codes(rules.whyNotClose(meeting, empty, [], readiness, today))).toEqual([
      'nobody-present',
      'not-held-yet',
      'end-before-start',
      'no-chair',
      'no-notulis',
      'no-minutes',
      'no-decision',
    ])
  })
  test('the decision is one of the options of the meeting', () => {
    const odd = { ...report, decision: { ...ready, option: 'mungkin' } }
    expect(codes(rules.whyNotClose(meeting, odd, people, readiness, today))).toEqual(['unknown-option'])
  })
  test('a decision without consensus shows its votes, and no more votes than people', () => {
    const alone = { ...report, decision: { ...ready, consensus: false } }
    expect(codes(rules.whyNotClose(meeting, alone, people, readiness, today))).toEqual(['no-votes'])
    const many = { ...alone, decision: { ...alone.decision, votes: { agree: 2, against: 1, abstain: 0 } } }
    expect(codes(rules.whyNotClose(meeting, many, people, readiness, today))).toEqual([
      'more-votes-than-people',
    ])
  })
  test('what is noted as decided has the votes, and a consensus has nobody against it', () => {
    const many = Array.from({ length: 60 }, () => present(meeting.id))
    const vote = (agree: number, against: number, more: object = {}) => {
      const decision = { ...ready, consensus: false, votes: { agree, against, abstain: 0 }, ...more }
      return codes(rules.whyNotClose(meeting, { ...report, decision }, many, readiness, today))
    }
    expect(vote(1, 50)).toEqual(['outvoted'])
    expect(vote(25, 25)).toEqual(['outvoted'])
    expect(vote(0, 0)).toEqual(['no-votes'])
    expect(vote(50, 1)).toEqual([])
    expect(vote(1, 50, { consensus: true })).toEqual(['consensus-against'])
  })
  test('a village that wants to think longer closes its meeting all the same', () => {
    const open = { option: 'undecided', text: 'Menunggu warga RT 04', consensus: false, votes: null }
    expect(
      codes(rules.whyNotClose(meeting, { ...report, decision: open }, people, readiness, today)),
    ).toEqual([])
    const tied = { ...open, votes: { agree: 1, against: 1, abstain: 0 } }
    expect(
      codes(rules.whyNotClose(meeting, { ...report, decision: tied }, people, readiness, today)),
    ).toEqual([])
  })
  test('a meeting that asks no question leaves no decision', () => {
    const general = openMeeting()
    expect(
      codes(rules.whyNotClose(general, minutes(general.id, { decision: ready }), people, null, today)),
    ).toEqual(['no-decision-asked'])
  })
  test('a follow-up is not due before the meeting', () => {
    const early = {
      ...report,
      decisions: [{ id: newId(), text: 'Surat', responsible: '', due: addDays(meetingDay, -1) }],
    }
    expect(codes(rules.whyNotClose(meeting, early, people, readiness, today))).toEqual(['due-before-meeting'])
  })
  test('names hold over a head-count', () => {
    const both = counted(meeting, { women: 90, men: 90, poor: 1, elements: {} })
    expect(closed(both, report, people, stamp).closing?.tally).toMatchObject({ mode: 'by-name', total: 2 })
    expect(closed(both, report, [], stamp).closing?.tally).toMatchObject({ mode: 'head-count', total: 180 })
  })
})

describe('head-counts', () => {
  const heads = fc.integer({ min: 0, max: 400 })
  const anyCount: fc.Arbitrary<HeadCount> = fc.record({
    women: heads,
    men: heads,
    poor: heads,
    elements: fc.dictionary(fc.constantFrom('rt_heads', 'youth', 'elders'), heads),
  })
  test('a count is taken exactly when no part of it is larger than the whole', () => {
    fc.assert(
      fc.property(anyCount, (count) => {
        const total = count.women + count.men
        const possible = count.poor <= total && Object.values(count.elements).every((part) => part <= total)
        expect(headCountChecks(count, 'count').length === 0).toBe(possible)
      }),
    )
  })
})

describe('before closing', () => {
  const meeting = planned(plan(), new Set())
  test('a postponed meeting waits for its day, and is invited anew', () => {
    const waiting = postponed(meeting, { reason: 'hujan', to: null }, stamp)
    expect(waiting).toMatchObject({ state: 'postponed', postponements: [{ from: meeting.date, to: null }] })
    expect(codes(rules.whyNotOpen(waiting))).toEqual(['no-day-yet'])
    const later = postponed(
      meeting,
      { reason: 'hujan', to: { date: addDays(meetingDay, 2), start: '22:30' } },
      stamp,
    )
    expect(later).toMatchObject({
      state: 'planned',
      date: addDays(meetingDay, 2),
      start: '22:30',
      end: null,
      invitation: null,
    })
  })
  test('a meeting that people came to is not put off', () => {
    const input = { meeting: meeting.id, reason: 'hujan', to: null }
    expect(codes(rules.whyNotPostpone(meeting, input, 3))).toEqual(['people-came'])
    expect(codes(rules.whyNotCancel(meeting, 3))).toEqual(['people-came'])
  })
  test('two people who change the same field see both values', () => {
    const mine = { meeting: meeting.id, basedOn: 1, changes: { placeText: 'Masjid' } }
    const theirs = { ...meeting, placeText: 'Balai RW 07', version: 2 }
    expect(rules.whyNotChange(theirs, mine, null)).toEqual([
      {
        code: 'meetings.changed-meanwhile',
        field: 'changes.placeText',
        facts: { theirs: 'Balai RW 07', yours: 'Masjid' },
      },
      { code: 'meetings.changed-since', field: 'basedOn', facts: { version: 2 } },
    ])
  })
})

describe('once closed', () => {
  const people = (id: string) => [present(id), present(id, { sex: 'male' })]
  const meeting = closedMeeting({}, people)
  const attendance = people(meeting.id)
  const amendment = (given: Partial<AmendMeeting> = {}): AmendMeeting => ({
    amendment: newId(),
    meeting: meeting.id,
    basedOn: meeting.version,
    reason: 'Nama notulis keliru',
    changes: {},
    added: [],
    withdrawn: [],
    ...given,
  })

  test('nothing changes it but a reasoned amendment', () => {
    const answers = [
      rules.whyNotChange(
        meeting,
        { meeting: meeting.id, basedOn: meeting.version, changes: { title: 'x' } },
        null,
      ),
      rules.whyNotInvite(meeting),
      rules.whyNotPostpone(meeting, { meeting: meeting.id, reason: 'x', to: null }),
      rules.whyNotCancel(meeting),
      rules.whyNotOpen(meeting),
      rules.whyNotCheckIn(meeting, [], null),
      rules.whyNotWithdraw(meeting, attendance[0]),
      rules.whyNotCount(meeting, { women: 1, men: 1, poor: 0, elements: {} }, null),
      rules.whyNotClose(meeting, minutes(meeting.id), attendance, null, today),
    ]
    for (const refusals of answers) expect(codes(refusals)).toContain('already-closed')
  })
  test('an amendment keeps what stood before', () => {
    const input = amendment({ changes: { notulis: 'Bu Carik' } })
    expect(rules.whyNotAmend(meeting, input, attendance, null, today)).toEqual([])
    const next = amended(meeting, input, attendance, stamp).meeting
    expect(next.notulis).toBe('Bu Carik')
    expect(next.amendments).toMatchObject([
      {
        reason: 'Nama notulis keliru',
        fields: [{ field: 'notulis', before: 'Pak Carik', after: 'Bu Carik' }],
      },
    ])
  })
  test('an amendment that changes nothing, or breaks the minutes, is refused', () => {
    expect(codes(rules.whyNotAmend(meeting, amendment(), attendance, null, today))).toEqual([
      'nothing-amended',
    ])
    const bare = amendment({ changes: { minutes: '' } })
    expect(codes(rules.whyNotAmend(meeting, bare, attendance, null, today))).toEqual(['no-minutes'])
  })
  test('names added and taken off by amendment are counted anew', () => {
    const input = amendment({
      added: [attendee()],
      withdrawn: [attendance[1]?.id ?? ''],
    })
    const next = amended(meeting, input, attendance, stamp)
    expect(next.meeting.closing?.tally).toMatchObject({ total: 2, women: 2, men: 0 })
    expect(next.meeting.amendments[0]?.fields).toEqual([{ field: 'attendance', before: '2', after: '2' }])
  })
  test('the village head acknowledges it once, and only when it is closed', () => {
    expect(rules.whyNotAcknowledge(meeting)).toEqual([])
    const done: Meeting = { ...meeting, acknowledgement: { ...stamp, name: 'Lurah', note: '' } }
    expect(codes(rules.whyNotAcknowledge(done))).toEqual(['already-acknowledged'])
    expect(codes(rules.whyNotAcknowledge(openMeeting()))).toEqual(['acknowledged-too-soon'])
  })
})

test('a name is taken off the list once', () => {
  const meeting = openMeeting()
  const row = present(meeting.id)
  expect(rules.whyNotWithdraw(meeting, row)).toEqual([])
  expect(codes(rules.whyNotWithdraw(meeting, withdrawn(row, 'salah', stamp)))).toEqual(['already-withdrawn'])
  expect(codes(rules.whyNotWithdraw(meeting, present(newId())))).toEqual(['no-such-attendance'])
})
