// Looks at the records: chains, files, sealed values, backup.
import { existsSync, statSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { doorState } from '../../../capabilities/accounts/door.ts'
import { districtOf, nation } from '../../../kernel/place-code.ts'
import type { Services } from '../../../platform/server/capability.ts'
import { manyDistricts } from '../../../platform/server/database/plan.ts'
import type { Tx } from '../../../platform/server/db.ts'
import { lastBackup } from '../../../platform/server/running/backup-stamp.ts'
import type { Finding } from '../../../platform/server/running/health.ts'
import { inSnapshot, scopeOf } from '../../../platform/server/transaction.ts'
import { verifyHeads, verifyLog, verifySample } from '../../../platform/server/verify.ts'
import { allRecords } from '../../server/open.ts'
import { judgeBackup, judgeChains, judgeDoors, judgeFiles, judgeSealed } from './judge-records.ts'
import type { Patient } from './patient.ts'

const opened = ({ services }: Patient): Services => {
  if (!services) throw new Error('no database or no key')
  return services
}
const overall = <T>(patient: Patient, work: (tx: Tx) => Promise<T>) =>
  inSnapshot(opened(patient).db, scopeOf(nation), work)

export async function lookAtBackup({ settings, database }: Patient): Promise<Finding> {
  const stamp = lastBackup(settings.dataFolder)
  const made = await database?.pool.query<{ at: Date | null }>(
    'select min(applied_at) as at from platform.migration',
  )
  const since = made?.rows[0]?.at
  return judgeBackup({
    age: stamp ? Date.now() - Date.parse(stamp.made) : null,
    houseAge: since ? Date.now() - since.getTime() : 0,
  })
}

const sampledPlaces = 20
const sampledRows = 200

/** Heads of all places and the last rows of some, or with `whole` every row from the first. */
export function lookAtChains(patient: Patient): Promise<Finding> {
  return overall(patient, async (tx) => {
    if (patient.whole) return judgeChains({ ...(await verifyLog(tx, allRecords)), whole: true })
    const heads = await verifyHeads(tx)
    const sample = await verifySample(tx, sampledPlaces, sampledRows)
    const breaks = [...heads.breaks, ...sample.breaks]
    return judgeChains({ places: heads.places, rows: sample.rows, breaks, whole: false })
  })
}

type Row = { id: string; bytes: number }
const hour = 3_600_000
const placesMost = 500

async function namesIn(folder: string): Promise<string[]> {
  return existsSync(folder) && statSync(folder).isDirectory() ? await readdir(folder) : []
}

/** Rows of one place against its folder. Nothing is held in the database while the disk is asked. */
async function compare(patient: Patient, root: string, place: string) {
  const { rows } = await overall(patient, (tx) =>
    sql<Row>`select id, bytes::float8 as bytes from platform.file
      where district_code = ${districtOf(place)} and village_code = ${place} and stored_at is not null`.execute(
      tx,
    ),
  )
  const known = new Map(rows.map(({ id, bytes }) => [id, bytes]))
  const differing: string[] = []
  // What lies beside the folders of places was put there by hand.
  const stray = statSync(join(root, place), { throwIfNoEntry: false })?.isDirectory() === false
  const orphans: string[] = stray ? [place] : []
  for (const id of await namesIn(join(root, place))) {
    const found = await stat(join(root, place, id)).catch(() => null)
    const bytes = known.get(id)
    known.delete(id)
    if (!found) continue
    // One that has just come may be noted in a moment.
    if (bytes === undefined && Date.now() - found.mtimeMs > hour) orphans.push(`${place}/${id}`)
    if (bytes !== undefined && found.size !== bytes) differing.push(`${place}/${id}`)
  }
  return { looked: rows.length, missing: [...known.keys()].map((id) => `${place}/${id}`), differing, orphans }
}

async function leftoversIn(folder: string): Promise<number> {
  const ages = await Promise.all(
    (await namesIn(folder)).map((name) =>
      stat(join(folder, name)).then(
        ({ mtimeMs }) => Date.now() - mtimeMs,
        () => 0,
      ),
    ),
  )
  return ages.filter((age) => age > 8 * 24 * hour).length
}

/** Rows against the folder, both ways; of more than some hundred places a sample, unless all is asked for. */
export async function lookAtFiles(patient: Patient): Promise<Finding> {
  const { dataFolder } = patient.settings
  const root = join(dataFolder, 'files')
  const found = { looked: 0, missing: [] as string[], differing: [] as string[], orphans: [] as string[] }
  const told = await overall(patient, (tx) =>
    sql<{ place: string }>`${sql.raw(manyDistricts)}select distinct village_code as place from platform.file
      where stored_at is not null`.execute(tx),
  )
  const places = [...new Set([...told.rows.map(({ place }) => place), ...(await namesIn(root))])]
  const some = patient.whole ? places : places.sort(() => Math.random() - 0.5).slice(0, placesMost)
  for (const place of some.sort()) {
    const here = await compare(patient, root, place)
    found.looked += here.looked
    for (const kind of ['missing', 'differing', 'orphans'] as const) found[kind].push(...here[kind])
  }
  return judgeFiles({ ...found, leftovers: await leftoversIn(join(dataFolder, 'incoming')) })
}

const keysTried = 50

export async function lookAtSealed(patient: Patient): Promise<Finding> {
  const { vault } = opened(patient)
  const { rows } = await overall(patient, (tx) =>
    sql<{
      subject: string
      wrapped: Buffer
    }>`${sql.raw(manyDistricts)}select subject_id as subject, wrapped from platform.person_key
      where wrapped is not null limit ${keysTried}`.execute(tx),
  )
  const closed = rows.filter(({ subject, wrapped }) => !vault.opensKey(subject, wrapped)).length
  return judgeSealed({ tried: rows.length, closed })
}

export async function lookAtDoors(patient: Patient): Promise<Finding> {
  return judgeDoors(await doorState(opened(patient).owner, new Date()))
}
