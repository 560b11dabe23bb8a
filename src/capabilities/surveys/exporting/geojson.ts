// Points, traces and shapes as GeoJSON (RFC 7946): one feature for each, with the open answers of its submission or member.
import type { AnswerType } from '../../../xlsform/model.ts'
import type { Column, Table } from '../tables/columns.ts'
import { isOf, unlessMembers } from './fitting.ts'
import { type GeometryType, geometryOf, isGeometry } from './geometry.ts'
import { answerOf, type Line, linesOf, type Shape, sheetsOf } from './layout.ts'
import { batchesOf, type Taking } from './reading.ts'

type Place = { table: string; key: string; type: GeometryType; column: Column }

function placesOf(tables: readonly Table[], personal: boolean): Place[] {
  return tables.flatMap((table) =>
    table.columns.flatMap((column) => {
      if (!personal && column.privacy !== 'open') return []
      const types = [column.type, ...(column.was ?? []).map((was) => was.type)].filter(isGeometry)
      return types.map((type) => ({ table: table.path, key: column.key, type, column }))
    }),
  )
}

/** A place is of the type that its version asked for. */
function typeOf({ column, key }: Place, line: Line, version: string | undefined): AnswerType {
  const was = column.was?.find((each) => isOf(each, column, answerOf(line, key), version))
  return was?.type ?? column.type
}

/** Names that are no question's: one called KEY is numbered, as in the other files. */
const system = new Set(['question', 'KEY', 'SubmissionDate', 'ReviewState'])

/** Open answers only, also where the place itself is personal: a map needs no names. */
function propertiesOf(table: Table, { open, row, key }: Line): Record<string, unknown> {
  const properties: Record<string, unknown> = {
    KEY: key,
    SubmissionDate: row.submittedAt.toISOString(),
    ReviewState: row.state,
  }
  for (const { key, type, privacy } of table.columns) {
    const value = privacy === 'open' && !isGeometry(type) ? unlessMembers(open[key]) : undefined
    if (value !== undefined) properties[system.has(key) ? `${key} (2)` : key] = value
  }
  return properties
}

function featuresOf(
  table: Table,
  line: Line,
  places: readonly Place[],
  version: string | undefined,
): string[] {
  return places.flatMap((place) => {
    const { table: path, key, type } = place
    const isHere = path === table.path && typeOf(place, line, version) === type
    const geometry = isHere ? geometryOf(type, answerOf(line, key)) : null
    if (!geometry) return []
    return [
      JSON.stringify({
        type: 'Feature',
        geometry,
        properties: { question: key, ...propertiesOf(table, line) },
      }),
    ]
  })
}

/** The text of a FeatureCollection, piece by piece. */
export async function* geoJson(
  taking: Taking,
  tables: readonly Table[],
  shape: Shape,
): AsyncGenerator<string> {
  const places = placesOf(tables, taking.personal)
  const sheets = sheetsOf(tables, shape)
  const lines = linesOf(sheets)
  let between = '\n'
  yield '{"type":"FeatureCollection","features":['
  for await (const rows of batchesOf(taking)) {
    const features: string[] = []
    const emit = (at: number, line: Line) => {
      const table = sheets[at]?.table
      if (table) features.push(...featuresOf(table, line, places, shape.versions.get(line.row.form)))
    }
    for (const row of rows) lines(row, emit)
    if (features.length === 0) continue
    yield between + features.join(',\n')
    between = ',\n'
  }
  yield '\n]}\n'
}
