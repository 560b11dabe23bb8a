// One meeting, several programmes: each of them counts it as if it had been held for it alone, once its own rules hold.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { type Change, viewOf } from '../../kernel/view.ts'
import type { Enrolled } from '../programmes/serving.ts'
import { shippedProgramme } from '../programmes/shipped.testing.ts'
import * as acknowledging from './acknowledging.ts'
import type { Attendance } from './attendance.ts'
import type { PlanMeeting } from './commands.ts'
import { unmetOf } from './counted.ts'
import { elementsFor, withImpliedHeads } from './elements.ts'
import { meetingFacts } from './evidence.ts'
import type { HeadCount, Meeting } from './meeting.ts'
import {
  meetingDay,
  minutes,
  plan,
  present,
  ready,
  stamp,
  today,
  withSignedMinutes,
} from './meetings.testing.ts'
import { whyNotPlan } from './plan-rules.ts'
import { lettersRestingOn } from './print/request.ts'
import * as rules from './rules.ts'
import { settingIn } from './setting.ts'
import * as steps from './steps.ts'

const place = '34.71.04.1001'
const [own, other] = [newId(), newId()]
const rowOf = (id: string, programme: string, startedOn = addDays(meetingDay, -9)) =>
  ({ id, programme, status: 'started', startedOn, numbers: {} }) as unknown as Enrolled['row']
const row = (collection: string, value: { id: string }): Change => ({ collection, id: value.id, value })
/** P2KP is the programme whose meeting it is; another runs beside it. */
const village = (second: string, meetings: readonly Meeting[], attendance: readonly Attendance[] = []) =>
  viewOf(place, [
    row('programmes.enrolment', rowOf(own, 'p2kp-2006')),
    row('programmes.enrolment', rowOf(other, second)),
    ...['p2kp-2006', second].map((id) => ({
      collection: 'programmes.programme',
      id,
      value: shippedProgramme(id),
    })),
    ...meetings.map((each) => row('meetings.meeting', each)),
    ...attendance.map((each) => row('meetings.attendance', each)),
  ])
const values = (view: ReturnType<typeof village>, enrolment: string) =>
  Object.fromEntries(Object.entries(meetingFacts(view, enrolment)).map(([name, { value }]) => [name, value]))

const answers = (id: string, option: string) => [{ enrolment: id, decision: { ...ready, option } }]
const shared = { enrolment: own, kind: 'rkm', alsoFor: [{ enrolment: other, kind: 'rkm' }] }
const heads: HeadCount = { women: 24, men: 18, poor: 11, elements: { rt_heads: 5, marginal_groups: 3 } }

function held(about: Partial<PlanMeeting> & { id?: string }, headCount: HeadCount, said: object): Meeting {
  const { kind = null, enrolment = null, alsoFor, id = newId() } = about
  const running = steps.opened(
    steps.planned(plan({ meeting: id, enrolment, kind, alsoFor }), new Set()),
    stamp,
  )
  return steps.closed(steps.counted(running, headCount), minutes(id, said), [], stamp)
}

test('what is planned for two programmes holds for both; a kind that one of them does not know is refused', () => {
  const view = village('pnpm-urban', [])
  const why = (given: object) => {
    const input = plan({ ...shared, ...given })
    return whyNotPlan(input, settingIn(view, input), []).map(({ code, field }) => `${code} ${field}`)
  }
  expect(why({})).toEqual([])
  expect(why({ invitees: ['marginal_groups', 'rt_heads'] })).toEqual([])
  expect(why({ alsoFor: [{ enrolment: other, kind: 'first_seminar' }] })).toEqual([
    'programmes.served-kind-unknown alsoFor',
  ])
  expect(why({ alsoFor: [{ enrolment: newId(), kind: 'rkm' }] })).toEqual([
    'programmes.no-such-enrolment alsoFor',
  ])
})

test('whatever came of it, each programme tells the facts of a meeting that was held for it alone', () => {
  const programme = shippedProgramme('pnpm-urban')
  const known = new Set(elementsFor(programme).map((each) => each.id))
  const count = fc.integer({ min: 1, max: 9 })
  const story = fc.record({
    women: count,
    men: count,
    poor: fc.constantFrom(0, 1),
    elements: fc.dictionary(fc.constantFrom('rt_heads', 'marginal_groups', 'organisations'), fc.constant(1)),
    mine: fc.constantFrom('siap', 'menolak'),
    theirs: fc.constantFrom('siap', 'menolak'),
    signed: fc.boolean(),
    known: fc.boolean(),
  })
  fc.assert(
    fc.property(story, ({ mine, theirs, signed, known: acknowledged, ...told }) => {
      const after = (meeting: Meeting) => {
        const scanned = signed ? withSignedMinutes(meeting) : meeting
        return acknowledged
          ? acknowledging.acknowledged(scanned, { name: 'Lurah', note: '' }, stamp, today)
          : scanned
      }
      const decision = { ...ready, option: mine }
      const both = held(shared, told, { decision, alsoDecided: answers(other, theirs) })
      const there = Object.entries(told.elements).filter(([id]) => known.has(id))
      const alone = held(
        { id: both.id, enrolment: other, kind: 'rkm' },
        withImpliedHeads({ ...told, elements: Object.fromEntries(there) }, programme),
        { decision: { ...ready, option: theirs } },
      )
      const mineAlone = held({ id: both.id, enrolment: own, kind: 'rkm' }, told, { decision })
      const facts = (meeting: Meeting, of: string) => values(village('pnpm-urban', [after(meeting)]), of)
      expect(facts(both, other)).toEqual(facts(alone, other))
      expect(facts(both, own)).toEqual(facts(mineAlone, own))
      expect(facts(both, other)).toHaveProperty(['meeting.rkm.decision'], theirs)
    }),
    { numRuns: 40 },
  )
})

test('it does not count for a programme whose own question nobody answered, and says so', () => {
  const meeting = held(shared, heads, { decision: ready })
  const view = village('pnpm-urban', [meeting])
  expect(values(view, own)['meeting.rkm.decision']).toBe('siap')
  expect(values(view, other)).toEqual({})
  const unmet = unmetOf(meeting, settingIn(view, meeting).also ?? [])
  expect(unmet.map(({ enrolment, why }) => [enrolment, why.map(({ code }) => code)])).toEqual([
    [other, ['meetings.no-decision']],
  ])
})

test('it is closed all the same; an answer that the other programme does not know is refused', () => {
  const running = steps.counted(steps.opened(steps.planned(plan(shared), new Set()), stamp), heads)
  const setting = settingIn(village('pnpm-urban', []), running)
  const why = (said: object) =>
    rules
      .whyNotClose(running, minutes(running.id, { decision: ready, ...said }), [], setting, meetingDay)
      .map(({ code, field }) => `${code} ${field}`)
  expect(why({})).toEqual([])
  expect(why({ alsoDecided: answers(other, 'siap') })).toEqual([])
  expect(why({ alsoDecided: answers(other, 'mungkin') })).toEqual([
    'meetings.unknown-option alsoDecided.0.decision.option',
  ])
  expect(why({ alsoDecided: answers(newId(), 'siap') })).toEqual([
    'meetings.no-decision-asked alsoDecided.0.decision',
  ])
})

test('another programme is added until the minutes are closed, to a training also later, and never where a day is its own', () => {
  const view = village('pnpm-urban', [])
  const { alsoFor, ...alone } = shared
  const why = (meeting: Meeting, also = alsoFor, others: Meeting[] = []) =>
    rules
      .whyNotServeAlso(meeting, { alsoFor: also }, settingIn(view, { ...meeting, alsoFor: also }), others)
      .map(({ code }) => code)
  const planned = steps.planned(plan(alone), new Set())
  expect(why(planned)).toEqual([])
  expect(why(steps.served(planned, { alsoFor }))).toEqual(['programmes.served-twice'])
  expect(why(held(alone, heads, { decision: ready }))).toEqual(['meetings.already-closed'])
  const asBasic = [{ enrolment: other, kind: 'basic' }]
  const day = {
    ...held({ enrolment: own, kind: 'basic' }, heads, {}),
    group: 'training',
    batch: 1,
    day: 1,
  } as const
  expect(why(day, asBasic)).toEqual([])
  const theirs = { ...day, id: newId(), enrolment: other }
  expect(why(day, asBasic, [theirs])).toEqual(['meetings.batch-day-taken'])
})

test('a training that two programmes share is counted by both, with who was there on every day', () => {
  const days = [1, 2].map((day): Meeting => {
    const about = { enrolment: own, kind: 'basic', alsoFor: [{ enrolment: other, kind: 'basic' }] }
    const date = addDays(meetingDay, day - 1)
    return { ...held(about, heads, {}), group: 'training', batch: 1, day, date, headCount: null }
  })
  const attendance = days.flatMap(({ id }, i) => [
    present(id, { name: 'Siti' }),
    ...(i === 0 ? [present(id, { name: 'Budi', sex: 'male' })] : []),
  ])
  const view = village('pnpm-urban', days, attendance)
  expect(values(view, other)).toMatchObject({ 'training.basic.days_held': 2, 'training.basic.trained': 1 })
  expect(values(view, other)).toEqual(values(view, own))
})

test('the letter that rests on the decision of the other programme is that programme’s letter', () => {
  const meeting = held({ ...shared, enrolment: other, alsoFor: [{ enrolment: own, kind: 'rkm' }] }, heads, {
    decision: { ...ready, option: 'menolak' },
    alsoDecided: answers(own, 'siap'),
  })
  const view = village('pnpm-urban', [meeting])
  const find = (id: string): Enrolled | null => {
    const found = view.get<Enrolled['row']>('programmes.enrolment', id)
    return found ? { row: found, programme: shippedProgramme(found.programme) } : null
  }
  expect(lettersRestingOn(meeting, find).map(({ letter, enrolment }) => [letter.id, enrolment])).toEqual([
    ['assistance_request', own],
  ])
})
