// A phone's copy of a place in a test: the server's rows, with what was given since replayed over them.
import type { Envelope } from '../../kernel/command.ts'
import { type Change, type View, viewOf } from '../../kernel/view.ts'
import { surveysApplies } from './apply.ts'

export function replayed(
  place: string,
  rows: readonly Change[],
  given: readonly Envelope<never>[] = [],
): View {
  let all = [...rows]
  for (const envelope of given) {
    const changes = surveysApplies[envelope.name]?.(viewOf(place, all), envelope) ?? []
    all = [...all, ...changes]
  }
  return viewOf(place, all)
}

export function envelopeOf(
  { name, version }: { name: string; version: number },
  place: string,
  input: unknown,
  at = new Date().toISOString(),
): Envelope<never> {
  return { id: crypto.randomUUID(), name, version, place, at, device: 'd', input: input as never }
}
