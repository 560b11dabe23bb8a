// What /metrics tells: counts and times by names that are few (patterns of routes, names of commands), never by place,
// person or address. The counters belong to the process; a hook on the way of a request is one call.
import { Counter, Gauge, Histogram, Registry } from 'prom-client'

export const registry = new Registry()
const registers = [registry]
const seconds = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

const requests = new Histogram({
  name: 'rembug_http_request_seconds',
  help: 'Time from the head of a request to the end of its answer, by route pattern and status.',
  labelNames: ['method', 'route', 'status'],
  buckets: seconds,
  registers,
})
const commands = new Counter({
  name: 'rembug_commands_total',
  help: 'Commands by name and outcome: done, before (sent again), refused, forbidden, malformed, conflict, unknown, held.',
  labelNames: ['command', 'outcome'],
  registers,
})
const batchSize = new Histogram({
  name: 'rembug_batch_size',
  help: 'Submissions stored together in one transaction.',
  buckets: [1, 2, 5, 10, 20, 50, 100],
  registers,
})
const batchWait = new Histogram({
  name: 'rembug_batch_wait_seconds',
  help: 'How long a submission waited from being read until its batch was committed.',
  buckets: seconds,
  registers,
})
const feedPages = new Counter({
  name: 'rembug_feed_pages_total',
  help: 'Pages of the feed given.',
  registers,
})
const feedRows = new Counter({ name: 'rembug_feed_rows_total', help: 'Rows of the feed given.', registers })
const transactions = new Histogram({
  name: 'rembug_transaction_seconds',
  help: 'Length of transactions, from begin to commit or rollback.',
  buckets: seconds,
  registers,
})
const slow = new Counter({
  name: 'rembug_slow_total',
  help: 'Statements and transactions that took longer than their limit; each stands in the journal.',
  labelNames: ['what'],
  registers,
})
const uploads = new Counter({
  name: 'rembug_uploads_total',
  help: 'Files that came in, by outcome.',
  labelNames: ['outcome'],
  registers,
})
const errors = new Counter({
  name: 'rembug_faults_total',
  help: 'Requests that failed by a mistake of ours or of the machine; each stands in the journal.',
  registers,
})
const turnedAway = new Counter({
  name: 'rembug_metrics_denied_total',
  help: 'Questions for these figures that came without the right to them.',
  registers,
})

/** A method as a label: those that exist, whatever somebody sends. */
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])

/** One call each, at the place where it happens. */
export const count = {
  request(method: string, route: string, status: number, millis: number): void {
    requests.labels(methods.has(method) ? method : 'other', route, String(status)).observe(millis / 1000)
  },
  command: (name: string, outcome: string, times = 1) => commands.labels(name, outcome).inc(times),
  batch: (size: number) => batchSize.observe(size),
  waited: (millis: number) => batchWait.observe(millis / 1000),
  feed(rows: number): void {
    feedPages.inc()
    feedRows.inc(rows)
  },
  transaction: (millis: number) => transactions.observe(millis / 1000),
  slow: (what: 'statement' | 'transaction') => slow.labels(what).inc(),
  upload: (outcome: 'begun' | 'stored' | 'refused', times = 1) => uploads.labels(outcome).inc(times),
  fault: () => errors.inc(),
  denied: () => turnedAway.inc(),
}

/** A number that is read when somebody asks for the figures. `read` gives null where it is not known just now. */
export type Reading = {
  name: string
  help: string
  label?: string
  read: () => Promise<ReadingValues>
}
export type ReadingValues = null | number | Readonly<Record<string, number>>

const readingPatience = 1500

/** A reading that takes too long is left out: the figures also answer while the database does not. */
async function inTime(read: Reading['read']): Promise<ReadingValues> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((done) => {
    timer = setTimeout(() => done(null), readingPatience)
  })
  return Promise.race([read().catch(() => null), late]).finally(() => clearTimeout(timer))
}

/** Adds readings to what /metrics tells. One of a name that is there already takes its place. */
export function addReadings(readings: readonly Reading[]): void {
  for (const { name, help, label, read } of readings) {
    registry.removeSingleMetric(name)
    new Gauge({
      name,
      help,
      labelNames: label ? [label] : [],
      registers,
      async collect() {
        const found = await inTime(read)
        this.reset()
        // What is not known is left out; a zero would be a lie.
        if (found === null) this.remove()
        else if (typeof found === 'number') this.set(found)
        else for (const [value, number] of Object.entries(found)) this.labels(value).set(number)
      },
    })
  }
}

/** A reading that asks the database a lot is asked at most so often. */
export function rarely<T>(millis: number, read: () => Promise<T>): () => Promise<T> {
  let kept: { value: Promise<T>; until: number } | undefined
  return () => {
    if (kept && kept.until > performance.now()) return kept.value
    const value = read()
    kept = { value, until: performance.now() + millis }
    // A question that failed may be asked again at once.
    value.catch(() => {
      kept = undefined
    })
    return value
  }
}
