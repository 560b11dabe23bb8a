// The tables of institutions; the only file that names them.
import { sql } from 'kysely'
import type { Tx } from '../../platform/server/db.ts'
import type { Vault } from '../../platform/server/vault.ts'
import { personNames } from '../people/door.ts'
import type { ProfileAgreement } from './agreement.ts'
import type { Assessment } from './assessment.ts'
import type { Institution } from './institution.ts'
import type { Officer } from './officer.ts'
import type { Tie } from './tie.ts'

export type At = { tx: Tx; vault: Vault; district: string; place: string }
type Where = ReturnType<typeof sql>
const json = (value: unknown) => sql`${value === null ? null : JSON.stringify(value)}::jsonb`
const ofIds = (ids: readonly string[]) => sql`id = any(${[...ids]}::uuid[])`

type Key = 'id' | 'name' | 'kind' | 'state' | 'mergedInto' | 'ended' | 'origin' | 'version'
type Stored = Pick<Institution, Key> & { profile: Omit<Institution, Key> }

export function institutionStore({ tx, district, place }: Omit<At, 'vault'>) {
  async function read(where: Where): Promise<Institution[]> {
    const found =
      await sql<Stored>`select id, name, kind, state, merged_into as "mergedInto", ended, origin, version,
        profile from institutions.institution
      where district_code = ${district} and village_code = ${place} and ${where} order by id`.execute(tx)
    return found.rows.map(({ profile, ...row }) => ({ ...profile, ...row }))
  }
  const stored = ({
    id,
    name,
    kind,
    state,
    mergedInto,
    ended,
    origin,
    version,
    ...profile
  }: Institution) => ({
    ...{ id, name, kind, state, merged_into: mergedInto, ended, origin, profile, version },
  })
  return {
    all: () => read(sql`true`),
    many: (ids: readonly string[]) => read(ofIds(ids)),
    async add(rows: readonly Institution[]): Promise<void> {
      await sql`insert into institutions.institution (district_code, village_code, id, name, kind, state, merged_into,
          ended, origin, profile, version)
        select ${district}, ${place}, u.id, u.name, u.kind, u.state, u.merged_into, u.ended, u.origin, u.profile, u.version
        from jsonb_to_recordset(${json(rows.map(stored))}) as u (id uuid, name text, kind text, state text,
          merged_into uuid, ended jsonb, origin uuid, profile jsonb, version int) returning 1`.execute(tx)
    },
    async save(row: Institution): Promise<void> {
      const now = stored(row)
      await sql`update institutions.institution set name = ${now.name}, kind = ${now.kind}, state = ${now.state},
          merged_into = ${now.merged_into}, ended = ${json(now.ended)}, origin = ${now.origin},
          profile = ${json(now.profile)},
          version = ${now.version}
        where district_code = ${district} and village_code = ${place} and id = ${now.id}`.execute(tx)
    },
  }
}

type StoredOfficer = Omit<Officer, 'name'> & { sealed: Buffer | null }

export function officerStore({ tx, vault, district, place }: At) {
  async function read(where: Where): Promise<Officer[]> {
    const found =
      await sql<StoredOfficer>`select id, institution_id as institution, post, person_id as person,
        from_on as "from", until_on as until, version, sealed from institutions.officer
      where district_code = ${district} and village_code = ${place} and ${where} order by id`.execute(tx)
    const sealed = new Map(found.rows.flatMap(({ id, sealed }) => (sealed ? [[id, sealed] as const] : [])))
    const opened = await vault.openMany<string>(tx, district, place, sealed)
    const persons = found.rows.flatMap(({ person }) => person ?? [])
    const names = await personNames({ tx, district, place }, [...new Set(persons)])
    return found.rows.map(({ sealed: _, ...row }) => ({
      ...row,
      name: (row.person ? names.get(row.person) : opened.get(row.id)) ?? '',
    }))
  }
  /** The name of a resident stays on their own record. */
  const sealedName = async (row: Officer) =>
    row.person ? null : await vault.seal(tx, { district, place, subject: row.id }, row.name)
  return {
    all: () => read(sql`true`),
    many: (ids: readonly string[]) => read(ofIds(ids)),
    async add(row: Officer): Promise<void> {
      await sql`insert into institutions.officer (district_code, village_code, id, institution_id, post, person_id,
          from_on, until_on, version, sealed)
        values (${district}, ${place}, ${row.id}, ${row.institution}, ${row.post}, ${row.person}, ${row.from},
          ${row.until}, ${row.version}, ${await sealedName(row)})`.execute(tx)
    },
    async save(row: Officer): Promise<void> {
      await sql`update institutions.officer set institution_id = ${row.institution}, post = ${row.post},
          person_id = ${row.person}, from_on = ${row.from}, until_on = ${row.until}, version = ${row.version},
          sealed = ${await sealedName(row)}
        where district_code = ${district} and village_code = ${place} and id = ${row.id}`.execute(tx)
    },
  }
}

export function tieStore({ tx, district, place }: Omit<At, 'vault'>) {
  async function read(where: Where): Promise<Tie[]> {
    const found =
      await sql<Tie>`select id, from_id as "from", to_id as "to", outside, flows, strength, way, bond, note,
        until_on as until, version from institutions.tie
      where district_code = ${district} and village_code = ${place} and ${where} order by id`.execute(tx)
    return found.rows
  }
  return {
    all: () => read(sql`true`),
    many: (ids: readonly string[]) => read(ofIds(ids)),
    async add(row: Tie): Promise<void> {
      await sql`insert into institutions.tie (district_code, village_code, id, from_id, to_id, outside, flows, strength,
          way, bond, note, until_on, version)
        values (${district}, ${place}, ${row.id}, ${row.from}, ${row.to}, ${row.outside}, ${[...row.flows]},
          ${row.strength}, ${row.way}, ${row.bond}, ${row.note}, ${row.until}, ${row.version})`.execute(tx)
    },
    async save(row: Tie): Promise<void> {
      await sql`update institutions.tie set from_id = ${row.from}, to_id = ${row.to}, flows = ${[...row.flows]},
          strength = ${row.strength}, way = ${row.way}, bond = ${row.bond}, note = ${row.note},
          until_on = ${row.until}, version = ${row.version}
        where district_code = ${district} and village_code = ${place} and id = ${row.id}`.execute(tx)
    },
  }
}

export function agreementStore({ tx, district, place }: Omit<At, 'vault'>) {
  async function read(where: Where): Promise<ProfileAgreement[]> {
    const found =
      await sql<ProfileAgreement>`select id, id as enrolment, agreed, version from institutions.agreement
      where district_code = ${district} and village_code = ${place} and ${where} order by id`.execute(tx)
    return found.rows
  }
  return {
    all: () => read(sql`true`),
    many: (ids: readonly string[]) => read(ofIds(ids)),
    async put({ id, agreed, version }: ProfileAgreement): Promise<void> {
      await sql`insert into institutions.agreement (district_code, village_code, id, agreed, version)
        values (${district}, ${place}, ${id}, ${json(agreed)}, ${version})
        on conflict (district_code, id) do update set agreed = excluded.agreed, version = excluded.version`.execute(
        tx,
      )
    },
  }
}

export function assessmentStore({ tx, district, place }: Omit<At, 'vault'>) {
  async function read(where: Where): Promise<Assessment[]> {
    const found = await sql<Assessment>`select id, enrolment_id as enrolment, title, held_on as "on",
        held_where as "where", women, men, poor, scores, outcome, version from institutions.assessment
      where district_code = ${district} and village_code = ${place} and ${where} order by id`.execute(tx)
    return found.rows
  }
  return {
    all: () => read(sql`true`),
    many: (ids: readonly string[]) => read(ofIds(ids)),
    async add(row: Assessment): Promise<void> {
      await sql`insert into institutions.assessment (district_code, village_code, id, enrolment_id, title, held_on,
          held_where, women, men, poor, scores, outcome, version)
        values (${district}, ${place}, ${row.id}, ${row.enrolment}, ${row.title}, ${row.on}, ${row.where},
          ${row.women}, ${row.men}, ${row.poor}, ${json(row.scores)}, ${json(row.outcome)}, ${row.version})`.execute(
        tx,
      )
    },
    async save(row: Assessment): Promise<void> {
      await sql`update institutions.assessment set title = ${row.title}, held_on = ${row.on}, held_where = ${row.where},
          women = ${row.women}, men = ${row.men}, poor = ${row.poor}, scores = ${json(row.scores)},
          outcome = ${json(row.outcome)}, version = ${row.version}
        where district_code = ${district} and village_code = ${place} and id = ${row.id}`.execute(tx)
    },
  }
}
