// Enrolments over many villages, a page at a time, late ones first.
import { sql } from 'kysely'
import { type Day, today } from '../../kernel/day.ts'
import type { Facts } from '../../kernel/facts.ts'
import { districtOf, zoneOf } from '../../kernel/place-code.ts'
import { manyDistricts } from '../../platform/server/database/plan.ts'
import type { Tx } from '../../platform/server/db.ts'
import { areaOf } from '../places/door.ts'
import type { Programme } from './definition.ts'
import type { EnrolmentRow } from './enrolment.ts'
import { askedNames } from './gates.ts'
import { canBeLate, lateFrom } from './late-from.ts'
import { columns, definitionStore, enrolmentStore, rowOf, type Stored, villageWide } from './store.ts'
import { recountAll } from './store-totals.ts'
import { readOn } from './told.ts'

type Row = Stored & { lateFrom: Day }
/** `facts`: those that its programme asks for, without the records they come from: a list counts, and shows none. */
export type Listed = EnrolmentRow & { place: string; definition: Programme; facts: Facts; cursor: string }

type Values = Record<string, Facts[string]['value']>
const keyOf = (place: string, enrolment: string): string => `${place} ${enrolment}`

/** What was told by these names of each enrolment of a page and of its village. */
async function valuesOf(
  tx: Tx,
  rows: readonly Row[],
  names: readonly string[],
): Promise<Map<string, Values>> {
  const wanted = [...new Set(rows.flatMap(({ place, id }) => [keyOf(place, id), keyOf(place, villageWide)]))]
  const pairs = wanted.map((pair) => pair.split(' '))
  const districts = [...new Set(rows.map(({ place }) => districtOf(place)))]
  // Hundreds of names: "is true" has them looked up in a hash made once, where a plan kept for later would try each with each row.
  // Joined by the columns of the key: the index finds each, and no plan tries every village of the page with every enrolment of it.
  const found = await sql<{ place: string; enrolment: string; told: Values }>`
    select f.village_code as place, f.enrolment_id as enrolment, json_object_agg(f.name, f.value) as told
    from unnest(${pairs.map(([place]) => districtOf(place ?? ''))}::text[], ${pairs.map(([place]) => place)}::text[],
      ${pairs.map(([, id]) => id)}::uuid[]) as u (district, place, id)
    join programmes.fact f on f.district_code = u.district and f.village_code = u.place and f.enrolment_id = u.id
    where f.district_code = any(${districts}::text[]) and (f.name in (select unnest(${[...names]}::text[]))) is true group by 1, 2`.execute(
    tx,
  )
  return new Map(found.rows.map(({ place, enrolment, told }) => [keyOf(place, enrolment), told]))
}

const factsIn = (values: Values): Facts =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, records: [] }]))

/**
 * A page of the enrolments at and below the given places, inside the scope of the transaction: those that are late longest
 * first, then by district, village and id. `after` is the cursor of the last one before.
 */
export async function listEnrolments(
  tx: Tx,
  places: readonly string[],
  after: string | undefined,
  most: number,
): Promise<Listed[]> {
  const { reach, rows: area } = await areaOf(tx, ...places)
  const [since, village = '', id] = after?.split(' ') ?? []
  const further = since
    ? sql`(late_from, district_code, village_code, id) > (${since}::date, ${districtOf(village)}, ${village}, ${id}::uuid)`
    : sql`true`
  const found = await sql<Row>`${reach}select ${columns}, late_from as "lateFrom" from programmes.enrolment
    where ${area} and ${further} order by late_from, district_code, village_code, id limit ${most}`.execute(
    tx,
  )
  if (found.rows.length === 0) return []
  const bodies = await definitionStore(tx).bodies([...new Set(found.rows.map((row) => row.programme))])
  const told = await valuesOf(tx, found.rows, [...new Set([...bodies.values()].flatMap(askedNames))])
  return found.rows.map(({ lateFrom: late, ...row }) => {
    const { place, id } = row
    const definition = bodies.get(row.programme)
    if (!definition) throw new Error(`definition ${row.programme} is gone`)
    const values = { ...told.get(keyOf(place, villageWide)), ...told.get(keyOf(place, id)) }
    const facts = readOn(factsIn(values), today(zoneOf(place)))
    return { ...rowOf(row), place, definition, cursor: `${late} ${place} ${id}`, facts }
  })
}

/** The definitions that enrolments at and below a place run on. */
export async function runningBelow(tx: Tx, place: string): Promise<string[]> {
  const { reach, rows } = await areaOf(tx, place)
  const found = await sql<{
    key: string
  }>`${reach}select distinct programme_key as key from programmes.enrolment
    where ${rows} and status = 'started'`.execute(tx)
  return found.rows.map(({ key }) => key)
}

const batch = 500

/** Fills in what enrolments of an older version lack, and counts the districts anew when there were any. */
export async function fillStandings(tx: Tx): Promise<void> {
  for (let filled = false; ; filled = true) {
    const found = await sql<Stored>`${sql.raw(manyDistricts)}select ${columns} from programmes.enrolment
      where late_from is null limit ${batch}`.execute(tx)
    if (found.rows.length === 0) return filled ? recountAll(tx) : undefined
    const bodies = await definitionStore(tx).bodies([...new Set(found.rows.map((row) => row.programme))])
    for (const { place, ...row } of found.rows) {
      const programme = bodies.get(row.programme)
      if (!programme) throw new Error(`definition ${row.programme} is gone`)
      const binding = canBeLate(programme, row)
      const facts = binding ? await enrolmentStore(tx, districtOf(place), place).facts(row.id) : {}
      await sql`update programmes.enrolment set late_from = ${lateFrom(programme, row, facts)}, binding = ${binding}
        where district_code = ${districtOf(place)} and village_code = ${place} and id = ${row.id}`.execute(tx)
    }
  }
}
