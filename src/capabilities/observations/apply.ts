// What a command does to the local copy before the server answers: the same rows as on the server.
import type { Envelope } from '../../kernel/command.ts'
import { type Day, today } from '../../kernel/day.ts'
import { zoneOf } from '../../kernel/place-code.ts'
import type { Change, View } from '../../kernel/view.ts'
import {
  type NoteObservation,
  type Observation,
  observationCollection,
  type WithdrawObservation,
} from './observation.ts'

export type Doer = { by: string; byName: string; on: Day }

export function noted({ photo, ...input }: NoteObservation, { by, byName }: Doer): Observation {
  const { id: file = '', mediaType = '', bytes = 0 } = photo ?? {}
  return { ...input, photo: photo && { file, mediaType, bytes }, by, byName, withdrawn: null }
}

/** What was said is gone, because a name in it may be why; that somebody noted something stays. */
export function withdrawn(
  row: Observation,
  { reason }: WithdrawObservation,
  { byName, on }: Doer,
): Observation {
  return { ...row, seen: '', quote: '', checks: [], photo: null, withdrawn: { on, byName, reason } }
}

const rowOf = (value: Observation): Change[] => [{ collection: observationCollection, id: value.id, value }]
/** On the phone the doer is whoever holds it; the server's row brings the name. */
const here = (envelope: Envelope<unknown>): Doer => ({
  by: '',
  byName: '',
  on: today(zoneOf(envelope.place), new Date(envelope.at)),
})

export const observationsApplies = {
  'observations.note': (_: View, envelope: Envelope<never>): Change[] =>
    rowOf(noted(envelope.input, here(envelope))),
  'observations.withdraw': (view: View, envelope: Envelope<never>): Change[] => {
    const input = envelope.input as WithdrawObservation
    const row = view.get<Observation>(observationCollection, input.observation)
    return row ? rowOf(withdrawn(row, input, here(envelope))) : []
  },
}
