import { readFile } from 'node:fs/promises'
import type { Database } from './database.ts'
import { placeColumn, type TablePlan } from './plan.ts'

export type PortabilityIssue = { table: string; message: string }

/**
 * What in the schema would be refused by another of our engines: one issue per fault, none for a schema
 * that runs everywhere. Reads the catalogue of a migrated database, so it needs no Citus.
 */
export async function portabilityIssues(
  database: Database,
  plan: readonly TablePlan[],
): Promise<PortabilityIssue[]> {
  const lint = await readFile(new URL('./portability-lint.sql', import.meta.url), 'utf8')
  const client = await database.pool.connect()
  try {
    await client.query('begin')
    await client.query(
      `create temporary table dist_plan on commit drop as
       select name, to_regclass(name) as rel, kind, col::name
       from unnest($1::text[], $2::text[], $3::text[]) as planned (name, kind, col)`,
      [plan.map(({ table }) => table), plan.map(({ kind }) => kind), plan.map(placeColumn)],
    )
    return (await client.query<PortabilityIssue>(lint)).rows
  } finally {
    await client.query('rollback')
    client.release()
  }
}
