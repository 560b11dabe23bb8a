// What is long over is swept away at start and while the server runs: one that stands for months keeps no heap of old tries.
import type { Db } from '../../platform/server/db.ts'
import { journal } from '../../platform/server/running/journal.ts'
import { forgetOldTries } from './attempt-store.ts'
import { forgetOldSessions } from './session-store.ts'

const hourMs = 3_600_000

async function sweep(db: Db): Promise<void> {
  const now = new Date()
  await forgetOldTries(db, now)
  await forgetOldSessions(db, now)
}

const sweeping = new WeakMap<Db, NodeJS.Timeout>()

/** Sweeps now and every hour from now on, until `stopSweeping`. */
export async function keepSweeping(db: Db, everyMs = hourMs): Promise<void> {
  await sweep(db)
  const timer = setInterval(
    () => void sweep(db).catch((error: unknown) => journal.error('sweep-failed', error)),
    everyMs,
  )
  sweeping.set(db, timer.unref())
}

/** Ends what `keepSweeping` began: the database is about to close. */
export const stopSweeping = (db: Db): void => clearInterval(sweeping.get(db))
