// Heavy work on what people bring, away from the thread that answers everybody: a small file may unpack to gigabytes. One piece
// at a time for the whole server, within limits of time and memory, and nobody's pieces keep the others waiting for ever.
import { Worker } from 'node:worker_threads'
import { Refused, refuse } from '../../../kernel/refusal.ts'
import { journal } from './journal.ts'

/** Milliseconds and megabytes that one piece may take: the widest form takes 2 s on a machine of two cores, and many times that on a busy one. */
export type AwayLimits = { patienceMs: number; memoryMb: number }
const usual: AwayLimits = { patienceMs: 30_000, memoryMb: 384 }

/** Pieces of one account that may wait or be under way, and that it may bring in an hour. */
export const awayMost = { atOnce: 4, inHour: 120 }
const hour = 3_600_000

type Brought = { waiting: number; hour: number; count: number }
const brought = new Map<string, Brought>()

/** Counts a piece of an account; refuses one too many. */
function begin(account: string, now: number): Brought {
  const before = brought.get(account)
  const mine: Brought = before ?? { waiting: 0, hour: 0, count: 0 }
  const current = Math.floor(now / hour)
  if (mine.hour !== current) Object.assign(mine, { hour: current, count: 0 })
  if (mine.waiting >= awayMost.atOnce || mine.count >= awayMost.inHour)
    throw new Refused([refuse('platform.too-many')])
  mine.waiting += 1
  mine.count += 1
  brought.set(account, mine)
  return mine
}

function run<Done>(script: URL, asked: unknown, { patienceMs, memoryMb }: AwayLimits): Promise<Done | null> {
  return new Promise((resolve) => {
    const limits = { maxOldGenerationSizeMb: memoryMb }
    const worker = new Worker(script, { workerData: asked, resourceLimits: limits })
    const end = (done: Done | null) => {
      clearTimeout(timer)
      void worker.terminate()
      resolve(done)
    }
    const timer = setTimeout(() => end(null), patienceMs)
    worker.once('message', (done: Done) => end(done))
    worker.once('error', (error) => {
      journal.error('heavy-work-failed', error)
      end(null)
    })
    worker.once('exit', () => end(null))
  })
}

let before: Promise<unknown> = Promise.resolve()

/** What the script posts when it is given `asked`; null when it takes too much time or memory, or fails. */
export async function away<Done>(
  account: string,
  script: URL,
  asked: unknown,
  limits: AwayLimits = usual,
): Promise<Done | null> {
  const mine = begin(account, Date.now())
  const done = before.then(() => run<Done>(script, asked, limits))
  before = done
  try {
    return await done
  } finally {
    mine.waiting -= 1
    if (mine.waiting === 0 && brought.size > 10_000) brought.clear()
  }
}
