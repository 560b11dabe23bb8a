// The tables of persons, and their feed rows. Households are in store-household.ts.
import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { Tx } from '../../platform/server/db.ts'
import type { Changed } from './change-rules.ts'
import type { Tally } from './evidence.ts'
import { maskedRegion } from './nik.ts'
import type { Known, PersonRow } from './person.ts'
import type { Doubt, NoNik, PersonState, PoorSource, Relation, Sex } from './words.ts'

export type At = { tx: Tx; district: string; place: string }

type PersonTable = {
  id: string
  name: string
  sex: Sex
  birth_year: number | null
  local_place_id: string | null
  household_id: string | null
  relation: Relation | null
  poor: boolean
  poor_source: PoorSource | null
  elements: string[]
  nik_region: string | null
  no_nik: NoNik | null
  doubts: Doubt[]
  known: Known[]
  sealed: Buffer | null
  state: PersonState
  state_on: string | null
  merged_into: string | null
  version: number
  changed: Changed
}

export type StoredPerson = { row: PersonRow; sealed: Buffer | null; changed: Changed }
export type NewPerson = { row: PersonRow; nikDigest: Buffer | null; sealed: Buffer }
/** `sealed`, and `nikDigest` with it, is kept as it is where not given. */
export type NextPerson = {
  row: PersonRow
  changed: Changed
  nikDigest?: Buffer | null
  sealed?: Buffer | null
}

const rowOf = (found: PersonTable): PersonRow => ({
  id: found.id,
  name: found.name,
  sex: found.sex,
  birthYear: found.birth_year,
  localPlace: found.local_place_id,
  household: found.household_id,
  relation: found.relation,
  poor: found.poor,
  poorSource: found.poor_source,
  elements: found.elements,
  nik: maskedRegion(found.nik_region),
  noNik: found.no_nik,
  doubts: found.doubts,
  known: found.known,
  state: found.state,
  stateOn: found.state_on,
  mergedInto: found.merged_into,
  version: found.version,
})

const regionOf = (row: PersonRow) => row.nik?.slice(0, 6) ?? null
const base64 = (bytes: Buffer | null) => bytes?.toString('base64') ?? null

export function personStore(at: At) {
  return { ...readingPersons(at), ...writingPersons(at), ...countingPersons(at) }
}

function readingPersons({ tx, district, place }: At) {
  const find = async (ids: readonly string[]): Promise<PersonTable[]> => {
    const found = await sql<PersonTable>`select * from people.person
      where district_code = ${district} and village_code = ${place} and id = any(${[...ids]}::uuid[])`.execute(
      tx,
    )
    return found.rows
  }
  return {
    async rows(ids: readonly string[]): Promise<PersonRow[]> {
      return (await find(ids)).map(rowOf)
    },
    async all(): Promise<PersonRow[]> {
      const found = await sql<PersonTable>`select * from people.person
        where district_code = ${district} and village_code = ${place}`.execute(tx)
      return found.rows.map(rowOf)
    },
    /** The names on record, each once; those of records merged into another among them. */
    async names(): Promise<string[]> {
      const found = await sql<{ name: string }>`select distinct name from people.person
        where district_code = ${district} and village_code = ${place} and name <> ''`.execute(tx)
      return found.rows.map(({ name }) => name)
    },
    /** Persons by id, as stored; those not on record are left out. The place is locked by the command. */
    async stored(ids: readonly string[]): Promise<Map<string, StoredPerson>> {
      const found = await find(ids)
      return new Map(
        found.map((each) => [each.id, { row: rowOf(each), sealed: each.sealed, changed: each.changed }]),
      )
    },
    /** The persons of the village that hold these NIK digests: index in the list, and id. */
    async byNik(digests: readonly Buffer[]): Promise<{ index: number; id: string }[]> {
      if (digests.length === 0) return []
      const found = await sql<{ index: number; id: string }>`
        select (u.at - 1)::int as index, p.id
        from unnest(${[...digests]}::bytea[]) with ordinality as u (digest, at)
        join people.person p on p.district_code = ${district} and p.village_code = ${place}
          and p.nik_digest = u.digest`.execute(tx)
      return found.rows
    },
  }
}

const jsonOf = ({ row, nikDigest, sealed }: NewPerson) => ({
  id: row.id,
  name: row.name,
  sex: row.sex,
  birth_year: row.birthYear,
  local_place_id: row.localPlace,
  household_id: row.household,
  relation: row.relation,
  poor: row.poor,
  poor_source: row.poorSource,
  elements: row.elements,
  nik_region: regionOf(row),
  nik_digest: base64(nikDigest),
  no_nik: row.noNik,
  doubts: row.doubts,
  known: row.known,
  sealed: base64(sealed),
})

function writingPersons({ tx, district, place }: At) {
  return {
    async add(persons: readonly NewPerson[], by: string, now: Date): Promise<void> {
      const rows = JSON.stringify(persons.map(jsonOf))
      await sql`insert into people.person (district_code, village_code, id, name, sex, birth_year, local_place_id,
          household_id, relation, poor, poor_source, elements, nik_region, nik_digest, no_nik, doubts, known, sealed,
          state, version, changed, created_by, created_at)
        select ${district}, ${place}, u.id, u.name, u.sex, u.birth_year, u.local_place_id, u.household_id, u.relation,
          u.poor, u.poor_source, u.elements, u.nik_region, decode(u.nik_digest, 'base64'), u.no_nik, u.doubts, u.known,
          decode(u.sealed, 'base64'), 'here', 1, '{}'::jsonb, ${by}, ${now}
        from jsonb_to_recordset(${rows}::jsonb) as u (id uuid, name text, sex text, birth_year int,
          local_place_id uuid, household_id uuid, relation text, poor boolean, poor_source text, elements text[],
          nik_region text, nik_digest text, no_nik text, doubts text[], known text[], sealed text) returning 1`.execute(
        tx,
      )
    },
    async save({ row, changed, nikDigest, sealed }: NextPerson): Promise<void> {
      await sql`update people.person set name = ${row.name}, sex = ${row.sex}, birth_year = ${row.birthYear},
          local_place_id = ${row.localPlace}, household_id = ${row.household}, relation = ${row.relation},
          poor = ${row.poor}, poor_source = ${row.poorSource}, elements = ${[...row.elements]}::text[],
          nik_region = ${regionOf(row)}, no_nik = ${row.noNik}, doubts = ${[...row.doubts]}::text[],
          known = ${[...row.known]}::text[], state = ${row.state}, state_on = ${row.stateOn},
          merged_into = ${row.mergedInto}, version = ${row.version}, changed = ${JSON.stringify(changed)}::jsonb
        where district_code = ${district} and village_code = ${place} and id = ${row.id}`.execute(tx)
      if (sealed === undefined) return
      await sql`update people.person set sealed = ${sealed}, nik_digest = ${nikDigest ?? null}
        where district_code = ${district} and village_code = ${place} and id = ${row.id}`.execute(tx)
    },
    /** Points older signposts on to a new keeper; gives their ids. */
    async repoint(from: string, to: string): Promise<string[]> {
      const moved = await sql<{ id: string }>`
        update people.person set merged_into = ${to}, version = version + 1
        where district_code = ${district} and village_code = ${place} and merged_into = ${from}
        returning id`.execute(tx)
      return moved.rows.map((row) => row.id)
    },
  }
}

/** So many people are alike in all of these. */
export type Counted = Pick<PersonRow, 'sex' | 'birthYear' | 'poor' | 'localPlace'> & { count: number }

function countingPersons({ tx, district, place }: At) {
  const householdsHere = sql`select count(*)::int as households, (count(*) filter (where poor))::int as "poorHouseholds"
    from people.household where district_code = ${district} and village_code = ${place}`
  return {
    async tally(today: Day): Promise<Tally> {
      const adultsUntil = Number(today.slice(0, 4)) - 19
      const counted = await sql<Tally>`
        select * from (
          select count(*)::int as residents, (count(*) filter (where birth_year <= ${adultsUntil}))::int as adults
          from people.person
          where district_code = ${district} and village_code = ${place} and state = 'here') persons, (${householdsHere}) households`.execute(
        tx,
      )
      return counted.rows[0] as Tally
    },
    async households(): Promise<Pick<Tally, 'households' | 'poorHouseholds'>> {
      const counted = await sql<Pick<Tally, 'households' | 'poorHouseholds'>>`${householdsHere}`.execute(tx)
      return counted.rows[0] as Tally
    },
    /** What counts are made of, without names. Those who are alike in a household are one line before its household is looked for. */
    async forCounting(): Promise<Counted[]> {
      const found = await sql<Counted>`
        select p.sex, p.birth_year as "birthYear", p.poor or coalesce(h.poor, false) as poor,
          coalesce(p.local_place_id, h.local_place_id) as "localPlace", sum(p.count)::int as count
        from (select sex, birth_year, poor, local_place_id, household_id, count(*) as count from people.person
          where district_code = ${district} and village_code = ${place} and state = 'here' group by 1, 2, 3, 4, 5) p
        left join people.household h
          on h.district_code = ${district} and h.village_code = ${place} and h.id = p.household_id
        group by 1, 2, 3, 4`.execute(tx)
      return found.rows
    },
  }
}

export type NewMove = { id: string; person: string; kind: string; day: Day; sealed: Buffer }

export function moveStore({ tx, district, place }: At) {
  return {
    async add(move: NewMove, by: string, now: Date): Promise<void> {
      await sql`insert into people.move (district_code, village_code, id, person_id, kind, moved_on, sealed, noted_by, noted_at)
        values (${district}, ${place}, ${move.id}, ${move.person}, ${move.kind}, ${move.day}, ${move.sealed}, ${by}, ${now})`.execute(
        tx,
      )
    },
    async of(person: string): Promise<{ kind: string; day: Day; sealed: Buffer }[]> {
      const found = await sql<{ kind: string; day: Day; sealed: Buffer }>`
        select kind, moved_on as day, sealed from people.move
        where district_code = ${district} and village_code = ${place} and person_id = ${person}
        order by moved_on, noted_at`.execute(tx)
      return found.rows
    },
  }
}
