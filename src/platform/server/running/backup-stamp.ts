// When the last backup was made, noted in the data folder by the verb that made it: health, /metrics and the doctor tell
// its age. A backup made by other means (pg_dump, a snapshot) leaves no note.
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'

const stampSchema = z.strictObject({
  made: z.iso.datetime(),
  file: z.string().check(z.maxLength(4096)),
  bytes: z.int().check(z.minimum(0)),
})
export type BackupStamp = z.infer<typeof stampSchema>

const stampFile = (dataFolder: string) => join(dataFolder, 'last-backup.json')

export function noteBackup(dataFolder: string, stamp: BackupStamp): void {
  const file = stampFile(dataFolder)
  writeFileSync(`${file}.new`, `${JSON.stringify(stamp)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/** The note of the last backup, or null where none was made or the note cannot be read. */
export function lastBackup(dataFolder: string): BackupStamp | null {
  try {
    const read = stampSchema.safeParse(JSON.parse(readFileSync(stampFile(dataFolder), 'utf8')))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
