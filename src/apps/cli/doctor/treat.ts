// Goes through all looks, one after the other, and says what they found: as lines or as JSON.

import { faultFields } from '../../../platform/server/running/faults.ts'
import type { Condition, Finding } from '../../../platform/server/running/health.ts'
import { fault, well } from '../../../platform/server/running/health.ts'
import { probesOf } from '../../server/open.ts'
import { type Ask, both, type Link } from '../verb.ts'
import { ownVersion } from '../version.ts'
import { hasSchema, lookAtEngine, lookAtMigrations, lookAtRoles, lookAtWalls } from './look-at-database.ts'
import { lookAtCertificate, lookAtClock, lookAtModes, lookAtRoom, lookAtTlsKey } from './look-at-machine.ts'
import { lookAtBackup, lookAtChains, lookAtDoors, lookAtFiles, lookAtSealed } from './look-at-records.ts'
import type { Patient } from './patient.ts'

type Examined = Finding & { part: string }
type Look = (patient: Patient) => Finding | Finding[] | Promise<Finding | Finding[]>

const onMachine: readonly [string, Look][] = [
  ['folder', lookAtModes],
  ['folder', lookAtTlsKey],
  ['disk', lookAtRoom],
  ['certificate', lookAtCertificate],
]
const onDatabase: readonly [string, Look][] = [
  ['migrations', lookAtMigrations],
  ['engine', lookAtEngine],
  ['roles', lookAtRoles],
  ['walls', lookAtWalls],
]
const onRecords: readonly [string, Look][] = [
  ['backup', lookAtBackup],
  ['clock', lookAtClock],
  ['sealed', lookAtSealed],
  ['chains', lookAtChains],
  ['files', lookAtFiles],
  ['doors', lookAtDoors],
]

/** A look that itself fails is a finding: something is not as this code knows it. */
async function examine(patient: Patient, part: string, look: Look): Promise<Examined[]> {
  try {
    return [await look(patient)].flat().map((finding) => ({ part, ...finding }))
  } catch (error) {
    const { kind, code = '', message = '' } = faultFields(error)
    const why = `${kind} ${code} ${message}`.trim()
    const finding = fault(
      [`Pemeriksaan ini gagal: ${why}.`, `This look failed: ${why}.`],
      [
        'Perbaiki dahulu temuan yang lain, lalu jalankan lagi.',
        'Mend the other findings first, then run it again.',
      ],
    )
    return [{ part, ...finding }]
  }
}

/** What capabilities and surroundings say of themselves, the parts that were not looked at above. */
async function otherParts(
  { database, services }: Patient,
  seen: readonly string[],
): Promise<[string, Look][]> {
  if (!database || !services) return []
  return probesOf(database, services)
    .filter(({ part }) => !seen.includes(part))
    .map(({ part, look }) => [part, look])
}

export async function examined(patient: Patient): Promise<Examined[]> {
  const state = patient.running
    ? well(['Server berjalan.', 'The server runs.'])
    : well(['Server tidak berjalan.', 'The server does not run.'])
  const found: Examined[] = [{ part: 'server', ...state }]
  const go = async (looks: readonly [string, Look][]) => {
    for (const [part, look] of looks) found.push(...(await examine(patient, part, look)))
  }
  await go(onMachine)
  if (patient.why) return [...found, { part: 'database', ...patient.why }]
  await go(onDatabase)
  if (!(await hasSchema(patient))) return found
  // Without its key a house tells only how old its backup is; that the key is gone was said above.
  await go(patient.services ? onRecords : onRecords.slice(0, 1))
  await go(await otherParts(patient, ['disk', 'migrations', 'engine']))
  return found
}

/** The exit codes of monitoring plugins: 0 well, 1 to be seen to soon, 2 at fault now. */
const exits: Record<Condition, number> = { well: 0, warning: 1, fault: 2 }
const words: Record<Condition, string> = {
  well: both('baik', 'well'),
  warning: both('PERHATIAN', 'WARNING'),
  fault: both('RUSAK', 'FAULT'),
}

export function worst(findings: readonly Finding[]): Condition {
  const [most = 'well'] = findings.map(({ condition }) => condition).sort((a, b) => exits[b] - exits[a])
  return most
}

function say(findings: readonly Examined[], link: Link): void {
  for (const { part, condition, says, todo } of findings) {
    link.say(`${part.padEnd(12)} ${words[condition]}: ${both(says[0], says[1])}`)
    if (todo && condition !== 'well') link.say(`${' '.repeat(13)}-> ${both(todo[0], todo[1])}`)
  }
  const toMend = findings.filter(({ condition }) => condition !== 'well').length
  link.say(
    toMend === 0
      ? both('Semuanya baik', 'all is well')
      : both(`${toMend} hal perlu dikerjakan`, `${toMend} things to do`),
  )
}

function reportOf(patient: Patient, findings: readonly Examined[]): string {
  const named = (text: readonly [string, string] | undefined) => text && { id: text[0], en: text[1] }
  return `${JSON.stringify(
    {
      format: 'rembug-doctor',
      rembug: ownVersion,
      at: new Date().toISOString(),
      running: patient.running,
      condition: worst(findings),
      findings: findings.map(({ says, todo, ...rest }) => ({
        ...rest,
        says: named(says),
        todo: named(todo),
      })),
    },
    null,
    2,
  )}\n`
}

/** Examines, says what was found, and gives the exit code; the house is closed afterwards if it was opened for this. */
export async function treat(patient: Patient, ask: Ask, link: Link): Promise<number> {
  try {
    const findings = await examined(patient)
    if (ask.json) await link.write('report', Buffer.from(reportOf(patient, findings)))
    else say(findings, link)
    return exits[worst(findings)]
  } finally {
    await patient.close()
  }
}
