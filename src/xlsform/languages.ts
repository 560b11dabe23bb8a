// Which languages a form speaks, and every text by the language's name.
import type { Report } from './faults/faults.ts'
import type { Labels } from './model.ts'
import { nearest } from './nearest.ts'
import type { Settings } from './settings.ts'
import type { Tables } from './sheets.ts'
import type { Table } from './table.ts'

export type Languages = {
  /** False of a form whose headings name no language: it has one, called ''. */
  translated: boolean
  names: readonly string[]
  first: string
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

function tellMissing(table: Table, names: readonly string[], unnamed: string, report: Report): void {
  for (const key of spoken) {
    const columns = table.columns.filter((column) => column.key === key && !column.extra)
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

/** Languages in the order of the headings; '' stands for a heading without one. */
function writtenIn(tables: Tables): string[] {
  const found = new Set<string>()
  for (const kind of sheets) {
    for (const column of tables[kind]?.columns ?? []) {
      if (!column.extra && spoken.includes(column.key)) found.add(column.language)
    }
  }
  return [...found]
}

/** Gathers the languages of all headings. Warns of a language without a code and of missing columns. */
export function languagesOf(tables: Tables, settings: Settings, report: Report): Languages {
  const written = writtenIn(tables)
  const found = written.filter((language) => language !== '')
  if (found.length === 0) return { translated: false, names: [''], first: '' }
  const plain = settings.defaultLanguage || 'default'
  const names = written.includes('') && !found.includes(plain) ? [plain, ...found] : found
  const survey = { sheet: tables.survey?.sheet ?? 'survey', row: tables.survey?.headingRow ?? null }
  for (const name of found) {
    if (!coded.test(name)) report.warn('language-without-code', { ...survey, column: `label::${name}` }, name)
  }
  for (const kind of sheets) {
    const table = tables[kind]
    if (table) tellMissing(table, names, plain, report)
  }
  return { translated: true, names, first: firstOf(settings, names, report) }
}

/** Words under the languages' own names: what stands in a heading without a language is the default's. */
export function wordsIn(words: Labels, languages: Languages, settings: Settings): Labels {
  if (!languages.translated || words[''] === undefined) return words
  const named: Record<string, string> = { [settings.defaultLanguage || 'default']: words[''] }
  for (const [language, text] of Object.entries(words)) if (language !== '') named[language] = text
  return named
}
