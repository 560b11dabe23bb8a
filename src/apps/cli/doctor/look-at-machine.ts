// Looks at the machine: folders, clock, certificate, lock. Asks no other host than the one that PUBLIC_URL names.
import { X509Certificate } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import tls from 'node:tls'
import { sql } from 'kysely'
import { nation } from '../../../kernel/place-code.ts'
import { DataFolderInUse } from '../../../platform/server/database/errors.ts'
import { lockFolder } from '../../../platform/server/database/lock.ts'
import { manyDistricts } from '../../../platform/server/database/plan.ts'
import { lastBackup } from '../../../platform/server/running/backup-stamp.ts'
import { type Finding, fault, well } from '../../../platform/server/running/health.ts'
import { judgeRoom, roomOf } from '../../../platform/server/running/probes.ts'
import { inPlace, nobody } from '../../../platform/server/transaction.ts'
import { keyPath } from '../keys.ts'
import { type Certificate, judgeCertificate, judgeClock, judgeModes, type Owned } from './judge-machine.ts'
import type { Patient } from './patient.ts'

const day = 86_400_000

function owned(path: string): Owned | null {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat ? { mode: stat.mode, uid: stat.uid } : null
}

export function lookAtModes({ settings: { dataFolder } }: Patient): Finding {
  const folder = owned(dataFolder)
  if (!folder)
    return fault(
      [`Folder data tidak ada: ${dataFolder}.`, `There is no data folder: ${dataFolder}.`],
      ['Periksa REMBUG_DATA.', 'See to REMBUG_DATA.'],
    )
  if (process.platform === 'win32') return well(['Folder data ada.', 'The data folder is there.'])
  const key = keyPath(dataFolder)
  const uid = process.getuid?.() ?? 0
  return judgeModes({ folder, keys: owned(dirname(key)), key: owned(key), uid }, dataFolder)
}

/** The private key of https may be read by a group (ssl-cert), and by nobody else. */
export function lookAtTlsKey({ settings: { tlsKey } }: Patient): Finding[] {
  const key = tlsKey ? owned(tlsKey) : null
  if (!tlsKey || process.platform === 'win32') return []
  if (key === null)
    return [
      fault(
        [`TLS_KEY tidak ada: ${tlsKey}.`, `There is no TLS_KEY: ${tlsKey}.`],
        ['Periksa TLS_KEY.', 'See to TLS_KEY.'],
      ),
    ]
  if ((key.mode & 0o007) === 0) return [well(['Kunci https tertutup.', 'The key of https is closed.'])]
  return [
    fault(
      [
        'Semua akun di mesin ini dapat membaca kunci https.',
        'Every account on this machine can read the key of https.',
      ],
      [`chmod o= ${tlsKey}`, `chmod o= ${tlsKey}`],
    ),
  ]
}

/** Room where the data lies, and where backups go: the folder that is set, or that of the last one. */
export function lookAtRoom({ settings }: Patient): Finding[] {
  const stamp = lastBackup(settings.dataFolder)
  const backups = settings.running.backupFolder ?? (stamp ? dirname(stamp.file) : null)
  return [settings.dataFolder, ...(backups ? [backups] : [])]
    .filter((folder) => existsSync(folder))
    .map((folder) => judgeRoom(roomOf(folder), folder))
}

export async function lookAtClock({ services, database }: Patient): Promise<Finding> {
  if (!services || !database) throw new Error('no database')
  const skews: { took: number; skew: number }[] = []
  for (let n = 0; n < 3; n++) {
    const before = Date.now()
    const { rows } = await database.pool.query<{ now: Date }>('select clock_timestamp() as now')
    const after = Date.now()
    skews.push({ took: after - before, skew: (before + after) / 2 - Number(rows[0]?.now) })
  }
  const { skew } = skews.sort((a, b) => a.took - b.took)[0] as { skew: number }
  const newest = await inPlace(services.db, nation, nobody, (tx) =>
    sql<{ at: Date | null }>`${sql.raw(manyDistricts)}select max(l.received_at) as at from platform.head h
      join platform.log l on l.district_code = h.district_code and l.village_code = h.village_code and l.seq = h.seq`.execute(
      tx,
    ),
  )
  const at = newest.rows[0]?.at ?? null
  return judgeClock({ skew, ahead: at === null ? null : at.getTime() - Date.now() })
}

const daysUntil = (text: string) => Math.floor((Date.parse(text) - Date.now()) / day)

function ownFile(file: string | undefined): number | null {
  if (!file || !existsSync(file)) return null
  return daysUntil(new X509Certificate(readFileSync(file)).validTo)
}

/** The certificate that people are shown at this address. */
export function certificateAt(address: string, file?: string, patience = 5000): Promise<Certificate> {
  const { hostname, port } = new URL(address)
  const fileDaysLeft = ownFile(file)
  return new Promise((done) => {
    const host = hostname.replace(/^\[|\]$/g, '')
    // It is looked at whatever it is; whether it is trusted is what is asked.
    const socket = tls.connect({
      host,
      port: Number(port || 443),
      servername: host,
      rejectUnauthorized: false,
    })
    const end = (seen: Omit<Certificate, 'fileDaysLeft'>) => {
      socket.destroy()
      done({ ...seen, fileDaysLeft })
    }
    const unreached = (why: string) => end({ unreached: why, distrust: null, daysLeft: 0 })
    socket.setTimeout(patience, () => unreached('ETIMEDOUT'))
    socket.once('error', (error: NodeJS.ErrnoException) => unreached(error.code ?? error.name))
    socket.once('secureConnect', () => {
      const distrust = socket.authorized ? null : String(socket.authorizationError)
      end({ unreached: null, distrust, daysLeft: daysUntil(socket.getPeerCertificate().valid_to) })
    })
  })
}

export async function lookAtCertificate({ settings, running }: Patient): Promise<Finding[]> {
  const { publicUrl, tlsCert } = settings
  if (publicUrl.startsWith('https:')) {
    // Rembug's own certificate is shown by a server that runs.
    if (tlsCert && !running) return []
    return [judgeCertificate(await certificateAt(publicUrl, tlsCert), publicUrl)]
  }
  const { hostname } = new URL(publicUrl)
  const onlyHere = /^(localhost|127\.|\[::1\])/.test(hostname)
  return onlyHere ? [] : [judgeCertificate(null, publicUrl)]
}

/** Whether a process holds the folder. Trying it is harmless: what is got is given back at once. */
export async function isHeld(folder: string): Promise<boolean> {
  try {
    await (await lockFolder(folder)).release()
    return false
  } catch (error) {
    if (error instanceof DataFolderInUse) return true
    throw error
  }
}

export function ballastBytes(folder: string): number | null {
  return statSync(join(folder, 'ballast'), { throwIfNoEntry: false })?.size ?? null
}
