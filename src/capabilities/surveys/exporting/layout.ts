// Which columns a file has, and what stands in them for a submission or a member. ODK Central's names where it has one.
import { type Column, labelIn, type Table, wordsOf } from '../tables/columns.ts'
import type { Cell, CellKind, Separator } from './cells.ts'
import type { FileWords } from './file-choices.ts'
import { isOf, unlessMembers } from './fitting.ts'
import { arePoints, isGeometry, isPoint, pathText, pointText } from './geometry.ts'
import { mediaNameIn, safeName, unlike } from './names.ts'
import type { Row } from './reading.ts'

export type Answers = Readonly<Record<string, unknown>>
export type Pick = { head: string; kind: CellKind; of: (line: Line) => Cell }

/** A line of a table: a submission, or a member of a repeat with the key of the line it belongs to. */
export type Line = { row: Row; open: Answers; personal: Answers; key: string; parent: string }
export type Sheet = { table: Table; name: string; picks: readonly Pick[] }

export type Shape = {
  personal: boolean
  words: 'names' | 'id' | 'en'
  split: boolean
  /** Of a CSV. */
  separator: Separator
  groups: boolean
  /** Who asked where is not told above the village. */
  village: boolean
  formId: string
  versions: ReadonlyMap<string, string>
  localPlaces: ReadonlyMap<string, string>
  /** Words of choices that lie in a file of the form. */
  fileWords: FileWords
}

/** What is answered at a key. Only what the answers have of their own: a question may be called "constructor". */
export const answerAt = (key: string): ((answers: Answers) => unknown) =>
  key in Object.prototype
    ? (answers) => (Object.hasOwn(answers, key) ? answers[key] : undefined)
    : (answers) => answers[key]

/** The answer to a question, on whichever side it lies. */
function reader(key: string): (line: Line) => unknown {
  const of = answerAt(key)
  return ({ open, personal }) => unlessMembers(of(open)) ?? unlessMembers(of(personal))
}

export const answerOf = (line: Line, key: string): unknown => reader(key)(line)
const numeric = new Set<Column['type']>(['integer', 'decimal', 'range'])
const listed = new Set<Column['type']>(['select_multiple', 'rank'])
const files = new Set<Column['type']>(['image', 'audio', 'video', 'file'])

/** An answer as one text: lists with spaces as XForms writes them, traces point by point; nothing that is stored stops it. */
export function textOf(value: unknown): string | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'string') return value
  if (value === true) return 'OK'
  if (isPoint(value)) return pointText(value)
  if (arePoints(value)) return value.map(pointText).join('; ')
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object')) return value.join(' ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const pathOf = (type: 'geotrace' | 'geoshape', value: unknown) =>
  arePoints(value) ? pathText(type, value) : textOf(value)

/** The name under which a file lies in the zip of files. */
const fileOf = (value: unknown, { row }: Line): string | null =>
  typeof value === 'string' ? mediaNameIn([row.answers, row.opened?.answers], value) : textOf(value)

/** What a form reckoned is a number where it looks like nothing else: digits with a leading 0, or 16 of them, stay a text. */
export function reckoned(value: unknown): Cell {
  const text = textOf(value)
  if (text === null || !/^-?\d{1,15}(\.\d+)?$/.test(text) || /^-?0\d/.test(text)) return text
  return Number(text)
}

function inWords(value: unknown, words: ReadonlyMap<string, string>): string | null {
  if (Array.isArray(value)) return value.map((each) => words.get(String(each)) ?? textOf(each)).join('; ')
  const text = textOf(value)
  return text === null ? null : (words.get(text) ?? text)
}

const numberOf = (value: unknown): Cell => (typeof value === 'number' ? value : textOf(value))

const pointParts = [
  ['Latitude', 'lat'],
  ['Longitude', 'lon'],
  ['Altitude', 'alt'],
  ['Accuracy', 'acc'],
] as const

const pointPicks = (head: string, key: string): Pick[] => {
  const answer = reader(key)
  return pointParts.map(([name, part]) => ({
    head: `${head}-${name}`,
    kind: 'number',
    of: (line) => {
      const point = answer(line)
      return isPoint(point) ? (point[part] ?? null) : null
    },
  }))
}

function headOf(column: Column, shape: Shape): string {
  const { key, label, groups } = column
  if (shape.words === 'names') return shape.groups ? key.replaceAll('/', '-') : (key.split('/').at(-1) ?? key)
  const own = labelIn(label, shape.words, key)
  return shape.groups ? [...groups.map((each) => labelIn(each, shape.words, '')), own].join(' - ') : own
}

function splitPicks(column: Column, head: string, shape: Shape): Pick[] {
  const words = wordsOf(column, shape.words)
  const answer = reader(column.key)
  return column.choices.map(({ name }) => ({
    head: `${head}/${shape.words === 'names' ? name : words.get(name)}`,
    kind: 'number',
    of: (line) => {
      const value = answer(line)
      return Array.isArray(value) ? Number(value.includes(name)) : null
    },
  }))
}

function typedPicks(column: Column, shape: Shape): Pick[] {
  const head = headOf(column, shape)
  const { key, type } = column
  const answer = reader(key)
  if (type === 'geopoint') return pointPicks(head, key)
  if (numeric.has(type)) return [{ head, kind: 'number', of: (line) => numberOf(answer(line)) }]
  if (type === 'date') return [{ head, kind: 'day', of: (line) => textOf(answer(line)) }]
  if (type === 'geotrace' || type === 'geoshape')
    return [{ head, kind: 'path', of: (line) => pathOf(type, answer(line)) }]
  if (files.has(type) || column.metadata === 'audit')
    return [text(head, (line) => fileOf(answer(line), line))]
  if (type === 'calculate') return [text(head, (line) => reckoned(answer(line)))]
  const known = column.choices.length > 0 ? wordsOf(column, shape.words) : shape.fileWords.get(column)
  const words = shape.words === 'names' ? undefined : known
  const of = words ? (line: Line) => inWords(answer(line), words) : (line: Line) => textOf(answer(line))
  const whole: Pick = { head, kind: 'text', of }
  return listed.has(type) && shape.split ? [whole, ...splitPicks(column, head, shape)] : [whole]
}

const text = (head: string, of: (line: Line) => Cell): Pick => ({ head, kind: 'text', of })

/** What older versions asked otherwise under this name stands in columns of its own: nothing is lost, nothing mixed up. */
function columnPicks(column: Column, shape: Shape): Pick[] {
  const picks = typedPicks(column, shape)
  const answer = reader(column.key)
  const versionOf = ({ row }: Line) => shape.versions.get(row.form)
  const { was } = column
  if (!was) return picks
  const isEarlier = (line: Line) => was.some((each) => isOf(each, column, answer(line), versionOf(line)))
  return [
    ...picks.map((pick) => ({ ...pick, of: (line: Line) => (isEarlier(line) ? null : pick.of(line)) })),
    ...was.map((each): Pick => {
      const drawn = each.type === 'geotrace' || each.type === 'geoshape' ? each.type : null
      const told = (value: unknown) => (drawn ? pathOf(drawn, value) : textOf(value))
      return {
        head: `${headOf(column, shape)} (v${each.versions[0]})`,
        kind: isGeometry(each.type) ? 'path' : 'text',
        of: (line) => (isOf(each, column, answer(line), versionOf(line)) ? told(answer(line)) : null),
      }
    }),
  ]
}

const states: Readonly<Record<Row['state'], string>> = {
  received: 'received',
  'has-issues': 'hasIssues',
  edited: 'edited',
  approved: 'approved',
  rejected: 'rejected',
}

function systemPicks(shape: Shape): Pick[] {
  const village = [
    text('SubmitterID', ({ row }) => row.by),
    text('DeviceID', ({ row }) => row.device),
    text('LocalPlace', ({ row }) => (row.rt ? (shape.localPlaces.get(row.rt) ?? row.rt) : null)),
    text('HouseholdID', ({ row }) => row.household),
  ]
  return [
    ...(shape.personal ? [text('meta-instanceName', ({ row }) => row.opened?.name || null)] : []),
    text('KEY', ({ key }) => key),
    ...(shape.village ? village : []),
    { head: 'AttachmentsMissing', kind: 'number', of: ({ row }) => row.missing },
    text('ReviewState', ({ row }) => states[row.state]),
    text('FormVersion', ({ row }) => shape.versions.get(row.form) ?? null),
  ]
}

/** No two columns of one heading: a pivot table, and a program that reads it back, know columns by name. */
function headed(system: readonly Pick[], picks: readonly Pick[]): Pick[] {
  // What other tools join tables by keeps its name; a question called KEY is numbered.
  const own = system.map((pick) => pick.head)
  const heads = unlike([...own, ...picks.filter((pick) => !system.includes(pick)).map((pick) => pick.head)])
  let at = own.length
  return picks.map((pick) => (system.includes(pick) ? pick : { ...pick, head: heads[at++] ?? pick.head }))
}

const shown = (table: Table, shape: Shape) =>
  table.columns.filter((column) => shape.personal || column.privacy === 'open')

/** One sheet for the submissions and one for each repeat, named as ODK Central names its files. */
export function sheetsOf(tables: readonly Table[], shape: Shape): Sheet[] {
  const names = unlike(
    tables.map(({ path }) =>
      safeName(path === '' ? shape.formId : `${shape.formId}-${path.replaceAll('/', '-')}`),
    ),
    120,
  )
  return tables.map((table, at) => {
    const answers = shown(table, shape).flatMap((column) => columnPicks(column, shape))
    const [first, after] =
      table.path === ''
        ? [[text('SubmissionDate', ({ row }) => row.submittedAt.toISOString())], systemPicks(shape)]
        : [[], [text('PARENT_KEY', ({ parent }) => parent), text('KEY', ({ key }) => key)]]
    const picks = headed([...first, ...after], [...first, ...answers, ...after])
    return { table, name: names[at] ?? '', picks }
  })
}

const none: Answers = {}
const nobody: readonly Answers[] = []
const arrayOf = (value: unknown): readonly Answers[] => (Array.isArray(value) ? (value as Answers[]) : nobody)

type Emit = (sheet: number, line: Line) => void

/** Tells every line that a submission makes, its own first, each with the index of its sheet. */
export function linesOf(sheets: readonly Sheet[]): (row: Row, emit: Emit) => void {
  const repeats = sheets.map(({ table: { path } }) =>
    [...sheets.entries()].flatMap(([child, { table }]) =>
      table.parent === path ? [{ child, key: table.key, of: answerAt(table.key) }] : [],
    ),
  )
  const visit = (index: number, line: Line, emit: Emit): void => {
    emit(index, line)
    for (const { child, key, of } of repeats[index] ?? []) {
      const open = arrayOf(of(line.open))
      const personal = arrayOf(of(line.personal))
      const length = Math.max(open.length, personal.length)
      for (let at = 0; at < length; at++)
        visit(
          child,
          {
            row: line.row,
            open: open[at] ?? none,
            personal: personal[at] ?? none,
            key: `${line.key}/${key}[${at + 1}]`,
            parent: line.key,
          },
          emit,
        )
    }
  }
  return (row, emit) => {
    const personal = (row.opened?.answers as Answers | undefined) ?? none
    visit(0, { row, open: row.answers, personal, key: `uuid:${row.id}`, parent: '' }, emit)
  }
}
