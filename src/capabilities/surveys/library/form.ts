// A form (formulir): a questionnaire as people wrote it in XLSForm, with what the compiler made of it. One row a version;
// a version is never changed. Read by the server and by the field app.
import * as z from 'zod/mini'
import { command, query } from '../../../kernel/command.ts'
import { id, line } from '../../../kernel/fields.ts'
import { officers, type Role, villageWorkers } from '../../../kernel/role.ts'
import type { Text } from '../../../kernel/text.ts'
import type { Fault, FormModel } from '../../../xlsform/model.ts'
import { surveyKind } from '../survey.ts'

export const formCollection = 'surveys.form'

/** What an instrument says about itself (instruments/README.md); an imported form says only which kinds it is for. */
export type FormAbout = {
  /** In both languages; the form's own title has only one. */
  title?: Text
  purpose?: Text
  standing?: 'official' | 'adapted' | 'ours'
  /** One honest sentence about the standing. */
  standingText?: Text
  sources?: readonly { title: string; grade: 'V' | 'F' | 'I' | 'R' }[]
  /** Kinds of a programme's surveys that it fits. */
  kinds?: readonly string[]
  /** Questions in which its outcome stands. */
  results?: readonly string[]
  /** SHA-256 of the text it was made from. */
  digest?: string
}

/** What a phone holds of a form: all it needs to fill it in without a network. */
export type FormRow = {
  /** Key of this version. */
  id: string
  formId: string
  version: string
  title: string
  /** The place that brought it; 'ID' for the instruments that come with Rembug. It holds there and below. */
  place: string
  /** Comes with Rembug (instruments/), not imported by people. */
  shipped: boolean
  /** Out of the list for new surveys; running ones keep it. */
  retired: boolean
  about: FormAbout
  /** What the compiler forgave, for those who keep the form. */
  warnings: readonly Fault[]
  xform: string
  model: FormModel
  /** Files of the form (pictures of labels, CSV lists), by name; fetched from /api/surveys/forms/:form/files/:name. */
  files: readonly { name: string; bytes: number; md5: string; mediaType: string }[]
}

/** Lists of entities that the registry of the village fills in itself (`entities.ts`). */
export const registryFiles: readonly string[] = ['keluarga.csv', 'warga.csv']

/** A form in a list: all but the questions. */
export type FormLine = Pick<
  FormRow,
  'id' | 'formId' | 'version' | 'title' | 'place' | 'shipped' | 'retired' | 'about'
> & {
  /** A survey was opened with it: its files stay as they are. */
  used: boolean
  fileName: string
  /** Whether the original workbook is kept and can be downloaded. */
  hasWorkbook: boolean
  languages: readonly string[]
  /** How many warnings its compiler gave. */
  warnings: number
  /** Files that it asks for; `registry` ones the village's own register gives. */
  files: readonly { name: string; there: boolean; registry: boolean }[]
  createdAt: string
}

/** What rules know of a form. */
export type FormSaid = Pick<FormRow, 'id' | 'formId' | 'version' | 'place' | 'retired'> & {
  /** Files it asks for that nobody brought yet. */
  missing: readonly string[]
  /** Kinds of a programme's surveys that whoever brought it declared it for. */
  kinds: readonly string[]
}

/** Who may look through the forms. */
export const formReaders = [
  ...villageWorkers,
  ...officers,
  'auditor',
  'admin',
] as const satisfies readonly Role[]

const formLine = z.strictObject({
  id: z.string(),
  formId: z.string(),
  version: z.string(),
  title: z.string(),
  place: z.string(),
  shipped: z.boolean(),
  retired: z.boolean(),
  used: z.boolean(),
  fileName: z.string(),
  hasWorkbook: z.boolean(),
  languages: z.array(z.string()),
  about: z.record(z.string(), z.unknown()),
  warnings: z.number(),
  files: z.array(z.strictObject({ name: z.string(), there: z.boolean(), registry: z.boolean() })),
  createdAt: z.string(),
})

export const listForms = query({
  name: 'surveys.forms',
  roles: formReaders,
  scope: 'any-place',
  input: z.strictObject({}),
  output: z.strictObject({ forms: z.array(formLine) }),
  summary:
    'The forms that hold at a place: brought there or above it, and those that come with Rembug. Retired ones are marked.',
})
export type FormList = { forms: FormLine[] }

export const formDetail = query({
  name: 'surveys.form',
  roles: formReaders,
  scope: 'any-place',
  input: z.strictObject({ form: id() }),
  output: z.strictObject({
    line: formLine,
    model: z.unknown(),
    warnings: z.array(z.unknown()),
    files: z.array(
      z.strictObject({ name: z.string(), bytes: z.number(), md5: z.string(), mediaType: z.string() }),
    ),
  }),
  summary: 'One form with its questions, its files and the warnings of its compiler.',
})
export type FormDetail = { line: FormLine; model: FormModel; warnings: Fault[]; files: FormRow['files'] }

/** Who brings forms; where: at their place, and it holds there and below. */
export const formKeepers = [
  'facilitator',
  'board-secretary',
  'district-officer',
  'city-officer',
  'province-officer',
  'national-officer',
  'admin',
] as const satisfies readonly Role[]

/** Largest workbook and largest file of a form, in bytes; both travel as base64 in a command below 1 MB. */
export const workbookMost = 650_000
/** Largest list that a form asks for, which travels packed: a country's villages are some 3 MB. */
export const listMost = 8_000_000
const base64 = (bytes: number) =>
  z.string().check(z.maxLength(Math.ceil(bytes / 3) * 4 + 4), z.regex(/^[A-Za-z0-9+/]*={0,2}$/))

/** So many older versions a new one is held against; a form of 1,000 questions is half a megabyte. */
export const versionsMost = 5

export const importForm = command({
  name: 'surveys.import-form',
  version: 2,
  roles: formKeepers,
  scope: 'any-place',
  input: z.strictObject({
    ...{ id: id(), fileName: line(200), workbook: base64(workbookMost) },
    kinds: z.array(surveyKind()).check(z.maxLength(20)),
  }),
  lift: { 1: (before: object) => ({ ...before, kinds: [] }) },
  records: (input) => [input.id],
  secret: ['workbook'],
  summary:
    'Takes in a form written as XLSForm (.xlsx); the original is kept. Refuses what does not compile, with sheet, row and column, and a form id and version that the place has already. Its warnings say which names ask for another type, or stand elsewhere, than in the versions before.',
})

export const addFormFile = command({
  name: 'surveys.add-form-file',
  version: 1,
  roles: formKeepers,
  scope: 'any-place',
  input: z.strictObject({ form: id(), name: line(200), bytes: base64(workbookMost) }),
  records: (input) => [input.form],
  secret: ['bytes'],
  summary:
    'Adds a file that a form asks for (a picture, a CSV list; a list may come packed by gzip). Refuses a name the form does not ask for.',
})

export const retireForm = command({
  name: 'surveys.retire-form',
  version: 1,
  roles: formKeepers,
  scope: 'any-place',
  input: z.strictObject({ form: id() }),
  records: (input) => [input.form],
  summary: 'Takes a form out of the list for new surveys; running surveys keep it. Refuses a shipped one.',
})
