// Forms as devices ask for them.
import { sql } from 'kysely'
import { districtOf } from '../../../kernel/place-code.ts'
import type { Tx } from '../../../platform/server/db.ts'
import { readCsv } from '../../../xlsform/lists/csv.ts'
import type { FormModel } from '../../../xlsform/model.ts'

/** Versions of a form that surveys of the village use or used; those of open surveys, and the newest, first. */
export async function fillableForms(
  tx: Tx,
  place: string,
  formId: string,
): Promise<{ key: string; version: string }[]> {
  const found = await sql<{ key: string; version: string }>`
    select f.id as key, f.version from surveys.survey s
    join surveys.form f on f.id = s.form_key or (s.body -> 'versions') ? f.id::text
    where s.district_code = ${districtOf(place)} and s.village_code = ${place} and s.form_id = ${formId}
      and f.form_id = ${formId}
    order by s.state = 'open' desc, f.id = s.form_key desc, s.created_at desc`.execute(tx)
  return found.rows
}

const silent = { label: {}, media: {}, extra: {} }

/** With the names of lists that stand beside the form: an answer is held against them as against those in it. */
export async function formModel(tx: Tx, key: string): Promise<FormModel> {
  const found = await sql<{ model: FormModel }>`select model from surveys.form where id = ${key}`.execute(tx)
  if (!found.rows[0]) throw new Error(`no form ${key}`)
  const { model } = found.rows[0]
  const made = await sql<{ name: string; bytes: Buffer }>`select name, bytes from surveys.form_file
    where form_id = ${key} and name = any(${[...(model.made ?? [])]}::text[])`.execute(tx)
  const lists = made.rows.map(({ name, bytes }) => {
    const names = readCsv(bytes.toString('utf8')).columns.get('name') ?? []
    return [name, names.map((each) => ({ name: each, ...silent }))] as const
  })
  return { ...model, lists: { ...model.lists, ...Object.fromEntries(lists) } }
}

export type OpenForm = {
  key: string
  formId: string
  version: string
  title: string
  md5: string
  asked: readonly string[]
}

/** The forms of the village's open surveys, in the version that is filled now. */
export async function openForms(tx: Tx, place: string): Promise<OpenForm[]> {
  const found = await sql<OpenForm>`
    select f.id as key, f.form_id as "formId", f.version, s.body ->> 'title' as title, f.md5, f.model -> 'files' as asked
    from surveys.survey s join surveys.form f on f.id = s.form_key
    where s.district_code = ${districtOf(place)} and s.village_code = ${place} and s.state = 'open'
    order by s.created_at, s.id`.execute(tx)
  return found.rows
}

/** The exact XForm, when a survey of the village uses or used this version. */
export async function xformHere(tx: Tx, place: string, key: string): Promise<string | null> {
  const found = await sql<{ xform: string }>`
    select f.xform from surveys.form f where f.id = ${key} and exists (
      select from surveys.survey s where s.district_code = ${districtOf(place)} and s.village_code = ${place}
        and (s.form_key = f.id or (s.body -> 'versions') ? f.id::text))`.execute(tx)
  return found.rows[0]?.xform ?? null
}

/** Digests of the files that came with a form. */
export async function fileDigests(tx: Tx, key: string): Promise<{ name: string; md5: string }[]> {
  const found = await sql<{ name: string; md5: string }>`
    select name, md5 from surveys.form_file where form_id = ${key} order by name`.execute(tx)
  return found.rows
}

export async function formExists(tx: Tx, key: string): Promise<boolean> {
  return (await sql`select from surveys.form where id = ${key}`.execute(tx)).rows.length > 0
}
