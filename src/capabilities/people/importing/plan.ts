// The dry run of an import: every row read and judged, families put together, and the chunks that would be
// sent. Nothing is taken in by it.
import type { Day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import { type Refusal, refuse, refuseField } from '../../../kernel/refusal.ts'
import type { LocalPlace, NewLocalPlace } from '../../places/local-place.ts'
import { blankHousehold, chunkMost, type HouseholdInput, type HouseholdRow } from '../household.ts'
import { LikelySame, type Told as ToldPerson } from '../likely.ts'
import { nikDoubts } from '../nik.ts'
import type { PersonInput, PersonRow } from '../person.ts'
import { type Ground, whyNotHousehold, whyNotPerson } from '../rules.ts'
import { findHeader } from './headings.ts'
import { passOver } from './passing.ts'
import { PlaceFinder } from './places-found.ts'
import { type Cells, isUntold, type ReadRow, readRow } from './reading.ts'
import { roundedColumns } from './rounded.ts'

export const rowsMost = 20_000
/** More people than this under one card number is a mistake of the list. */
export const familyMost = 60
export const bytesMost = 10_000_000

export type Village = {
  place: string
  today: Day
  persons: readonly PersonRow[]
  households: readonly HouseholdRow[]
  localPlaces: readonly LocalPlace[]
  /** Roles, what stands on record by number where the server could be asked, and whether this is a demonstration. */
  ground: Pick<Ground, 'roles' | 'synthetic' | 'nikOwner' | 'kkOwner'>
  /** RT and RW that the village does not have yet may be added. */
  mayAddPlaces: boolean
}

export type Chunk = { households: HouseholdInput[]; persons: PersonInput[] }
export type Plan = {
  rows: readonly ReadRow[]
  /** Rows that can be taken in. */
  good: number
  chunks: readonly Chunk[]
  households: number
  newPlaces: readonly NewLocalPlace[]
  ignored: readonly string[]
  /** Lines that tell of nobody, by their numbers: sums, titles between, signatures. */
  passed: readonly number[]
  /** Why nothing at all can be imported. */
  refusals: readonly Refusal[]
}

const nothing = (refusal: Refusal, rows: readonly ReadRow[] = []): Plan => ({
  ...{ rows, good: 0, chunks: [], households: 0, newPlaces: [], ignored: [], passed: [] },
  refusals: [refusal],
})

/** Reads and judges a whole list. */
export function planImport(table: readonly Cells[], village: Village): Plan {
  const header = findHeader(table)
  if (!header) return nothing(refuse('people.import-no-header'))
  const { filled, passed } = passOver(table, header)
  if (filled.length > rowsMost) return nothing(refuse('people.import-too-many-rows', { most: rowsMost }))
  if (filled.length === 0 && table.slice(header.row + 1).some((cells) => cells.some(isUntold)))
    return nothing(refuse('people.import-no-result'))
  const rounded = roundedColumns(
    filled.map(({ cells }) => cells),
    header,
  )
  if (rounded.length > 0)
    return {
      ...nothing(refuse('people.import-nothing')),
      refusals: rounded.map((column) => refuseField(column, 'people.import-column-rounded')),
    }
  const rows = filled.map((line) => readRow(line, header))
  const finder = new PlaceFinder(village.localPlaces, village.mayAddPlaces)
  for (const row of rows) settle(row, finder)
  const families = familiesOf(rows, village.ground.kkOwner)
  judge(rows, families, village, finder)
  const good = families
    .map((family) => ({ ...family, rows: family.rows.filter((row) => row.errors.length === 0) }))
    .filter((family) => family.rows.length > 0)
  const count = good.reduce((sum, family) => sum + family.rows.length, 0)
  if (count === 0) return nothing(refuse('people.import-nothing'), rows)
  const used = new Set(
    good.flatMap((family) => family.rows.map((row) => row.person.localPlace ?? family.household?.localPlace)),
  )
  return {
    rows,
    good: count,
    chunks: chunksOf(good),
    households: good.filter((family) => family.household !== null && !family.onRecord).length,
    newPlaces: withParents(finder.planned, used),
    ignored: header.ignored,
    passed,
    refusals: [],
  }
}

function settle(row: ReadRow, finder: PlaceFinder): void {
  const found = finder.find(row.home)
  row.person.localPlace = found.id
  if (found.ambiguous) row.warnings.push(refuseField('rt', 'people.import-rt-ambiguous'))
  else if (found.missing && found.id === null)
    row.warnings.push(refuseField('rt', 'people.import-rt-unknown'))
}

type Family = { household: HouseholdInput | null; onRecord: boolean; rows: ReadRow[] }

/** Rows of one card number are a family; without numbers a head of household begins one. */
function familiesOf(rows: readonly ReadRow[], kkOwner: ReadonlyMap<string, string>): Family[] {
  const byKk = new Map<string, Family>()
  const families: Family[] = []
  let open: Family | null = null
  for (const row of rows) {
    const { relation } = row.person
    let family: Family | null = null
    if (row.kk !== null) family = byKk.get(row.kk) ?? begin(row.kk, kkOwner)
    else if (relation === 'head') family = begin(null, kkOwner)
    else if (row.related) family = open
    if (row.kk !== null && family) byKk.set(row.kk, family)
    open = family
    family ??= { household: null, onRecord: false, rows: [] }
    if (family.rows.length === 0) families.push(family)
    join(row, family)
  }
  for (const family of families) describe(family)
  return families
}

function begin(kk: string | null, kkOwner: ReadonlyMap<string, string>): Family {
  const known = kk === null ? undefined : kkOwner.get(kk)
  return { household: blankHousehold({ id: known ?? newId(), kk }), onRecord: known !== undefined, rows: [] }
}

function join(row: ReadRow, family: Family): void {
  family.rows.push(row)
  row.person.household = family.household?.id ?? null
  if (family.household !== null) return
  row.person.address = row.address
  if (row.person.relation === null) return
  row.person.relation = null
  row.warnings.push(refuseField('relation', 'people.import-no-family'))
}

/** A family lives where its head does; poverty is the family's, not each member's. */
function describe(family: Family): void {
  const { household, rows } = family
  if (!household) return
  const first = rows.find((row) => row.person.relation === 'head') ?? rows[0]
  household.localPlace = first?.person.localPlace ?? null
  household.address = first?.address ?? null
  household.membersTold = first?.membersTold ?? null
  const poor = rows.find((row) => row.person.poor)?.person
  household.poor = poor !== undefined
  household.poorSource = poor?.poorSource ?? null
  for (const { person } of rows) {
    person.poor = false
    person.poorSource = null
    if (person.localPlace === household.localPlace) person.localPlace = null
  }
}

/** A row of the list names its columns, not the fields of a person. */
export const columnOf: Readonly<Record<string, string>> = {
  birthDate: 'birth',
  birthYear: 'birth',
  localPlace: 'rt',
  poorSource: 'poorSource',
}
const named = (refusals: readonly Refusal[]): Refusal[] =>
  refusals.map((refusal) => ({
    ...refusal,
    ...(refusal.field ? { field: columnOf[refusal.field] ?? refusal.field } : {}),
  }))

function judge(
  rows: readonly ReadRow[],
  families: readonly Family[],
  village: Village,
  finder: PlaceFinder,
): void {
  const nikOwner = new Map(village.ground.nikOwner)
  const heads = new Map<string, string | null>(village.households.map((each) => [each.id, each.head]))
  const localPlaces = new Set([...village.localPlaces, ...finder.planned].map((each) => each.id))
  const ground: Ground = {
    ...village.ground,
    today: village.today,
    nikOwner,
    kkOwner: new Map(),
    heads,
    localPlaces,
  }
  const onRecord = new LikelySame<ToldPerson>(village.persons.filter((person) => person.state !== 'merged'))
  for (const family of families) judgeFamily(family, ground, heads, nikOwner)
  const inList = new LikelySame<ToldPerson>()
  for (const row of rows) warn(row, village, onRecord, inList)
}

function judgeFamily(
  { household, rows }: Family,
  ground: Ground,
  heads: Map<string, string | null>,
  nikOwner: Map<string, string>,
): void {
  if (household && !heads.has(household.id)) heads.set(household.id, null)
  const wrongHome = household ? whyNotHousehold(household, ground) : []
  if (household && rows.length > familyMost)
    wrongHome.push(refuseField('kk', 'people.import-family-too-big', { most: familyMost }))
  for (const row of rows) {
    const { person } = row
    row.errors.push(...named([...wrongHome, ...whyNotPerson(person, ground)]))
    if (row.errors.length > 0) continue
    if (person.nik !== null) nikOwner.set(person.nik, person.id)
    if (person.relation === 'head' && household) heads.set(household.id, person.id)
  }
}

function toldOf({ id, name, birthDate, birthYear, localPlace, household }: PersonInput): ToldPerson {
  const year = birthDate === null ? birthYear : Number(birthDate.slice(0, 4))
  return { id, name, birthYear: year, localPlace, household }
}

function warn(
  row: ReadRow,
  village: Village,
  onRecord: LikelySame<ToldPerson>,
  inList: LikelySame<ToldPerson>,
): void {
  const told = toldOf(row.person)
  const known = onRecord.of(told)[0]
  if (known) row.warnings.push(refuseField('name', 'people.import-likely-on-record', { name: known.name }))
  const twice = inList.of(told)[0]
  if (twice) row.warnings.push(refuseField('name', 'people.import-likely-in-list', { name: twice.name }))
  inList.add(told)
  const { nik, sex, birthDate, birthYear } = row.person
  if (nik === null || row.errors.length > 0) return
  for (const doubt of nikDoubts(nik, { sex, birthDate, birthYear, place: village.place }))
    if (doubt !== 'region') row.warnings.push(refuseField('nik', `people.doubt-${doubt}`))
}

/** Whole families together, so that a chunk that waits for mending holds back nobody else's. */
function chunksOf(families: readonly Family[]): Chunk[] {
  const chunks: Chunk[] = []
  let open: Chunk = { households: [], persons: [] }
  for (const family of families) {
    if (open.persons.length > 0 && open.persons.length + family.rows.length > chunkMost) {
      chunks.push(open)
      open = { households: [], persons: [] }
    }
    if (family.household && !family.onRecord) open.households.push(family.household)
    open.persons.push(...family.rows.map((row) => row.person))
  }
  return open.persons.length > 0 ? [...chunks, open] : chunks
}

/** The planned places that somebody lives in, with those above them. */
function withParents(
  planned: readonly NewLocalPlace[],
  used: ReadonlySet<string | null | undefined>,
): NewLocalPlace[] {
  const needed = new Set<string>()
  const byId = new Map(planned.map((each) => [each.id, each]))
  for (const id of used)
    for (let each = byId.get(id ?? ''); each && !needed.has(each.id); each = byId.get(each.parent ?? ''))
      needed.add(each.id)
  return planned.filter((each) => needed.has(each.id))
}
