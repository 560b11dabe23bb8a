// Which languages a form speaks, and every text by the language's name.
import type { Report } from './faults.ts'
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

/** Gathers the languages of all headings, in their order. Warns of a language without a code and of missing columns. */
export function languagesOf(tables: Tables, settings: Settings, report: Report): Languages {
  const found: string[] = []
  let unnamed = false
  for (const kind of sheets) {
    for (const column of tables[kind]?.columns ?? []) {
      if (column.extra || !spoken.includes(column.key)) continue
      if (column.language === '') unnamed = true
      else if (!found.includes(column.language)) found.push(column.language)
    }
  }
  if (found.length === 0) return { translated: false, names: [''], first: '' }
  const plain = settings.defaultLanguage || 'default'
  const names = unnamed && !found.includes(plain) ? [plain, ...found] : found
  const first = firstOf(settings, names, report)
  for (const name of found) {
    const place = {
      sheet: tables.survey?.sheet ?? 'survey',
      row: tables.survey?.headingRow ?? null,
      column: `label::${name}`,
    }
    if (!coded.test(name)) report.warn('language-without-code', place, name)
  }
  for (const kind of sheets) {
    const table = tables[kind]
    if (table) tellMissing(table, names, plain, report)
  }
  return { translated: true, names, first }
}

/** Words under the languages' own names: what stands in a heading without a language is the default's. */
export function wordsIn(words: Labels, languages: Languages, settings: Settings): Labels {
  if (!languages.translated || words[''] === undefined) return words
  const named: Record<string, string> = { [settings.defaultLanguage || 'default']: words[''] }
  for (const [language, text] of Object.entries(words)) if (language !== '') named[language] = text
  return named
}
