// Holds what the house says to a test's database against the rules of a cluster: a statement inside a place that Citus
// would refuse, or would ask every node for, fails the test that led to it.
import type pg from 'pg'
import type { Migration } from './migrate.ts'
import { statementFaults } from './statement-rules.ts'

/**
 * Put before the statement by which a test itself enters a place, to look at what the house did there. Whoever enters
 * without saying so is the house: what cannot be told apart is held to the rules.
 */
export const testLooks = '/* a test looks */ '

const entering = /platform\.(enter|enter_batch|begin_command)\(/

type Asking = (...given: unknown[]) => unknown

/** What travels together is looked at one by one. */
function textsOf(given: unknown): readonly string[] {
  if (typeof given === 'string') return [given]
  const { texts, text = '' } = (given ?? {}) as { texts?: readonly string[]; text?: string }
  return texts ?? [text]
}

const isGroup = (given: unknown): given is { listen: ((text: string) => void) | null } =>
  typeof given === 'object' && given !== null && 'listen' in given

/** Says of each statement of a connection, in their order, whether the house asks it inside a place that it has entered. */
function askedByHouse(): (text: string) => boolean {
  let inside = false
  return (text) => {
    if (text === 'commit' || text === 'rollback') inside = false
    if (!entering.test(text)) return inside
    inside = !text.startsWith(testLooks)
    return false
  }
}

/** Refuses a faulty statement of the house before the database hears of it; what tests ask themselves is free. */
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
    if (faults.length > 0) throw new Error(`${faults.join('; ')}: ${text}`)
    passed.add(text)
  }
  const watching = new WeakSet<object>()
  pool.on('acquire', (client) => {
    if (watching.has(client)) return
    watching.add(client)
    const ask = client.query.bind(client) as Asking
    const byHouse = askedByHouse()
    const look = (text: string): void => {
      if (byHouse(text)) refuseFaults(text)
    }
    const watched: Asking = (...given) => {
      for (const text of textsOf(given[0])) look(text)
      // What is added to a group on its way.
      if (isGroup(given[0])) given[0].listen = look
      return ask(...given)
    }
    Object.assign(client, { query: watched })
  })
}
