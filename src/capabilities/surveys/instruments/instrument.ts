// An instrument: a questionnaire that comes with Rembug, written as YAML that mirrors the sheets of an XLSForm
// (instruments/README.md). Here is its shape, and how it becomes the workbook that the compiler reads.
import * as z from 'zod/mini'
import { asRead } from '../../../kernel/fields.ts'
import type { Workbook } from '../../../xlsform/workbook.ts'

/** The two languages of every instrument, as XLSForm writes them; the first is the default. */
export const languages = ['Bahasa Indonesia (id)', 'English (en)'] as const

const text = (most: number) => z.string().check(asRead(), z.minLength(1), z.maxLength(most))
const pair = z.tuple([text(600), text(600)])
const name = z.string().check(z.regex(/^[a-z][a-z0-9_]{0,59}$/))

const about = z.strictObject({
  id: name,
  version: z.string().check(z.regex(/^\d{10}$/)),
  title: pair,
  purpose: pair,
  standing: z.enum(['official', 'adapted', 'ours']),
  standingText: pair,
  sources: z
    .array(z.strictObject({ title: text(300), grade: z.enum(['V', 'F', 'I', 'R']) }))
    .check(z.minLength(1)),
  kinds: z.array(name).check(z.minLength(1)),
  results: z.array(name).check(z.minLength(1)),
})

/** Columns that hold the same in both languages. */
const plainColumns = [
  'type',
  'name',
  'required',
  'relevant',
  'constraint',
  'calculation',
  'default',
  'trigger',
  'appearance',
  'choice_filter',
  'parameters',
  'repeat_count',
  'read_only',
  'save_to',
  'personal',
] as const
/** Columns written as a pair, one for each language. */
const pairColumns = ['label', 'hint', 'guidance_hint', 'constraint_message', 'required_message'] as const

const cell = text(4000)
const optionally = <Column extends string, Shape extends z.ZodMiniType>(
  columns: readonly Column[],
  shape: Shape,
) =>
  Object.fromEntries(columns.map((column) => [column, z.optional(shape)])) as Record<
    Column,
    z.ZodMiniOptional<Shape>
  >
const row = z.strictObject({
  ...optionally(plainColumns, cell),
  ...optionally(pairColumns, pair),
  type: cell,
})

const choiceName = z.string().check(z.regex(/^[A-Za-z0-9_]{1,40}$/))
const extras = z.record(name, z.union([z.string(), z.number()]))
const choice = z.union([
  z.tuple([choiceName, text(300), text(300)]),
  z.tuple([choiceName, text(300), text(300), extras]),
])

export const instrumentSchema = z.strictObject({
  about,
  settings: z.strictObject({ form_id: name, instance_name: cell, style: z.optional(cell) }),
  choices: z.record(name, z.array(choice).check(z.minLength(2))),
  entities: z.optional(
    z
      .array(
        z.strictObject({
          list_name: name,
          entity_id: cell,
          create_if: z.optional(cell),
          update_if: z.optional(cell),
          label: cell,
        }),
      )
      .check(z.maxLength(1)),
  ),
  survey: z.array(row).check(z.minLength(1), z.maxLength(400)),
})
export type Instrument = z.infer<typeof instrumentSchema>

type Line = Readonly<Record<string, string | number | undefined>>

/** One sheet of the lines: a heading for each column that any of them uses, in the order given. */
function sheet(name: string, columns: readonly string[], lines: readonly Line[]): Workbook['sheets'][number] {
  const used = columns.filter((column) => lines.some((line) => line[column] !== undefined))
  return { name, rows: [used, ...lines.map((line) => used.map((column) => line[column] ?? null))] }
}

const inLanguages = (column: string) => languages.map((language) => `${column}::${language}`)

function surveyLine(row: Instrument['survey'][number]): Line {
  const cells: Record<string, string> = {}
  for (const column of plainColumns) if (row[column] !== undefined) cells[column] = row[column]
  for (const column of pairColumns) {
    const words = row[column]
    if (words)
      Object.assign(cells, Object.fromEntries(inLanguages(column).map((heading, at) => [heading, words[at]])))
  }
  return cells
}

function choiceLines(choices: Instrument['choices']): Line[] {
  const [first, second] = inLanguages('label') as [string, string]
  return Object.entries(choices).flatMap(([list, rows]) =>
    rows.map(([name, id, en, more = {}]) => ({ list_name: list, name, [first]: id, [second]: en, ...more })),
  )
}

/** The instrument as the workbook that XLSForm knows; written out, it is what "export as XLSForm" gives. */
export function workbookOf({ about, settings, choices, entities, survey }: Instrument): Workbook {
  const lines = choiceLines(choices)
  const columns = ['list_name', 'name', ...inLanguages('label')]
  const more = [...new Set(lines.flatMap((line) => Object.keys(line)))].filter(
    (key) => !columns.includes(key),
  )
  const { form_id, instance_name, style } = settings
  return {
    sheets: [
      sheet(
        'survey',
        ['type', 'name', ...inLanguages('label'), ...inLanguages('hint'), ...plainColumns.slice(2)].concat(
          pairColumns.slice(2).flatMap(inLanguages),
        ),
        survey.map(surveyLine),
      ),
      sheet('choices', [...columns, ...more], lines),
      ...(entities?.length
        ? [sheet('entities', ['list_name', 'entity_id', 'create_if', 'update_if', 'label'], entities)]
        : []),
      sheet(
        'settings',
        ['form_title', 'form_id', 'version', 'default_language', 'instance_name', 'style'],
        [
          {
            form_title: about.title[0],
            form_id,
            version: about.version,
            default_language: languages[0],
            instance_name,
            ...(style === undefined ? {} : { style }),
          },
        ],
      ),
    ],
  }
}
