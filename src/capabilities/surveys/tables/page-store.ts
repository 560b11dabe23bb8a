// Pages of submissions by cursor. A filter that an index cannot help walks the index by sequence in growing windows and
// stops when time is up: every answer comes soon, says how far it looked, and the next one goes on from there.
import { sql } from 'kysely'
import type { At } from '../store-survey.ts'
import type { SubmissionState } from '../submission.ts'
import { all, type Sql } from './selection-store.ts'

export type StoredRow = {
  id: string
  seq: number
  state: SubmissionState
  form: string
  instance: string
  household: string | null
  rt: string | null
  source: 'rembug' | 'openrosa'
  device: string
  by: string
  submittedAt: Date
  startedAt: Date | null
  endedAt: Date | null
  answers: Record<string, unknown>
  sealed: Buffer | null
  missing: number
  doubts: number
  version: number
}

export type Walk = {
  survey: string
  conditions: readonly Sql[]
  direction: 'down' | 'up'
  /** Exclusive; null begins at the end that the direction comes from. */
  from: number | null
  /** Inclusive: where an export that goes up must end, so that what comes meanwhile does not move its end. */
  until?: number | null
  limit: number
  sealed: boolean
  /** Milliseconds that a page may look for rows. */
  patience: number
}
export type Walked = { rows: StoredRow[]; looked: number; last: number | null; ended: boolean }

const firstWindow = 4000
const widestWindow = 16_000

const fields = (
  sealed: boolean,
) => sql`s.id, s.seq, s.state, s.form_key as form, s.instance, s.household_id as household,
  s.local_place_id as rt, s.source, s.device, s.created_by as by, s.submitted_at as "submittedAt",
  s.started_at as "startedAt", s.ended_at as "endedAt", s.answers, ${sealed ? sql`s.sealed` : sql`null::bytea as sealed`},
  s.missing, jsonb_array_length(s.doubts) as doubts, s.version`

export function pageStore({ tx, district, place }: At) {
  const within = (walk: Pick<Walk, 'survey' | 'direction' | 'until'>, from: number | null) => {
    const beyond = walk.direction === 'down' ? sql`s.seq <` : sql`s.seq >`
    return sql`s.district_code = ${district} and s.village_code = ${place} and s.survey_id = ${walk.survey}
      ${from === null ? sql`` : sql`and ${beyond} ${from}`}
      ${walk.until == null ? sql`` : sql`and s.seq <= ${walk.until}`}`
  }
  const order = (walk: Pick<Walk, 'direction'>) =>
    walk.direction === 'down' ? sql`order by s.seq desc` : sql`order by s.seq`

  async function window(walk: Walk, from: number | null, wanted: number, size: number): Promise<StoredRow[]> {
    const found = await sql<StoredRow>`select ${fields(walk.sealed)} from (
        select * from surveys.submission s where ${within(walk, from)} ${order(walk)} limit ${size}) s
      where ${all(walk.conditions)} ${order(walk)} limit ${wanted}`.execute(tx)
    return found.rows
  }

  /** Where a window of this size ends; null where the rows end before it. */
  async function edge(
    walk: Pick<Walk, 'survey' | 'direction' | 'until'>,
    from: number | null,
    size: number,
  ): Promise<number | null> {
    const found = await sql<{
      seq: number
    }>`select s.seq from surveys.submission s where ${within(walk, from)}
      ${order(walk)} offset ${size - 1} limit 1`.execute(tx)
    return found.rows[0]?.seq ?? null
  }

  async function plain(walk: Walk): Promise<Walked> {
    const found = await sql<StoredRow>`select ${fields(walk.sealed)} from surveys.submission s
      where ${within(walk, walk.from)} ${order(walk)} limit ${walk.limit}`.execute(tx)
    const { rows } = found
    const last = rows.at(-1)?.seq ?? walk.from
    return { rows, looked: rows.length, last, ended: rows.length < walk.limit }
  }

  return {
    /** Up to `limit` rows that fit. `ended`: there is nothing beyond `last`. Not full and not ended: time was up. */
    async walk(walk: Walk): Promise<Walked> {
      if (walk.conditions.length === 0) return plain(walk)
      const started = performance.now()
      const rows: StoredRow[] = []
      let from = walk.from
      let looked = 0
      for (let size = firstWindow; ; size = Math.min(size * 4, widestWindow)) {
        const found = await window(walk, from, walk.limit - rows.length, size)
        rows.push(...found)
        if (rows.length === walk.limit)
          return { rows, looked: looked + found.length, last: rows.at(-1)?.seq ?? from, ended: false }
        const end = await edge(walk, from, size)
        looked += size
        if (end === null) return { rows, looked, last: rows.at(-1)?.seq ?? from, ended: true }
        from = end
        if (performance.now() - started > walk.patience) return { rows, looked, last: from, ended: false }
      }
    },
    /** The sequence after which so many submissions are behind, counted from the oldest; null when there are not as many. */
    passed: (survey: string, count: number): Promise<number | null> =>
      edge({ survey, direction: 'up' }, null, count),
    /** How many there are; only asked where a survey is small enough to count. */
    async count(survey: string, conditions: readonly Sql[]): Promise<number> {
      const found = await sql<{ count: number }>`select count(*)::int as count from surveys.submission s
        where ${within({ survey, direction: 'down' }, null)} and ${all(conditions)}`.execute(tx)
      return found.rows[0]?.count ?? 0
    },
    /** The newest and oldest sequence of a survey; null when it has no submissions. */
    async ends(survey: string): Promise<{ first: number; last: number } | null> {
      const at = within({ survey, direction: 'down' }, null)
      const found = await sql<{ first: number | null; last: number | null }>`select
        (select s.seq from surveys.submission s where ${at} order by s.seq limit 1) as first,
        (select s.seq from surveys.submission s where ${at} order by s.seq desc limit 1) as last`.execute(tx)
      const { first = null, last = null } = found.rows[0] ?? {}
      return first === null || last === null ? null : { first, last }
    },
  }
}
