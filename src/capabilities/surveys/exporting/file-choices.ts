// The words of choices that lie in a file of the form (select_one_from_file): for tables that speak in words, not in names.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/db.ts'
import { readCsv } from '../../../xlsform/lists/csv.ts'
import { child, parseXml } from '../openrosa/xml-tree.ts'
import { type Column, pathOf, type Table } from '../tables/columns.ts'

export type FileWords = ReadonlyMap<Column, ReadonlyMap<string, string>>

type Line = (name: string) => string | undefined
/** A select of an XForm: its path, the file its items come from, and what of an item is stored and shown. */
const select =
  /<(?:\w+:)?(?:select1?|rank)\b[^>]*\bref="([^"]+)"(?:(?!<\/(?:\w+:)?(?:select1?|rank)>)[\s\S])*?<itemset nodeset="[^"]*?instance\('([^']+)'\)[^"]*"\s*>\s*<value ref="([^"]+)"\s*\/>\s*<label ref="([^"]+)"/g

function csvLines(text: string): Line[] {
  const { size, columns } = readCsv(text)
  return Array.from({ length: size }, (_, n) => (name) => columns.get(name)?.[n])
}

type Feature = { id?: unknown; properties?: Record<string, unknown> | null }
const geoLines = (text: string): Line[] =>
  (JSON.parse(text) as { features: Feature[] }).features.map(({ id, properties }) => (name) => {
    const value =
      properties && Object.hasOwn(properties, name) ? properties[name] : name === 'id' ? id : undefined
    // Whatever a file says there: an object may have no text of its own.
    return value == null ? undefined : typeof value === 'object' ? JSON.stringify(value) : String(value)
  })

const xmlLines = (text: string): Line[] =>
  parseXml(text).children.map((item) => (name) => child(item, name)?.text)

/** A file that cannot be read has no words: the names stay. */
function linesIn(name: string, bytes: Uint8Array): Line[] {
  const text = new TextDecoder().decode(bytes)
  try {
    if (name.endsWith('.csv')) return csvLines(text)
    return name.endsWith('.xml') ? xmlLines(text) : geoLines(text)
  } catch {
    return []
  }
}

type Form = { id: string; xform: string }
type File = { form: string; name: string; bytes: Buffer }

/** The words that one version has, each path with those of its list. */
function wordsIn(xform: string, files: readonly File[]): [path: string, words: [string, string][]][] {
  const lists = new Map(
    files.map(({ name, bytes }) => [name.replace(/\.\w+$/, ''), linesIn(name.toLowerCase(), bytes)]),
  )
  return [...xform.matchAll(select)].map(([, path = '', list = '', value = '', label = '']) => [
    path.split('/').slice(2).join('/'),
    (lists.get(list) ?? []).flatMap((line): [string, string][] => {
      const name = line(value)
      return name === undefined ? [] : [[name, line(label) || name]]
    }),
  ])
}

/** By column, words of the names in its files; the newest version that has a name says its word. */
export async function fileWordsOf(
  tx: Tx,
  forms: readonly string[],
  tables: readonly Table[],
): Promise<FileWords> {
  const ids = [...forms]
  const { rows: files } = await sql<File>`select form_id as form, name, bytes from surveys.form_file
    where form_id = any(${ids}::uuid[]) and name ~* '[.](csv|xml|geojson)$'`.execute(tx)
  if (files.length === 0) return new Map()
  const found = await sql<Form>`select id, xform from surveys.form where id = any(${ids}::uuid[])`.execute(tx)
  const xforms = new Map(found.rows.map(({ id, xform }) => [id, xform]))
  const said = new Map<string, Map<string, string>>()
  for (const id of ids)
    for (const [path, words] of wordsIn(
      xforms.get(id) ?? '',
      files.filter((file) => file.form === id),
    ))
      said.set(path, new Map([...(said.get(path) ?? []), ...words]))
  return new Map(
    tables.flatMap((table) =>
      table.columns.flatMap((column) => {
        const words = said.get(pathOf(table, column))
        return words ? [[column, words] as const] : []
      }),
    ),
  )
}
