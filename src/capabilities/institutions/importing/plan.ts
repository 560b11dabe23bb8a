// A list of institutions read into entries of the register, row by row, with what stands against each. Pure.
import type { Day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import { type Refusal, refuseField } from '../../../kernel/refusal.ts'
import { type Change, type View, viewOf } from '../../../kernel/view.ts'
import { type LocalPlace, localCollection } from '../../places/local-place.ts'
import { localLine, localTitle } from '../../places/tree.ts'
import {
  type Institution,
  institutionCollection,
  mostInstitutions,
  type NewInstitution,
} from '../institution.ts'
import { registerOfNames } from '../likeness.ts'
import { whyNotRegister } from '../rules.ts'
import { registered } from '../steps.ts'
import { registerIn } from '../view.ts'
import {
  type Column,
  findHeader,
  type Header,
  plain,
  readKind,
  readLegal,
  readNumber,
  readReach,
  readRhythm,
} from './columns.ts'

export type PlannedRow = {
  /** As the spreadsheet counts it. */
  row: number
  entry: NewInstitution
  /** Those on the register, or above it in the list, that are called nearly the same. */
  alike: readonly string[]
  refusals: readonly Refusal[]
}
export type ImportPlan = { rows: PlannedRow[]; ignored: readonly string[]; left: number }

type Cells = readonly unknown[]
/** A formula without a result, or whose result is an error, tells nothing. */
const told = (cell: unknown) =>
  /^(=|#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!))$/.test(String(cell)) ? null : cell
const prose = 1000

/** RT, RW or hamlet by the words that the village has for it; what is not found is left out, and said. */
function placesOf(text: string, view: View): { ids: string[]; missing: boolean } {
  const all = view.all<LocalPlace>(localCollection)
  const wanted = text.split(/[;\n]/).map(plain).filter(Boolean)
  const ids = wanted.flatMap((word) => {
    const found = all.filter((each) =>
      [localLine(each, all, view.place), localTitle(each, view.place)].some((line) => plain(line) === word),
    )
    return found.length === 1 ? (found[0]?.id ?? []) : []
  })
  return { ids: [...new Set(ids)].slice(0, 30), missing: ids.length < wanted.length }
}

function readRow(
  cells: Cells,
  { at }: Header,
  view: View,
): { entry: NewInstitution; refusals: Refusal[] } | null {
  const cell = (column: Column) => told(cells[at.get(column) ?? -1])
  const text = (column: Column, most = prose) =>
    String(cell(column) ?? '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, most)
  const name = text('name', 120)
  if (name === '' || /^contoh:/i.test(name) || text('ended') !== '') return null
  const refusals: Refusal[] = []
  const number = (column: Column, most: number) => {
    const read = readNumber(cell(column))
    if (read === undefined || (read !== null && read > most))
      refusals.push(refuseField(column, 'institutions.import-no-number'))
    return read ?? null
  }
  const { ids, missing } = placesOf(text('places'), view)
  const reach = readReach(cell('reach')) ?? (ids.length > 0 ? 'local' : 'village')
  if (missing && reach === 'local') refusals.push(refuseField('places', 'institutions.import-place-unknown'))
  const entry: NewInstitution = {
    ...{
      id: newId(),
      name,
      otherNames: text('otherNames', 600)
        .split(/[;\n]/)
        .map((each) => each.trim().slice(0, 120))
        .filter(Boolean)
        .slice(0, 12),
    },
    ...{
      kind: readKind(cell('kind'), name),
      legal: readLegal(cell('legal')) ?? 'none',
      legalNote: text('legalNote', 160),
    },
    ...{ reach, localPlaces: reach === 'local' ? ids : [], since: number('since', 2100) },
    ...{ services: text('services'), assets: text('assets'), meets: readRhythm(cell('meets')) },
    ...{ women: number('women', 100_000), men: number('men', 100_000), poor: number('poor', 100_000) },
    ...{ potentials: text('potentials'), constraints: text('constraints') },
    ...{
      importance: number('importance', 5),
      closeness: number('closeness', 5),
      origin: null,
      different: false,
    },
  }
  return {
    entry: {
      ...entry,
      since: entry.since || null,
      importance: entry.importance || null,
      closeness: entry.closeness || null,
    },
    refusals,
  }
}

/** Null where no row names the columns. */
export function planImport(table: readonly Cells[], view: View, today: Day): ImportPlan | null {
  const header = findHeader(table)
  if (!header) return null
  const rows: PlannedRow[] = []
  // A list has hundreds: none is held against each.
  const names = registerOfNames(registerIn(view))
  const places: Change[] = view
    .all<LocalPlace>(localCollection)
    .map((value) => ({ collection: localCollection, id: value.id, value }))
  const alone = viewOf(view.place, places)
  const room = mostInstitutions - view.all<Institution>(institutionCollection).length
  let left = 0
  for (const [n, cells] of table.entries()) {
    const read = n > header.row ? readRow(cells, header, view) : null
    if (!read) continue
    if (rows.length >= room) {
      left += 1
      continue
    }
    const { entry } = read
    const alike = names.alike(entry).map(({ name }) => name)
    const ruled = whyNotRegister(alone, { institutions: [{ ...entry, different: true }] }, today)
    rows.push({
      row: n + 1,
      entry,
      alike,
      refusals: [
        ...read.refusals,
        ...ruled.map((each) => ({ ...each, field: each.field?.replace('institutions.0.', '') ?? 'name' })),
      ],
    })
    names.add(registered(entry))
  }
  return { rows, ignored: header.ignored, left }
}
