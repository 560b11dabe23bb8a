// biome-ignore-all lint/suspicious/noTemplateCurlyInString: XLSForm itself writes references so.
// Forms at the edge: large, deep, and wrong in every row. None may make the compiler slow.
import { expect, test } from 'vitest'
import { compile } from './compile.ts'
import type { Cell } from './workbook.ts'

const head: Cell[] = ['type', 'name', 'label', 'relevant', 'calculation']
const survey = (rows: Cell[][]) => compile({ sheets: [{ name: 'survey', rows: [head, ...rows] }] })

test('sections nested past all sense are refused once, not ten thousand times', () => {
  const made = survey(Array.from({ length: 9_000 }, (_, index) => ['begin_group', `g${index}`, 'G']))
  expect(made.ok ? [] : made.faults.map((each) => each.code)).toEqual(['too-deep'])
})

test('ten thousand rows with a mistake in each are answered within seconds, with the first two hundred', () => {
  const started = performance.now()
  const rows = Array.from({ length: 9_900 }, (_, index) => [
    'text',
    `question_${index}`,
    'Q',
    `\${questoin_${index}} = selectd(1)`,
  ])
  const made = survey(rows)
  expect(made.ok ? 0 : made.faults.length).toBe(200)
  expect(performance.now() - started).toBeLessThan(20_000)
})

test('a chain of nine thousand calculations is no circle, and closing it is one', () => {
  const chain = Array.from({ length: 9_000 }, (_, index) => [
    'calculate',
    `c${index}`,
    null,
    null,
    index === 0 ? '1' : `\${c${index - 1}} + 1`,
  ])
  expect(survey(chain).ok).toBe(true)
  const closed = survey([['calculate', 'c0', null, null, '${c8999}'], ...chain.slice(1)])
  expect(closed.ok ? [] : closed.faults.map((each) => each.code)).toEqual(['cycle'])
})

test('cells of ten thousand letters that try to tire the reader do not', () => {
  const started = performance.now()
  const bad = [
    '('.repeat(9_999),
    `${' '.repeat(9_998)}}`,
    '${'.repeat(4_999),
    '-'.repeat(9_999),
    '"'.repeat(9_999),
    'a '.repeat(4_999),
    '['.repeat(9_999),
    '/'.repeat(9_999),
  ]
  const rows = bad.flatMap((text, index) => [
    ['text', `a${index}`, text, text, text],
    ['integer', `b${index}`, 'B', null, null],
  ])
  const sheets = [
    {
      name: 'survey',
      rows: [
        [...head, 'default', 'parameters', 'trigger', 'repeat_count', 'choice_filter'],
        ...rows.map((row, index) => [
          ...row,
          ...Array.from({ length: 5 }, () => bad[index % bad.length] ?? null),
        ]),
      ],
    },
  ]
  expect(compile({ sheets }).ok).toBe(false)
  expect(performance.now() - started).toBeLessThan(15_000)
})
