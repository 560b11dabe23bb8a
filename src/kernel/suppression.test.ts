// An attacker who has all that is told, knows how it adds up, and tries every table of people that fits.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wholeNumbers } from './linear.ts'
import { isSmall, suppressed, type Tables } from './suppression.ts'

const k = 3

/** Cells of a table as sums over what lies inside: each shown cell names the places of the grid that it counts. */
type Published = { tables: Tables; of: ReadonlyMap<string, readonly number[]>; grid: readonly number[] }

/** Answers by place, with the totals of each place, of groups of places (a kecamatan and its villages), and of all. */
function published(rows: readonly (readonly number[])[], groups: readonly (readonly number[])[]): Published {
  const width = rows[0]?.length ?? 0
  const grid = rows.flat()
  const of = new Map<string, readonly number[]>()
  const sums: Tables['sums'][number][] = []
  const at = (row: number, column: number) => row * width + column
  const columns = Array.from({ length: width }, (_, column) => column)
  const add = (whole: string, parts: readonly string[], places: readonly number[]) => {
    of.set(whole, places)
    sums.push({ whole, parts })
  }
  for (const row of rows.keys()) {
    for (const column of columns) of.set(`${row},${column}`, [at(row, column)])
    add(
      `${row},*`,
      columns.map((column) => `${row},${column}`),
      columns.map((column) => at(row, column)),
    )
  }
  const joined = (name: string, members: readonly string[], inside: readonly number[]) => {
    for (const column of [...columns, '*'] as const) {
      const places = inside.flatMap((row) =>
        (column === '*' ? columns : [column]).map((each) => at(row, each)),
      )
      add(
        `${name},${column}`,
        members.map((member) => `${member},${column}`),
        places,
      )
    }
    add(
      `${name},*`,
      columns.map((column) => `${name},${column}`),
      of.get(`${name},*`) ?? [],
    )
  }
  for (const [index, inside] of groups.entries()) joined(`g${index}`, inside.map(String), inside)
  joined('all', groups.length > 0 ? groups.map((_, index) => `g${index}`) : [...rows.keys()].map(String), [
    ...rows.keys(),
  ])
  const shown = new Set(of.keys())
  // That all but a few answered so tells of those few.
  for (const [name, places] of [...of].filter(([each]) => !each.endsWith('*'))) {
    const place = name.split(',')[0]
    const others = (of.get(`${place},*`) ?? []).filter((each) => !places.includes(each))
    of.set(`not ${name}`, others)
    sums.push({ whole: `${place},*`, parts: [name, `not ${name}`] })
  }
  const cells = new Map(
    [...of].map(([name, places]) => [name, places.reduce((sum, each) => sum + (grid[each] ?? 0), 0)]),
  )
  return { tables: { cells, sums, shown, always: new Set(['all,*']) }, of, grid }
}

/** Whether some table of people has all the sums that are told, and `supposed` in those places. */
function mayBe(
  { tables, of, grid }: Published,
  hidden: ReadonlySet<string>,
  places: readonly number[],
  supposed: number,
): boolean {
  const told = [...tables.shown].filter((cell) => !hidden.has(cell))
  const held = told.map((cell) => ({ places: new Set(of.get(cell)), left: tables.cells.get(cell) ?? 0 }))
  held.push({ places: new Set(places), left: supposed })
  const touching = grid.map((_, at) => held.filter((each) => each.places.has(at)))
  const last = held.map((each) => Math.max(...each.places, -1))
  const total = grid.reduce((sum, each) => sum + each, 0)
  const put = (at: number, value: number) => {
    for (const each of touching[at] ?? []) each.left -= value
  }
  const ended = (at: number) => held.every((each, index) => (last[index] ?? -1) >= at || each.left === 0)
  const tried = (at: number, value: number): boolean => {
    put(at, value)
    const found = fill(at + 1)
    put(at, -value)
    return found
  }
  function fill(at: number): boolean {
    if (!ended(at)) return false
    if (at === grid.length) return true
    const most = Math.min(total, ...(touching[at] ?? []).map(({ left }) => left))
    return Array.from({ length: most + 1 }, (_, value) => value).some((value) => tried(at, value))
  }
  return fill(0)
}

/** Cells of few, shown or worked out, that the attacker knows not to be none, or not to be as many as may be told. */
function broken(whole: Published, hidden: ReadonlySet<string>): string[] {
  return [...whole.tables.cells].flatMap(([cell, count]) => {
    const places = whole.of.get(cell) ?? []
    const safe = !isSmall(count, k) || (mayBe(whole, hidden, places, 0) && mayBe(whole, hidden, places, k))
    return safe ? [] : [cell]
  })
}

const counts = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 3 }) },
  { weight: 2, arbitrary: fc.integer({ min: 3, max: 9 }) },
)
const grids = (height: number, width: number) =>
  fc.array(fc.array(counts, { minLength: width, maxLength: width }), { minLength: height, maxLength: height })
const large = (rows: readonly (readonly number[])[]) =>
  rows.flat().reduce((sum, each) => sum + each, 0) >= 2 * k

const shapes = [
  ['one question', grids(1, 4), []],
  ['two questions crossed, with totals', grids(3, 3), []],
  [
    'villages within two kecamatan',
    grids(4, 2),
    [
      [0, 1],
      [2, 3],
    ],
  ],
] as const

describe('what is told of few people', () => {
  test.each(shapes)('%s: no attacker tells none from as many as may be told', (_, arbitrary, groups) => {
    fc.assert(
      fc.property(arbitrary.filter(large), (rows) => {
        const whole = published(rows, groups)
        expect(broken(whole, suppressed(whole.tables, k))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test.each(shapes)(
    '%s: hiding only what is small, or only where few were asked, is found out',
    (_, arbitrary, groups) => {
      const onlySmall = ({ tables }: Published) =>
        new Set([...tables.shown].filter((cell) => isSmall(tables.cells.get(cell) ?? 0, k)))
      const byDenominator = ({ tables, grid }: Published) =>
        grid.reduce((sum, each) => sum + each, 0) < k ? tables.shown : new Set<string>()
      for (const rule of [onlySmall, byDenominator]) {
        const tried = fc.check(
          fc.property(arbitrary.filter(large), (rows) => {
            const whole = published(rows, groups)
            return broken(whole, rule(whole)).length === 0
          }),
          { numRuns: 200 },
        )
        expect(tried.failed).toBe(true)
      }
    },
  )

  test('the same counts are always told in the same way, in whatever order they come', () => {
    fc.assert(
      fc.property(grids(3, 3), (rows) => {
        const { tables } = published(rows, [])
        const turned = {
          ...tables,
          cells: new Map([...tables.cells].reverse()),
          sums: [...tables.sums].reverse(),
        }
        expect([...suppressed(turned, k)].sort()).toEqual([...suppressed(tables, k)].sort())
      }),
    )
  })

  test('what is not small, and gives nothing away, is told', () => {
    const { tables } = published([[10, 12, 9]], [])
    expect(suppressed(tables, 5)).toEqual(new Set())
  })

  test('that all answered alike is not told where it would tell of everybody', () => {
    const cells = new Map(Object.entries({ all: 9, yes: 9, no: 0, 'not yes': 0 }))
    const sums = [
      { whole: 'all', parts: ['yes', 'no'] },
      { whole: 'all', parts: ['yes', 'not yes'] },
    ]
    const shown = new Set(['all', 'yes', 'no'])
    const hidden = suppressed(
      { cells, sums, shown, always: new Set(['all']), tellingZero: new Set(['not yes']) },
      5,
    )
    expect([...hidden].sort()).toEqual(['no', 'yes'])
  })
})

test('what is still in doubt when the effort is spent is hidden, and never told', () => {
  const rows = [
    [1, 9, 9],
    [9, 9, 9],
    [9, 9, 9],
  ]
  const { tables } = published(rows, [])
  const found = suppressed(tables, k)
  const spent = suppressed(tables, k, -1)
  expect([...found].every((cell) => spent.has(cell))).toBe(true)
  expect(spent.size).toBe(tables.shown.size - 1)
  expect(found.size).toBeLessThan(spent.size)
})

test('whole numbers fit a system, or are not found', () => {
  const terms = (given: Record<string, number>) => new Map(Object.entries(given))
  const sum = { terms: terms({ a: 1, b: 1 }), is: 5 }
  expect(wholeNumbers([sum, { terms: terms({ a: 1, b: -1 }), is: 1 }])).toEqual(terms({ a: 3, b: 2 }))
  expect(wholeNumbers([sum, { terms: terms({ a: 1, b: -1 }), is: 2 }])).toBeNull()
  expect(wholeNumbers([sum, { terms: terms({ a: 1 }), is: 6 }])).toBeNull()
})
