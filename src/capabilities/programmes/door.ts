// What higher capabilities may tell and ask programmes, on the server. Evidence flows down: meetings tells
// programmes its facts; programmes never asks meetings.
import { sql } from 'kysely'
import type { Facts } from '../../kernel/facts.ts'
import type { AgencyKind, AgencyOf } from '../../kernel/role.ts'
import type { Changes } from '../../platform/server/capability.ts'
import type { Tx } from '../../platform/server/db.ts'
import { handedOver, type Who } from './changes.ts'
import { type NamedRole, namedRoles, type Programme } from './definition.ts'
import type { EnrolmentRow } from './enrolment.ts'
import { standsStill } from './status.ts'
import { definitionStore, enrolmentStore, tasksAt, toldId, villageWide } from './store.ts'
import { runningBelow } from './store-list.ts'
import { toldCollection } from './told.ts'

export { definitionKey } from './store.ts'

type At = { tx: Tx; place: string; district: string }

/**
 * Replaces all facts that `giver` told about an enrolment (null: about the village as a whole). What is no
 * longer among `facts` is forgotten, so a withdrawn record takes its facts with it. The feed hears of it when a fact changed.
 * What is known of an enrolment that was refused or stopped stands still from its end.
 */
export async function tellFacts(
  at: At & { changes: Pick<Changes, 'touch'> },
  giver: string,
  enrolment: string | null,
  facts: Facts,
): Promise<void> {
  const about = enrolment ?? villageWide
  if (enrolment !== null && (await hasEnded(at, enrolment))) return
  const names = Object.keys(facts)
  const gone = await sql`delete from programmes.fact where district_code = ${at.district}
    and village_code = ${at.place} and enrolment_id = ${about} and giver = ${giver}
    and not (name = any(${names}::text[])) returning name`.execute(at.tx)
  const [told, counts] = await Promise.all([
    names.length > 0 && store(at, giver, about, facts),
    datesCount(at),
  ])
  if (!told && gone.rows.length === 0) return
  at.changes.touch(toldCollection, toldId(about, giver))
  if (counts) await enrolmentStore(at.tx, at.district, at.place).reckon(enrolment)
}

async function hasEnded(at: At, enrolment: string): Promise<boolean> {
  const [row] = await enrolmentStore(at.tx, at.district, at.place).many([enrolment])
  return row !== undefined && standsStill(row)
}

/** Whether a date of any enrolment of the village counts, so that facts may make it late or not (`reckon`). */
async function datesCount(at: At): Promise<boolean> {
  const found = await sql`select 1 from programmes.enrolment where district_code = ${at.district}
    and village_code = ${at.place} and status = 'started' and binding limit 1`.execute(at.tx)
  return found.rows.length > 0
}

/** Gives whether any of them is new or says something else than before. */
async function store(at: At, giver: string, about: string, facts: Facts): Promise<boolean> {
  const values = Object.values(facts).map((fact) => JSON.stringify(fact.value))
  const records = Object.values(facts).map((fact) => JSON.stringify(fact.records))
  const stored = await sql`insert into programmes.fact as f
      (district_code, village_code, enrolment_id, giver, name, value, records)
    select ${at.district}, ${at.place}, ${about}::uuid, ${giver}, u.name, u.value::jsonb, u.records::jsonb
    from unnest(${Object.keys(facts)}::text[], ${values}::text[], ${records}::text[]) as u (name, value, records)
    on conflict (district_code, village_code, enrolment_id, name)
    do update set giver = excluded.giver, value = excluded.value, records = excluded.records
    where (f.giver, f.value, f.records) is distinct from (excluded.giver, excluded.value, excluded.records)
    returning name`.execute(at.tx)
  return stored.rows.length > 0
}

/** An enrolment of this village with the definition it is on, or null when there is none. */
export async function programmeOf(
  at: At,
  enrolment: string,
): Promise<{ row: EnrolmentRow; programme: Programme } | null> {
  const [row] = await enrolmentStore(at.tx, at.district, at.place).many([enrolment])
  const programme = row ? await definitionStore(at.tx).body(row.programme) : null
  return row && programme ? { row, programme } : null
}

/** The roles that the programmes running at and below a place name, each programme with its own titles. */
export async function rolesNamedBelow(tx: Tx, place: string): Promise<NamedRole[][]> {
  const bodies = await definitionStore(tx).bodies(await runningBelow(tx, place))
  return [...bodies.values()].map(namedRoles)
}

/** All that was told about an enrolment, and about its village as a whole. */
export const factsToldOf = (at: At, enrolment: string): Promise<Facts> =>
  enrolmentStore(at.tx, at.district, at.place).facts(enrolment)

/** What a hand-over says: from whose hands, into whose, the note that stays, and the agency whose function it is (null: of none). */
export type HandOver = { from: string; to: string; note: string; agency: AgencyOf | null }

/**
 * Gives the enrolments of this village that have not ended, that `from` or nobody accompanies, and that are the
 * agency's task, into the hands of another facilitator. Gives the ids of those it changed: touch `programmes.enrolment` for each.
 */
export async function handOverEnrolments(at: At, given: HandOver, who: Who): Promise<string[]> {
  const store = enrolmentStore(at.tx, at.district, at.place)
  const tasks = new Map((await tasksAt(at.tx, at.place, null)).map(({ id, kinds }) => [id, kinds]))
  const isTask = (kinds: readonly AgencyKind[] = []) =>
    !given.agency || kinds.length === 0 || kinds.includes(given.agency.kind)
  const theirs = (await store.all()).filter(
    (row) =>
      (row.status === 'draft' || row.status === 'started') &&
      (row.facilitator === null || row.facilitator === given.from) &&
      isTask(tasks.get(row.id)),
  )
  for (const { id } of theirs) {
    const row = await store.find(id)
    if (row) await store.save(handedOver(row, given.to, given.note, who))
  }
  return theirs.map((row) => row.id)
}
