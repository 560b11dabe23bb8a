// A measure as it is told above the village: how many are poor, how many lack what, and nothing from which one household is known.
import type { MeasureAnswer, MeasureBody } from '../measure/measure.ts'
import { cellsOf, isPoor, lacking, sharesOf, tenthOf } from '../measure/measure-rules.ts'
import { criteriaForPoor, criteriaMet, isPoorStage, stageOf, stages } from '../measure/stage-rules.ts'
import type { Answers } from './figures.ts'
import type { PeopleSets } from './people-sets.ts'

export type PlannedMeasure = (hidden: ReadonlySet<string>) => Omit<MeasureAnswer, 'repeated'>

/** More ways to lack things than these are not looked at when it is worked out what might be: fewer make it only more careful. */
const patternsMost = 150

const where = <T>(rows: readonly T[], is: (row: T) => boolean): number[] =>
  rows.flatMap((row, at) => (is(row) ? [at] : []))

type Row = { cells: readonly (0 | 1 | null)[]; share: number | null; poor: boolean }

/** Counted households, and the poor of them; the others are worked out. */
function basis(sets: PeopleSets, counted: readonly number[], poor: readonly number[]) {
  const all = sets.show(counted, 'counted')
  sets.without(all, 'counted')
  const some = sets.show(poor, 'poor')
  sets.apart([some, sets.besides(all, some, 'not poor', poor.length > 0)])
  return { all, some }
}

function classesIn(
  sets: PeopleSets,
  all: string,
  classes: readonly (readonly [name: string, of: readonly number[]])[],
) {
  const cells = classes.map(([name, of]) => [name, sets.show(of, `class ${name}`)] as const)
  for (const [name, cell] of cells) if (sets.count(cell) > 0) sets.besides(all, cell, `not class ${name}`)
  sets.add(
    all,
    cells.map(([, cell]) => cell),
  )
  sets.apart(cells.map(([, cell]) => cell))
  return cells
}

const flipped = (text: string): string[] =>
  [...text].flatMap((cell, at) =>
    cell === '-' ? [] : [`${text.slice(0, at)}${cell === '1' ? '0' : '1'}${text.slice(at + 1)}`],
  )

type Indicated = { deprived: string; censored: string }

/** Whoever knows the weights knows what each pattern of deprivations counts for. */
function addPatterns(
  sets: PeopleSets,
  rows: readonly Row[],
  shares: readonly number[],
  body: MeasureBody,
  of: Whole,
) {
  const seen = new Map<string, number>()
  for (const { cells, share } of rows) {
    const text = cells.map((cell) => cell ?? '-').join('')
    if (share !== null) seen.set(text, (seen.get(text) ?? 0) + 1)
  }
  const texts = [...new Set([...seen.keys(), ...[...seen.keys()].sort().flatMap(flipped)])].slice(
    0,
    Math.max(seen.size, patternsMost),
  )
  const patterns = texts.map((text) => {
    const cells = [...text].map((cell) => (cell === '-' ? null : cell === '1' ? (1 as const) : (0 as const)))
    const share = lacking(cells, shares, body.missing) ?? 0
    return {
      id: sets.plain(`pattern ${text}`, seen.get(text) ?? 0, 'joining'),
      cells,
      share,
      poor: isPoor(share, body.k),
    }
  })
  const ids = (is: (pattern: (typeof patterns)[number]) => boolean) => patterns.filter(is).map(({ id }) => id)
  sets.add(
    of.all,
    ids(() => true),
  )
  sets.add(
    of.some,
    ids(({ poor }) => poor),
  )
  for (const [at, { deprived, censored }] of of.indicated.entries()) {
    sets.add(
      deprived,
      ids(({ cells }) => cells[at] === 1),
    )
    sets.add(
      censored,
      ids(({ cells, poor }) => poor && cells[at] === 1),
    )
  }
  for (const [tenth, cell] of of.tenths.entries())
    sets.add(
      cell,
      ids(({ share }) => tenthOf(share) === tenth),
    )
}
type Whole = { all: string; some: string; indicated: readonly Indicated[]; tenths: readonly string[] }

function indicatedIn(
  sets: PeopleSets,
  rows: readonly Row[],
  at: number,
  { all, some }: Pick<Whole, 'all' | 'some'>,
): Indicated {
  const lacks = ({ cells, share }: Row) => share !== null && cells[at] === 1
  const deprived = sets.show(where(rows, lacks), `deprived ${at}`)
  sets.apart([deprived, sets.besides(all, deprived, `not deprived ${at}`, sets.count(deprived) > 0)])
  const both = where(rows, (row) => lacks(row) && row.poor).length
  const censored = sets.plain(`censored ${at}`, both, 'shown')
  sets.add(deprived, [censored, sets.plain(`not poor ${at}`, sets.count(deprived) - both, 'worked')])
  const spared = sets.plain(
    `poor not ${at}`,
    sets.count(some) - both,
    sets.count(some) > 0 ? 'telling' : 'worked',
  )
  sets.add(some, [censored, spared])
  return { deprived, censored }
}

/** By the measure of the village. What is not a count is told only where all the counts that it is made of are. */
export function plannedMeasure(
  sets: PeopleSets,
  answers: readonly Answers[],
  body: MeasureBody,
): PlannedMeasure {
  const shares = sharesOf(body.indicators.map(({ weight }) => weight))
  const rows = answers.map((row): Row => {
    const cells = cellsOf(body.indicators, row)
    const share = lacking(cells, shares, body.missing)
    return { cells, share, poor: share !== null && isPoor(share, body.k) }
  })
  const found = basis(
    sets,
    where(rows, ({ share }) => share !== null),
    where(rows, ({ poor }) => poor),
  )
  const indicated = body.indicators.map((_, at) => indicatedIn(sets, rows, at, found))
  const tenths = classesIn(
    sets,
    found.all,
    Array.from({ length: 10 }, (_, tenth) => [
      String(tenth * 10),
      where(rows, ({ share }) => share !== null && tenthOf(share) === tenth),
    ]),
  )
  addPatterns(sets, rows, shares, body, { ...found, indicated, tenths: tenths.map(([, cell]) => cell) })
  return (hidden) => {
    const say = (cell: string) => (hidden.has(cell) ? null : sets.count(cell))
    const [households, poor] = [say(found.all), say(found.some)]
    const censored = indicated.map((each) => say(each.censored))
    const lacked = censored.every((each) => each !== null)
      ? censored.reduce<number>((sum, each, at) => sum + each * (shares[at] ?? 0), 0)
      : null
    const adjusted = shareOf(lacked, households)
    return {
      ...said('multidimensional', households, poor, sets.count(sets.everybody)),
      ...{ intensity: shareOf(lacked, poor), adjusted },
      indicators: indicated.map(({ deprived }, at) => {
        const [weight, both] = [shares[at] ?? 0, shareOf(censored[at] ?? null, households)]
        const contribution =
          both === null || adjusted === null ? null : adjusted === 0 ? 0 : (weight * both) / adjusted
        const id = body.indicators[at]?.id ?? ''
        return {
          id,
          weight,
          deprived: shareOf(say(deprived), households),
          censored: both,
          contribution,
          missing: null,
        }
      }),
      classes: tenths.map(([name, cell]) => ({ class: name, households: say(cell) })),
    }
  }
}

const shareOf = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null ? null : whole === 0 ? 0 : part / whole

const said = (
  method: MeasureAnswer['method'],
  households: number | null,
  poor: number | null,
  asked: number,
) => ({
  ...{ method, households, poor, headcount: shareOf(poor, households) },
  leftOut: households === null ? null : asked - households,
  ...{ places: [], patterns: [], poorHouseholds: [], lines: [], poorUnknown: 0, differing: [] },
})

/** By the BKKBN stages or the BPS criteria. */
export function plannedClasses(
  sets: PeopleSets,
  answers: readonly Answers[],
  method: 'bkkbn' | 'bps14',
): PlannedMeasure {
  const names = method === 'bkkbn' ? stages : Array.from({ length: 15 }, (_, met) => String(met))
  const rows = answers.map((row) => {
    const met = method === 'bkkbn' ? stageOf(row) : criteriaMet(row)
    return met === null ? null : String(met)
  })
  const isPoorClass = (name: string) =>
    method === 'bkkbn' ? isPoorStage(name as (typeof stages)[number]) : Number(name) >= criteriaForPoor
  const found = basis(
    sets,
    where(rows, (name) => name !== null),
    where(rows, (name) => name !== null && isPoorClass(name)),
  )
  const classes = classesIn(
    sets,
    found.all,
    names.map((name) => [name, where(rows, (each) => each === name)]),
  )
  return (hidden) => {
    const say = (cell: string) => (hidden.has(cell) ? null : sets.count(cell))
    const [households, poor] = [say(found.all), say(found.some)]
    return {
      ...said(method, households, poor, sets.count(sets.everybody)),
      ...{
        intensity: poor === null ? null : poor === 0 ? 0 : 1,
        adjusted: shareOf(poor, households),
        indicators: [],
      },
      classes: classes.map(([name, cell]) => ({ class: name, households: say(cell) })),
    }
  }
}
