// Reading back what was exported: a zip's entries by name, and lines of CSV.
import { inflateRawSync } from 'node:zlib'
import type { House, Person } from '../../../apps/server/village.testing.ts'
import type { SurveyHouse } from '../tables/tables.testing.ts'

export type Taken = { status: number; headers: Record<string, unknown>; bytes: Buffer }

/** A file of the server as somebody takes it, with its bytes as they are. */
export async function take(house: House, who: Person, url: string): Promise<Taken> {
  const token = (who as unknown as { actor: { session: string } }).actor.session
  const headers = { 'x-test-person': token }
  const [path, asked] = url.split('?')
  // As the app does: what a file is to hold is said in a body.
  const response = url.includes('/export/')
    ? await house.app.inject({
        ...{ method: 'POST', url: path as string, headers },
        payload: Object.fromEntries(new URLSearchParams(asked)),
      })
    : await house.app.inject({ method: 'GET', url, headers })
  return { status: response.statusCode, headers: response.headers, bytes: response.rawPayload }
}

/** How the files of a survey are taken by who may have them all. */
export function filesOf(house: House, { village, survey }: Pick<SurveyHouse, 'village' | 'survey'>) {
  const get = async (kind: string, more = '') => {
    const url = `/api/surveys/${village.place}/${survey}/${kind}?${more}`
    const { status, bytes } = await take(house, village.as('facilitator'), url)
    if (status !== 200) throw new Error(`${status} ${bytes.toString('utf8', 0, 300)}`)
    return bytes
  }
  const csv = async (more = '') =>
    new Map([...unzip(await get('export/csv', more))].map(([name, bytes]) => [name, bytes.toString()]))
  return { get, csv }
}

/** The entries of a zip by its central directory. */
export function unzip(bytes: Buffer): Map<string, Buffer> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0) throw new Error('not a whole zip')
  const entries = new Map<string, Buffer>()
  let at = bytes.readUInt32LE(end + 16)
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n--) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)]
    const [nameSize, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const local = bytes.readUInt32LE(at + 42)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameSize)
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(from, from + size)
    entries.set(name, method === 0 ? packed : inflateRawSync(packed))
    at += 46 + nameSize + extra + comment
  }
  return entries
}

/** Rows of a CSV as lists of cells (RFC 4180), by one expression a cell: it shares nothing with the writer. */
function csvRows(text: string): string[][] {
  const rows: string[][] = []
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy
  cells.lastIndex = text.startsWith('\ufeff') ? 1 : 0
  for (let row: string[] = []; cells.lastIndex < text.length; ) {
    const at = cells.lastIndex
    const found = cells.exec(text)
    if (!found) throw new Error(`not CSV at ${at}`)
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '')
    if (found[3] === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

/** Rows of a CSV by their headings. */
export function csvRecords(text: string): Record<string, string>[] {
  const [head = [], ...rows] = csvRows(text)
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])))
}
