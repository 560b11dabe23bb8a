// What an export leaves out: the fields that a capability's own commands declare personal or secret, wherever they
// stand in its rows; and free words, in which anybody's name may be.
import type { Command } from '../../kernel/command.ts'

const always = ['note', 'notes', 'reason', 'minutes']
/** Who did it, by name, whatever was done: `byName`, `typedByName`. The account beside it stays. */
const doer = /^byName$|ByName$/

/** Names of fields that no export of this capability may hold. */
export function personalKeys(commands: readonly Command<never>[], capability: string): Set<string> {
  const paths = commands
    .filter((command) => command.name.startsWith(`${capability}.`))
    .flatMap((command) => [...(command.personal ?? []), ...(command.secret ?? [])])
  return new Set([
    ...always,
    ...paths.map((path) => path.split('.').findLast((step) => step !== '*') ?? path),
  ])
}

/** The value without these fields, at any depth. */
export function withoutKeys(value: unknown, keys: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutKeys(item, keys))
  if (value === null || typeof value !== 'object') return value
  const kept = Object.entries(value).filter(([key]) => !keys.has(key) && !doer.test(key))
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutKeys(inner, keys)]))
}
