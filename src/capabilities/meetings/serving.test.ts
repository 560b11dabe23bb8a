// One meeting, several programmes: which enrolments a record may count for, as what each of them sees it, and over HTTP how a
// rembug of one opens the gates of another.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, testHouse, type Village } from '../../apps/server/village.testing.ts'
import { daysFromToday } from '../../kernel/day.testing.ts'
import { newId } from '../../kernel/id.ts'
import { inPlace } from '../../platform/server/transaction.ts'
import { peopleServer } from '../people/server.ts'
import { placesWithoutNation } from '../places/regions.testing.ts'
import { gatesOf } from '../programmes/definition.ts'
import type { EnrolmentRow } from '../programmes/enrolment.ts'
import { gateState } from '../programmes/gates.ts'
import { programmesServer } from '../programmes/server.ts'
import {
  type Enrolled,
  enrolmentsOf,
  type Serving,
  seenBy,
  servingMost,
  whyNotServe,
} from '../programmes/serving.ts'
import { shippedProgramme } from '../programmes/shipped.testing.ts'
import { enrolmentStore } from '../programmes/store.ts'
import { programmesTexts } from '../programmes/texts.ts'
import { enrolled, ok, refusals } from '../surveys/surveys.testing.ts'
import { countHeads } from './attendance.ts'
import * as commands from './commands.ts'
import { attendee, minutes, plan, ready } from './meetings.testing.ts'
import { refusalTexts } from './refusal-texts.ts'
import { meetingsServer } from './server.ts'

let house: House
beforeAll(async () => {
  const texts = { ...programmesTexts, ...refusalTexts }
  house = await testHouse([placesWithoutNation, programmesServer, peopleServer, meetingsServer], texts)
})
afterAll(() => house.close())

const p2kp = shippedProgramme('p2kp-2006')
const kat = shippedProgramme('kat-empowerment')
const [own, other, third, ended] = [newId(), newId(), newId(), newId()]
const at = (id: string, status = 'started'): Enrolled => ({
  row: { id, status } as EnrolmentRow,
  programme: id === own ? p2kp : kat,
})
const running = new Map(
  [at(own), at(other), at(third), at(ended, 'ended')].map((each) => [each.row.id, each]),
)
const rembug = { enrolment: own, kind: 'rkm' }
const asKat = (enrolment: string, kind: string | null): Serving => ({ enrolment, kind })
const why = (others: readonly Serving[], record: Parameters<typeof whyNotServe>[0] = rembug) =>
  whyNotServe(record, others, {
    find: (id) => running.get(id) ?? null,
    knows: (programme, kind) => programme.kinds.meetings.some((each) => each.id === kind),
  }).map((each) => each.code)

const kind = kat.kinds.meetings[0]?.id ?? ''

test('a meeting of one programme counts for another that runs at the same village, under a kind of its own', () => {
  expect(why([])).toEqual([])
  expect(why([asKat(other, kind)])).toEqual([])
  expect(why([asKat(other, kind), asKat(third, kind)])).toEqual([])
})

test('not for a programme of another village, one that has ended, or under a kind that it does not know', () => {
  expect(why([asKat(newId(), kind)])).toEqual(['programmes.no-such-enrolment'])
  expect(why([asKat(ended, kind)])).toEqual(['programmes.served-not-running'])
  expect(why([asKat(other, 'rkm')])).toEqual(['programmes.served-kind-unknown'])
  expect(why([asKat(other, null)])).toEqual(['programmes.served-kind-unknown'])
})

test('for each once, its own among them, and for no more than four', () => {
  expect(why([asKat(own, kind)])).toContain('programmes.served-twice')
  expect(why([asKat(other, kind), asKat(other, kind)])).toEqual(['programmes.served-twice'])
  const many = Array.from({ length: servingMost }, () => newId())
  expect(why(many.map((id) => asKat(id, kind)))).toContain('programmes.serves-too-many')
})

test('what belongs to no programme counts for none', () => {
  expect(why([asKat(other, kind)], { enrolment: null, kind: null })).toEqual([
    'programmes.serves-none-itself',
  ])
  expect(enrolmentsOf({ enrolment: null, kind: null })).toEqual([])
})

test('each programme sees it as its own; what has no kind has none there either', () => {
  const shared = { ...rembug, alsoFor: [asKat(other, kind)], title: 'RKM' }
  expect(enrolmentsOf(shared)).toEqual([own, other])
  expect(seenBy(shared, own)).toBe(shared)
  expect(seenBy(shared, other)).toEqual({ ...shared, enrolment: other, kind })
  expect(seenBy(shared, third)).toBeUndefined()
  expect(seenBy({ enrolment: own, alsoFor: [asKat(other, null)] }, other)).not.toHaveProperty('kind')
})

const day = daysFromToday(-30)
const held = { date: day, start: '19:30', end: '22:00' }

/** What each gate of these programmes' stages says of a village now. */
async function gates(village: Village, enrolment: string, programme: string) {
  const facts = await inPlace(house.db, village.place, newId(), (tx) =>
    enrolmentStore(tx, village.place.slice(0, 8), village.place).facts(enrolment),
  )
  const all = shippedProgramme(programme).stages.flatMap((stage) => gatesOf(stage))
  return new Map(all.map((gate) => [gate.id, gateState(gate, facts).state]))
}

test('a rembug of the resilience programme is P2KP’s readiness meeting too, until the minutes are closed', async () => {
  const village = house.village()
  const [p2kp, resilience] = [await enrolled(village), await enrolled(village, 'social-resilience')]
  const facilitator = village.as('facilitator')
  const also = { alsoFor: [{ enrolment: p2kp, kind: 'rkm' }] }
  const input = plan({ enrolment: resilience, kind: 'socialisation', ...held, invitees: ['rt_heads'] })
  const { meeting } = input
  expect(refusals(await facilitator.give(commands.planMeeting, input))).toEqual([
    'meetings.unknown-element invitees',
  ])
  await ok(facilitator.give(commands.planMeeting, { ...input, invitees: [] }))
  const serve = (as: 'facilitator' | 'teller', given: object = also) =>
    village.as(as).give(commands.serveAlso, { meetings: [meeting], ...also, ...given })
  expect((await serve('teller')).status).toBe(403)
  const elsewhere = await enrolled(house.village())
  expect(refusals(await serve('facilitator', { alsoFor: [{ enrolment: elsewhere, kind: 'rkm' }] }))).toEqual([
    'programmes.no-such-enrolment alsoFor',
  ])
  await ok(serve('facilitator'))
  // Whom P2KP expects may be named now.
  const changes = { invitees: ['rt_heads', 'poor_residents'] }
  await ok(facilitator.give(commands.changeMeeting, { meeting, basedOn: 2, changes }))
  await ok(facilitator.give(commands.openMeeting, { meeting }))
  const count = { women: 20, men: 12, poor: 9, elements: { rt_heads: 4 } }
  await ok(facilitator.give(countHeads, { meeting, count }))
  const alsoDecided = [{ enrolment: p2kp, decision: ready }]
  await ok(facilitator.give(commands.closeMeeting, minutes(meeting, { ...held, alsoDecided })))
  const [theirs, ours] = [
    await gates(village, p2kp, 'p2kp-2006'),
    await gates(village, resilience, 'social-resilience'),
  ]
  for (const gate of ['rkm_ready', 'rkm_poor']) expect([gate, theirs.get(gate)]).toEqual([gate, 'met'])
  expect([...ours.values()].filter((state) => state === 'met').length).toBeGreaterThan(0)
  expect(refusals(await serve('facilitator', { alsoFor: also.alsoFor }))).toEqual(['meetings.already-closed'])
})

test('a phone of before sends a meeting of one programme, as it always did', async () => {
  const village = house.village()
  const enrolment = await enrolled(village)
  const older = { ...commands.recordMeeting, version: 1 }
  const about = plan({ enrolment, kind: 'rkm', ...held })
  const { meeting: _, ...closing } = minutes(about.meeting, { ...held, decision: ready })
  const facilitator = village.as('facilitator')
  await ok(facilitator.give(older, { plan: about, headCount: null, attendees: [attendee()], closing }))
  expect((await gates(village, enrolment, 'p2kp-2006')).get('rkm_ready')).toBe('met')
})
