// Tests pass on any day, and on a slow one: their days are counted from today (`src/kernel/day.testing.ts`), or lie long past where no
// clock asks for them. `bench/any-day.ts` plays the tests on other days.
import { expect, test } from 'vitest'
import { isTest, shipped, text, tracked } from './source.ts'

/** Files that write such a day down, each with its reason. */
const mayWrite: Record<string, string> = {
  'src/capabilities/surveys/filling/filling.test.ts': 'tries the year at which a date is taken for a slip',
  'src/capabilities/surveys/openrosa/instance.test.ts': 'reads any day from 1900 to 2100 back as it was sent',
}

/**
 * A day from 2020 on: whole, at the head of a moment, or put together from its year and month. A migration's name
 * (a day, then words) is a name.
 */
const day =
  /(?<![\w.-])(?:20[2-9]|2[1-9]\d)\d-(?:\$\{|[01]\d-(?:[0-3]?\$\{|[0-3]\d(?!\d|-[a-z])))|\bDate(?:\.UTC)?\(20[2-9]\d/

const files = () =>
  tracked('src', 'tests').filter(
    (file) => isTest(file) || (/^tests\/.*\.ts$/.test(file) && !file.startsWith('tests/house/broken-house/')),
  )

/** The lines with a written day that nobody gave a reason for, and the reasons without one. */
function faults(sources: Record<string, string>, excused: Record<string, string>): string[] {
  const found = Object.entries(sources).flatMap(([file, source]) =>
    source
      .split('\n')
      .flatMap((line, index) => (day.test(line) ? [{ file, at: `${file}:${index + 1}` }] : [])),
  )
  const idle = Object.keys(excused).filter((file) => !found.some((each) => each.file === file))
  return [
    ...found.filter(({ file }) => !(file in excused)).map(({ at }) => `${at}: a written day`),
    ...idle.map((file) => `${file}: excused, and writes no day`),
  ]
}

test('no test waits for a day that passes', () => {
  const sources = Object.fromEntries(files().map((file) => [file, text(file)]))
  expect(Object.keys(sources).length).toBeGreaterThan(150)
  expect(faults(sources, mayWrite)).toEqual([])
})

/** Shipped files that cut a day out of a moment, each with its reason: its first ten letters are the day in UTC. */
const mayCut: Record<string, string> = {
  'src/kernel/day.ts': 'counts days in UTC only',
  'src/capabilities/people/importing/dates.ts': 'a workbook gives its days as midnight in UTC',
  'src/capabilities/people/importing/left-out.ts': 'a workbook gives its days as midnight in UTC',
}
const cut =
  /(?:toISOString\(\)|\b(?:\w*[aA]t|instant|moment|since|until|expires|seen))\??\.slice\(0, 10\)|timestamptz::date\b/

test('no day is cut out of a moment: which day it was is a matter of the zone', () => {
  const found = shipped().filter((file) => cut.test(text(file)))
  expect(found.filter((file) => !(file in mayCut))).toEqual([])
  expect(Object.keys(mayCut).filter((file) => !found.includes(file))).toEqual([])
  for (const line of ['each.at.slice(0, 10)', 'dueAt?.slice(0, 10)', 'new Date().toISOString().slice(0, 10)'])
    expect(cut.test(line), line).toBe(true)
})

test('a written day is noticed in every form, and a past one or a name is not', () => {
  const year = '20' + '31'
  for (const line of [
    `{ on: '${year}-05-06' }`,
    `'${year}-05-06T08:30:00Z'`,
    `\`${year}-05-0\${n}\``,
    `\`${year}-05-\${two(n)}\``,
    `\`${year}-\${month}-06\``,
    `new Date(Date.UTC(${year}, 10, 21))`,
    `'21${'31'}-05-06'`,
  ])
    expect(faults({ 'a.test.ts': line }, {}), line).toEqual(['a.test.ts:1: a written day'])
  for (const line of [
    "{ on: '2012-05-06' }",
    `'${year}-05-06-notes'`,
    `\`\${year}-05-06\``,
    `'081${year}-05-06'`,
    "lastYear('05-06')",
  ])
    expect(faults({ 'a.test.ts': line }, {}), line).toEqual([])
  expect(faults({ 'a.test.ts': 'today()' }, { 'a.test.ts': 'no more' })).toEqual([
    'a.test.ts: excused, and writes no day',
  ])
})

/** A wall clock, or a time that is held against a limit: what is slow on a busy machine is not wrong. */
const timed = /\bperformance\.now\(\)|\bprocess\.(?:hrtime|cpuUsage)\b|\bDate\.now\(\) - (?:began|start)/
const mayTime: Record<string, string> = {
  'src/kernel/growth.testing.ts': 'gives ratios of the same run, and never a time',
}

test('no test asserts how long a thing takes', () => {
  const found = files().filter((file) => timed.test(text(file)))
  expect(found.filter((file) => !(file in mayTime))).toEqual([])
  expect(Object.keys(mayTime).filter((file) => !found.includes(file))).toEqual([])
  expect(timed.test('expect(performance' + '.now() - began).toBeLessThan(20_000)')).toBe(true)
})
