// The files that a survey can be taken away as. Read by both sides.
import * as z from 'zod/mini'
import { id } from '../../../kernel/fields.ts'
import { selectionFields } from '../tables/selection.ts'

export const exportKinds = ['csv', 'xlsx', 'geojson', 'media', 'xml'] as const
export type ExportKind = (typeof exportKinds)[number]

/** Files that are personal data through and through: photos, and the originals. */
export const personalKinds: readonly ExportKind[] = ['media', 'xml']

export const endings: Readonly<Record<ExportKind, string>> = {
  csv: 'zip',
  xlsx: 'xlsx',
  geojson: 'geojson',
  media: 'zip',
  xml: 'zip',
}

/** What may stand in the address of a file, beside the selection. */
export const exportInput = z.strictObject({
  ...selectionFields,
  personal: z.optional(z.enum(['yes'])),
  /** Names as the form has them, or labels in a language. */
  words: z._default(z.enum(['names', 'id', 'en']), 'names'),
  /** A column for each choice of a select_multiple, beside the one that has them all. */
  split: z.optional(z.enum(['yes'])),
  /** Whether the groups around a question are part of its heading. */
  groups: z._default(z.enum(['yes', 'no']), 'yes'),
  /** What parts the columns of a CSV: with semicolons numbers have a decimal comma, as Excel in Indonesian opens them. */
  separator: z._default(z.enum(['comma', 'semicolon']), 'comma'),
  /** An id of the asker's choice by which progress can be asked. */
  watch: z.optional(id()),
})
export type ExportInput = z.infer<typeof exportInput>

/** How far a file has come: rows written, and the share of the survey that was passed, 0 to 1. */
export type Progress = { rows: number; share: number; done: boolean }
