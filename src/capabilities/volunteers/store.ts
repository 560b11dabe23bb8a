// The tables of volunteers; the only file that names them.
import { sql } from 'kysely'
import type { Tx } from '../../platform/server/db.ts'
import type { Vault } from '../../platform/server/vault.ts'
import { type Certificate, certificateNumber } from './certificate.ts'
import type { Acknowledgement } from './roll.ts'
import type { Team } from './team.ts'
import { editionOf, type Volunteer } from './volunteer.ts'

export type At = { tx: Tx; vault: Vault; district: string; place: string }

/** What the vault keeps of a volunteer, under the person's key. */
type Sealed = {
  name: string
  poor: boolean
  localPlaceText: string
  phone: string | null
  skills: string
  motivation: string
  /** Left out of what was sealed before declarations were asked for. */
  interests?: string | null
  /** Why the volunteer stepped back. */
  reason: string
}
const erased: Sealed = {
  name: '',
  poor: false,
  localPlaceText: '',
  phone: null,
  skills: '',
  motivation: '',
  reason: '',
}

type Row = {
  id: string
  enrolment: string
  alsoFor: string[]
  person: string | null
  sex: Volunteer['sex']
  localPlace: string | null
  hasPhone: boolean
  registeredOn: string
  registeredBy: string
  state: Volunteer['state']
  withdrawnOn: string | null
  withdrawnBy: string | null
  version: number
  edition: number
  sealed: Buffer
}

const othersOf = (row: Volunteer | undefined) =>
  JSON.stringify((row?.alsoFor ?? []).map((each) => each.enrolment))

/** Whose key seals it: the person on record, or for somebody known by name the volunteer. */
const subjectOf = (row: { id: string; person: string | null }) => row.person ?? row.id

const sealable = (row: Volunteer, phone: string | null): Sealed => ({
  name: row.name,
  poor: row.poor,
  localPlaceText: row.localPlaceText,
  phone,
  skills: row.skills,
  motivation: row.motivation,
  interests: row.interests,
  reason: row.withdrawn?.reason ?? '',
})

function volunteerOf(
  { sealed: _, withdrawnOn, withdrawnBy, alsoFor, ...row }: Row,
  opened: Sealed,
): Volunteer {
  const { phone: __, reason, interests = null, ...told } = opened
  const withdrawn = withdrawnOn ? { on: withdrawnOn, by: withdrawnBy ?? '', reason } : null
  const others = alsoFor.map((enrolment) => ({ enrolment, kind: null }))
  return { ...row, ...told, alsoFor: others, interests, withdrawn }
}

export function volunteerStore({ tx, vault, district, place }: At) {
  async function read(where: ReturnType<typeof sql>): Promise<Row[]> {
    const found =
      await sql<Row>`select id, enrolment_id as enrolment, also_for as "alsoFor", person_id as person, sex,
        local_place_id as "localPlace", has_phone as "hasPhone", registered_on as "registeredOn",
        registered_by as "registeredBy", state, withdrawn_on as "withdrawnOn", withdrawn_by as "withdrawnBy",
        version, edition, sealed
      from volunteers.volunteer where district_code = ${district} and village_code = ${place} and ${where}
      order by registered_on, id`.execute(tx)
    return found.rows
  }

  /** One person may be a volunteer of several enrolments: a round opens at most one row of each. */
  async function opened(rows: readonly Row[]): Promise<Volunteer[]> {
    const known = new Map<string, Sealed>()
    for (let rest = [...rows]; rest.length > 0; rest = rest.filter((row) => !known.has(row.id))) {
      const round = new Map(rest.map((row) => [subjectOf(row), row]))
      const sealed = new Map([...round].map(([subject, row]) => [subject, row.sealed]))
      const values = await vault.openMany<Sealed>(tx, district, place, sealed)
      for (const [subject, row] of round) known.set(row.id, values.get(subject) ?? erased)
    }
    return rows.map((row) => volunteerOf(row, known.get(row.id) ?? erased))
  }

  /** The number on record, or null. */
  async function phoneOf(id: string): Promise<string | null> {
    const [row] = await read(sql`id = ${id}`)
    if (!row) return null
    const owner = { district, place, subject: subjectOf(row) }
    return (await vault.open<Sealed>(tx, owner, row.sealed))?.phone ?? null
  }

  return {
    phoneOf,
    many: async (ids: readonly string[]) => opened(await read(sql`id = any(${ids}::uuid[])`)),
    /** Its own, and those who help it as well. */
    ofEnrolment: async (enrolment: string) =>
      opened(await read(sql`(enrolment_id = ${enrolment} or also_for @> to_jsonb(${enrolment}::text))`)),
    /** All of one handful are different persons who help the same programmes: the rules saw to it. */
    async add(rows: readonly Volunteer[], phones: ReadonlyMap<string, string | null>): Promise<void> {
      const values = new Map(rows.map((row) => [subjectOf(row), sealable(row, phones.get(row.id) ?? null)]))
      const sealed = await vault.sealMany(tx, district, place, values)
      const of = <K extends keyof Volunteer>(key: K) => rows.map((row) => row[key])
      await sql`insert into volunteers.volunteer (district_code, village_code, id, enrolment_id, person_id, sex,
          local_place_id, has_phone, registered_on, registered_by, state, version, sealed, also_for)
        select ${district}, ${place}, u.*, ${othersOf(rows[0])}::jsonb from unnest(${of('id')}::uuid[], ${of('enrolment')}::uuid[],
          ${of('person')}::uuid[], ${of('sex')}::text[], ${of('localPlace')}::uuid[], ${of('hasPhone')}::boolean[],
          ${of('registeredOn')}::date[], ${of('registeredBy')}::uuid[], ${of('state')}::text[], ${of('version')}::int[],
          ${rows.map((row) => sealed.get(subjectOf(row)) as Buffer)}::bytea[]) as u returning 1`.execute(tx)
    },
    /** `phone` is kept as it is where not given. */
    async save(row: Volunteer, phone?: string | null): Promise<void> {
      const number = phone === undefined ? await phoneOf(row.id) : phone
      const sealed = await vault.seal(tx, { district, place, subject: subjectOf(row) }, sealable(row, number))
      await sql`update volunteers.volunteer set person_id = ${row.person}, sex = ${row.sex},
          local_place_id = ${row.localPlace}, has_phone = ${row.hasPhone}, state = ${row.state},
          withdrawn_on = ${row.withdrawn?.on ?? null}, withdrawn_by = ${row.withdrawn?.by ?? null},
          version = ${row.version}, edition = ${editionOf(row)}, sealed = ${sealed}, also_for = ${othersOf(row)}::jsonb
        where district_code = ${district} and village_code = ${place} and id = ${row.id}`.execute(tx)
    },
  }
}

export function teamStore({ tx, district, place }: Omit<At, 'vault'>) {
  async function read(where: ReturnType<typeof sql>): Promise<Team[]> {
    const found =
      await sql<Team>`select id, enrolment_id as enrolment, kind, name, members, formed_on as "formedOn",
        meeting_id as meeting, state, dissolved, version
      from volunteers.team where district_code = ${district} and village_code = ${place} and ${where} order by id`.execute(
        tx,
      )
    return found.rows
  }
  return {
    many: (ids: readonly string[]) => read(sql`id = any(${ids}::uuid[])`),
    ofEnrolment: (enrolment: string) => read(sql`enrolment_id = ${enrolment}`),
    async add(team: Team): Promise<void> {
      await sql`insert into volunteers.team (district_code, village_code, id, enrolment_id, kind, name, members, formed_on,
          meeting_id, state, dissolved, version)
        values (${district}, ${place}, ${team.id}, ${team.enrolment}, ${team.kind}, ${team.name},
          ${JSON.stringify(team.members)}::jsonb, ${team.formedOn}, ${team.meeting}, ${team.state}, null, ${team.version})`.execute(
        tx,
      )
    },
    async save(team: Team): Promise<void> {
      const gone = team.dissolved ? JSON.stringify(team.dissolved) : null
      await sql`update volunteers.team set name = ${team.name}, members = ${JSON.stringify(team.members)}::jsonb,
          formed_on = ${team.formedOn}, meeting_id = ${team.meeting}, state = ${team.state}, dissolved = ${gone}::jsonb,
          version = ${team.version}
        where district_code = ${district} and village_code = ${place} and id = ${team.id}`.execute(tx)
    },
  }
}

export function acknowledgementStore({ tx, district, place }: Omit<At, 'vault'>) {
  return {
    async many(enrolments: readonly string[]): Promise<Acknowledgement[]> {
      const found = await sql<Acknowledgement>`select id, id as enrolment, signings, version
        from volunteers.acknowledgement where district_code = ${district} and village_code = ${place}
          and id = any(${enrolments}::uuid[])`.execute(tx)
      return found.rows
    },
    async put({ id, signings, version }: Acknowledgement): Promise<void> {
      await sql`insert into volunteers.acknowledgement (district_code, village_code, id, signings, version)
        values (${district}, ${place}, ${id}, ${JSON.stringify(signings)}::jsonb, ${version})
        on conflict (district_code, id) do update set signings = excluded.signings, version = excluded.version`.execute(
        tx,
      )
    },
  }
}

type CertificateRow = Omit<Certificate, 'number'> & { serial: number }

export function certificateStore({ tx, district, place }: Omit<At, 'vault'>) {
  async function read(where: ReturnType<typeof sql>): Promise<Certificate[]> {
    const found =
      await sql<CertificateRow>`select id, enrolment_id as enrolment, volunteer_id as volunteer, kind,
        serial, issued_on as "on", days
      from volunteers.certificate where district_code = ${district} and village_code = ${place} and ${where} order by id`.execute(
        tx,
      )
    return found.rows.map(({ serial, ...row }) => ({ ...row, number: certificateNumber(serial, row.on) }))
  }
  return {
    many: (ids: readonly string[]) => read(sql`id = any(${ids}::uuid[])`),
    /** Also of another programme: who helps two was trained once. */
    ofVolunteers: (ids: readonly string[]) => read(sql`volunteer_id = any(${ids}::uuid[])`),
    /** Numbers them on from the last of the year; the village is locked while a command runs. */
    async add(rows: readonly Certificate[], by: string): Promise<void> {
      const of = <K extends keyof Certificate>(key: K) => rows.map((row) => row[key])
      const year = Number(rows[0]?.on.slice(0, 4))
      await sql`insert into volunteers.certificate (district_code, village_code, id, enrolment_id, volunteer_id, kind,
          issued_on, days, year, serial, issued_by)
        select ${district}, ${place}, u.id, u.enrolment, u.volunteer, u.kind, u.issued_on, u.days::jsonb, ${year}::int,
          u.n::int + (select coalesce(max(serial), 0) from volunteers.certificate
            where district_code = ${district} and village_code = ${place} and year = ${year}), ${by}::uuid
        from unnest(${of('id')}::uuid[], ${of('enrolment')}::uuid[], ${of('volunteer')}::uuid[], ${of('kind')}::text[],
          ${of('on')}::date[], ${rows.map((row) => JSON.stringify(row.days))}::text[]) with ordinality
          as u (id, enrolment, volunteer, kind, issued_on, days, n) returning 1`.execute(tx)
    },
  }
}
