// The tables that a batch of submissions is taken into. Each statement takes the whole batch; those that only write are
// not waited for.
import { sql } from 'kysely'
import { districtOf } from '../../../kernel/place-code.ts'
import { manyDistricts } from '../../../platform/server/database/plan.ts'
import { atOnce } from '../../../platform/server/database/swift-pool.ts'
import type { Tx } from '../../../platform/server/db.ts'
import type { Doubt, SubmissionState } from '../submission.ts'

type At = { tx: Tx; district: string; place: string }

export type NewSubmission = {
  place: string
  id: string
  survey: string
  form: string
  seq: number
  instance: string
  source: 'rembug' | 'openrosa'
  device: string
  by: string
  startedAt: Date | null
  endedAt: Date | null
  answers: unknown
  sealed: Buffer
  missing: number
  doubts: readonly Doubt[]
}
export type NewEdition = {
  place: string
  formId: string
  instance: string
  submission: string
  replaced: string | null
  seq: number
  by: string
  xml: Buffer
  digest: Buffer
}
export type Named = {
  submission: string
  name: string
  file: { id: string; bytes: number; sha256: string } | null
}
export type Counting = {
  place: string
  survey: string
  received: number
  edited: number
  left: Partial<Record<SubmissionState, number>>
}

/** A column of rows that become an array for unnest. */
const column =
  <T>(rows: readonly T[]) =>
  <V>(read: (row: T) => V): V[] =>
    rows.map(read)
const fast = sql.raw(atOnce)

/** Many bytes as one value, which travels as it is; in an array they would be written out and read back as text. */
function packed(parts: readonly Buffer[]) {
  let at = 1
  const starts = parts.map((part) => {
    const start = at
    at += part.length
    return start
  })
  return { bytes: Buffer.concat(parts), starts, lengths: parts.map((part) => part.length) }
}

/** New submissions, of whichever villages. */
export async function addSubmissions(tx: Tx, rows: readonly NewSubmission[], now: Date): Promise<void> {
  if (rows.length === 0) return
  const of = column(rows)
  const sealed = packed(of((r) => r.sealed))
  await sql`${fast}${sql.raw(manyDistricts)}insert into surveys.submission (district_code, village_code, id, survey_id, form_key, seq,
      root_instance, instance, state, returned, household_id, local_place_id, source, device, created_by, submitted_at,
      started_at, ended_at, answers, sealed, missing, doubts, checked_at, version)
    select u.district, u.place, u.id, u.survey, u.form, u.seq, u.instance, u.instance, 'received', false, null, null,
      u.source, u.device, u.by, ${now}, u.started_at, u.ended_at, p.answers -> (u.n - 1)::int,
      substring(p.sealed from u.sealed_at for u.sealed_length), u.missing, p.doubts -> (u.n - 1)::int, null, 1
    from unnest(${of((r) => districtOf(r.place))}::text[], ${of((r) => r.place)}::text[], ${of((r) => r.id)}::uuid[],
      ${of((r) => r.survey)}::uuid[], ${of((r) => r.form)}::uuid[], ${of((r) => r.seq)}::bigint[],
      ${of((r) => r.instance)}::text[], ${of((r) => r.source)}::text[], ${of((r) => r.device)}::text[],
      ${of((r) => r.by)}::uuid[], ${of((r) => r.startedAt)}::timestamptz[], ${of((r) => r.endedAt)}::timestamptz[],
      ${sealed.starts}::int[], ${sealed.lengths}::int[], ${of((r) => r.missing)}::int[]) with ordinality
      as u (district, place, id, survey, form, seq, instance, source, device, by, started_at, ended_at, sealed_at,
        sealed_length, missing, n),
      (select ${JSON.stringify(of((r) => r.answers))}::jsonb as answers, ${sealed.bytes}::bytea as sealed,
        ${JSON.stringify(of((r) => r.doubts))}::jsonb as doubts) p returning 1`.execute(tx)
}

/** What came as it came, of whichever villages. */
export async function addEditions(tx: Tx, rows: readonly NewEdition[], now: Date): Promise<void> {
  if (rows.length === 0) return
  const of = column(rows)
  const xml = packed(of((r) => r.xml))
  await sql`${fast}${sql.raw(manyDistricts)}insert into surveys.edition (district_code, village_code, form_id, instance, submission_id, replaced,
      seq, submitted_at, created_by, xml, xml_sha256)
    select u.district, u.place, u.form_id, u.instance, u.submission, u.replaced, u.seq, ${now}, u.by,
      substring(p.xml from u.xml_at for u.xml_length), substring(p.digests from u.n::int * 32 - 31 for 32)
    from unnest(${of((r) => districtOf(r.place))}::text[], ${of((r) => r.place)}::text[],
      ${of((r) => r.formId)}::text[], ${of((r) => r.instance)}::text[], ${of((r) => r.submission)}::uuid[],
      ${of((r) => r.replaced)}::text[], ${of((r) => r.seq)}::bigint[], ${of((r) => r.by)}::uuid[],
      ${xml.starts}::int[], ${xml.lengths}::int[]) with ordinality
      as u (district, place, form_id, instance, submission, replaced, seq, by, xml_at, xml_length, n),
      (select ${xml.bytes}::bytea as xml, ${Buffer.concat(of((r) => r.digest))}::bytea as digests) p
    returning 1`.execute(tx)
}

/** Moves the roll-ups beside the surveys. */
export async function count(tx: Tx, rows: readonly Counting[]): Promise<void> {
  if (rows.length === 0) return
  const of = column(rows)
  await sql`${fast}${sql.raw(manyDistricts)}update surveys.survey s set received = s.received + u.received, edited = s.edited + u.edited,
      has_issues = s.has_issues - u.has_issues, approved = s.approved - u.approved, rejected = s.rejected - u.rejected
    from unnest(${of((r) => districtOf(r.place))}::text[], ${of((r) => r.place)}::text[], ${of((r) => r.survey)}::uuid[],
      ${of((r) => r.received - (r.left.received ?? 0))}::int[], ${of((r) => r.edited - (r.left.edited ?? 0))}::int[],
      ${of((r) => r.left['has-issues'] ?? 0)}::int[], ${of((r) => r.left.approved ?? 0)}::int[],
      ${of((r) => r.left.rejected ?? 0)}::int[])
      as u (district, place, id, received, edited, has_issues, approved, rejected)
    where s.district_code = any(${[...new Set(of((r) => districtOf(r.place)))]}::text[])
      and s.district_code = u.district and s.village_code = u.place and s.id = u.id`.execute(tx)
}

/** What else a batch stores in a village. */
export function takeInStore({ tx, district, place }: At) {
  const here = sql`${district}, ${place}`
  return {
    /** The newest edition takes the place of the one before; its file names are all that is still expected. */
    async edit(row: NewSubmission & { files: readonly string[]; event: string }, now: Date): Promise<void> {
      await sql`${fast}update surveys.submission set form_key = ${row.form}, instance = ${row.instance}, state = 'edited',
          returned = false, started_at = ${row.startedAt}, ended_at = ${row.endedAt},
          answers = ${JSON.stringify(row.answers)}::jsonb, sealed = ${row.sealed},
          doubts = ${JSON.stringify(row.doubts)}::jsonb, checked_at = null, version = version + 1
        where district_code = ${district} and village_code = ${place} and id = ${row.id}`.execute(tx)
      await sql`${fast}delete from surveys.attachment where district_code = ${district} and village_code = ${place}
        and submission_id = ${row.id} and not (name = any(${[...row.files]}::text[]))`.execute(tx)
      await sql`${fast}insert into surveys.event (district_code, village_code, id, submission_id, at, by, what, state, sealed)
        values (${here}, ${row.event}, ${row.id}, ${now}, ${row.by}, 'edited', 'edited', null)`.execute(tx)
    },
    /** Names that are expected, and files that have come; what is here stays when only its name is told again. */
    async attach(rows: readonly Named[]): Promise<void> {
      if (rows.length === 0) return
      const of = column(rows)
      await sql`${fast}insert into surveys.attachment as a (district_code, village_code, submission_id, name, file_id, bytes, sha256)
        select ${here}, u.submission, u.name, u.file, u.bytes, u.sha256
        from unnest(${of((r) => r.submission)}::uuid[], ${of((r) => r.name)}::text[],
          ${of((r) => r.file?.id ?? null)}::uuid[], ${of((r) => r.file?.bytes ?? null)}::bigint[],
          ${of((r) => r.file?.sha256 ?? null)}::text[]) as u (submission, name, file, bytes, sha256)
        on conflict (district_code, village_code, submission_id, name) do update
          set file_id = coalesce(excluded.file_id, a.file_id), bytes = coalesce(excluded.bytes, a.bytes),
            sha256 = coalesce(excluded.sha256, a.sha256)`.execute(tx)
    },
    /** Counts anew how many files are still to come. */
    async countMissing(ids: readonly string[]): Promise<void> {
      if (ids.length === 0) return
      await sql`${fast}update surveys.submission s set missing = (select count(*) from surveys.attachment a
          where a.district_code = ${district} and a.village_code = ${place} and a.submission_id = s.id
            and a.file_id is null)
        where s.district_code = ${district} and s.village_code = ${place} and s.id = any(${[...ids]}::uuid[])`.execute(
        tx,
      )
    },
    /** The households that these submissions are about; a household is counted once for each survey. */
    async visit(
      rows: readonly { submission: string; survey: string; household: string; localPlace: string | null }[],
    ): Promise<void> {
      if (rows.length === 0) return
      const of = column(rows)
      await sql`${fast}update surveys.submission s set household_id = u.household, local_place_id = u.local_place
        from unnest(${of((r) => r.submission)}::uuid[], ${of((r) => r.household)}::uuid[],
          ${of((r) => r.localPlace)}::uuid[]) as u (id, household, local_place)
        where s.district_code = ${district} and s.village_code = ${place} and s.id = u.id`.execute(tx)
      await sql`${fast}with new as (
          insert into surveys.visited (district_code, village_code, survey_id, household_id, submission_id)
          select distinct on (u.survey, u.household) ${here}, u.survey, u.household, u.submission
          from unnest(${of((r) => r.survey)}::uuid[], ${of((r) => r.household)}::uuid[],
            ${of((r) => r.submission)}::uuid[]) as u (survey, household, submission)
          on conflict (district_code, village_code, survey_id, household_id) do nothing
          returning survey_id
        )
        update surveys.survey s set households = s.households + n.rows
        from (select survey_id, count(*)::int as rows from new group by survey_id) n
        where s.district_code = ${district} and s.village_code = ${place} and s.id = n.survey_id`.execute(tx)
    },
  }
}
