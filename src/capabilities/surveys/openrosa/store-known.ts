// What is stored already when a batch comes in.
import { sql } from 'kysely'
import { districtOf } from '../../../kernel/place-code.ts'
import { onOneServer } from '../../../platform/server/append.ts'
import { type ChainHeads, chainHeads } from '../../../platform/server/batch.ts'
import { manyDistricts } from '../../../platform/server/database/plan.ts'
import type { Tx } from '../../../platform/server/db.ts'
import type { SubmissionState } from '../submission.ts'

type At = { tx: Tx; district: string; place: string }

/** An instanceID that is stored, and how its submission stands. */
export type KnownEdition = {
  formId: string
  instance: string
  /** Of its XML, in hexadecimal. */
  digest: string
  submission: string
  /** instanceID of the newest edition. */
  newest: string
  state: SubmissionState
  survey: string
  version: number
  /** Account and device that sent its first edition. */
  by: string
  device: string
}

export type KnownSurvey = {
  id: string
  formId: string
  state: 'open' | 'closed'
  /** Keys of the form versions that may be filled, or were. */
  forms: readonly string[]
  /** Facts are told of it. */
  programme: boolean
}

export type Asked = { place: string; formId: string; instance: string }
export type Known = {
  heads: ChainHeads
  editions: (KnownEdition & { place: string })[] | null
  surveys: (KnownSurvey & { place: string })[] | null
  /** Those of the devices asked for that may send now: device and its place. */
  devices: { id: string; place: string }[] | null
  /** Those of the ids asked for that have a key, or had one: under them nothing new is sealed. */
  taken: { place: string; id: string }[] | null
}

type Fresh = { place: string; id: string }

/**
 * Everything that must be known of the places of a batch, in one question; on a cluster in one for each district, whose server answers
 * it. Their locks are held.
 */
export async function askKnown(
  tx: Tx,
  asked: readonly Asked[],
  fresh: readonly Fresh[],
  devices: readonly string[],
): Promise<Known> {
  const districts = [...new Set(asked.map(({ place }) => districtOf(place)))]
  const [one] = districts
  if (one !== undefined && (districts.length === 1 || onOneServer(tx)))
    return askThere(tx, districts.length === 1 ? one : null, asked, fresh, devices)
  const within = (district: string) => (each: { place: string }) => districtOf(each.place) === district
  // Sent one after the other without waiting in between.
  const known = await Promise.all(
    districts.map((district) =>
      askThere(tx, district, asked.filter(within(district)), fresh.filter(within(district)), devices),
    ),
  )
  return {
    heads: Object.assign({}, ...known.map(({ heads }) => heads)),
    editions: known.flatMap(({ editions }) => editions ?? []),
    surveys: known.flatMap(({ surveys }) => surveys ?? []),
    devices: known[0]?.devices ?? null,
    taken: known.flatMap(({ taken }) => taken ?? []),
  }
}

/** Of places of this district; null: of several. */
async function askThere(
  tx: Tx,
  only: string | null,
  asked: readonly Asked[],
  fresh: readonly Fresh[],
  devices: readonly string[],
): Promise<Known> {
  const district = only === null ? sql<string>`left(u.place, 8)` : sql<string>`${only}`
  const places = [...new Set(asked.map(({ place }) => place))]
  const forms = [...new Map(asked.map((each) => [`${each.place}\n${each.formId}`, each])).values()]
  const found =
    await sql<Known>`${sql.raw(only === null ? manyDistricts : '')}select ${chainHeads(district, places)} as heads,
    (select jsonb_agg(jsonb_build_object('place', u.place, 'formId', e.form_id, 'instance', e.instance,
        'digest', encode(e.xml_sha256, 'hex'), 'submission', s.id, 'newest', s.instance, 'state', s.state,
        'survey', s.survey_id, 'version', s.version, 'by', s.created_by, 'device', s.device))
      from unnest(${asked.map(({ place }) => place)}::text[],
        ${asked.map(({ formId }) => formId)}::text[], ${asked.map(({ instance }) => instance)}::text[])
        as u (place, form_id, instance)
      -- limit keeps it a look-up by key for each, also where nothing is known yet of the size of the table
      cross join lateral (select form_id, instance, xml_sha256, submission_id from surveys.edition
        where district_code = ${district} and village_code = u.place and form_id = u.form_id and instance = u.instance
        limit 1) e
      cross join lateral (select id, instance, state, survey_id, version, created_by, device from surveys.submission
        where district_code = ${district} and village_code = u.place and id = e.submission_id limit 1) s) as editions,
    (select jsonb_agg(jsonb_build_object('place', u.place, 'id', s.id, 'formId', s.form_id, 'state', s.state,
        'forms', (s.body -> 'versions') || to_jsonb(s.form_key),
        'programme', s.enrolment_id is not null))
      from unnest(${forms.map(({ place }) => place)}::text[],
        ${forms.map(({ formId }) => formId)}::text[]) as u (place, form_id)
      -- offset keeps it a look-up too
      cross join lateral (select id, form_id, state, body, form_key, enrolment_id from surveys.survey
        where district_code = ${district} and village_code = u.place and form_id = u.form_id offset 0) s) as surveys,
    (select jsonb_agg(jsonb_build_object('id', d.id, 'place', d.place)) from surveys.device d
      where d.id = any(${[...devices]}::uuid[]) and d.revoked_at is null) as devices,
    (select jsonb_agg(jsonb_build_object('place', u.place, 'id', u.id))
      from unnest(${fresh.map(({ place }) => place)}::text[],
        ${fresh.map(({ id }) => id)}::uuid[]) as u (place, id)
      cross join lateral (select from platform.person_key p where p.district_code = ${district}
        and p.village_code = u.place and p.subject_id = u.id limit 1) k) as taken`.execute(tx)
  return found.rows[0] as Known
}

/** What is stored before a batch is taken in. */
export function knownStore({ tx, district, place }: At) {
  return {
    /** What is sealed of a submission now: its reviewer's words outlive an edit. */
    async sealed(id: string): Promise<Buffer | null> {
      const found = await sql<{ sealed: Buffer }>`select sealed from surveys.submission
        where district_code = ${district} and village_code = ${place} and id = ${id}`.execute(tx)
      return found.rows[0]?.sealed ?? null
    },
    /** The households that submissions are about. */
    async households(ids: readonly string[]): Promise<{ survey: string; household: string }[]> {
      if (ids.length === 0) return []
      const found = await sql<{ survey: string; household: string }>`
        select distinct survey_id as survey, household_id as household from surveys.submission
        where district_code = ${district} and village_code = ${place} and id = any(${[...ids]}::uuid[])
          and household_id is not null`.execute(tx)
      return found.rows
    },
    /** The files that submissions have: name and digest. */
    async attached(
      ids: readonly string[],
    ): Promise<{ submission: string; name: string; sha256: string | null }[]> {
      const found = await sql<{ submission: string; name: string; sha256: string | null }>`
        select submission_id as submission, name, sha256 from surveys.attachment
        where district_code = ${district} and village_code = ${place} and submission_id = any(${[...ids]}::uuid[])`.execute(
        tx,
      )
      return found.rows
    },
  }
}
