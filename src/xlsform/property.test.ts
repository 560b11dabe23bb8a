// biome-ignore-all lint/suspicious/noTemplateCurlyInString: XLSForm itself writes references so.
// Invariants: whatever a workbook holds, the compiler answers; what it accepts, ODK's engine loads.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from './compile.ts'
import { openXForm, sent } from './engine.testing.ts'
import { faultSentence } from './faults/fault-texts.ts'
import { withoutLists } from './lists/without-lists.ts'
import { readWorkbook } from './read-workbook.ts'
import type { Cell, Workbook } from './workbook.ts'
import { writeWorkbook } from './write-workbook.ts'
import { readXPath } from './xpath/read.ts'
import { XPathFault } from './xpath/tokens.ts'

const headings = [
  'type',
  'name',
  'label',
  'label::English (en)',
  'hint',
  'relevant',
  'calculation',
  'constraint',
  'required',
  'choice_filter',
  'repeat_count',
  'default',
  'trigger',
  'parameters',
  'appearance',
  'media::image',
  'save_to',
  'bind::foo',
  'personal',
  '__proto__',
  'constructor',
  'list_name',
  'form_id',
  'public_key',
]
const types = [
  'text',
  'integer',
  'select_one a',
  'select_multiple a or_other',
  'rank a',
  'begin_group',
  'end_group',
  'begin_repeat',
  'end_repeat',
  'calculate',
  'note',
  'range',
  'select_one ${a}',
  'select_one_from_file a.csv',
  'constructor',
  'audit',
  'csv-external',
]
const names = ['a', 'b', 'c', 'meta', 'constructor', '__proto__', 'a b', '1', 'a_other', 'a_count']
const expressions = [
  '${a}',
  '${b} + 1',
  "selected(${a}, 'x')",
  '. > 0',
  'count(${c})',
  "${a} = 'x",
  '((',
  'instance("a")/root/item[name = ${b}]/label',
  'today()',
  '-1',
  '${}',
  'if(${a}, ${b}',
  'yes',
  'position(..)',
  'sum(${a})',
]
const word = fc.oneof(
  fc.constantFrom(...types, ...names, ...expressions),
  fc.string({ unit: 'binary', maxLength: 30 }),
)
const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 6, arbitrary: word },
  fc.constant(null),
  fc.double(),
  fc.boolean(),
  fc.date(),
)
const sheet = fc.record({
  name: fc.oneof(
    {
      weight: 9,
      arbitrary: fc.constantFrom('survey', 'choices', 'settings', 'entities', 'external_choices'),
    },
    // Its own name stands in the sentence: in braces it would look like a hole that nobody filled.
    fc.string().filter((name) => !/[{}]/.test(name)),
  ),
  rows: fc
    .tuple(
      fc.shuffledSubarray(headings, { minLength: 1 }),
      fc.array(fc.array(cell, { maxLength: 24 }), { maxLength: 12 }),
    )
    .map(([first, rest]): Cell[][] => [first, ...rest]),
})
const anyWorkbook: fc.Arbitrary<Workbook> = fc.record({ sheets: fc.array(sheet, { maxLength: 5 }) })

test('no workbook makes the compiler throw, and every fault names its sheet and has a sentence', () => {
  fc.assert(
    fc.property(anyWorkbook, (workbook) => {
      const made = compile(workbook)
      for (const fault of [...(made.ok ? [] : made.faults), ...made.warnings]) {
        expect(fault.sheet).not.toBe('')
        for (const tongue of ['id', 'en'] as const) {
          expect(faultSentence(fault, tongue)).not.toMatch(/^[a-z-]+: |undefined|(?<!\$)\{[a-z]+\}/)
        }
      }
      expect(made.ok || made.faults.length > 0).toBe(true)
    }),
    { numRuns: 250 },
  )
})

test('no expression makes the reader throw anything but its own fault, and places lie inside the text', () => {
  const piece = fc.constantFrom(
    '${a}',
    'a',
    '1',
    '.5',
    "'x'",
    '"',
    '(',
    ')',
    '[',
    ']',
    '/',
    '//',
    '..',
    '.',
    '@',
    '*',
    '=',
    '!=',
    '<',
    '>=',
    '+',
    '-',
    ' and ',
    ' or ',
    ' div ',
    ',',
    '|',
    '::',
    'if',
    'selected',
    'text()',
    ' ',
    '$',
    '{',
    '}',
    ';',
    '&&',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const text = pieces.join('')
      try {
        for (const { from, to } of readXPath(text).references)
          expect(text.slice(from, to)).toMatch(/^\$\{.*\}$/)
      } catch (error) {
        if (!(error instanceof XPathFault)) throw error
        expect(error.at).toBeLessThanOrEqual(text.length)
      }
    }),
    { numRuns: 3000 },
  )
})

type Line = { type: string; inside: Line[] }
const leaf = fc
  .constantFrom(
    'text',
    'integer',
    'select_one yn',
    'select_multiple yn or_other',
    'date',
    'note',
    'rank yn',
    'image',
    'geopoint',
  )
  .map((type): Line => ({ type, inside: [] }))
const { line } = fc.letrec<{ line: Line }>((tie) => ({
  line: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 4, arbitrary: leaf },
    fc.record({
      type: fc.constantFrom('group', 'repeat'),
      inside: fc.array(tie('line'), { minLength: 1, maxLength: 4 }),
    }),
  ),
}))

/** A good form: names are unique, every expression looks back at the questions before it. */
function goodForm(lines: readonly Line[], seeds: readonly number[]): Workbook {
  const rows: Cell[][] = [['type', 'name', 'label', 'label::English (en)', 'relevant', 'calculation']]
  const known: string[] = []
  let made = 0
  const seed = (): number => seeds[made % seeds.length] ?? 0
  const walk = (line: Line): void => {
    const name = `q${++made}`
    const other = known[seed() % Math.max(known.length, 1)]
    const relevant =
      other && seed() % 3 === 0
        ? `string-length(\${${other}}) > ${seed() % 4} or count(\${${other}}) = 1`
        : null
    if (line.inside.length > 0) {
      rows.push([`begin_${line.type}`, name, name, `Name ${name}`, relevant, null])
      line.inside.forEach(walk)
      rows.push([`end_${line.type}`, null, null, null, null, null])
      return
    }
    rows.push([line.type, name, `Tanya ${other ? `\${${other}}` : ''}`, `Ask ${name} <&>`, relevant, null])
    if (line.type !== 'note') known.push(name)
    if (seed() % 4 === 1)
      rows.push(['calculate', `c${made}`, null, null, null, `concat(\${${known[0] ?? name}}, ' & ', 1 < 2)`])
  }
  lines.forEach(walk)
  const choices: Cell[][] = [
    ['list_name', 'name', 'label'],
    ['yn', 'yes', 'Ya'],
    ['yn', 'no', 'Tidak'],
  ]
  return {
    sheets: [
      { name: 'survey', rows },
      { name: 'choices', rows: choices },
      {
        name: 'settings',
        rows: [
          ['form_id', 'version'],
          ['f', '1'],
        ],
      },
    ],
  }
}
const good = fc
  .tuple(
    fc.array(line, { minLength: 1, maxLength: 8 }),
    fc.array(fc.nat(1000), { minLength: 5, maxLength: 20 }),
  )
  .map(([lines, seeds]) => goodForm(lines, seeds))

test('a good form compiles, and ODK’s engine loads what was written', async () => {
  await fc.assert(
    fc.asyncProperty(good, fc.constantFrom(0, 1000), async (workbook, listsAbove) => {
      const made = compile(workbook, { listsAbove })
      if (!made.ok) throw new Error(JSON.stringify(made.faults))
      const files = Object.fromEntries(made.made.map(({ name, text }) => [name, text]))
      const root = await openXForm(made.xform, files)
      expect(root.currentState.children.length).toBeGreaterThan(0)
      // Without the lists that an index answers it opens too, and sends the same.
      const spared = await openXForm(withoutLists(made.xform, made.model.indexed ?? []))
      const plain = (xml: string) => xml.replace(/uuid:[0-9a-f-]{36}|\d{4}-\d\d-\d\dT[^<]*/g, '')
      expect(plain(await sent(spared))).toBe(plain(await sent(root)))
    }),
    { numRuns: 20 },
  )
}, 60_000)

test('written to a file and read again, a form compiles to the same XForm', async () => {
  await fc.assert(
    fc.asyncProperty(good, async (workbook) => {
      const again = compile(await readWorkbook(await writeWorkbook(workbook)))
      const first = compile(workbook)
      expect(again.ok && again.xform).toBe(first.ok && first.xform)
    }),
    { numRuns: 12 },
  )
}, 60_000)

test('no bytes make the reader of files fail otherwise than by refusing', async () => {
  const file = await writeWorkbook({
    sheets: [
      {
        name: 'survey',
        rows: [
          ['type', 'name'],
          ['text', 'a'],
        ],
      },
    ],
  })
  await fc.assert(
    fc.asyncProperty(fc.nat(file.length - 1), fc.nat(255), fc.nat(file.length), async (at, byte, length) => {
      const broken = file.slice(0, Math.max(length, at + 1))
      broken[at] = byte
      const read = await readWorkbook(broken).catch((error: Error) => error)
      expect('sheets' in read || read.name === 'WorkbookRefused').toBe(true)
    }),
    { numRuns: 150 },
  )
}, 60_000)
