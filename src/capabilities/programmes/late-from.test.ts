// The day from which an enrolment is late is kept with its row; here it is held against the plan itself.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysFromToday } from '../../kernel/day.testing.ts'
import { addDays } from '../../kernel/day.ts'
import type { EnrolmentRow } from './enrolment.ts'
import { lateFrom, never } from './late-from.ts'
import { type Actual, lateness } from './lateness.ts'
import { actualsOf } from './progress.ts'
import { readyVillage, shippedProgramme, sourced, told } from './shipped.testing.ts'

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
