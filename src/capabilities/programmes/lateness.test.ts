import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from '../../kernel/day.ts'
import {
  type Actual,
  endangered,
  expectedDates,
  firmSteps,
  lateBy,
  lateness,
  plannedDates,
  type Span,
} from './lateness.ts'
import { shipped, shippedProgramme, sourced } from './shipped.testing.ts'

const asShipped = shippedProgramme('p2kp-2006')
const p2kp = sourced(asShipped)
const start = '2012-01-02'
const planned = plannedDates(p2kp, start)

describe('the plan', () => {
  test('begins on the day the programme starts, and each step follows the one before', () => {
    expect(planned.rkm).toEqual({ from: '2012-01-02', to: '2012-01-22' })
    expect(planned.volunteer_recruitment?.from).toBe('2012-01-23')
    expect(planned.readiness).toEqual({ from: '2012-01-02', to: planned.basic_training?.to })
  })

  test('gives the basic training its three days', () => {
    const { from, to } = planned.basic_training as Span
    expect(daysBetween(from, to) + 1).toBe(3)
  })

  test('lets KAT activities of one year run side by side', () => {
    const kat = plannedDates(shippedProgramme('kat-strengthening'), start)
    expect(kat.wisdom_identified).toEqual(kat.social_hall)
  })
})

describe('a step that is late', () => {
  test('moves everything after it, and is named with the days it is late by', () => {
    const today = '2012-02-01'
    const [late, ...others] = lateness(p2kp, start, { rkm: { began: '2012-01-05' } }, today)
    expect(late).toMatchObject({ id: 'rkm', days: 10 })
    expect(others).toEqual([])
    const expected = expectedDates(p2kp, start, { rkm: { began: '2012-01-05' } }, today)
    expect(lateBy(planned.grant_use as Span, expected.grant_use as Span)).toBe(10)
  })

  test('endangers the stages after it and the activities it says depend on it', () => {
    const reached = endangered(p2kp, 'rkm')
    expect(reached).toContain('volunteer_recruitment')
    expect(reached).toContain('annual_programme')
    expect(reached).toContain('grant_use')
    expect(reached).not.toContain('rkm')
  })

  test('endangers, in social resilience, the action plan that was agreed together', () => {
    const reached = endangered(shippedProgramme('social-resilience'), 'location_visit')
    expect(reached).toEqual(expect.arrayContaining(['action_plan', 'activities', 'look', 'act']))
  })

  test('is forgiven nothing by what follows: only the step that lost the days is named', () => {
    const actuals = { rkm: { began: '2012-01-02', ended: '2012-02-05' } }
    expect(lateness(p2kp, start, actuals, '2012-02-06').map((each) => [each.id, each.days])).toEqual([
      ['rkm', 14],
    ])
  })
})

describe('an estimate', () => {
  const longAfter = addDays(start, 3000)

  test('is never late and endangers nothing, however long ago it passed', () => {
    expect(lateness(asShipped, start, {}, longAfter)).toEqual([])
    expect(firmSteps(asShipped)).toEqual(new Set())
  })

  test('makes an estimate of what follows it, also where that has a sourced length', () => {
    expect(firmSteps(asShipped).has('basic_training')).toBe(false)
    const [first] = asShipped.stages
    const rkm = first?.steps.find(({ id }) => id === 'rkm')
    const changed = { ...rkm, duration: { ...rkm?.duration, evidence: 'V' } }
    const stages = [
      { ...first, steps: [changed, ...(first?.steps.slice(1) ?? [])] },
      ...asShipped.stages.slice(1),
    ]
    expect([...firmSteps({ ...asShipped, stages } as never)]).toEqual(['rkm'])
  })
})

describe('a length that was only inferred', () => {
  test('makes an estimate, as one that somebody remembers does', () => {
    const inferred = (evidence: 'I' | 'V-code') =>
      firmSteps({
        ...p2kp,
        stages: p2kp.stages.map((stage) => ({
          ...stage,
          steps: stage.steps.map((step) => ({ ...step, duration: { ...step.duration, evidence } })),
        })),
      }).size
    expect(inferred('I')).toBe(0)
    expect(inferred('V-code')).toBeGreaterThan(10)
  })
})

describe('a date adopted by decision', () => {
  const where = { adopted: { rkm: { ends: addDays(start, 9) }, board_choice: { ends: addDays(start, 40) } } }
  const on = (days: number, actuals = {}) =>
    lateness(asShipped, start, actuals, addDays(start, days), where).map(({ id, days: late }) => [id, late])

  test('is the planned end, and moves what is planned after it', () => {
    const plan = plannedDates(asShipped, start, where)
    expect(plan.rkm?.to).toBe(addDays(start, 9))
    expect(plan.volunteer_recruitment?.from).toBe(addDays(start, 10))
  })

  test('counts from the day after it, and the step that adopted nothing stays an estimate', () => {
    expect(on(9)).toEqual([])
    expect(on(10)).toEqual([['rkm', 1]])
    expect(on(45)).toEqual([
      ['rkm', 36],
      ['board_choice', 5],
    ])
  })

  test('is kept by a step whose gates hold, though nobody noted its end, and by one that ended on its day', () => {
    expect(on(30, { rkm: { held: true } })).toEqual([])
    expect(on(30, { rkm: { ended: addDays(start, 9) } })).toEqual([])
    expect(on(30, { rkm: { ended: addDays(start, 12) } })).toEqual([['rkm', 3]])
  })

  test('names everything that a late step endangers', () => {
    const [late] = lateness(asShipped, start, {}, addDays(start, 20), where)
    expect(late?.endangers).toEqual(endangered(asShipped, 'rkm'))
    expect(late?.endangers.length).toBeGreaterThan(3)
  })
})

test('where only the dates of a stage are known, they stand in for those of its steps', () => {
  const actuals = { readiness: { began: '2012-01-02', ended: '2012-03-15' } }
  const expected = expectedDates(p2kp, start, actuals, '2012-03-20')
  expect(expected.readiness?.to).toBe('2012-03-15')
  expect(expected.reflection?.from).toBe('2012-03-16')
})

const day = fc.integer({ min: 0, max: 1500 }).map((n) => addDays(start, n))
const anyProgramme = fc.constantFrom(...shipped.programmes.map((each) => each.id))
/** Budget years begin in January wherever the start lies, so only plans in days move with it. */
const inDays = shipped.programmes.filter((each) =>
  each.stages.every((stage) => stage.steps.every((step) => step.duration.days !== undefined)),
)
const situation = anyProgramme.chain((id) => {
  const ids = shippedProgramme(id).stages.flatMap((stage) => stage.steps.map((step) => step.id))
  const actual = fc.record({ began: day, ended: day }, { requiredKeys: [] })
  return fc.record({
    id: fc.constant(id),
    actuals: fc.dictionary(fc.constantFrom(...ids), actual as fc.Arbitrary<Actual>),
    today: day,
  })
})

describe('whatever has happened', () => {
  test('no step is planned before what it waits for has ended, nor a stage before its predecessor', () => {
    for (const programme of shipped.programmes) {
      const plan = plannedDates(programme, start)
      for (const item of [...programme.stages, ...programme.stages.flatMap((stage) => stage.steps)]) {
        const own = plan[item.id] as Span
        expect(own.from <= own.to).toBe(true)
        for (const before of item.after) expect((plan[before] as Span).to < own.from).toBe(true)
      }
    }
  })

  test('what has not begun is never expected before its plan, nor before what it waits for has ended', () => {
    fc.assert(
      fc.property(situation, ({ id, actuals, today }) => {
        const programme = shippedProgramme(id)
        const plan = plannedDates(programme, start)
        const expected = expectedDates(programme, start, actuals, today)
        for (const step of programme.stages.flatMap((stage) => stage.steps)) {
          if (actuals[step.id]) continue
          const own = expected[step.id] as Span
          expect(own.from >= (plan[step.id] as Span).from).toBe(true)
          for (const before of step.after) expect(own.from > (expected[before] as Span).to).toBe(true)
        }
      }),
    )
  })

  test('a day later today never brings an expected end forward', () => {
    fc.assert(
      fc.property(situation, ({ id, actuals, today }) => {
        const programme = shippedProgramme(id)
        const now = expectedDates(programme, start, actuals, today)
        const tomorrow = expectedDates(programme, start, actuals, addDays(today, 1))
        for (const id of Object.keys(now))
          expect((tomorrow[id] as Span).to >= (now[id] as Span).to).toBe(true)
      }),
    )
  })

  test('a later start shifts a plan in days by as many days', () => {
    fc.assert(
      fc.property(fc.constantFrom(...inDays), fc.integer({ min: 0, max: 900 }), (programme, shift) => {
        const later = plannedDates(programme, addDays(start, shift))
        for (const [each, span] of Object.entries(plannedDates(programme, start))) {
          expect(later[each]).toEqual({ from: addDays(span.from, shift), to: addDays(span.to, shift) })
        }
      }),
    )
  })

  test('the same dates give the same answer', () => {
    fc.assert(
      fc.property(situation, ({ id, actuals, today }) => {
        const programme = sourced(shippedProgramme(id))
        expect(lateness(programme, start, actuals, today)).toEqual(lateness(programme, start, actuals, today))
      }),
    )
  })

  test('a programme that is on time has nothing late', () => {
    for (const programme of shipped.programmes)
      expect(lateness(sourced(programme), start, {}, start)).toEqual([])
  })
})
