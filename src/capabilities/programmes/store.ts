// The tables of programmes. The only file that names them, with door.ts.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Day, today } from '../../kernel/day.ts'
import type { Facts } from '../../kernel/facts.ts'
import { covers, districtOf, zoneOf } from '../../kernel/place-code.ts'
import type { Task } from '../../platform/server/capability.ts'
import type { Tx } from '../../platform/server/db.ts'
import type { EvidenceGrade, Programme, Words } from './definition.ts'
import type { EnrolmentRow } from './enrolment.ts'
import { canBeLate, lateFrom, never } from './late-from.ts'
import { recount, type Standing } from './store-totals.ts'
import { readOn, type Told, toldOf } from './told.ts'

export const villageWide = '00000000-0000-0000-0000-000000000000'
export type Stored = Omit<EnrolmentRow, never> & { place: string }
type StoredFact = { name: string; value: Facts[string]['value']; records: Facts[string]['records'] }

const factsOf = (rows: readonly StoredFact[]): Facts =>
  Object.fromEntries(rows.map(({ name, value, records }) => [name, { value, records }]))

// The site under its first name in the table, when only settlements under Places were known.
export const columns = sql`id, case when settlement_id is not null
    then jsonb_build_object('id', settlement_id, 'name', subject_name) end as subject,
  programme_key as programme, status, started_on as "startedOn", ended_on as "endedOn", category, eligibility,
  numbers, actuals, customary, adopted, stages, history, facilitator, version, village_code as place`
const json = (value: object) => sql`${JSON.stringify(value)}::jsonb`

export function rowOf({ place: _, ...row }: Stored): EnrolmentRow {
  return row
}

export function enrolmentStore(tx: Tx, district: string, place: string) {
  /** Facts are read only where a date counts. */
  async function latenessOf(row: EnrolmentRow): Promise<{ late: Day; binding: boolean }> {
    const programme = await definitionStore(tx).body(row.programme)
    if (!programme) throw new Error(`definition ${row.programme} is gone`)
    const binding = canBeLate(programme, row)
    return { late: binding ? lateFrom(programme, row, await factsOfEnrolment(row.id)) : never, binding }
  }
  async function factsOfEnrolment(enrolment: string): Promise<Facts> {
    const found = await sql<StoredFact>`
      select name, value, records from programmes.fact where district_code = ${district} and village_code = ${place}
      and enrolment_id in (${enrolment}::uuid, ${villageWide}::uuid)`.execute(tx)
    return readOn(factsOf(found.rows), today(zoneOf(place)))
  }
  return {
    async find(id: string): Promise<EnrolmentRow | null> {
      const found = await sql<Stored>`select ${columns} from programmes.enrolment
        where district_code = ${district} and village_code = ${place} and id = ${id} for update`.execute(tx)
      return found.rows[0] ? rowOf(found.rows[0]) : null
    },
    async all(): Promise<EnrolmentRow[]> {
      const found = await sql<Stored>`select ${columns} from programmes.enrolment
        where district_code = ${district} and village_code = ${place} order by created_at`.execute(tx)
      return found.rows.map(rowOf)
    },
    async many(ids: readonly string[]): Promise<EnrolmentRow[]> {
      const found = await sql<Stored>`select ${columns} from programmes.enrolment
        where district_code = ${district} and village_code = ${place} and id = any(${ids})`.execute(tx)
      return found.rows.map(rowOf)
    },
    async add(row: EnrolmentRow, by: string, at: Date): Promise<void> {
      const { late, binding } = await latenessOf(row)
      const { id, subject = null, customary = {}, adopted = {} } = row
      await sql`insert into programmes.enrolment (district_code, village_code, id, settlement_id, subject_name, programme_key,
          status, started_on, ended_on, category, eligibility, numbers, actuals, customary, adopted, stages, history, facilitator,
          version, created_by, created_at, late_from, binding)
        values (${district}, ${place}, ${id}, ${subject?.id ?? null}, ${subject?.name ?? null}, ${row.programme},
          ${row.status}, ${row.startedOn}, ${row.endedOn}, ${row.category}, ${json(row.eligibility)}, ${json(row.numbers)},
          ${json(row.actuals)}, ${json(customary)}, ${json(adopted)}, ${json(row.stages)}, ${json(row.history)}, ${row.facilitator},
          ${row.version}, ${by}, ${at}, ${late}, ${binding})`.execute(tx)
      await recount(tx, district, null, { status: row.status, lateFrom: late })
    },
    async save(row: EnrolmentRow): Promise<void> {
      const { late, binding } = await latenessOf(row)
      const found = await sql<Standing>`select status, late_from as "lateFrom" from programmes.enrolment
        where district_code = ${district} and village_code = ${place} and id = ${row.id} for update`.execute(
        tx,
      )
      await sql`update programmes.enrolment set programme_key = ${row.programme}, status = ${row.status},
          started_on = ${row.startedOn}, ended_on = ${row.endedOn}, category = ${row.category},
          numbers = ${json(row.numbers)}, actuals = ${json(row.actuals)}, customary = ${json(row.customary ?? {})},
          adopted = ${json(row.adopted ?? {})}, binding = ${binding}, stages = ${json(row.stages)}, history = ${json(row.history)}, facilitator = ${row.facilitator},
          version = ${row.version}, late_from = ${late}
        where district_code = ${district} and village_code = ${place} and id = ${row.id}`.execute(tx)
      await recount(tx, district, found.rows[0] ?? null, { status: row.status, lateFrom: late })
    },
    /** Facts about one enrolment: its own, and those of the village as a whole. */
    facts: factsOfEnrolment,
    /** After facts of an enrolment (null: of the village) changed: a step that is done is late no more, one undone may be. */
    async reckon(enrolment: string | null): Promise<void> {
      const found = await sql<
        Stored & { lateFrom: Day }
      >`select ${columns}, late_from as "lateFrom" from programmes.enrolment
        where district_code = ${district} and village_code = ${place} and status = 'started' and binding
        and (${enrolment}::uuid is null or id = ${enrolment}::uuid) for update`.execute(tx)
      for (const { lateFrom: before, ...stored } of found.rows) {
        const row = rowOf(stored)
        const { late } = await latenessOf(row)
        if (late === before) continue
        await sql`update programmes.enrolment set late_from = ${late}
          where district_code = ${district} and village_code = ${place} and id = ${row.id}`.execute(tx)
        await recount(
          tx,
          district,
          { status: row.status, lateFrom: before },
          { status: row.status, lateFrom: late },
        )
      }
    },
  }
}

export type DefinitionRow = {
  key: string
  id: string
  version: number
  place: string
  scope: string
  title: Words
  edition: Words
  /** Who organises its first step. */
  organiser: Words
  /** Ids of programmes that are not taken up any more because of this one. */
  replaces: string[]
  /** With the title of its source. */
  era: { from: number; to: number | null; source: string | null; evidence: EvidenceGrade | null }
  /** Its kinds of surveys, as the definition has them. */
  surveys: { id: string; title: Words }[]
}

/** By this a text is known to be stored already. */
export const textDigest = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The key of a definition: the same for the same id, version and place on every server. */
export function definitionKey(id: string, version: number, place: string): string {
  const hex = createHash('sha256').update(`programme:${id}@${version}@${place}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const described = sql`key, id, version, place, scope, title, coalesce(body->'replaces', '[]') as replaces,
  body->'edition' as edition, body->'stages'->0->'steps'->0->'organiser'->'text' as organiser,
  jsonb_build_object('from', body->'era'->'from', 'to', body->'era'->'to', 'evidence', body->'era'->'evidence',
    'source', body->'sources'->(body->'era'->>'source')->'title') as era,
  jsonb_path_query_array(body, '$.kinds.surveys[*]') as surveys`

/** The definitions that a programme's places may take up instead of it: those that say they replace it. */
export const replacing = <Row extends Pick<DefinitionRow, 'replaces'>>(
  rows: readonly Row[],
  id: string,
): Row[] => rows.filter((row) => row.replaces.includes(id))

type Remembered = { sha256: string; body: Programme }
/** Definitions are a hundred kilobytes each as text, and more than these are seldom at work in one house. */
const rememberedMost = 30
/** By key, the one asked for last at the end. A key and the digest of its text always mean the same. */
const remembered = new Map<string, Remembered>()

function remember(key: string, each: Remembered): Programme {
  remembered.delete(key)
  remembered.set(key, each)
  const [oldest] = remembered.keys()
  if (remembered.size > rememberedMost && oldest) remembered.delete(oldest)
  return each.body
}

/** Many share it: whoever changed it would change it for all. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}

export const definitionStore = (tx: Tx) => ({
  async body(key: string): Promise<Programme | null> {
    return (await definitionStore(tx).bodies([key])).get(key) ?? null
  },
  async find(key: string): Promise<(DefinitionRow & { body: Programme }) | null> {
    const found = await sql<DefinitionRow & { body: Programme }>`
      select ${described}, body from programmes.definition where key = ${key}`.execute(tx)
    return found.rows[0] ?? null
  },
  /** Of those that are remembered only the digest is read. */
  async bodies(keys: readonly string[]): Promise<Map<string, Programme>> {
    const known = new Map(keys.map((key) => [key, remembered.get(key)]))
    const found = await sql<{ key: string; sha256: string; body: Programme | null }>`
      select d.key, d.sha256, case when d.sha256 = u.known then null else d.body end as body
      from unnest(${[...known.keys()]}::uuid[], ${[...known.values()].map((each) => each?.sha256 ?? '')}::text[]) as u (key, known)
      join programmes.definition d on d.key = u.key`.execute(tx)
    const bodyOf = (key: string, sha256: string, body: Programme | null) =>
      remember(key, body ? { sha256, body: frozen(body) } : (known.get(key) as Remembered))
    return new Map(found.rows.map(({ key, sha256, body }) => [key, bodyOf(key, sha256, body)]))
  },
  /** Those that hold at a place: imported at it or above it, or shipped. */
  async holdingAt(places: readonly string[]): Promise<DefinitionRow[]> {
    const found = await sql<DefinitionRow>`select ${described} from programmes.definition
      where place = any(${places}) order by id, version desc, place`.execute(tx)
    return found.rows
  },
  /** Every version of these programmes that holds at a place, or below it. */
  async keysOf(ids: readonly string[], place: string): Promise<string[]> {
    const found = await sql<{ key: string; place: string }>`select key, place from programmes.definition
      where id = any(${[...ids]})`.execute(tx)
    return found.rows.flatMap((row) =>
      covers(row.place, place) || covers(place, row.place) ? [row.key] : [],
    )
  },
  /** Digests of the texts stored for a place. */
  async digestsAt(place: string): Promise<Set<string>> {
    const found = await sql<{
      sha256: string
    }>`select sha256 from programmes.definition where place = ${place}`.execute(tx)
    return new Set(found.rows.map((row) => row.sha256))
  },
  /** Adds a definition. Gives false when this version was stored already with the same text. */
  async add(
    programme: Programme,
    place: string,
    text: string,
    by: string | null,
    at: Date,
  ): Promise<'added' | 'same' | 'differs'> {
    const key = definitionKey(programme.id, programme.version, place)
    const sha = textDigest(text)
    const added =
      await sql`insert into programmes.definition (key, id, version, place, title, scope, body, sha256, imported_by, imported_at)
      values (${key}, ${programme.id}, ${programme.version}, ${place}, ${JSON.stringify(programme.title)}::jsonb, ${programme.scope},
        ${JSON.stringify(programme)}::jsonb, ${sha}, ${by}, ${at}) on conflict (id, version, place) do nothing
      returning key`.execute(tx)
    if (added.rows.length === 1) return 'added'
    const known = await sql<{
      sha256: string
    }>`select sha256 from programmes.definition where key = ${key}`.execute(tx)
    return known.rows[0]?.sha256 === sha ? 'same' : 'differs'
  },
})

/** The id of what a giver tells about an enrolment, for the feed; the migration of 2026-11-29 makes the same. */
export function toldId(enrolment: string, giver: string): string {
  const hex = createHash('md5').update(`${enrolment} ${giver}`).digest('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** What was told at a village, by the ids above; a giver that has nothing to tell any more tells no facts. */
export async function toldAt(
  tx: Tx,
  district: string,
  place: string,
  ids: readonly string[],
): Promise<Told[]> {
  const found = await sql<{ id: string; enrolment: string; giver: string; facts: StoredFact[] }>`
    select md5(enrolment_id::text || ' ' || giver)::uuid as id, enrolment_id as enrolment, giver,
      json_agg(json_build_object('name', name, 'value', value, 'records', records) order by name) as facts
    from programmes.fact where district_code = ${district} and village_code = ${place}
      and md5(enrolment_id::text || ' ' || giver)::uuid = any(${[...ids]}::uuid[]) group by 1, 2, 3`.execute(
    tx,
  )
  const byId = new Map(found.rows.map((row) => [row.id, row]))
  return ids.map((id) => {
    const { enrolment = villageWide, giver = '', facts = [] } = byId.get(id) ?? {}
    return toldOf(id, enrolment === villageWide ? null : enrolment, giver, factsOf(facts))
  })
}

// Whose task a programme is, as its definition says: asked by the doors of the platform (platform/server/tasks.ts).
const taskColumns = sql`coalesce(d.body -> 'agencies', '[]'::jsonb) as kinds, d.title`

/** Of these enrolments of a village, or of all. */
export async function tasksAt(tx: Tx, place: string, ids: readonly string[] | null): Promise<Task[]> {
  const found = await sql<Task>`select e.id, ${taskColumns} from programmes.enrolment e
    join programmes.definition d on d.key = e.programme_key
    where e.district_code = ${districtOf(place)} and e.village_code = ${place}
      and (${ids === null} or e.id = any(${[...(ids ?? [])]}::uuid[]))`.execute(tx)
  return found.rows
}

/** Of these definitions, by key. */
export async function tasksOf(tx: Tx, keys: readonly string[]): Promise<Task[]> {
  const found = await sql<Task>`select d.key as id, ${taskColumns} from programmes.definition d
    where d.key = any(${[...keys]}::uuid[])`.execute(tx)
  return found.rows
}
