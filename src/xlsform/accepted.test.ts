// biome-ignore-all lint/suspicious/noTemplateCurlyInString: XLSForm itself writes references so.
// Whatever the compiler accepts, however odd, ODK's engine opens: types, conditions and filters thrown together.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from './compile.ts'
import { openXForm } from './engine.testing.ts'
import type { Cell } from './workbook.ts'

const nothing = [null, null, null, null, null, null]
const expression = fc.constantFrom<string | null>(
  ...nothing,
  "${a} = 'x'",
  '. > 0',
  'count(${r}) > 1',
  'position(..) = 1',
  "selected(${b}, 'yes')",
  'sum(${c}) > 2',
  'once(uuid())',
  "instance('yn')/root/item[name = ${b}]/label = 'Ya'",
)
const type = fc.constantFrom(
  ...[
    'text',
    'integer',
    'decimal',
    'range',
    'select_one yn',
    'select_multiple yn',
    'rank yn',
    'date',
    'time',
  ],
  ...[
    'dateTime',
    'geopoint',
    'geotrace',
    'geoshape',
    'image',
    'note',
    'hidden',
    'acknowledge',
    'barcode',
    'start',
  ],
  ...[
    'today',
    'select_one yn or_other',
    'select_one ${c}',
    'select_one_from_file f.csv',
    'audit',
    'start-geopoint',
  ],
)
const line = fc.tuple(
  type,
  fc.constantFrom('L', 'L ${a}', '<b> & "c"'),
  expression,
  expression,
  expression,
  expression,
  fc.constantFrom<string | null>(null, null, '${a}', '${b}'),
  fc.constantFrom<string | null>(null, null, 'today()', '3', '${a}', 'x y'),
  fc.constantFrom<string | null>(null, null, 'name = ${a}', "label != 'x'"),
)
const head = [
  'type',
  'name',
  'label',
  'relevant',
  'constraint',
  'calculation',
  'required',
  'trigger',
  'default',
  'choice_filter',
  'repeat_count',
]
const choices: Cell[][] = [
  ['list_name', 'name', 'label'],
  ['yn', 'yes', 'Ya'],
  ['yn', 'no', 'Tidak'],
]

test('what compiles, opens', async () => {
  let opened = 0
  const lines = fc.array(line, { minLength: 1, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(lines, lines, expression, async (outside, inside, count) => {
      const named = (rows: typeof inside, letter: string): Cell[][] =>
        rows.map(([first, ...rest], index) => [first, `${letter}${index}`, ...rest])
      const rows: Cell[][] = [
        head,
        ['text', 'a', 'A'],
        ['select_one yn', 'b', 'B'],
        ...named(outside, 'o'),
        ['begin_repeat', 'r', 'R', ...Array<null>(7).fill(null), count],
        ['text', 'c', 'C'],
        ...named(inside, 'i'),
        ['end_repeat'],
      ]
      const made = compile({
        sheets: [
          { name: 'survey', rows },
          { name: 'choices', rows: choices },
        ],
      })
      if (!made.ok) return
      opened++
      await openXForm(made.xform, { 'f.csv': 'name,label\na,A\n' })
    }),
    { numRuns: 40 },
  )
  expect(opened).toBeGreaterThan(2)
}, 60_000)
