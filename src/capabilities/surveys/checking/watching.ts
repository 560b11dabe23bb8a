// What health and /metrics are told of the checking: how much waits, since when, and whether the last round failed.
import type { Services } from '../../../platform/server/capability.ts'
import { type Finding, type Probe, warning, well } from '../../../platform/server/running/health.ts'
import { type Reading, rarely } from '../../../platform/server/running/metrics.ts'
import { lastRoundFailed } from './jobs.ts'
import { ofWhoAnswers } from './reaching.ts'
import { type Waiting, waitingInAll } from './store-checking.ts'

const hour = 3_600_000
const countedMost = 10_000
const every = 30_000

async function waitingIn({ db }: Services): Promise<Waiting> {
  const found = await ofWhoAnswers(db, (tx, districts) => waitingInAll(tx, countedMost, districts))
  const oldest = found.flatMap((each) => each.oldest ?? []).sort((a, b) => a.getTime() - b.getTime())
  return { count: found.reduce((sum, each) => sum + each.count, 0), oldest: oldest[0] ?? null }
}

/** Nothing is lost while it lags: submissions are stored, only their doubts come later. */
export function judgeChecking({ count, oldest }: Waiting, failed: boolean, now: Date): Finding {
  const facts = { waiting: count }
  const lags = oldest !== null && now.getTime() - oldest.getTime() > hour
  if (failed)
    return warning(
      [
        'Pemeriksaan isian gagal; dicoba lagi tiap menit.',
        'Checking submissions failed; it is tried again each minute.',
      ],
      ['Lihat checking-failed di jurnal server.', "See checking-failed in the server's journal."],
      facts,
    )
  if (lags)
    return warning(
      [
        `${count} isian menunggu diperiksa lebih dari sejam.`,
        `${count} submissions have waited to be checked for over an hour.`,
      ],
      [
        'Biarkan server menyala; bila tidak berkurang, lihat jurnal.',
        'Leave the server on; if it does not shrink, see the journal.',
      ],
      facts,
    )
  return well([`${count} isian menunggu diperiksa.`, `${count} submissions wait to be checked.`], facts)
}

export function checkingProbes(services: Services): Probe[] {
  const waiting = rarely(every, () => waitingIn(services))
  const look = async () => judgeChecking(await waiting(), lastRoundFailed(services.vault), new Date())
  return [{ part: 'checking', vital: false, needsDatabase: true, look }]
}

export function checkingReadings(services: Services): Reading[] {
  const waiting = rarely(every, () => waitingIn(services))
  return [
    {
      name: 'rembug_checking_waiting',
      help: `Submissions that wait to be checked, counted up to ${countedMost}.`,
      read: async () => (await waiting()).count,
    },
  ]
}
