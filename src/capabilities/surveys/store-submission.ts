// Submissions as phones hold them. What is personal is opened only for those whose task needs it.
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/server/db.ts'
import type { Vault } from '../../platform/server/vault.ts'
import type { SubmissionRow } from './submission.ts'

type At = { tx: Tx; district: string; place: string }

type Found = Omit<SubmissionRow, 'name' | 'point' | 'comment' | 'xml' | 'files' | 'submittedAt'> & {
  submittedAt: Date
  startedAt: Date | null
  endedAt: Date | null
  sealed: Buffer
  files: Record<string, string> | null
}

/** What is sealed beside the open answers, under the submission's own key. */
export type Sealed = {
  answers: Record<string, unknown>
  name: string
  point: [number, number] | null
  comment: string
}

const instant = (at: Date | null) => (at === null ? null : new Date(at).toISOString())

/** Without anything that tells who was asked, and where. */
const nameless = (row: Found): SubmissionRow => {
  const { sealed: _, ...open } = row
  return {
    ...open,
    ...{
      household: null,
      localPlace: null,
      name: '',
      point: null,
      by: '',
      comment: '',
      xml: null,
      files: {},
    },
    startedAt: instant(row.startedAt),
    endedAt: instant(row.endedAt),
    submittedAt: new Date(row.submittedAt).toISOString(),
  }
}

export function submissionStore({ tx, district, place }: At) {
  async function read(where: RawBuilder<unknown>): Promise<Found[]> {
    const found =
      await sql<Found>`select s.id, s.survey_id as survey, s.form_key as form, s.instance, s.state, s.returned,
        s.household_id as household, s.local_place_id as "localPlace", s.created_by as by, s.source,
        s.started_at as "startedAt", s.ended_at as "endedAt", s.submitted_at as "submittedAt", s.missing, s.doubts,
        s.version, s.sealed,
        case when s.returned then (select jsonb_object_agg(a.name, a.file_id) from surveys.attachment a
          where a.district_code = ${district} and a.village_code = ${place} and a.submission_id = s.id
            and a.file_id is not null) end as files
      from surveys.submission s where s.district_code = ${district} and s.village_code = ${place} and ${where}`.execute(
        tx,
      )
    return found.rows
  }

  /** The newest XML of those that are sent back, opened. */
  async function returnedXml(vault: Vault, ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map()
    const found = await sql<{ id: string; xml: Buffer }>`select s.id, e.xml from surveys.submission s
      join surveys.edition e on e.district_code = ${district} and e.village_code = ${place}
        and e.submission_id = s.id and e.instance = s.instance
      where s.district_code = ${district} and s.village_code = ${place} and s.id = any(${[...ids]}::uuid[])`.execute(
      tx,
    )
    return vault.openMany<string>(tx, district, place, new Map(found.rows.map((row) => [row.id, row.xml])))
  }

  return {
    /** Rows for who works in the village and needs no names: how each stands. */
    figures: async (ids: readonly string[]) =>
      (await read(sql`s.id = any(${[...ids]}::uuid[])`)).map(nameless),
    /** Rows for those who work in the village; whole where sent back. */
    async whole(vault: Vault, ids: readonly string[]): Promise<SubmissionRow[]> {
      const rows = await read(sql`s.id = any(${[...ids]}::uuid[])`)
      const sealed = new Map(rows.map((row) => [row.id, row.sealed]))
      const opened = await vault.openMany<Sealed>(tx, district, place, sealed)
      const returned = rows.filter((row) => row.returned).map((row) => row.id)
      const xml = await returnedXml(vault, returned)
      return rows.map((row) => {
        const { name = '', point = null, comment = '' } = opened.get(row.id) ?? {}
        const { household, localPlace, by, files } = row
        return {
          ...nameless(row),
          ...{ household, localPlace, by, name, point, comment },
          files: files ?? {},
          xml: xml.get(row.id) ?? null,
        }
      })
    },
  }
}
