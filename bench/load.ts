import { Worker } from 'node:worker_threads'
import type { Load, Result } from './load.worker.ts'

/** Sends requests from another thread. Throws when any answer was not 200. */
export function fire(load: Load): Promise<Result> {
  return new Promise((done, failed) => {
    const worker = new Worker(new URL('./load.worker.ts', import.meta.url), { workerData: load })
    worker.once('message', (result: Result) => {
      const others = Object.keys(result.statuses).filter((status) => status !== '200')
      if (others.length > 0) failed(new Error(`answers: ${JSON.stringify(result.statuses)}`))
      else done(result)
    })
    worker.once('error', failed)
  })
}
