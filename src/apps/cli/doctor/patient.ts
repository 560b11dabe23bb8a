// What the doctor examines: a house as far as it could be opened. It changes nothing: no migration, no new key, no new folder.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Services } from '../../../platform/server/capability.ts'
import { type Database, openDatabase } from '../../../platform/server/database/open.ts'
import { kyselyOn } from '../../../platform/server/db.ts'
import { type Finding, fault } from '../../../platform/server/running/health.ts'
import type { Settings } from '../../../platform/server/settings.ts'
import { Vault } from '../../../platform/server/vault.ts'
import type { House } from '../../server/open.ts'
import { keyPath } from '../keys.ts'
import { restoringFolder } from '../restoring.ts'

export type Patient = {
  settings: Settings
  running: boolean
  /** Null where the database could not be opened; `why` then says so. */
  database: Database | null
  services: Services | null
  why: Finding | null
  /** Every row, or heads and a sample. */
  whole: boolean
  close: () => Promise<void>
}

export function ofRunning(house: House, whole: boolean): Patient {
  const { settings, database, services } = house
  return {
    ...{ settings, database, services, whole },
    running: true,
    why: null,
    close: async () => undefined,
  }
}

const halfRestored = fault(
  ['Pemulihan terputus di tengah jalan.', 'A restore was cut off half-way.'],
  ['Jalankan lagi: rembug restore BERKAS.', 'Run it again: rembug restore FILE.'],
)
const noHouse = (folder: string) =>
  fault(
    [`Tidak ada basis data di ${folder}.`, `There is no database in ${folder}.`],
    [
      'Periksa REMBUG_DATA dan DATABASE_URL; instalasi baru dibuat dengan menyalakan server.',
      'See to REMBUG_DATA and DATABASE_URL; a new installation is made by starting the server.',
    ],
  )

function unopened(error: unknown): Finding {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return fault(
    [
      `Basis data tidak dapat dibuka: ${code} ${message}`,
      `The database cannot be opened: ${code} ${message}`,
    ],
    [
      'Periksa apakah PostgreSQL berjalan dan DATABASE_URL benar; untuk basis data tertanam: ruang disk, pemilik folder, dan proses lain.',
      'See whether PostgreSQL runs and DATABASE_URL is right; for the embedded database: room on the disk, owner of the folder, other processes.',
    ],
  )
}

function keptKey(dataFolder: string): Vault | null {
  const file = keyPath(dataFolder)
  if (!existsSync(file)) return null
  const key = readFileSync(file, 'utf8').trim()
  return /^[0-9a-f]{64}$/.test(key) ? new Vault(Buffer.from(key, 'hex')) : null
}

/** Opens what can be opened of a house whose server does not run. */
export async function ofStopped(settings: Settings, whole: boolean): Promise<Patient> {
  const { dataFolder, databaseUrl, publicUrl } = settings
  const bare = {
    settings,
    whole,
    running: false,
    database: null,
    services: null,
    close: async () => undefined,
  }
  if (existsSync(restoringFolder(dataFolder))) return { ...bare, why: halfRestored }
  if (!databaseUrl && !existsSync(join(dataFolder, 'postgres'))) return { ...bare, why: noHouse(dataFolder) }
  try {
    const database = await openDatabase({ dataFolder, ...(databaseUrl ? { databaseUrl } : {}) })
    const vault = keptKey(dataFolder)
    const secureCookies = publicUrl.startsWith('https:')
    const db = kyselyOn(database)
    const services = vault && { db, owner: db, vault, dataFolder, publicUrl, secureCookies }
    return { ...bare, database, services, why: null, close: () => database.close() }
  } catch (error) {
    return { ...bare, why: unopened(error) }
  }
}
