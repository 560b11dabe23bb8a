import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellsFrom, cellsText, countingMeasure, type Filled, newestOnly } from './counting-rules.ts'
import { readyMeasure } from './ready-measure-rules.ts'

const body = readyMeasure('rembug_multidimensional')
if (!body) throw new Error('no ready measure')

const filled: fc.Arbitrary<Filled[]> = fc
  .array(
    fc.record({
      household: fc.option(fc.integer({ min: 1, max: 30 }).map((n) => `h${n}`)),
      place: fc.constantFrom('rt1', 'rt2', 'rt3', null),
      answers: fc.dictionary(
        fc.constantFrom(...body.indicators.map((each) => each.question)),
        fc.constantFrom('0', '1'),
      ),
    }),
    { maxLength: 40 },
  )
  .map((rows) => rows.map((row, at) => ({ id: `s${at}`, ...row })))

const sum = (rows: readonly { households: number }[]) =>
  rows.reduce((total, each) => total + each.households, 0)

/** Counted page by page, as many on each. */
const byMeasure = (rows: readonly Filled[], onPage = rows.length) => {
  const counting = countingMeasure(body)
  for (let at = 0; at < rows.length; at += onPage) counting.add(rows.slice(at, at + onPage))
  return counting.answer()
}

describe('households and their answers', () => {
  it('a household counts once, with the newest of its answers', () => {
    const row = (id: string, household: string | null): Filled => ({
      id,
      household,
      place: null,
      answers: {},
    })
    expect(
      newestOnly([row('new', 'a'), row('b', 'b'), row('old', 'a'), row('x', null), row('y', null)]),
    ).toEqual({
      rows: [row('new', 'a'), row('b', 'b'), row('x', null), row('y', null)],
      repeated: 1,
    })
  })
  it('patterns hold every household, and can be counted again', () => {
    fc.assert(
      fc.property(filled, (rows) => {
        const { patterns, households, leftOut } = byMeasure(rows)
        expect(sum(patterns)).toBe((households ?? 0) + (leftOut ?? 0))
        for (const { cells } of patterns) expect(cellsText(cellsFrom(cells))).toBe(cells)
      }),
    )
  })
  it('it is the same whether they come all at once or a few at a time', () => {
    fc.assert(
      fc.property(filled, fc.integer({ min: 1, max: 9 }), (rows, onPage) => {
        expect(byMeasure(rows, onPage)).toEqual(byMeasure(rows))
      }),
    )
  })
  it('poor households are as many as the poor that are counted', () => {
    fc.assert(
      fc.property(filled, (rows) => {
        const { poor, poorHouseholds, poorUnknown } = byMeasure(rows)
        expect(poorHouseholds.length + poorUnknown).toBe(poor)
      }),
    )
  })
})
