// The day from which an enrolment is late is kept with its row; here it is held against the plan itself.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysFromToday } from '../../kernel/day.testing.ts'
import { addDays } from '../../kernel/day.ts'
import type { EnrolmentRow } from './enrolment.ts'
import { lateFrom, never } from './late-from.ts'
import { type Actual, lateness } from './lateness.ts'
import { actualsOf, outlineOf } from './progress.ts'
import { readyVillage, shippedProgramme, sourced, told } from './shipped.testing.ts'
import { periodOf, readOn } from './told.ts'

const start = daysFromToday(-400)
const p2kp = sourced(shippedProgramme('p2kp-2006'))

const row = (more: Partial<EnrolmentRow> = {}): EnrolmentRow => ({
  ...{ id: '', subject: null, programme: '', status: 'started', startedOn: start, endedOn: null },
  ...{
    category: null,
    eligibility: {},
    numbers: {},
    actuals: {},
    stages: {},
    history: [],
    facilitator: null,
  },
  version: 1,
  ...more,
})

describe('a village that has just begun', () => {
  test('is late from the day after its first step should have ended', () => {
    expect(lateFrom(p2kp, row(), {})).toBe(addDays(start, 21))
  })

  test('is not late when it does not run', () => {
    expect(lateFrom(p2kp, row({ status: 'completed' }), {})).toBe(never)
    expect(lateFrom(p2kp, row({ status: 'draft', startedOn: null }), {})).toBe(never)
  })
})

describe('a step that somebody noted as ended', () => {
  const adopted = (ends: string) => ({
    rkm: { ends, what: 'BA 004', decidedOn: start, by: 'Rembug', notedOn: start },
  })
  const asShipped = shippedProgramme('p2kp-2006')
  const noted = row({
    adopted: adopted(addDays(start, 10)),
    actuals: { rkm: { began: start, ended: addDays(start, 5) } },
  })
  const now = (facts: Parameters<typeof outlineOf>[2]) =>
    outlineOf(asShipped, noted, facts, addDays(start, 30))

  test('is not done while its rules do not hold, and late once its day has passed', () => {
    const without = now({})
    expect([without.done.has('rkm'), without.noted.has('rkm')]).toEqual([false, true])
    expect(without.late).toEqual([{ id: 'rkm', days: 20 }])
    expect(lateFrom(asShipped, noted, {})).toBe(addDays(start, 11))
  })

  test('ended on that day once they do', () => {
    const facts = told(readyVillage)
    expect([now(facts).done.has('rkm'), now(facts).noted.has('rkm')]).toEqual([true, false])
    expect([now(facts).late, lateFrom(asShipped, noted, facts)]).toEqual([[], never])
  })

  test('ended as noted where its rules ask what Rembug cannot know', () => {
    const actuals = { group_building: { ended: addDays(start, 5) } }
    expect(outlineOf(asShipped, row({ actuals }), {}, start).done.has('group_building')).toBe(true)
  })
})

test('an approval that has expired leaves the step it was for done, on the page and in the totals', () => {
  const tkpk = shippedProgramme('tkpk-neighbourhood')
  const step = tkpk.stages
    .flatMap(({ steps }) => steps)
    .find(({ gates }) => gates.some(({ when }) => when === 'document.plan_approval.in_force'))
  const id = step?.id ?? ''
  const own = {
    ...tkpk,
    stages: tkpk.stages.map((stage) => ({
      ...stage,
      steps: stage.steps.map((each) =>
        each.id === id
          ? { ...each, gates: each.gates.filter(({ when }) => when.includes('in_force')) }
          : each,
      ),
    })),
  }
  const day = addDays(start, 10)
  const decided = { ends: day, what: 'BA', decidedOn: start, by: 'Rembug', notedOn: start }
  const one = row({ adopted: { [id]: decided } })
  const approval = told({
    'document.plan_approval.in_force': periodOf(addDays(start, 8), addDays(start, 20)),
  })
  for (const [later, expired] of [
    [15, false],
    [90, true],
  ] as const) {
    const facts = readOn(approval, addDays(start, later))
    expect(facts['document.plan_approval.in_force']?.value).toBe(!expired)
    const { late, done } = outlineOf(own, one, facts, addDays(start, later))
    expect([late, done.has(id), lateFrom(own, one, facts)]).toEqual([[], true, never])
  }
  const approved = (from: string, until: string | null, on: string) =>
    outlineOf(own, one, readOn(told({ 'document.plan_approval.in_force': periodOf(from, until) }), on), on)
      .done
  // One that is still to begin, or was over before the programme began here, leaves nothing done.
  const begins = addDays(start, 20)
  expect(approved(begins, null, addDays(start, 19)).has(id)).toBe(false)
  expect(approved(begins, null, begins).has(id)).toBe(true)
  expect(approved(addDays(start, -900), addDays(start, -1), begins).has(id)).toBe(false)
  expect(approved(addDays(start, -900), start, begins).has(id)).toBe(true)
  const none = readOn(told({ 'document.plan_approval.in_force': '' }), addDays(start, 90))
  expect(lateFrom(own, one, none)).toBe(addDays(day, 1))
})

test('on every day from the newest date on, it is late exactly if the plan says so', () => {
  const ids = ['p2kp-2006', 'social-resilience', 'kat-empowerment', 'kat-strengthening']
  const programmes = ids.flatMap((id) => [shippedProgramme(id), sourced(shippedProgramme(id))])
  const day = fc.integer({ min: 0, max: 500 })
  const given = fc.record({
    programme: fc.constantFrom(...programmes),
    dates: fc.array(
      fc.record({ step: fc.nat(30), began: day, took: fc.integer({ min: 0, max: 60 }), ended: fc.boolean() }),
      {
        maxLength: 8,
      },
    ),
    later: fc.nat(600),
    told: fc.option(day),
    adopted: fc.array(fc.record({ step: fc.nat(30), ends: day }), { maxLength: 4 }),
    known: fc.subarray(Object.keys(readyVillage) as (keyof typeof readyVillage)[]),
  })
  fc.assert(
    fc.property(given, ({ programme, dates, later, told: day, adopted, known }) => {
      const steps = programme.stages.flatMap((stage) => stage.steps)
      const actuals: Record<string, Actual> = {}
      let newest = start
      for (const { step, began, took, ended } of dates) {
        const dated = {
          began: addDays(start, began),
          ...(ended ? { ended: addDays(start, began + took) } : {}),
        }
        actuals[(steps[step % steps.length] as { id: string }).id] = dated
        newest = [newest, dated.began, dated.ended ?? start].reduce((a, b) => (a > b ? a : b))
      }
      const event = { on: addDays(start, day ?? 0), toldBy: 'Tumenggung', notedOn: start }
      const decided = { what: 'BA', decidedOn: start, by: 'Rembug', notedOn: start }
      const ends = adopted.map(({ step, ends: after }) => [
        (steps[step % steps.length] as { id: string }).id,
        { ...decided, ends: addDays(start, after) },
      ])
      const customary = day === null ? {} : { customary_event: event }
      const one = row({ actuals, customary, adopted: Object.fromEntries(ends) })
      const facts = told(Object.fromEntries(known.map((name) => [name, readyVillage[name]])))
      const today = addDays(newest, later)
      const late = lateness(programme, start, actualsOf(programme, one, facts), today, one).length > 0
      expect(lateFrom(programme, one, facts) <= today).toBe(late)
    }),
    { numRuns: 300 },
  )
})
