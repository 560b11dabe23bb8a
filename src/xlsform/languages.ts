// Which languages a form speaks, and every text by the language's name.
import type { Report } from './faults/faults.ts'
import { spelling } from './headers.ts'
import type { Labels } from './model.ts'
import { nearest } from './nearest.ts'
import type { Settings } from './settings.ts'
import type { Tables } from './sheets.ts'
import { type Column, cellKey, type Table } from './table.ts'

export type Languages = {
  /** False of a form whose headings name no language: it has one, called ''. */
  translated: boolean
  names: readonly string[]
  first: string
  /** Whose texts stand under headings that name no language. */
  plain: string
}

const spoken = [
  'label',
  'hint',
  'guidance_hint',
  'constraint_message',
  'required_message',
  'image',
  'big-image',
  'audio',
  'video',
]
const sheets = ['survey', 'choices', 'external_choices'] as const

/** A language's code stands in brackets at the end: 'Bahasa Indonesia (id)'. */
const coded = /\([a-z]{2,3}(-[a-z0-9]{2,8})*\)$/i

/** Whether anything stands under a heading. */
const isFilled = (table: Table, column: Column): boolean => table.rows.some((row) => row.has(cellKey(column)))

function tellMissing(table: Table, names: readonly string[], unnamed: string, report: Report): void {
  for (const key of spoken) {
    const columns = table.columns.filter((one) => one.key === key && !one.extra && isFilled(table, one))
    const has = new Set(columns.map((column) => column.language || unnamed))
    if (columns.length === 0) continue
    for (const language of names) {
      if (has.has(language)) continue
      const place = { sheet: table.sheet, row: table.headingRow, column: `${key}::${language}` }
      report.warn('translation-column-missing', place, '', { language, column: key })
    }
  }
}

function firstOf(settings: Settings, names: readonly string[], report: Report): string {
  const wanted = settings.defaultLanguage
  if (wanted === '' || names.includes(wanted)) return wanted || (names[0] ?? '')
  const close = names.find(
    (name) =>
      name.toLowerCase() === wanted.toLowerCase() ||
      name.toLowerCase().startsWith(`${wanted.toLowerCase()} (`),
  )
  const suggestion = close ?? nearest(wanted, names)
  const place = settings.row?.at('default_language') ?? {
    sheet: 'settings',
    row: null,
    column: 'default_language',
  }
  report.warn('default-language-unknown', place, wanted, suggestion ? { suggestion } : {})
  return close ?? names[0] ?? ''
}

/** Languages in which something is written, in the order of the headings; '' stands for a heading without one. */
function writtenIn(tables: Tables, report: Report): string[] {
  const found = new Map<string, boolean>()
  for (const table of sheets.flatMap((kind) => tables[kind] ?? [])) {
    for (const column of table.columns) {
      if (column.extra || !spoken.includes(column.key)) continue
      const { language } = column
      found.set(language, found.get(language) || isFilled(table, column))
    }
  }
  const survey = { sheet: tables.survey?.sheet ?? 'survey', row: tables.survey?.headingRow ?? null }
  for (const [language, filled] of found)
    if (!filled && language !== '')
      report.warn('language-empty', { ...survey, column: `label::${language}` }, language)
  return [...found].flatMap(([language, filled]) => (filled ? [language] : []))
}

/**
 * Whose a text without a language is: that of default_language; else a language of its own where questions are asked in it; else
 * (a picture, a hint) that of the first heading, and whoever speaks another sees it too.
 */
function plainOf(tables: Tables, settings: Settings, found: readonly string[]): string {
  if (settings.defaultLanguage !== '') return settings.defaultLanguage
  const asked = tables.survey?.rows.some((row) => row.has('label'))
  return asked ? 'default' : (found[0] ?? 'default')
}

/** Gathers the languages of all headings. Warns of a language without a code, without a word, and of missing columns. */
export function languagesOf(tables: Tables, given: Settings, report: Report): Languages {
  const written = writtenIn(tables, report)
  const found = written.filter((language) => language !== '')
  const respelt = found.find((one) => spelling(one) === spelling(given.defaultLanguage))
  const settings = respelt ? { ...given, defaultLanguage: respelt } : given
  if (found.length === 0) return { translated: false, names: [''], first: '', plain: '' }
  const plain = plainOf(tables, settings, found)
  const names = written.includes('') && !found.includes(plain) ? [plain, ...found] : found
  const survey = { sheet: tables.survey?.sheet ?? 'survey', row: tables.survey?.headingRow ?? null }
  for (const name of found) {
    if (!coded.test(name)) report.warn('language-without-code', { ...survey, column: `label::${name}` }, name)
  }
  for (const kind of sheets) {
    const table = tables[kind]
    if (table) tellMissing(table, names, plain, report)
  }
  return { translated: true, names, first: firstOf(settings, names, report), plain }
}

/** Words under the languages' own names. */
export function wordsIn(words: Labels, { translated, plain }: Languages): Labels {
  if (!translated || words[''] === undefined) return words
  const named: Record<string, string> = { [plain]: words[''] }
  for (const [language, text] of Object.entries(words)) if (language !== '') named[language] = text
  return named
}
