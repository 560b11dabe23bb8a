import pg from 'pg'

// Type numbers are fixed by PostgreSQL (pg_type.oid) and the same on every engine.
const int8 = 20
const int8Array = 1016
const date = 1082
const dateArray = 1182
const timestamp = 1114

/** A bigint as a number. Refuses one that a JavaScript number cannot hold exactly: rupiah are never rounded. */
export function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for an exact number`)
  return value
}

const textArray = pg.types.getTypeParser(1009 as never) as (text: string) => (string | null)[]
const asText = (text: string) => text

const parsers = new Map<number, (text: string) => unknown>([
  [int8, safeInteger],
  [int8Array, (text) => textArray(text).map((item) => (item === null ? null : safeInteger(item)))],
  // A day has no zone; a Date would move it to the day before, east of Greenwich.
  [date, asText],
  [dateArray, textArray],
  // A timestamp without zone is no instant; pg would read it in the zone of this computer.
  [timestamp, asText],
])

/** How columns become values: int8 a safe number, date 'YYYY-MM-DD', timestamptz a Date, numeric text. */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) ||
    pg.types.getTypeParser(oid as never, format as never)) as typeof pg.types.getTypeParser,
}
