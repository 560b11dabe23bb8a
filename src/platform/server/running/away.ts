// Heavy work on what people bring, away from the thread that answers everybody: a small file may unpack to gigabytes. One piece
// at a time for the whole server, within limits of time and memory, and nobody's pieces keep the others waiting for ever.
import { Worker } from 'node:worker_threads'
import { Refused, refuse } from '../../../kernel/refusal.ts'
import { Counted } from './counted.ts'
import { journal } from './journal.ts'

/** Milliseconds and megabytes that one piece may take: the widest form takes 2 s on a machine of two cores, and many times that on a busy one. */
export type AwayLimits = {
  patienceMs: number
  memoryMb: number
  /** Who gives it nothing that people brought takes a failure for a fault. */
  failing?: 'thrown'
}
const usual: AwayLimits = { patienceMs: 30_000, memoryMb: 384 }

/** Pieces of one account that may wait or be under way, and that it may bring in an hour. */
export const awayMost = { atOnce: 4, inHour: 120 }

const inHour = new Counted(3_600_000)
const atOnce = new Map<string, number>()

/** Counts a piece of an account; refuses one too many. */
function begin(account: string): void {
  const waiting = atOnce.get(account) ?? 0
  if (waiting >= awayMost.atOnce || inHour.of(account) >= awayMost.inHour)
    throw new Refused([refuse('platform.too-many')])
  inHour.count(account)
  atOnce.set(account, waiting + 1)
}

function end(account: string): void {
  const left = (atOnce.get(account) ?? 1) - 1
  if (left > 0) atOnce.set(account, left)
  else atOnce.delete(account)
}

/** What is asked for is read within the same time: no slow reading keeps the others waiting either. */
function run<Done>(script: URL, asked: unknown, limits: AwayLimits): Promise<Done | null> {
  const { patienceMs, memoryMb, failing } = limits
  const { promise, resolve, reject } = Promise.withResolvers<Done | null>()
  const name = script.pathname.split('/').at(-1) ?? ''
  let over = false
  let worker: Worker | undefined
  const end = (done: Done | null) => {
    over = true
    clearTimeout(timer)
    void worker?.terminate()
    resolve(done)
  }
  const timer = setTimeout(() => {
    journal.warn('heavy-work-too-long', { script: name, patienceMs })
    end(null)
  }, patienceMs)
  const fail = (error: unknown) => {
    clearTimeout(timer)
    reject(error)
  }
  const begin = (given: unknown) => {
    if (over) return
    worker = new Worker(new URL('./away.worker.ts', import.meta.url), {
      argv: [script.href],
      workerData: given,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    })
    worker.once('message', (done: Done) => end(done))
    worker.once('error', (error: Error & { code?: string }) => {
      if (failing && error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return fail(error)
      journal.error('heavy-work-failed', error)
      end(null)
    })
    worker.once('exit', () => end(null))
  }
  const reading = async () => begin(typeof asked === 'function' ? await asked() : asked)
  reading().catch(fail)
  return promise
}

let before: Promise<unknown> = Promise.resolve()

/**
 * What the script posts when it is given `asked`; null when it takes too much time or memory, or fails. A function is called
 * when its turn has come: what waits is then no more than a wish.
 */
export async function away<Done>(
  account: string,
  script: URL,
  asked: unknown,
  limits: Partial<AwayLimits> = {},
): Promise<Done | null> {
  begin(account)
  const done = before.then(() => run<Done>(script, asked, { ...usual, ...limits }))
  before = done.catch(() => undefined)
  try {
    return await done
  } finally {
    end(account)
  }
}
