// biome-ignore-all lint/suspicious/noTemplateCurlyInString: XLSForm itself writes references so.
// Whatever the compiler accepts, however odd, ODK's engine opens: types, conditions and filters thrown together.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from './compile.ts'
import { answer, openXForm } from './engine.testing.ts'
import type { Cell } from './workbook.ts'
import { functions } from './xpath/functions.ts'

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

const argument = fc.constantFrom(
  ...[
    "''",
    "'x'",
    '1',
    '-1',
    '0.5',
    '${a}',
    '${b}',
    '${n}',
    '${p}',
    '${c}',
    '${r}',
    '.',
    '..',
    'today()',
    'true()',
  ],
  ...[
    "instance('yn')/root/item",
    "instance('yn')/root/item[name = ${b}]/label",
    '${a} + 1',
    '${a} = 1',
    "'1 2;3 4'",
  ],
  ...[
    '${r}[c > 1]',
    "'yn'",
    "'label'",
    "'name'",
    "'SHA-256'",
    "'[0-9]+'",
    "'${b}'",
    "if(${a} = '', ${r}, 1)",
  ],
)
const call = fc
  .tuple(fc.constantFrom(...Object.keys(functions)), fc.array(argument, { maxLength: 4 }))
  .map(([name, given]) => `${name}(${given.join(', ')})`)

test('a call that compiles stops nothing, whether there are answers or not', async () => {
  const head = ['type', 'name', 'label', 'calculation']
  const questions: Cell[][] = [
    ['text', 'a', 'A'],
    ['select_one yn', 'b', 'B'],
    ['integer', 'n', 'N'],
    ['geopoint', 'p', 'P'],
    ['begin_repeat', 'r', 'R'],
    ['integer', 'c', 'C'],
    ['end_repeat'],
  ]
  const sheets = (calls: readonly string[]) => [
    {
      name: 'survey',
      rows: [head, ...questions, ...calls.map((text, at) => ['calculate', `q${at}`, null, text])],
    },
    { name: 'choices', rows: choices },
  ]
  let opened = 0
  await fc.assert(
    fc.asyncProperty(fc.array(call, { minLength: 40, maxLength: 40 }), async (all) => {
      const good = all.filter((text) => compile({ sheets: sheets([text]) }).ok)
      opened += good.length
      const made = compile({ sheets: sheets(good) })
      if (!made.ok) throw new Error(JSON.stringify(made.faults))
      const root = await openXForm(made.xform)
      answer(root, '/data/a', 'x')
      answer(root, '/data/b', 'yes')
      answer(root, '/data/n', 3)
      answer(root, '/data/p', '-6.2 106.8 0 0')
      answer(root, '/data/r[1]/c', 2)
    }),
    { numRuns: 25 },
  )
  expect(opened).toBeGreaterThan(100)
}, 60_000)
