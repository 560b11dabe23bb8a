// What submissions told the registry, and where the two do not agree.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/db.ts'
import { isUniqueViolation } from '../../../platform/server/intake-faults.ts'
import type { Doubt } from '../submission.ts'
import type { Dataset } from './entities.ts'
import type { Telling } from './rules.ts'

export type At = { tx: Tx; district: string; place: string }

export type Taken = Telling & { entity: string; dataset: Dataset; waiting: boolean; sealed: Buffer }

export type OpenConflict = {
  id: string
  submission: string
  dataset: Dataset
  entity: string
  sealed: Buffer
}

/**
 * Registers something under an id that a form chose. Gives 'taken', with all of it undone, when the id is that of a record
 * this village does not see: another village's, or one that was merged or erased.
 */
export async function underId<T>(tx: Tx, register: () => Promise<T>): Promise<T | 'taken'> {
  await sql`savepoint registering`.execute(tx)
  try {
    const made = await register()
    await sql`release savepoint registering`.execute(tx)
    return made
  } catch (error) {
    await sql`rollback to savepoint registering`.execute(tx)
    if (isUniqueViolation(error)) return 'taken'
    throw error
  }
}

export function registryStore({ tx, district, place }: At) {
  return {
    /** All that was ever told of these entities, and all that this submission told, oldest submission first. */
    async tellings(entities: readonly string[], submission: string | null = null): Promise<Taken[]> {
      const found = await sql<Taken>`select submission_id as submission, entity_id as entity, dataset, action,
          branch_id as "branchId", trunk_version as "trunkVersion", base_version as "baseVersion", properties, made,
          waiting, sealed
        from surveys.taken where district_code = ${district} and village_code = ${place}
          and (entity_id = any(${[...entities]}::uuid[]) or submission_id = ${submission}::uuid)
        order by submission_id`.execute(tx)
      return found.rows
    },
    async keep(taken: Taken): Promise<void> {
      await sql`insert into surveys.taken (district_code, village_code, submission_id, entity_id, dataset, action, branch_id,
          trunk_version, base_version, properties, made, waiting, sealed)
        values (${district}, ${place}, ${taken.submission}, ${taken.entity}, ${taken.dataset}, ${taken.action},
          ${taken.branchId}, ${taken.trunkVersion}, ${taken.baseVersion}, ${[...taken.properties]}::text[],
          ${[...taken.made]}::int[], ${taken.waiting}, ${taken.sealed})
        on conflict (district_code, village_code, submission_id, entity_id) do update set dataset = excluded.dataset,
          action = excluded.action, branch_id = excluded.branch_id, trunk_version = excluded.trunk_version,
          base_version = excluded.base_version, properties = excluded.properties, made = excluded.made,
          waiting = excluded.waiting, sealed = excluded.sealed`.execute(tx)
    },
    /** The open conflict of a submission about an entity, or by its own id. */
    async openConflict(
      of: { submission: string; entity: string } | { id: string },
    ): Promise<OpenConflict | null> {
      const which =
        'id' in of ? sql`id = ${of.id}` : sql`submission_id = ${of.submission} and entity_id = ${of.entity}`
      const found =
        await sql<OpenConflict>`select id, submission_id as submission, dataset, entity_id as entity, sealed
        from surveys.conflict
        where district_code = ${district} and village_code = ${place} and settled_at is null and ${which}`.execute(
          tx,
        )
      return found.rows[0] ?? null
    },
    async putConflict(conflict: OpenConflict): Promise<void> {
      const { id, submission, dataset, entity, sealed } = conflict
      await sql`insert into surveys.conflict (district_code, village_code, id, submission_id, dataset, entity_id, sealed)
        values (${district}, ${place}, ${id}, ${submission}, ${dataset}, ${entity}, ${sealed})
        on conflict (district_code, id) do update set sealed = excluded.sealed`.execute(tx)
    },
    async settle(id: string, by: string, now: Date): Promise<void> {
      await sql`update surveys.conflict set settled_at = ${now}, settled_by = ${by}
        where district_code = ${district} and village_code = ${place} and id = ${id}`.execute(tx)
    },
    /** What of a submission still waits for a person, or for its entity to come. */
    async standing(submission: string): Promise<{ conflicts: number; waiting: readonly Dataset[] }> {
      const found = await sql<{ conflicts: number; waiting: Dataset[] }>`select
          (select count(*)::int from surveys.conflict where district_code = ${district} and village_code = ${place}
            and submission_id = ${submission} and settled_at is null) as conflicts,
          array(select distinct dataset from surveys.taken where district_code = ${district}
            and village_code = ${place} and submission_id = ${submission} and waiting) as waiting`.execute(tx)
      return found.rows[0] ?? { conflicts: 0, waiting: [] }
    },
    /** Puts doubts of the registry in the place of those it had; what others found stays. */
    async doubt(submission: string, doubts: readonly Doubt[], codes: readonly string[]): Promise<void> {
      await sql`update surveys.submission set doubts = (
          select coalesce(jsonb_agg(d), '[]'::jsonb) || ${JSON.stringify(doubts)}::jsonb
          from jsonb_array_elements(doubts) d where not (d->>'code' = any(${[...codes]}::text[])))
        where district_code = ${district} and village_code = ${place} and id = ${submission}`.execute(tx)
    },
    async note(event: {
      id: string
      submission: string
      by: string
      at: Date
      sealed: Buffer
    }): Promise<void> {
      await sql`insert into surveys.event (district_code, village_code, id, submission_id, at, by, what, state, sealed)
        values (${district}, ${place}, ${event.id}, ${event.submission}, ${event.at}, ${event.by}, 'registry', null,
          ${event.sealed})`.execute(tx)
    },
  }
}
