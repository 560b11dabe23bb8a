// Compiling what people bring, away from the thread that answers everybody: a small archive may unpack to gigabytes, and
// the widest forms take a second.
import { Worker } from 'node:worker_threads'
import { journal } from '../../../platform/server/running/journal.ts'
import type { Compilation } from '../../../xlsform/compile.ts'

export type Asked = { bytes: Uint8Array; name: string; version: string }
export type Compiled = Compilation

/** Longest that one workbook may take: 1,000 questions took 2 s on a busy two-core machine, thread and all. */
const patienceMs = 12_000
const memoryMb = 384

function run(asked: Asked): Promise<Compiled | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./compile.worker.ts', import.meta.url), {
      workerData: asked,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    })
    const end = (compiled: Compiled | null) => {
      clearTimeout(timer)
      void worker.terminate()
      resolve(compiled)
    }
    const timer = setTimeout(() => end(null), patienceMs)
    worker.once('message', (compiled: Compiled) => end(compiled))
    worker.once('error', (error) => {
      journal.error('workbook-not-compiled', error)
      end(null)
    })
    worker.once('exit', () => end(null))
  })
}

let before: Promise<unknown> = Promise.resolve()

/** The form that a workbook is, or its faults; null when it takes too much time or memory. One at a time. */
export function compiledAway(asked: Asked): Promise<Compiled | null> {
  const mine = before.then(() => run(asked))
  before = mine
  return mine
}
