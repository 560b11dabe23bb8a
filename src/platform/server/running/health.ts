// Health: each part of the house by name, how it is, and what to do. Platform and capabilities give probes; the list is
// put together in apps. What is down is named within two seconds, also when the part does not answer at all.
import type { Text } from '../../../kernel/text.ts'

export type Condition = 'well' | 'warning' | 'fault'
/** What one look at a part found, for who runs the machine. Numbers stand in `facts`. */
export type Finding = {
  condition: Condition
  says: Text
  todo?: Text
  facts?: Readonly<Record<string, string | number>>
}
export type Probe = {
  /** A word by which health, /metrics and the doctor name the part: `database`, `disk`, `nodes`. */
  part: string
  /** Whether the server is not ready while this part is at fault. */
  vital: boolean
  /** Not looked at while the database is at fault: it could only say the same. */
  needsDatabase?: boolean
  look: () => Promise<Finding>
}
export type Part = Finding & { part: string; vital: boolean }
export type HealthReport = { ready: boolean; parts: readonly Part[] }

export const well = (says: Text, facts?: Finding['facts']): Finding => ({
  condition: 'well',
  says,
  ...(facts ? { facts } : {}),
})
export const warning = (says: Text, todo: Text, facts?: Finding['facts']): Finding => ({
  ...well(says, facts),
  condition: 'warning',
  todo,
})
export const fault = (says: Text, todo: Text, facts?: Finding['facts']): Finding => ({
  ...well(says, facts),
  condition: 'fault',
  todo,
})

const patienceMs = 1200
const keptMs = 500

const noAnswer = fault(
  ['Bagian ini tidak menjawab.', 'This part does not answer.'],
  ['Lihat jurnal server di sekitar jam ini.', "See the server's journal around this time."],
)
const notKnown = warning(
  ['Tidak diketahui selama basis data tidak menjawab.', 'Not known while the database does not answer.'],
  ['Pulihkan basis data dahulu.', 'Mend the database first.'],
)

/** Looks at the parts, at most one look at a time; an answer is kept for half a second, whoever asks how often. */
export class Health {
  readonly #probes: readonly Probe[]
  readonly #patience: number
  /** Looks that have not come back: a part that hangs is not asked again on top. */
  readonly #hanging = new Set<Probe>()
  #looking: Promise<HealthReport> | undefined
  #kept: { report: HealthReport; until: number } | undefined

  constructor(probes: readonly Probe[], patience = patienceMs) {
    this.#probes = probes
    this.#patience = patience
  }

  report(): Promise<HealthReport> {
    if (this.#kept && this.#kept.until > performance.now()) return Promise.resolve(this.#kept.report)
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined
    })
    return this.#looking
  }

  async #look(): Promise<HealthReport> {
    const first = this.#probes.filter(({ needsDatabase }) => !needsDatabase)
    const then = this.#probes.filter(({ needsDatabase }) => needsDatabase)
    const parts = await Promise.all(first.map((probe) => this.#at(probe)))
    const down = parts.some(({ part, condition }) => part === 'database' && condition === 'fault')
    for (const probe of await Promise.all(
      then.map(async (each) => (down ? named(each, notKnown) : await this.#at(each))),
    ))
      parts.push(probe)
    const ready = parts.every(({ vital, condition }) => !vital || condition !== 'fault')
    const report = { ready, parts }
    this.#kept = { report, until: performance.now() + keptMs }
    return report
  }

  async #at(probe: Probe): Promise<Part> {
    if (this.#hanging.has(probe)) return named(probe, noAnswer)
    this.#hanging.add(probe)
    const look = probe
      .look()
      .catch(() => noAnswer)
      .finally(() => this.#hanging.delete(probe))
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<Finding>((done) => {
      timer = setTimeout(() => done(noAnswer), this.#patience)
    })
    return named(probe, await Promise.race([look, late]).finally(() => clearTimeout(timer)))
  }
}

const named = ({ part, vital }: Probe, finding: Finding): Part => ({ part, vital, ...finding })
