import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysFromToday } from '../../kernel/day.testing.ts'
import { addDays, daysBetween, isDay } from '../../kernel/day.ts'
import type { EnrolmentRow } from './enrolment.ts'
import { expectedDates, lateness, plannedDates, type Span } from './lateness.ts'
import { beginsOn, budgetYears, endsOn, type Where } from './length.ts'
import { entryOf } from './progress.ts'
import { shippedProgramme, sourced, stageIn } from './shipped.testing.ts'

const base = shippedProgramme('kat-empowerment')
const strengthening = sourced(shippedProgramme('kat-strengthening'))
const start = '2012-02-06'
const kube = stageIn(base, 'livelihood').steps.find(({ id }) => id === 'kube')

describe('how long the base programme takes is data of the category', () => {
  test.each([
    ['i', 3, 'nomadic'],
    ['ii', 2, 'temporarily settled'],
    ['iii', 1, 'settled'],
  ])('category %s: %i budget years (%s)', (category, years) => {
    expect(kube && budgetYears(base, kube, category)).toBe(years)
    const { from, to } = plannedDates(base, start, { category }).livelihood as Span
    expect(from).toMatch(/-01-01$/)
    expect(to).toBe(`${Number(from.slice(0, 4)) + years - 1}-12-31`)
  })

  test('while the category is not known, room is kept for the longest', () => {
    expect(kube && budgetYears(base, kube, null)).toBe(3)
  })
})

describe('a budget year', () => {
  test('begins in January: work that can begin in March waits for the next, on 1 January it begins', () => {
    expect(beginsOn(1, '2012-03-15')).toBe('2013-01-01')
    expect(beginsOn(1, '2012-01-01')).toBe('2012-01-01')
    expect(beginsOn(null, '2012-03-15')).toBe('2012-03-15')
  })

  test('three activities of one year run side by side, and the years follow one another', () => {
    const plan = plannedDates(strengthening, start)
    expect(plan.wisdom_identified).toEqual(plan.social_hall)
    const years = ['year_1', 'year_2', 'year_3'].map((id) => plan[id] as Span)
    for (const { from, to } of years) expect(daysBetween(from, to)).toBeGreaterThanOrEqual(364)
    expect(years.map(({ from }) => from)).toEqual(['2013-01-01', '2014-01-01', '2015-01-01'])
  })

  test('whatever day it can begin, it begins then or later, in January, and ends on a 31 December', () => {
    const step = { duration: { years: 2, source: 'x', evidence: 'V' as const } }
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 1, max: 10 }), (n, years) => {
        const can = addDays(start, n)
        const from = beginsOn(years, can)
        expect(from >= can && daysBetween(can, from) < 366).toBe(true)
        expect(from.slice(4)).toBe('-01-01')
        const to = endsOn(step, years, from)
        expect(to).toBe(addDays(`${Number(from.slice(0, 4)) + years}-01-01`, -1))
      }),
    )
  })
})

test('a year that begins a year later because what comes before it ends in February is not late by its own doing', () => {
  const ids = ['preparation', 'acceleration'].flatMap((id) =>
    stageIn(strengthening, id).steps.map((step) => step.id),
  )
  const actuals = Object.fromEntries(ids.map((id) => [id, { ended: '2013-02-10' }]))
  const late = lateness(strengthening, start, actuals, '2013-02-11').map(({ id }) => id)
  expect(late).toContain('materials')
  expect(late.filter((id) => !ids.includes(id))).toEqual([])
  expect(expectedDates(strengthening, start, actuals, '2013-02-11').year_1?.from).toBe('2014-01-01')
})

describe('what runs throughout', () => {
  test.each([base, strengthening])(
    '$id: control begins on the first day and ends with the last stage',
    (kat) => {
      const plan = plannedDates(kat, start)
      const others = kat.stages.filter(({ id }) => id !== 'control').map(({ id }) => (plan[id] as Span).to)
      expect(plan.control).toEqual({ from: start, to: others.sort().at(-1) })
      expect(plan.supervision).toEqual(plan.control)
    },
  )

  test('is never late by itself, however late the rest is', () => {
    const late = lateness(strengthening, start, {}, '2019-05-05').map(({ id }) => id)
    expect(late).toContain('materials')
    expect(late).not.toContain('supervision')
  })
})

describe('a step of the customary calendar', () => {
  const told = { customary: { customary_event: { on: '2015-08-19' } } }

  test('has the whole year until somebody tells the day, and then that day', () => {
    expect(plannedDates(strengthening, start).customary_event?.to).toBe('2015-12-31')
    expect(plannedDates(strengthening, start, told).customary_event).toEqual({
      from: '2015-08-19',
      to: '2015-08-19',
    })
  })

  const done = Object.fromEntries(
    strengthening.stages
      .flatMap(({ steps }) => steps)
      .filter(({ id }) => id !== 'customary_event')
      .map(({ id }) => [id, { ended: '2012-02-07' }]),
  )
  const on = (today: string, where: Where = told) =>
    lateness(strengthening, start, done, today, where).map(({ id, days }) => [id, days])

  test('is planned for that day and never late, for nobody decided it, until a day is adopted by decision', () => {
    expect(on('2015-12-24')).toEqual([])
    const decided = { ...told, adopted: { customary_event: { ends: '2015-08-19' } } }
    expect(on('2015-08-19', decided)).toEqual([])
    expect(on('2015-08-24', decided)).toEqual([['customary_event', 5]])
  })

  test('is not planned before its stage can open', () => {
    const early = { customary: { customary_event: { on: '2012-02-01' } } }
    const { customary_event: event, year_2: before } = plannedDates(strengthening, start, early)
    expect(event?.from).toBe(addDays(before?.to ?? '', 1))
  })
})

test('a start in the year 26 or 9999, as an older row may have it, is planned and told like any other', () => {
  for (const far of ['0026-11-30', '9998-12-31']) {
    const plan = plannedDates(strengthening, far)
    const expected = expectedDates(strengthening, far, {}, daysFromToday(0))
    const days = [plan, expected].flatMap((spans) =>
      Object.values(spans).flatMap(({ from, to }) => [from, to]),
    )
    expect(days.filter((day) => !isDay(day))).toEqual([])
  }
  expect(lateness(strengthening, '0026-11-30', {}, daysFromToday(0)).length).toBeGreaterThan(0)
})

test('a row that cannot be reckoned is told as such, and takes no list down', () => {
  const row: EnrolmentRow = {
    ...{ id: '', subject: null, programme: '', status: 'started', startedOn: '26', endedOn: null },
    ...{ category: null, eligibility: {}, numbers: {}, actuals: {}, stages: {}, history: [] },
    ...{ facilitator: null, version: 1 },
  }
  const line = (startedOn: string) => entryOf('34.71.04.1001', { ...row, startedOn }, strengthening, {})
  expect([line('26').unreadable, line(daysFromToday(-30)).unreadable]).toEqual([true, false])
  expect(line('26')).toMatchObject({ programme: strengthening.title, status: 'started', stage: null })
})
