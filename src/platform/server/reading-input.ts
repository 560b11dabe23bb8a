// What was sent, read as the input of a command: lifted from its version, then held against the schema.
import type { Command, Envelope } from '../../kernel/command.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { issuesToRefusals } from './wellformed.ts'

type Read = { value: never; refusals: Refusal[] }

export function parseInput(command: Command<never>, envelope: Envelope): Read {
  const no = (...refusals: Refusal[]): Read => ({ value: null as never, refusals })
  let input = envelope.input
  if (envelope.version > command.version) return no(refuse('platform.newer-version'))
  for (let version = envelope.version; version < command.version; version++) {
    const lift = command.lift?.[version] as ((older: unknown) => unknown) | undefined
    if (!lift) return no(refuse('platform.version-too-old'))
    try {
      input = lift(input)
    } catch {
      // A lift takes an input of its version; what it trips over never was one.
      return no(refuse('platform.malformed'))
    }
  }
  const parsed = command.input.safeParse(input)
  if (parsed.success) return { value: parsed.data as never, refusals: [] }
  return no(...issuesToRefusals(parsed.error.issues))
}

/**
 * The records that it is about. What cannot be read names them as well as it does: a later command on a meeting that
 * was planned with a title too long waits for it.
 */
export function recordsOf(command: Command<never>, envelope: Envelope): readonly string[] {
  const { value, refusals } = parseInput(command, envelope)
  if (refusals.length === 0) return command.records(value)
  try {
    const said: unknown = command.records(envelope.input as never)
    return Array.isArray(said) ? said.filter((each) => typeof each === 'string') : []
  } catch {
    return []
  }
}
