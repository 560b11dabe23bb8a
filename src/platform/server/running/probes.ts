// The platform's own probes: what a house needs whatever it does for a village.
import { accessSync, constants, readFileSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from '../database/database.ts'
import { type NodeState, nodeStates } from '../database/nodes.ts'
import { type Finding, fault, type Probe, warning, well } from './health.ts'

const MB = 1024 * 1024
const GB = 1024 * MB

export type Room = { free: number; total: number; inodes: number; freeInodes: number }

export function roomOf(folder: string): Room {
  const { bavail, blocks, bsize, files, ffree } = statfsSync(folder)
  return { free: bavail * bsize, total: blocks * bsize, inodes: files, freeInodes: ffree }
}

/** Below this the embedded engine refuses writes and uploads are refused (see database/space.ts). */
const leastFree = 64 * MB
const soonFull = 2 * GB

/** Room on the disk of a folder, in bytes and in files. Disks that count no files say 0 of 0. */
export function judgeRoom(room: Room, folder: string): Finding {
  const free = Math.floor(room.free / MB)
  const facts = { freeMB: free, ...(room.inodes > 0 ? { freeInodes: room.freeInodes } : {}) }
  const todo = [
    `Hapus yang tidak perlu atau besarkan disk dari ${folder}.`,
    `Remove what is not needed, or make the disk of ${folder} larger.`,
  ] as const
  const files = room.inodes > 0 ? room.freeInodes / room.inodes : 1
  if (room.free < leastFree)
    return fault([`Disk penuh: sisa ${free} MB.`, `The disk is full: ${free} MB left.`], todo, facts)
  if (files < 0.01)
    return fault(
      ['Jatah berkas di disk habis (inode).', 'The disk has no room for more files (inodes).'],
      todo,
      facts,
    )
  if (room.free < soonFull)
    return warning(
      [`Disk hampir penuh: sisa ${free} MB.`, `The disk is nearly full: ${free} MB left.`],
      todo,
      facts,
    )
  if (files < 0.05)
    return warning(
      ['Jatah berkas di disk hampir habis (inode).', 'The disk has little room for more files (inodes).'],
      todo,
      facts,
    )
  return well([`Disk: sisa ${free} MB.`, `Disk: ${free} MB left.`], facts)
}

function judgeKey(dataFolder: string): Finding {
  const file = join(dataFolder, 'keys', 'master.key')
  try {
    accessSync(file, constants.R_OK)
    if (/^[0-9a-f]{64}$/.test(readFileSync(file, 'utf8').trim()) && statSync(file).isFile())
      return well(['Kunci ada.', 'The key is there.'])
  } catch {}
  return fault(
    [
      'Berkas kunci hilang atau rusak; server masih memegangnya di memori.',
      'The key file is gone or damaged; the running server still has it in memory.',
    ],
    [
      'JANGAN hentikan server: kembalikan dahulu berkas kunci dari tempat aman.',
      'Do NOT stop the server: put the key file back from its safe place first.',
    ],
  )
}

async function lookAtDatabase(database: Database): Promise<Finding> {
  const { ok, reason = '' } = await database.health()
  if (ok) return well(['Basis data menjawab.', 'The database answers.'])
  return fault(
    [`Basis data tidak menjawab: ${reason}`, `The database does not answer: ${reason}`],
    database.engine === 'postgres'
      ? [
          'Periksa PostgreSQL (systemctl status postgresql); Rembug pulih sendiri begitu ia menjawab.',
          'See to PostgreSQL (systemctl status postgresql); Rembug recovers by itself once it answers.',
        ]
      : [
          'Periksa ruang disk, lalu nyalakan ulang server (systemctl restart rembug).',
          'See to the room on the disk, then restart the server (systemctl restart rembug).',
        ],
  )
}

const engineWords = {
  postgres: ['Mesin basis data: PostgreSQL.', 'Database engine: PostgreSQL.'],
  embedded: ['Mesin basis data tertanam bekerja.', 'The embedded database engine works.'],
} as const

/** The thread of the embedded engine; with PostgreSQL there is none, and the part is not there. */
function engineProbes(database: Database): Probe[] {
  if (database.engine !== 'embedded') return []
  const look = async (): Promise<Finding> => {
    const trouble = database.trouble?.()
    if (!trouble) return well(engineWords.embedded)
    return fault(
      [
        `Mesin basis data berhenti: ${trouble.message}`,
        `The database engine has stopped: ${trouble.message}`,
      ],
      ['Nyalakan ulang server (systemctl restart rembug).', 'Restart the server (systemctl restart rembug).'],
    )
  }
  return [{ part: 'engine', vital: true, look }]
}

/** Database, engine, disk and key. Apps add the probes of capabilities, of migrations and of what surrounds them. */
/** In a cluster villages live on one node each: a lost one takes its own from use, and no others. */
export function judgeNodes(nodes: readonly NodeState[]): Finding {
  const lost = nodes.filter(({ up }) => !up).map(({ node }) => node)
  const facts = { nodes: nodes.length, lost: lost.length }
  if (lost.length === 0)
    return well(['Semua simpul basis data menjawab.', 'All nodes of the database answer.'], facts)
  return fault(
    [
      `Simpul ${lost.join(', ')} tidak menjawab: desa yang disimpan di sana menunggu, yang lain berjalan.`,
      `Node ${lost.join(', ')} does not answer: the villages it keeps wait, the others go on.`,
    ],
    [
      'Hidupkan lagi simpul itu; kiriman ponsel menyusul sendiri.',
      'Start that node again; phones send by themselves.',
    ],
    facts,
  )
}

const lookAtNodes = async ({ pool }: Database): Promise<Finding> => judgeNodes(await nodeStates(pool))

export function platformProbes(database: Database, dataFolder: string): Probe[] {
  return [
    { part: 'database', vital: true, look: () => lookAtDatabase(database) },
    ...engineProbes(database),
    ...(database.engine === 'postgres'
      ? [{ part: 'nodes', vital: false, needsDatabase: true, look: () => lookAtNodes(database) }]
      : []),
    // Reading goes on while it is full; where writing cannot, the database says so.
    { part: 'disk', vital: false, look: async () => judgeRoom(roomOf(dataFolder), dataFolder) },
    { part: 'key', vital: false, look: async () => judgeKey(dataFolder) },
  ]
}
