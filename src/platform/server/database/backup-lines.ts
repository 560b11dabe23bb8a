// A backup is lines of JSON: objects give the structure, arrays are rows (each value as text or null).
import { DatabaseFault } from './errors.ts'

export const backupFormat = 'rembug-backup'
export const backupVersion = 1

export type BackupMigration = { name: string; sha256: string }
export type BackupHeader = { format: string; version: number; migrations: BackupMigration[] }
export type BackupTrailer = { sha256: string; tables: number; rows: number }

/** The file cannot be what was written: cut short, altered, or no backup at all. */
export class BackupDamaged extends DatabaseFault {
  constructor(why: string) {
    super('platform.backup-damaged', `This backup cannot be trusted: ${why}.`, { why })
  }
}

/** Splits a stream of bytes into lines, without their ends. Holds one line at a time. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const newline = 10
  let rest: Buffer[] = []
  for await (const bytes of chunks) {
    let chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline)) {
      yield rest.length === 0 ? chunk.subarray(0, end) : Buffer.concat([...rest, chunk.subarray(0, end)])
      rest = []
      chunk = chunk.subarray(end + 1)
    }
    // The giver of chunks may use their memory again.
    if (chunk.length > 0) rest.push(Buffer.from(chunk))
  }
  if (rest.length > 0) yield Buffer.concat(rest)
}

/** The first line of a backup: what made it. Refuses what is no backup, or one of a format to come. */
export async function backupHeader(chunks: AsyncIterable<Uint8Array>): Promise<BackupHeader> {
  for await (const line of linesOf(chunks)) return parseHeader(line)
  throw new BackupDamaged('it is empty')
}

export function parseHeader(line: Buffer): BackupHeader {
  const header = parseLine<Partial<BackupHeader>>(line)
  if (header.format !== backupFormat) throw new BackupDamaged('it is not a Rembug backup')
  if (header.version !== backupVersion) {
    throw new DatabaseFault('platform.backup-newer', `The backup has format ${header.version}, unknown here.`)
  }
  return header as BackupHeader
}

export function parseLine<T>(line: Buffer): T {
  try {
    return JSON.parse(line.toString('utf8')) as T
  } catch {
    throw new BackupDamaged('a line is not JSON')
  }
}
