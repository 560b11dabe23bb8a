// Judging submissions, many at once, and what a survey counts of them.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/db.ts'
import type { SubmissionState } from '../submission.ts'

export type At = { tx: Tx; district: string; place: string }

/** A submission as it stands before it is judged. */
export type Standing = {
  id: string
  survey: string
  state: SubmissionState
  version: number
  household: string | null
  /** The account that sent it, or that registered the device which did. */
  by: string
  sealed: Buffer
}

export type NewEvent = { id: string; submission: string; sealed: Buffer | null }

/** Moves on the columns that a survey counts its submissions in. */
export type Move = { survey: string } & Record<
  'received' | 'has_issues' | 'edited' | 'approved' | 'rejected',
  number
>

const column =
  <T>(rows: readonly T[]) =>
  <V>(read: (row: T) => V): V[] =>
    rows.map(read)

export function reviewStore({ tx, district, place }: At) {
  const here = sql`${district}, ${place}`
  return {
    async standing(ids: readonly string[]): Promise<Map<string, Standing>> {
      const found =
        await sql<Standing>`select id, survey_id as survey, state, version, household_id as household, created_by as by, sealed
        from surveys.submission
        where district_code = ${district} and village_code = ${place} and id = any(${[...ids]}::uuid[])`.execute(
          tx,
        )
      return new Map(found.rows.map((row) => [row.id, row]))
    },
    async judge(ids: readonly string[], to: SubmissionState, returned: boolean): Promise<void> {
      await sql`update surveys.submission set state = ${to}, returned = ${returned}, version = version + 1
        where district_code = ${district} and village_code = ${place} and id = any(${[...ids]}::uuid[])`.execute(
        tx,
      )
    },
    async reseal(sealed: ReadonlyMap<string, Buffer>): Promise<void> {
      await sql`update surveys.submission s set sealed = u.sealed
        from unnest(${[...sealed.keys()]}::uuid[], ${[...sealed.values()]}::bytea[]) as u (id, sealed)
        where s.district_code = ${district} and s.village_code = ${place} and s.id = u.id`.execute(tx)
    },
    async note(
      events: readonly NewEvent[],
      said: { what: 'judged' | 'commented' | 'checked'; state: SubmissionState | null; by: string; at: Date },
    ): Promise<void> {
      const of = column(events)
      await sql`insert into surveys.event (district_code, village_code, id, submission_id, at, by, what, state, sealed)
        select ${here}, u.id, u.submission, ${said.at}, ${said.by}, ${said.what}, ${said.state}, u.sealed
        from unnest(${of((e) => e.id)}::uuid[], ${of((e) => e.submission)}::uuid[], ${of((e) => e.sealed)}::bytea[])
          as u (id, submission, sealed) returning 1`.execute(tx)
    },
    async count(moves: readonly Move[]): Promise<void> {
      const of = column(moves)
      await sql`update surveys.survey s set received = s.received + u.received, has_issues = s.has_issues + u.has_issues,
          edited = s.edited + u.edited, approved = s.approved + u.approved, rejected = s.rejected + u.rejected
        from unnest(${of((m) => m.survey)}::uuid[], ${of((m) => m.received)}::int[], ${of((m) => m.has_issues)}::int[],
          ${of((m) => m.edited)}::int[], ${of((m) => m.approved)}::int[], ${of((m) => m.rejected)}::int[])
          as u (id, received, has_issues, edited, approved, rejected)
        where s.district_code = ${district} and s.village_code = ${place} and s.id = u.id`.execute(tx)
    },
    /** Looks again which of these households a survey has reached: by any submission that is not rejected. */
    async revisit(pairs: readonly { survey: string; household: string }[]): Promise<void> {
      if (pairs.length === 0) return
      const of = column(pairs)
      const asked = sql`unnest(${of((p) => p.survey)}::uuid[], ${of((p) => p.household)}::uuid[]) as u (survey, household)`
      const answering = sql`surveys.submission s where s.district_code = ${district} and s.village_code = ${place}
        and s.survey_id = u.survey and s.household_id = u.household and s.state <> 'rejected'`
      await sql`delete from surveys.visited v using ${asked}
        where v.district_code = ${district} and v.village_code = ${place} and v.survey_id = u.survey
          and v.household_id = u.household and not exists (select 1 from ${answering})`.execute(tx)
      await sql`insert into surveys.visited (district_code, village_code, survey_id, household_id, submission_id)
        select distinct on (u.survey, u.household) ${here}, u.survey, u.household, a.id
        from ${asked} join lateral (select s.id from ${answering} order by s.seq limit 1) a on true
        on conflict (district_code, village_code, survey_id, household_id) do nothing`.execute(tx)
      await sql`update surveys.survey s set households = (select count(*)::int from surveys.visited v
          where v.district_code = ${district} and v.village_code = ${place} and v.survey_id = s.id)
        where s.district_code = ${district} and s.village_code = ${place}
          and s.id = any(${[...new Set(of((p) => p.survey))]}::uuid[])`.execute(tx)
    },
  }
}
