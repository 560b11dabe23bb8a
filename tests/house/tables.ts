// What a migrated database says about its own tables: whose they are, and what stands around them.
import type { Database } from '../../src/platform/server/database/database.ts'
import type { TablePlan } from '../../src/platform/server/database/plan.ts'

export type Table = {
  name: string
  /** Row-level security is on, also for the owner, and at least one policy is there. */
  walled: boolean
  ofVillage: boolean
  key: string[]
}

export async function tablesOf(database: Database): Promise<Table[]> {
  const { rows } = await database.pool.query<Table>(`
    select n.nspname || '.' || c.relname as name,
      c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid) as walled,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'village_code') as "ofVillage",
      array(select a.attname::text from pg_index i, unnest(i.indkey) with ordinality k (attnum, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary order by k.place) as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
      and n.nspname not like 'pg\\_%'
    order by 1`)
  return rows
}

/** The list of migrations itself is kept by the ground that migrations stand on. */
const own = new Set(['platform.migration'])

/** Every way in which tables and plan disagree, or a village's rows stand open; empty when all is well. */
export function tableFaults(tables: readonly Table[], plan: readonly TablePlan[]): string[] {
  const names = new Set(tables.map(({ name }) => name))
  const planned = new Map(plan.map(({ table, kind }) => [table, kind]))
  const ofTables = tables.flatMap(({ name, walled, ofVillage, key }) => {
    if (own.has(name)) return []
    const kind = planned.get(name)
    if (!kind) return [`${name}: in no plan`]
    if (kind !== 'place') return ofVillage ? [`${name}: a village's rows in a ${kind} table`] : []
    return [
      ...(walled ? [] : [`${name}: no wall around its villages`]),
      ...(key[0] === 'district_code' ? [] : [`${name}: its key begins with ${key[0] ?? 'nothing'}`]),
    ]
  })
  const lost = [...planned.keys()]
    .filter((name) => !names.has(name))
    .map((name) => `${name}: planned, not made`)
  return [...ofTables, ...lost]
}
