// Columns that are passed through as attributes of XML (bind::…, body::…, instance::…, attribute::…): only what XML can hold.
import type { Report } from './faults/faults.ts'
import type { Settings } from './settings.ts'
import type { Tables } from './sheets.ts'
import type { Column } from './table.ts'
import { nodesOf, type SurveyNode } from './tree.ts'

const prefixes = ['h', 'ev', 'jr', 'odk', 'orx', 'xsd', 'xml']
const name = /^(?:([\p{L}_][\p{L}\p{N}_.-]*):)?[\p{L}_][\p{L}\p{N}_.-]*$/u
const passed = /^(?:bind|body|instance|attribute)::(.*)$/s

function checkColumn(
  column: Column,
  place: { sheet: string; row: number },
  known: ReadonlySet<string>,
  report: Report,
): void {
  const written = passed.exec(column.key)?.[1]
  if (written === undefined) return
  const where = { ...place, column: column.written }
  const found = name.exec(written)
  const prefix = found?.[1] ?? ''
  if (!found || /^xmlns(:|$)/i.test(written)) report.fault('attribute-name', where, column.written)
  else if (prefix !== '' && !known.has(prefix))
    report.fault('namespace-missing', where, column.written, { prefix })
}

/** Faults: a heading that cannot be an attribute, and one whose prefix no namespace explains. */
export function checkPassed(tables: Tables, settings: Settings, report: Report): void {
  const known = new Set([...prefixes, ...settings.namespaces.map(([prefix]) => prefix)])
  if (tables.entities) known.add('entities')
  for (const table of [tables.survey, tables.settings]) {
    const place = { sheet: table?.sheet ?? '', row: table?.headingRow ?? 1 }
    for (const column of table?.columns ?? []) checkColumn(column, place, known, report)
  }
}

/** Attributes that are the compiler's own: another value would make a form that no client opens. */
const own: readonly string[] = ['nodeset', 'ref', 'jr:template', 'jr:count', 'id', 'version']
const uploads = ['image', 'audio', 'video', 'file']
const written = ['text', 'integer', 'decimal', 'date', 'time', 'dateTime', 'barcode', 'calculate', 'hidden']
const bindTypes = [
  ...['string', 'int', 'decimal', 'boolean', 'date', 'time', 'dateTime', 'geopoint', 'geotrace', 'geoshape'],
  ...['barcode', 'intent', 'binary'],
]

function goesWith(type: string, attribute: string, value: string): boolean {
  if (attribute === 'mediatype')
    return uploads.includes(type) && /^(image|audio|video|application|text)\/[\w.*+-]+$/.test(value)
  if (attribute === 'rows') return /^\d{1,9}$/.test(value)
  if (['start', 'end', 'step'].includes(attribute) && type === 'range') return false
  if (/^(accuracy|unacceptableAccuracy)Threshold$/.test(attribute)) return /^\d+(\.\d+)?$/.test(value)
  if (attribute === 'orx:max-pixels') return /^\d{1,9}$/.test(value)
  if (attribute !== 'type') return true
  return type === 'range'
    ? /^(int|decimal)$/.test(value)
    : written.includes(type) && bindTypes.includes(value)
}

/** Takes out of the rows what no client could open, with a warning. */
export function leaveOutUnfit(root: SurveyNode, report: Report): void {
  for (const node of nodesOf(root)) {
    for (const key of [...node.row.keys]) {
      const attribute = passed.exec(key)?.[1]
      if (attribute === undefined) continue
      if (!own.includes(attribute) && goesWith(node.type?.type ?? '', attribute, node.row.text(key))) continue
      report.warn('attribute-ignored', node.row.at(key), node.row.at(key).column ?? key)
      node.row.drop(key)
    }
  }
}
