// The reference data as the npm package ships it: four CSV files, no network. Data: idn-area-data,
// ODbL 1.0 (see README); it follows the decrees of the Ministry of Home Affairs.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parentOf } from '../../kernel/place-code.ts'
import { kindAndName, type RegionKind } from './names.ts'

/** One place of the shipped data; ready to store. */
export type CatalogueRow = { code: string; name: string; kind: RegionKind; parent: string | null }

/** Which decree the data of this edition follows, and from when it holds. */
export type Edition = { version: string; source: string; from: string }

const folder = dirname(createRequire(import.meta.url).resolve('idn-area-data/package.json'))

/** Kepmendagri 300.2.2-2138/2025 of 25 April 2025: 38 provinces, 514 regencies, 7,285 districts, 83,762 villages. */
export function shippedEdition(): Edition {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  return { version: about.version, source: 'Kepmendagri 300.2.2-2138/2025', from: '2025-04-25' }
}

/** The last field of a CSV line, without its quotes. */
function lastField(line: string, from: number): string {
  const field = line.slice(from)
  return field.startsWith('"') ? field.slice(1, field.lastIndexOf('"')).replaceAll('""', '"') : field
}

/** Calls `see` with code and name of each line; the name is the last of `columns` columns. */
export function eachLine(csv: string, columns: number, see: (code: string, name: string) => void): void {
  let start = csv.indexOf('\n') + 1
  while (start > 0 && start < csv.length) {
    const newline = csv.indexOf('\n', start)
    const end = newline < 0 ? csv.length : newline
    const line = csv.slice(start, csv[end - 1] === '\r' ? end - 1 : end)
    start = end + 1
    const comma = line.indexOf(',')
    if (comma < 0) continue
    const before = columns === 2 ? comma : line.indexOf(',', comma + 1)
    see(line.slice(0, comma), lastField(line, before + 1))
  }
}

const files = [
  ['provinces', 2],
  ['regencies', 3],
  ['districts', 3],
  ['villages', 3],
] as const

/** Calls `see` for every place of the shipped data, level by level from the provinces. */
export function eachShipped(see: (row: CatalogueRow) => void): void {
  for (const [name, columns] of files) {
    const csv = readFileSync(join(folder, 'data', `${name}.csv`), 'utf8')
    eachLine(csv, columns, (code, raw) => see({ code, ...kindAndName(code, raw), parent: parentOf(code) }))
  }
}

export function shippedRegions(): CatalogueRow[] {
  const rows: CatalogueRow[] = []
  eachShipped((row) => void rows.push(row))
  return rows
}
