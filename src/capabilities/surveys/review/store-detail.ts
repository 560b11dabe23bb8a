// One submission as a reviewer reads it: answers, events, editions, differences, files.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/db.ts'
import type { Dataset } from '../registry/entities.ts'
import type { SubmissionState } from '../submission.ts'
import type { Attachment, Event } from './questions.ts'

export type At = { tx: Tx; district: string; place: string }

export type FoundEvent = {
  id: string
  at: Date
  by: string
  what: Event['what']
  state: SubmissionState | null
  sealed: Buffer | null
}
export type FoundEdition = { instance: string; at: Date; by: string; xml: Buffer }

export function detailStore({ tx, district, place }: At) {
  const of = (submission: string) =>
    sql`district_code = ${district} and village_code = ${place} and submission_id = ${submission}`
  return {
    async answers(submission: string): Promise<{ open: Record<string, unknown>; sealed: Buffer } | null> {
      const found = await sql<{
        open: Record<string, unknown>
        sealed: Buffer
      }>`select answers as open, sealed
        from surveys.submission
        where district_code = ${district} and village_code = ${place} and id = ${submission}`.execute(tx)
      return found.rows[0] ?? null
    },
    async events(submission: string): Promise<FoundEvent[]> {
      const found = await sql<FoundEvent>`select id, at, by, what, state, sealed from surveys.event
        where ${of(submission)} order by at, id`.execute(tx)
      return found.rows
    },
    /** Oldest first. */
    async editions(submission: string): Promise<FoundEdition[]> {
      const found =
        await sql<FoundEdition>`select instance, submitted_at as at, created_by as by, xml from surveys.edition
        where ${of(submission)} order by seq`.execute(tx)
      return found.rows
    },
    async conflicts(
      submission: string,
    ): Promise<{ id: string; dataset: Dataset; entity: string; sealed: Buffer }[]> {
      const found = await sql<{ id: string; dataset: Dataset; entity: string; sealed: Buffer }>`
        select id, dataset, entity_id as entity, sealed from surveys.conflict
        where ${of(submission)} and settled_at is null order by id`.execute(tx)
      return found.rows
    },
    async attachments(submission: string): Promise<Attachment[]> {
      const found =
        await sql<Attachment>`select a.name, a.file_id as file, f.media_type as "mediaType", a.bytes
        from surveys.attachment a
        left join platform.file f on f.district_code = ${district} and f.village_code = ${place}
          and f.id = a.file_id
        where a.district_code = ${district} and a.village_code = ${place} and a.submission_id = ${submission}
        order by a.name`.execute(tx)
      return found.rows
    },
  }
}
