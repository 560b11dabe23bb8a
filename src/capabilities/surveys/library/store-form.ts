// Forms, their files, and which of them hold at a place. Reference data: a form holds at its place and below.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { withAncestors } from '../../../kernel/place-code.ts'
import type { Tx } from '../../../platform/server/db.ts'
import type { MadeFile } from '../../../xlsform/compile.ts'
import type { Fault, FormModel } from '../../../xlsform/model.ts'
import {
  type FormAbout,
  type FormLine,
  type FormRow,
  type FormSaid,
  registryFiles,
  versionsMost,
} from './form.ts'

/** A form as it is stored; the digest of its XForm is made here, of the exact bytes that are served. */
export type NewForm = {
  id: string
  place: string
  shipped: boolean
  fileName: string
  workbook: Uint8Array | null
  xform: string
  model: FormModel
  warnings: readonly Fault[]
  about: FormAbout
  /** Files that became of its own long lists; they come with it. */
  made?: readonly MadeFile[]
}

type NewFile = { name: string; mediaType: string; bytes: Buffer }
type FileRow = NewFile & { md5: string }
type Line = Omit<FormLine, 'files' | 'warnings'> & {
  warnings: Fault[]
  asked: string[]
  there: string[] | null
}

export const md5Of = (bytes: string | Uint8Array): string => createHash('md5').update(bytes).digest('hex')

const lineOf = ({ asked, there, warnings, ...row }: Line): FormLine => ({
  ...row,
  warnings: warnings.length,
  files: asked.map((name) => ({
    name,
    there: (there ?? []).includes(name) || registryFiles.includes(name),
    registry: registryFiles.includes(name),
  })),
})

async function addFile(tx: Tx, form: string, file: NewFile): Promise<void> {
  const { name, mediaType, bytes } = file
  await sql`insert into surveys.form_file (form_id, place, name, media_type, bytes, md5)
    select f.id, f.place, ${name}, ${mediaType}, ${bytes}::bytea, ${md5Of(bytes)} from surveys.form f where f.id = ${form}
    on conflict (form_id, name) do update set media_type = excluded.media_type, bytes = excluded.bytes,
      md5 = excluded.md5`.execute(tx)
}

export function formStore(tx: Tx) {
  async function lines(where: ReturnType<typeof sql>): Promise<FormLine[]> {
    const found =
      await sql<Line>`select f.id, f.form_id as "formId", f.version, f.title, f.place, f.shipped, f.retired,
        f.used, f.file_name as "fileName", f.workbook is not null as "hasWorkbook", f.about, f.warnings,
        f.model -> 'files' as asked, f.model -> 'languages' as languages,
        f.created_at as "createdAt",
        (select jsonb_agg(n.name) from surveys.form_file n where n.form_id = f.id) as there
      from surveys.form f where ${where} order by f.title, f.created_at desc, f.id`.execute(tx)
    return found.rows.map((row) => lineOf({ ...row, createdAt: new Date(row.createdAt).toISOString() }))
  }

  return {
    /** Those that hold at a place: brought there or above it. Retired ones too, marked. */
    holding: (place: string) => lines(sql`f.place = any(${withAncestors(place)}::text[])`),
    async line(id: string): Promise<FormLine | undefined> {
      const [found] = await lines(sql`f.id = ${id}`)
      return found
    },
    /** What the rules of surveys need to know of a form. */
    async said(id: string): Promise<FormSaid | undefined> {
      const [found] = await lines(sql`f.id = ${id}`)
      if (!found) return undefined
      const { formId, version, place, retired, files, about } = found
      const missing = files.flatMap((file) => (file.there ? [] : [file.name]))
      return { id, formId, version, place, retired, missing, kinds: about.kinds ?? [] }
    },
    async rows(ids: readonly string[]): Promise<FormRow[]> {
      const found = await sql<FormRow & { files: FormRow['files'] | null }>`
        select f.id, f.form_id as "formId", f.version, f.title, f.place, f.shipped, f.retired, f.about,
          f.warnings, f.xform, f.model,
          (select jsonb_agg(jsonb_build_object('name', n.name, 'bytes', octet_length(n.bytes), 'md5', n.md5,
            'mediaType', n.media_type) order by n.name) from surveys.form_file n where n.form_id = f.id) as files
        from surveys.form f where f.id = any(${[...ids]}::uuid[])`.execute(tx)
      return found.rows.map((row) => ({ ...row, files: row.files ?? [] }))
    },
    async warnings(id: string): Promise<Fault[]> {
      const found = await sql<{
        warnings: Fault[]
      }>`select warnings from surveys.form where id = ${id}`.execute(tx)
      return found.rows[0]?.warnings ?? []
    },
    async taken(place: string, formId: string, version: string): Promise<boolean> {
      const found = await sql`select 1 from surveys.form
        where place = ${place} and form_id = ${formId} and version = ${version}`.execute(tx)
      return found.rows.length > 0
    },
    async add(form: NewForm, by: string | null, now: Date): Promise<void> {
      const { model } = form
      await sql`insert into surveys.form (id, place, form_id, version, title, shipped, retired, file_name, workbook, xform,
          md5, model, warnings, about, created_by, created_at)
        values (${form.id}, ${form.place}, ${model.formId}, ${model.version}, ${model.title}, ${form.shipped}, false,
          ${form.fileName}, ${form.workbook === null ? null : Buffer.from(form.workbook)}, ${form.xform},
          ${md5Of(form.xform)}, ${JSON.stringify(model)}::jsonb, ${JSON.stringify(form.warnings)}::jsonb,
          ${JSON.stringify(form.about)}::jsonb, ${by}, ${now})`.execute(tx)
      for (const { name, text } of form.made ?? [])
        await addFile(tx, form.id, { name, mediaType: 'text/csv', bytes: Buffer.from(text) })
    },
    async retire(id: string): Promise<void> {
      await sql`update surveys.form set retired = true where id = ${id}`.execute(tx)
    },
    /** From now on its files stay as they are. */
    async markUsed(id: string): Promise<void> {
      await sql`select surveys.mark_used(${id})`.execute(tx)
    },
    addFile: (form: string, file: NewFile) => addFile(tx, form, file),
    async file(form: string, name: string): Promise<FileRow | undefined> {
      const found =
        await sql<FileRow>`select name, media_type as "mediaType", bytes, md5 from surveys.form_file
        where form_id = ${form} and name = ${name}`.execute(tx)
      return found.rows[0]
    },
    /** The exact bytes that were imported, and the exact XForm that was made of them. */
    async source(id: string) {
      const found = await sql<{
        place: string
        fileName: string
        workbook: Buffer | null
        xform: string
        md5: string
      }>`
        select place, file_name as "fileName", workbook, xform, md5 from surveys.form where id = ${id}`.execute(
        tx,
      )
      return found.rows[0]
    },
  }
}

/** The newest versions of a form that hold at a place: what a new one is held against. */
export async function versionsOf(tx: Tx, place: string, formId: string): Promise<FormModel[]> {
  const found = await sql<{ model: FormModel }>`select f.model from surveys.form f
    where f.place = any(${withAncestors(place)}::text[]) and f.form_id = ${formId}
    order by f.created_at desc, f.id limit ${versionsMost}`.execute(tx)
  return found.rows.map(({ model }) => model)
}
