// The tables of meetings; the only file that names them.
import { sql } from 'kysely'
import { writesOnly } from '../../platform/server/database/swift-pool.ts'
import type { Tx } from '../../platform/server/db.ts'
import type { Vault } from '../../platform/server/vault.ts'
import { areaOf } from '../places/door.ts'
import type { Attendance } from './attendance.ts'
import { likelyCodes } from './code.ts'
import type { Meeting, MeetingGroup, MeetingState } from './meeting.ts'
import type { SessionKey } from './plan-rules.ts'

const othersOf = ({ alsoFor = [] }: Meeting) => alsoFor.map((each) => each.enrolment)

type Body = { body: Meeting }
type Made = { by: string; at: Date }

export function meetingStore(tx: Tx, district: string, place: string) {
  const bodies = async (where: ReturnType<typeof sql>) => {
    const found = await sql<Body>`select body from meetings.meeting
      where district_code = ${district} and village_code = ${place} and ${where}`.execute(tx)
    return found.rows.map((row) => row.body)
  }
  return {
    async find(id: string): Promise<Meeting | undefined> {
      const [meeting] = await bodies(sql`id = ${id}`)
      return meeting
    },
    many: (ids: readonly string[]) => bodies(sql`id = any(${ids}::uuid[])`),
    /** Its own, and those that serve it as well. */
    ofEnrolment: (enrolment: string) =>
      bodies(sql`(enrolment_id = ${enrolment} or ${enrolment}::uuid = any(also_for))`),
    /** Which codes that these meetings might be given are taken; of thousands in a village only those are asked. */
    async codes(ids: readonly string[]): Promise<Set<string>> {
      const found = await sql<{ code: string }>`select code from meetings.meeting
        where district_code = ${district} and village_code = ${place}
          and code = any(${ids.flatMap(likelyCodes)}::text[])`.execute(tx)
      return new Set(found.rows.map((row) => row.code))
    },
    /** The days of training that exist already. */
    async sessions(): Promise<SessionKey[]> {
      const found = await sql<SessionKey>`
        select enrolment_id as enrolment, kind, batch, day, state, meeting_group as "group", body -> 'alsoFor' as "alsoFor"
        from meetings.meeting
        where district_code = ${district} and village_code = ${place} and meeting_group = 'training'`.execute(
        tx,
      )
      return found.rows
    },
    async add(meeting: Meeting, made: Made): Promise<void> {
      await sql`${sql.raw(writesOnly)}insert into meetings.meeting (district_code, village_code, id, enrolment_id, meeting_group, kind, batch, day,
          state, held_on, starts_at, title, code, version, body, also_for, created_by, created_at)
        values (${district}, ${place}, ${meeting.id}, ${meeting.enrolment}, ${meeting.group}, ${meeting.kind}, ${meeting.batch},
          ${meeting.day}, ${meeting.state}, ${meeting.date}, ${meeting.start}, ${meeting.title}, ${meeting.code},
          ${meeting.version}, ${JSON.stringify(meeting)}::jsonb, ${othersOf(meeting)}::uuid[], ${made.by}, ${made.at})`.execute(
        tx,
      )
    },
    async save(meeting: Meeting): Promise<void> {
      await sql`${sql.raw(writesOnly)}update meetings.meeting set state = ${meeting.state}, held_on = ${meeting.date}, starts_at = ${meeting.start},
          title = ${meeting.title}, version = ${meeting.version}, body = ${JSON.stringify(meeting)}::jsonb,
          also_for = ${othersOf(meeting)}::uuid[]
        where district_code = ${district} and village_code = ${place} and id = ${meeting.id}`.execute(tx)
    },
  }
}

/** What the vault keeps of one attendance. */
type Sealed = { name: string; poor: boolean; elements: string[]; localPlaceText: string }
type Row = {
  id: string
  meeting: string
  person: string | null
  sex: Attendance['sex']
  localPlace: string | null
  walkIn: boolean
  checkedInBy: Attendance['checkedInBy']
  at: Date
  withdrawn: Attendance['withdrawn']
  sealed: Buffer
}
/** Who somebody's attendance is sealed for: the person on record, or for a walk-in the row alone. */
const subjectOf = (row: { id: string; person: string | null }) => row.person ?? row.id
const sealable = ({ name, poor, elements, localPlaceText }: Attendance): Sealed => ({
  name,
  poor,
  elements,
  localPlaceText,
})
const erased: Sealed = { name: '', poor: false, elements: [], localPlaceText: '' }

export function attendanceStore(tx: Tx, vault: Vault, district: string, place: string) {
  /** One person may be at many meetings: a round opens at most one row of each. */
  async function openAll(rows: readonly Row[]): Promise<Map<string, Sealed>> {
    const opened = new Map<string, Sealed>()
    let rest = [...rows]
    while (rest.length > 0) {
      const round = new Map(rest.map((row) => [subjectOf(row), row]))
      const sealed = new Map([...round].map(([subject, row]) => [subject, row.sealed]))
      const values = await vault.openMany<Sealed>(tx, district, place, sealed)
      for (const [subject, row] of round) opened.set(row.id, values.get(subject) ?? erased)
      rest = rest.filter((row) => !opened.has(row.id))
    }
    return opened
  }

  async function read(where: ReturnType<typeof sql>): Promise<Attendance[]> {
    const found =
      await sql<Row>`select id, meeting_id as meeting, person_id as person, sex, local_place_id as "localPlace",
        walk_in as "walkIn", checked_in_by as "checkedInBy", checked_in_at as at, withdrawn, sealed
      from meetings.attendance where district_code = ${district} and village_code = ${place} and ${where}
      order by checked_in_at, id`.execute(tx)
    const opened = await openAll(found.rows)
    return found.rows.map(({ sealed: _, at, ...row }) => ({
      ...row,
      ...(opened.get(row.id) ?? erased),
      at: at.toISOString(),
    }))
  }

  /** Sealing goes in the same rounds; almost always it is one. */
  async function sealAll(rows: readonly Attendance[]): Promise<Buffer[]> {
    const done = new Map<string, Buffer>()
    let rest = [...rows]
    while (rest.length > 0) {
      const round = new Map(rest.map((row) => [subjectOf(row), row]))
      const values = new Map([...round].map(([subject, row]) => [subject, sealable(row)]))
      const sealed = await vault.sealMany(tx, district, place, values)
      for (const [subject, row] of round) done.set(row.id, sealed.get(subject) as Buffer)
      rest = rest.filter((row) => !done.has(row.id))
    }
    return rows.map((row) => done.get(row.id) as Buffer)
  }

  return {
    ofMeetings: (ids: readonly string[]) => read(sql`meeting_id = any(${ids}::uuid[])`),
    many: (ids: readonly string[]) => read(sql`id = any(${ids}::uuid[])`),
    async presentCount(meeting: string): Promise<number> {
      const found = await sql<{ heads: number }>`select count(*)::int as heads from meetings.attendance
        where district_code = ${district} and village_code = ${place} and meeting_id = ${meeting} and withdrawn is null`.execute(
        tx,
      )
      return found.rows[0]?.heads ?? 0
    },
    async add(rows: readonly Attendance[]): Promise<void> {
      if (rows.length === 0) return
      const sealed = await sealAll(rows)
      const of = <K extends keyof Attendance>(key: K) => rows.map((row) => row[key])
      await sql`insert into meetings.attendance (district_code, village_code, id, meeting_id, person_id, sex, local_place_id,
          walk_in, checked_in_by, checked_in_at, sealed)
        select ${district}, ${place}, u.* from unnest(${of('id')}::uuid[], ${of('meeting')}::uuid[], ${of('person')}::uuid[],
          ${of('sex')}::text[], ${of('localPlace')}::uuid[], ${of('walkIn')}::boolean[], ${of('checkedInBy')}::text[],
          ${of('at')}::timestamptz[], ${sealed}::bytea[]) as u returning 1`.execute(tx)
    },
    async withdraw(rows: readonly Attendance[]): Promise<void> {
      for (const row of rows)
        await sql`update meetings.attendance set withdrawn = ${JSON.stringify(row.withdrawn)}::jsonb
          where district_code = ${district} and village_code = ${place} and id = ${row.id}`.execute(tx)
    },
  }
}

export type UpcomingRow = {
  id: string
  place: string
  title: string
  kind: string | null
  group: MeetingGroup
  state: MeetingState
  date: string
}

/** Meetings at and below a place: counts by state, and the next ones from a day on. */
export async function upcomingBelow(tx: Tx, place: string, from: string, most: number) {
  const { reach, rows } = await areaOf(tx, place)
  const counted = await sql<{ state: MeetingState; meetings: number }>`${reach}
    select state, count(*)::int as meetings from meetings.meeting where ${rows} group by state`.execute(tx)
  const next = await sql<UpcomingRow>`${reach}
    select id, village_code as place, title, kind, meeting_group as "group", state, held_on as date from meetings.meeting
    where ${rows} and held_on >= ${from} and state in ('planned', 'invited', 'open')
    order by held_on, starts_at, id limit ${most}`.execute(tx)
  return {
    counts: Object.fromEntries(counted.rows.map((row) => [row.state, row.meetings])),
    upcoming: next.rows,
  }
}
