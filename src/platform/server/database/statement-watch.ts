// Holds what the house says to a test's database against the rules of a cluster: a statement inside a place that Citus
// would refuse, or would ask every node for, fails the test that led to it.
import type pg from 'pg'
import type { Migration } from './migrate.ts'
import { statementFaults } from './statement-rules.ts'

const entering = /platform\.(enter|enter_batch|begin_command)\(/

type Asking = (...given: unknown[]) => unknown

/** What travels together is looked at one by one. */
function textsOf(given: unknown): readonly string[] {
  if (typeof given === 'string') return [given]
  const { texts, text = '' } = (given ?? {}) as { texts?: readonly string[]; text?: string }
  return texts ?? [text]
}

/** Says of each statement, in their order, whether it comes after entering a place and before that transaction ends. */
function insidePlace(): (text: string) => boolean {
  let inside = false
  return (text) => {
    const was = inside
    if (text === 'commit' || text === 'rollback') inside = false
    else if (entering.test(text)) inside = true
    return was && inside && !entering.test(text)
  }
}

/** Whether a test asks, not the house: the first frame outside this folder, the watch of the pool and libraries. */
function askedByTest(stack: string): boolean {
  const caller = stack
    .split('\n')
    .find((line) => /\/(src|tests)\//.test(line) && !/node_modules|server\/(database|running)\//.test(line))
  return caller === undefined || /\.(test|testing)\.ts/.test(caller) || caller.includes('/tests/')
}

/** Where the statement comes from, far enough back to pass the libraries. */
function stackNow(): string {
  const usual = Error.stackTraceLimit
  Error.stackTraceLimit = 60
  const { stack = '' } = new Error('where')
  Error.stackTraceLimit = usual
  return stack
}

/** Looks at what the house asks inside a place; what tests ask themselves is free. */
export function watchStatements(pool: pg.Pool, migrations: readonly Migration[]): void {
  const tables = new Set(
    migrations.flatMap(({ tables }) =>
      tables.filter(({ kind }) => kind === 'place').map(({ table }) => table),
    ),
  )
  const passed = new Set<string>()
  const refuseFaults = (text: string): void => {
    if (passed.has(text)) return
    const faults = statementFaults(text, tables)
    if (faults.length === 0) passed.add(text)
    else if (!askedByTest(stackNow())) throw new Error(`${faults.join('; ')}: ${text}`)
  }
  const watching = new WeakSet<object>()
  pool.on('acquire', (client) => {
    if (watching.has(client)) return
    watching.add(client)
    const ask = client.query.bind(client) as Asking
    const inside = insidePlace()
    const watched: Asking = (...given) => {
      for (const text of textsOf(given[0])) if (inside(text)) refuseFaults(text)
      return ask(...given)
    }
    Object.assign(client, { query: watched })
  })
}
