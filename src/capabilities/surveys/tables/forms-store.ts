// The models of forms, read once: a version of a form is never changed.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/db.ts'
import type { FormModel } from '../../../xlsform/model.ts'
import { type Table, tablesOf } from './columns.ts'

type Known = { tables: readonly Table[]; formId: string; version: string; title: string }

// A form of 1,000 questions is about a megabyte; a process keeps a few dozen surveys' worth.
const most = 40
const kept = new Map<string, Known>()

function keep(key: string, known: Known): Known {
  kept.delete(key)
  kept.set(key, known)
  const oldest = kept.keys().next().value
  if (kept.size > most && oldest !== undefined) kept.delete(oldest)
  return known
}

/** The joined tables of these form versions, the newest named last; read from the database only once. */
export async function tablesOfForms(tx: Tx, forms: readonly string[]): Promise<Known> {
  const key = forms.join()
  const known = kept.get(key)
  if (known) return keep(key, known)
  const found = await sql<{ id: string; model: FormModel; version: string }>`
    select id, model, version from surveys.form where id = any(${[...forms]}::uuid[])`.execute(tx)
  const byId = new Map(found.rows.map((row) => [row.id, row]))
  const newestFirst = [...forms].reverse().flatMap((id) => byId.get(id) ?? [])
  const newest = newestFirst[0]
  return keep(key, {
    tables: tablesOf(newestFirst.map((row) => row.model)),
    formId: newest?.model.formId ?? '',
    version: newest?.version ?? '',
    title: newest?.model.title ?? '',
  })
}

/** The version of each form, by its key. */
export async function versionsOf(tx: Tx, forms: readonly string[]): Promise<Map<string, string>> {
  const found = await sql<{ id: string; version: string }>`
    select id, version from surveys.form where id = any(${[...forms]}::uuid[])`.execute(tx)
  return new Map(found.rows.map((row) => [row.id, row.version]))
}
