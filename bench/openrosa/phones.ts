// Phones in a process of their own, and what their work cost the processes that were watched meanwhile.
import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Fired, Load } from './load.ts'

const tick = 10

function fieldsOf(pid: number): number[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
  } catch {
    return []
  }
}

/** CPU in ms of a process so far; with that of its children that have ended. */
export function cpuOf(pid: number, withEnded = false): number {
  const fields = fieldsOf(pid)
  return [11, 12, ...(withEnded ? [13, 14] : [])].reduce((sum, at) => sum + (fields[at] ?? 0), 0) * tick
}

function childrenOf(pid: number): number[] {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
    return text === '' ? [] : text.split(' ').map(Number)
  } catch {
    return []
  }
}

/** CPU in ms of the database server so far, when it runs on this machine: the parent of that backend, and all under it. */
export function serverCpu(backend: number): number {
  const parent = fieldsOf(backend)[1] ?? 0
  if (parent <= 1) return 0
  return cpuOf(parent, true) + childrenOf(parent).reduce((sum, pid) => sum + cpuOf(pid), 0)
}

/** Resident memory of a process in MiB. */
export function memoryOf(pid: number): number {
  const text = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(text)?.[1] ?? 0) / 1024
}

export type Measured = Fired & { server: number; database: number }

export class Phones {
  readonly #child: ChildProcess
  constructor() {
    this.#child = fork(fileURLToPath(new URL('./load.ts', import.meta.url)), { execArgv: [] })
  }

  /** Sends a load; throws when any answer was not a yes. The CPU is in ms for each submission. */
  async fire(load: Load, server: number, database: () => Promise<number>): Promise<Measured> {
    const before = { server: cpuOf(server), database: await database() }
    const fired = await new Promise<Fired>((done) => {
      this.#child.once('message', done as (message: unknown) => void)
      this.#child.send(load)
    })
    const wrong = Object.keys(fired.statuses).filter((status) => status !== '201' && status !== '200')
    if (wrong.length > 0) throw new Error(`${JSON.stringify(fired.statuses)} ${fired.said}`)
    return {
      ...fired,
      server: (cpuOf(server) - before.server) / load.count,
      database: ((await database()) - before.database) / load.count,
    }
  }

  end(): void {
    this.#child.kill()
  }
}
