// Compiling a 1,000-question XLSForm, against ODK's engine loading the XForm that comes out, in the same run: what
// an import costs beside what every filling costs anyway. Also reading the .xlsx, and a list of 10,000 choices.
//   node scripts/node.mjs bench/xlsform.ts
import { compile } from '../src/xlsform/compile.ts'
import { openXForm } from '../src/xlsform/engine.testing.ts'
import { readWorkbook } from '../src/xlsform/read-workbook.ts'
import type { Cell, Workbook } from '../src/xlsform/workbook.ts'
import { writeWorkbook } from '../src/xlsform/write-workbook.ts'

const rounds = 5
const types = [
  'text',
  'integer',
  'select_one yn',
  'select_multiple yn',
  'decimal',
  'date',
  'note',
  'calculate',
  'geopoint',
  'image',
]

const head = [
  'type',
  'name',
  'label::Bahasa Indonesia (id)',
  'label::English (en)',
  'relevant',
  'constraint',
  'calculation',
  'required',
]

/** The n-th question; its condition and calculation look at the second question of its section, a whole number. */
function question(n: number): Cell[] {
  const type = types[n % types.length] ?? 'text'
  const whole = `\${q${n - (n % 10) + 1}}`
  const asked = type !== 'note' && type !== 'calculate'
  return [
    type,
    `q${n}`,
    type === 'calculate' ? null : `Pertanyaan ${n}`,
    type === 'calculate' ? null : `Question ${n}`,
    n % 10 > 3 && type !== 'calculate' ? `${whole} > ${n % 7}` : null,
    type === 'integer' ? '. >= 0 and . <= 120' : null,
    type === 'calculate' ? `if(${whole} > 17, 'adult', 'child')` : null,
    asked && n % 3 === 0 ? 'yes' : null,
  ]
}

/** Sections of ten questions, one in ten of them a repeat; two languages, as in a household survey. */
function survey(questions: number): Cell[][] {
  const rows: Cell[][] = [head]
  for (let first = 0; first < questions; first += 10) {
    const section = first % 100 === 0 ? 'repeat' : 'group'
    rows.push([`begin_${section}`, `s${first}`, `Bagian ${first}`, `Section ${first}`])
    for (let n = first; n < Math.min(first + 10, questions); n++) rows.push(question(n))
    rows.push([`end_${section}`])
  }
  return rows
}

const yn: Cell[][] = [
  ['list_name', 'name', 'label::Bahasa Indonesia (id)', 'label::English (en)'],
  ['yn', 'yes', 'Ya', 'Yes'],
  ['yn', 'no', 'Tidak', 'No'],
]
const form = (questions: number): Workbook => ({
  sheets: [
    { name: 'survey', rows: survey(questions) },
    { name: 'choices', rows: yn },
  ],
})

function listed(choices: number): Workbook {
  const rows: Cell[][] = [['list_name', 'name', 'label', 'kec']]
  for (let n = 0; n < choices; n++) rows.push(['desa', `d${n}`, `Desa ${n}`, `k${n % 70}`])
  const asked: Cell[][] = [
    ['type', 'name', 'label', 'choice_filter'],
    ['text', 'kec', 'Kecamatan', null],
    ['select_one desa', 'desa', 'Desa', `kec = \${kec}`],
  ]
  return {
    sheets: [
      { name: 'survey', rows: asked },
      { name: 'choices', rows },
    ],
  }
}

async function median(work: () => unknown): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const started = performance.now()
    await work()
    times.push(performance.now() - started)
  }
  return times.sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? 0
}

/** Long lists inside, so that the engine has something to load. */
function compiled(workbook: Workbook, listsAbove = Number.POSITIVE_INFINITY): string {
  const made = compile(workbook, { listsAbove })
  if (!made.ok) throw new Error(JSON.stringify(made.faults.slice(0, 3)))
  return made.xform
}

async function row(name: string, workbook: Workbook) {
  const xform = compiled(workbook)
  const file = await writeWorkbook(workbook)
  await openXForm(xform)
  const reading = await median(() => readWorkbook(file))
  const compiling = await median(() => compiled(workbook))
  const loading = await median(() => openXForm(xform))
  return {
    form: name,
    'XForm KB': Math.round(xform.length / 1024),
    'read .xlsx ms': Math.round(reading),
    'compile ms': Math.round(compiling),
    'engine load ms': Math.round(loading),
    'compile / load': (compiling / loading).toFixed(3),
  }
}

console.table([
  await row('250 questions', form(250)),
  await row('1,000 questions', form(1000)),
  await row('10,000 choices', listed(10_000)),
])
const villages = listed(83_000)
const beside = await median(() => compiled(villages, 1000))
console.log(`83,000 choices become a file beside their form in ${Math.round(beside)} ms.`)
