// What an import left out, or took in with a part missing: kept on this device until it is mended, as a file of the same kind with
// the reasons beside each row. A row is known again by its mark when the mended file is imported.
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { HouseholdInput, RegisterMany } from '../household.ts'
import type { PersonInput } from '../person.ts'
import { byAlias, type Column, columns, plain } from './columns.ts'
import type { Header } from './headings.ts'
import { columnOf, type Plan } from './plan.ts'
import type { Cells, ReadRow } from './reading.ts'

export type LeftRow = {
  mark: string
  /** Where it stood in its file: "12", "RT 02: 12"; empty where the server refused it. */
  where: string
  name: string
  cells: readonly (string | null)[]
  errors: readonly Refusal[]
  warnings: readonly Refusal[]
  /** Who was taken in without what could not be read; null where nobody was. */
  person: string | null
}

/** What one import left out; `titles` are its file's headings. */
export type LeftList = {
  id: string
  file: string
  at: string
  titles: readonly string[]
  rows: readonly LeftRow[]
}

export type Imported = {
  id: string
  file: string
  at: string
  table: readonly Cells[]
  where: (row: number) => string
  header: Header
}

const written = (cell: unknown): string | null => {
  if (cell === null || cell === undefined || cell === '') return null
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)
}

const markOf = (list: string, row: number | string) => `${list.slice(-6)}-${row}`
const isNoted = ({ errors, warnings }: Pick<ReadRow, 'errors' | 'warnings'>) =>
  errors.length + warnings.length > 0

/** A heading that is read alone as it was read between its neighbours; `word` is how a column is called here. */
function titleOf(
  column: Column,
  title: string,
  { headsOnly }: Header,
  word: (column: Column) => string,
): string {
  const known = byAlias.get(plain(title)) === column || (column === 'name' && headsOnly)
  return known ? title : word(column)
}

/** The noted rows of an import as a list; `own` are the headings that this file adds, in all languages. */
export function leftOf(
  rows: readonly ReadRow[],
  { header, table, where, ...list }: Imported,
  word: (column: Column) => string,
  own: readonly string[],
): LeftList {
  const titles = [...header.titles]
  for (const [column, at] of header.at) titles[at] = titleOf(column, titles[at] ?? '', header, word)
  const kept = titles.flatMap((title, at) => (own.includes(title) ? [] : [at]))
  const cellsOf = (row: ReadRow) => {
    const cells = (table[row.row - 1] ?? []).map(written)
    const sex = header.at.get('sex')
    // A tick means nothing any more without the heading above it.
    if (header.ticks && sex !== undefined && !row.errors.some(({ field }) => field === 'sex'))
      cells[sex] = row.person.sex === 'male' ? 'L' : 'P'
    return kept.map((at) => cells[at] ?? null)
  }
  return {
    ...list,
    titles: kept.map((at) => titles[at] ?? ''),
    rows: rows.filter(isNoted).map((row) => ({
      mark: markOf(list.id, row.row),
      where: where(row.row),
      name: row.person.name,
      cells: cellsOf(row),
      errors: row.errors,
      warnings: row.warnings,
      person: row.errors.length > 0 ? null : row.person.id,
    })),
  }
}

const full = (lists: readonly LeftList[]) => lists.filter(({ rows }) => rows.length > 0)

/** The lists without the rows of these marks. */
export const without = (lists: readonly LeftList[], marks: ReadonlySet<string | null>): LeftList[] =>
  full(lists.map((list) => ({ ...list, rows: list.rows.filter(({ mark }) => !marks.has(mark)) })))

/** The lists after an import: what came again is mended, or stands in the new list with its new reasons. */
export const afterImport = (
  lists: readonly LeftList[],
  plan: Pick<Plan, 'rows'>,
  left: LeftList,
): LeftList[] => full([...without(lists, new Set(plan.rows.map(({ mark }) => mark))), left])

/** RT, RW and hamlet of a local place, as a list writes them. */
export type HomeOf = (localPlace: string | null) => Partial<Record<'rt' | 'rw' | 'hamlet', string>>
type Words = {
  column: (column: Column) => string
  of: (kind: 'relation' | 'no-nik', value: string) => string
  poor: string
}

const toldColumns = columns.filter((column) => !['rtRw', 'poorSource', 'mark'].includes(column))

/** Somebody as a list would tell them. */
function toldOf(person: PersonInput, household: HouseholdInput | undefined, words: Words, home: HomeOf) {
  const { nik, name, phone, relation, noNik, birthDate, birthYear } = person
  const poor = person.poor || household?.poor
  const cells: Partial<Record<Column, string | number | null | undefined>> = {
    ...{
      kk: household?.kk,
      nik,
      name,
      phone,
      sex: person.sex === 'male' ? 'L' : 'P',
      birth: birthDate ?? birthYear,
    },
    ...home(person.localPlace ?? household?.localPlace ?? null),
    relation: relation && words.of('relation', relation),
    noNik: noNik && words.of('no-nik', noNik),
    address: person.address ?? household?.address,
    poor: poor ? words.poor : null,
    members: household?.membersTold,
  }
  return toldColumns.map((column) => written(cells[column]))
}

/** Persons whom the server refused out of a chunk; `refusals` name them by 'persons.3.nik'. */
export function leftByServer(
  { persons, households }: RegisterMany,
  refusals: readonly Refusal[],
  stays: ReadonlySet<string>,
  { words, home, ...list }: Pick<LeftList, 'id' | 'file' | 'at'> & { words: Words; home: HomeOf },
): LeftList {
  const of = (path: string) => refusals.filter(({ field }) => `${field}.`.startsWith(`${path}.`))
  const rows = [...persons.entries()]
    .filter(([, { id }]) => !stays.has(id))
    .map(([index, person]): LeftRow => {
      const at = households.findIndex(({ id }) => id === person.household)
      return {
        ...{ mark: markOf(list.id, index), where: '', name: person.name, warnings: [], person: null },
        cells: toldOf(person, households[at], words, home),
        errors: [...of(`persons.${index}`), ...of(`households.${at}`)].map(byColumn),
      }
    })
  return { ...list, titles: toldColumns.map(words.column), rows }
}

/** 'persons.3.nik' is the column of the NIK. */
function byColumn({ code, facts, field }: Refusal): Refusal {
  const last = field?.split('.')[2] ?? ''
  return refuse(code, facts, columnOf[last] ?? last)
}
