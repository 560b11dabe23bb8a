// The place of a restore that has begun: all is made beside the house in `restoring/`, and moved in when it is whole.
// If the computer dies meanwhile the folder stays, the server refuses to start beside it, and a new restore sweeps it.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseFault } from '../../platform/server/database/errors.ts'
import { Said } from './verb.ts'

// Sockets of a server that is gone, and what a disk of its own brings along.
const harmless = new Set(['in-use.sock', 'command.sock', 'lost+found', 'restoring'])

export const restoringFolder = (dataFolder: string): string => join(dataFolder, 'restoring')

/** Refuses to open a house whose restore was interrupted: it would get an empty database and the old key. */
export function refuseHalfRestored(dataFolder: string): void {
  if (!existsSync(restoringFolder(dataFolder))) return
  throw new DatabaseFault(
    'platform.half-restored',
    `Pemulihan terputus; jalankan lagi / a restore was interrupted here, run it again: rembug restore (${dataFolder})`,
  )
}

/** Makes an empty place to restore into. Refuses a data folder that holds anything of a house. */
export function beginRestoring(dataFolder: string): string {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const folder = restoringFolder(dataFolder)
  // Everything beside an unfinished restore was put there by it.
  if (existsSync(folder))
    for (const part of ['postgres', 'postgres.new', 'files', 'keys', 'restoring'])
      sweep(join(dataFolder, part))
  const rest = readdirSync(dataFolder).filter((name) => !harmless.has(name))
  if (rest.length > 0)
    throw new Said(
      `Folder data tidak kosong; tidak ada yang ditimpa / the data folder is not empty, nothing is overwritten: ${dataFolder} (${rest.slice(0, 3).join(', ')})`,
    )
  mkdirSync(folder, { mode: 0o700 })
  return folder
}

const sweep = (path: string) => rmSync(path, { recursive: true, force: true })

/** Moves what was restored into its place, the database last: without it the house is not there. */
export function moveIn(dataFolder: string): void {
  const folder = restoringFolder(dataFolder)
  for (const part of ['keys', 'files', 'postgres'])
    if (existsSync(join(folder, part))) renameSync(join(folder, part), join(dataFolder, part))
}

export function endRestoring(dataFolder: string): void {
  sweep(restoringFolder(dataFolder))
}

/** Takes back whatever a failed restore has laid into the data folder. */
export function undoRestoring(dataFolder: string): void {
  for (const part of ['postgres', 'files', 'keys', 'restoring']) sweep(join(dataFolder, part))
}
