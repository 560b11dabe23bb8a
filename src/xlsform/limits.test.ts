// biome-ignore-all lint/suspicious/noTemplateCurlyInString: XLSForm itself writes references so.
// Forms at the edge: large, deep, and wrong in every row. None may make the compiler slow.
import { expect, test } from 'vitest'
import { growth, inProportion } from '../kernel/growth.testing.ts'
import { compile } from './compile.ts'
import type { Cell } from './workbook.ts'

const head: Cell[] = ['type', 'name', 'label', 'relevant', 'calculation']
const survey = (rows: Cell[][]) => compile({ sheets: [{ name: 'survey', rows: [head, ...rows] }] })

test('sections nested past all sense are refused once, not ten thousand times', () => {
  const made = survey(Array.from({ length: 9_000 }, (_, index) => ['begin_group', `g${index}`, 'G']))
  expect(made.ok ? [] : made.faults.map((each) => each.code)).toEqual(['too-deep'])
})

test('ten thousand rows with a mistake in each are answered with the first two hundred, as fast as they are read', () => {
  const wrong = (length: number) =>
    survey(
      Array.from({ length }, (_, index) => [
        'text',
        `question_${index}`,
        'Q',
        `\${questoin_${index}} = selectd(1)`,
      ]),
    )
  const made = wrong(9_900)
  expect(made.ok ? 0 : made.faults.length).toBe(200)
  expect(growth(wrong, 600)).toBeLessThan(inProportion)
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
  expect(tiring(9_999).ok).toBe(false)
  expect(growth(tiring, 2_499)).toBeLessThan(inProportion)
})

/** A form whose cells hold so many letters, of kinds that would send a careless reader back to their beginning. */
function tiring(letters: number) {
  const half = Math.floor(letters / 2)
  const bad = [
    '('.repeat(letters),
    `${' '.repeat(letters - 1)}}`,
    '${'.repeat(half),
    '-'.repeat(letters),
    '"'.repeat(letters),
    'a '.repeat(half),
    '['.repeat(letters),
    '/'.repeat(letters),
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
  return compile({ sheets })
}
