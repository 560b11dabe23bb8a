// The settings sheet: one row that names the form.
import { yesOrNo } from './answers.ts'
import type { Report } from './faults/faults.ts'
import { nameFault } from './names.ts'
import type { Row, Table } from './table.ts'
import { limits } from './workbook.ts'

export type Settings = {
  formId: string
  title: string
  version: string
  /** Name of the root element; 'data' unless the sheet says otherwise. */
  root: string
  instanceName: string
  defaultLanguage: string
  style: string
  allowChoiceDuplicates: boolean
  namespaces: readonly (readonly [string, string])[]
  attributes: Readonly<Record<string, string>>
  instanceXmlns: string
  row: Row | null
  /** Understood, without meaning for the XForm. */
  other: Readonly<Record<string, string>>
}

export type CompileOptions = {
  /** Version of a form that names none, usually the date and time as 2026112109; '1' when left out. */
  version?: string
  /** Id of a form that names none, usually the file's name. */
  name?: string
  /** Lists with more choices become files beside the form; 1,000 when left out. */
  listsAbove?: number
}

const elsewhere = ['submission_url', 'auto_send', 'auto_delete'] as const
const ignored = ['prefix', 'delimiter', 'client_editable', 'omit_instance_id'] as const

function warnIgnored(row: Row, report: Report): void {
  for (const key of elsewhere) {
    if (row.has(key)) report.warn('setting-elsewhere', row.at(key), row.text(key), { setting: key })
  }
  for (const key of row.keys) {
    const idle = key.startsWith('sms_') || ignored.includes(key as (typeof ignored)[number])
    if (idle) report.warn('setting-ignored', row.at(key), row.text(key), { setting: key })
  }
}

/** Whether a namespace is one that XML readers take; URL.canParse is younger than many a phone. */
function isAddress(text: string): boolean {
  try {
    return new URL(text).href !== ''
  } catch {
    return false
  }
}

function namespacesOf(row: Row, report: Report): [string, string][] {
  const found: [string, string][] = []
  const reserved = ['h', 'ev', 'jr', 'odk', 'orx', 'xsd', 'entities', 'xml', 'xmlns']
  const written = row.text('namespaces').replace(/[“”]/g, '"')
  for (const part of written.split(/[\s,;]+/).filter((each) => each !== '')) {
    const match = /^(?:xmlns:)?([\p{L}_][\p{L}\p{N}_.-]*)=["']?([^"'<>&]+)["']?$/u.exec(part)
    if (!match || !isAddress(match[2] ?? '')) report.fault('namespace-written', row.at('namespaces'), part)
    else if (!reserved.includes(match[1] ?? '')) found.push([match[1] ?? '', match[2] ?? ''])
  }
  return found
}

/** Attributes of the form's own element; its id and version are settings of their own. */
const attributesOf = (row: Row): Record<string, string> => {
  const { id: _, version: __, ...more } = row.withPrefix('attribute::')
  return more
}

function rootOf(row: Row | null, report: Report): string {
  const name = row?.text('name') ?? ''
  if (name === '' || !row) return 'data'
  const fault = nameFault(name, limits.nameLength)
  if (fault) report.fault(fault, row.at('name'), name)
  return fault ? 'data' : name
}

function formIdOf(
  row: Row | null,
  options: CompileOptions,
  place: { sheet: string; row: number | null },
  report: Report,
): string {
  // Two forms that differ in what nobody sees would be one to everybody.
  const written = (row?.text('form_id') ?? '').replace(/\p{Cf}/gu, '').trim()
  if (written !== '' && row) {
    if (written.length > limits.nameLength) {
      report.fault('name-too-long', row.at('form_id'), written, { most: limits.nameLength })
    } else if (/\s/.test(written)) report.warn('form-id-spaces', row.at('form_id'), written)
    return written
  }
  const given = (options.name ?? '')
    .replace(/\.[a-z]{3,4}$/i, '')
    .replace(/[^\p{L}\p{N}_.-]+/gu, '_')
    .slice(0, 60)
  const formId = given.replace(/^_+|_+$/g, '') || 'form'
  report.warn('form-id-missing', { ...place, column: 'form_id' }, '', { used: formId })
  return formId
}

/** What the form is called. Faults: an encryption key (submissions could not be read), a bad root name. */
export function settingsOf(table: Table | undefined, options: CompileOptions, report: Report): Settings {
  const row = table?.rows[0] ?? null
  const place = { sheet: table?.sheet ?? 'settings', row: row?.row ?? null }
  const second = table?.rows[1]
  if (second) report.warn('settings-rows', { sheet: second.sheet, row: second.row, column: null })
  const text = (key: string): string => row?.text(key) ?? ''
  if (row?.has('public_key')) report.fault('encryption-unsupported', row.at('public_key'), text('public_key'))
  if (row) warnIgnored(row, report)
  const formId = formIdOf(row, options, place, report)
  const version = text('version') || options.version || '1'
  if (text('version') === '')
    report.warn('version-missing', { ...place, column: 'version' }, '', { used: version })
  const instanceXmlns = text('instance_xmlns')
  if (row && instanceXmlns !== '' && !isAddress(instanceXmlns))
    report.fault('namespace-written', row.at('instance_xmlns'), instanceXmlns)
  const other = Object.fromEntries(
    [...(row?.keys ?? [])]
      .filter((key) => key.startsWith('sms_') || elsewhere.includes(key as 'auto_send'))
      .map((key) => [key, text(key)]),
  )
  return {
    formId,
    title: text('form_title') || formId,
    version,
    root: rootOf(row, report),
    instanceName: text('instance_name'),
    defaultLanguage: text('default_language'),
    style: text('style'),
    allowChoiceDuplicates: yesOrNo(text('allow_choice_duplicates')) === true,
    namespaces: row ? namespacesOf(row, report) : [],
    attributes: row ? attributesOf(row) : {},
    instanceXmlns,
    row,
    other,
  }
}
