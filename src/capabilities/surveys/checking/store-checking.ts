// Submissions that the engine has not looked at yet, and what it found.
import { sql } from 'kysely'
import { manyDistricts } from '../../../platform/server/database/plan.ts'
import type { Tx } from '../../../platform/server/db.ts'
import type { Doubt } from '../submission.ts'

export type Unchecked = { id: string; instance: string; form: string; xml: Buffer }
export type Found = { id: string; instance: string; doubts: readonly Doubt[] }

const within = (districts: readonly string[] | undefined) =>
  districts ? sql`and district_code = any(${[...districts]}::text[])` : sql``

/** Villages with something to check, of these districts, or of the whole nation. */
export async function villagesWaiting(tx: Tx, districts?: readonly string[]): Promise<string[]> {
  const found = await sql<{
    place: string
  }>`${sql.raw(manyDistricts)}select distinct village_code as place from surveys.submission
    where checked_at is null ${within(districts)} limit 200`.execute(tx)
  return found.rows.map((row) => row.place)
}

export type Waiting = { count: number; oldest: Date | null }

/** How many wait to be checked, counted up to `most`, and since when; in these districts, or in the whole nation. */
export async function waitingInAll(tx: Tx, most: number, districts?: readonly string[]): Promise<Waiting> {
  const found =
    await sql<Waiting>`${sql.raw(manyDistricts)}select count(*)::int as count, min(submitted_at) as oldest
    from (select submitted_at from surveys.submission where checked_at is null ${within(districts)} limit ${most}) s`.execute(
      tx,
    )
  return found.rows[0] ?? { count: 0, oldest: null }
}

type At = { tx: Tx; district: string; place: string }

export function checkingStore({ tx, district, place }: At) {
  return {
    /** The oldest of a village, by their newest edition. */
    async waiting(most: number): Promise<Unchecked[]> {
      const found =
        await sql<Unchecked>`select s.id, s.instance, s.form_key as form, e.xml from surveys.submission s
        join surveys.edition e on e.district_code = ${district} and e.village_code = ${place}
          and e.submission_id = s.id and e.instance = s.instance
        where s.district_code = ${district} and s.village_code = ${place} and s.checked_at is null
        order by s.seq limit ${most}`.execute(tx)
      return found.rows
    },
    /**
     * Notes what was found, in the place of what was found before; passes over those edited meanwhile. Gives the ids of
     * those noted.
     */
    async note(found: readonly Found[], codes: readonly string[], now: Date): Promise<Set<string>> {
      const ids = found.map((each) => each.id)
      const noted = await sql<{ id: string }>`update surveys.submission s set checked_at = ${now}, doubts = (
          select coalesce(jsonb_agg(d), '[]'::jsonb) from jsonb_array_elements(s.doubts) d
          where not (d->>'code' = any(${[...codes]}::text[]))) || u.doubts::jsonb
        from unnest(${ids}::uuid[], ${found.map((each) => each.instance)}::text[],
          ${found.map((each) => JSON.stringify(each.doubts))}::text[]) as u (id, instance, doubts)
        where s.district_code = ${district} and s.village_code = ${place} and s.id = u.id and s.instance = u.instance
          and s.checked_at is null
        returning s.id`.execute(tx)
      return new Set(noted.rows.map((row) => row.id))
    },
  }
}
