// What may be noted. Pure: the screen asks while a person types, the server asks again. Every reason is given at once.
import type { Day } from '../../kernel/day.ts'
import type { Hand } from '../../kernel/paper.ts'
import { type Refusal, reasons, refuse, refuseField } from '../../kernel/refusal.ts'
import type { Role } from '../../kernel/role.ts'
import type { View } from '../../kernel/view.ts'
import { viewers } from '../people/roles.ts'
import type { Outcome, Programme, Stage, Step } from '../programmes/definition.ts'
import type { EnrolmentRow } from '../programmes/enrolment.ts'
import { holdsNumber, namesIn, namesOneOf } from './naming.ts'
import {
  type NoteObservation,
  type Observation,
  observationCollection,
  observationsMost,
} from './observation.ts'

/** An outcome that only people can see, with the step and the stage it belongs to. */
export type Observed = { outcome: Outcome; step: Step; stage: Stage }

export const observedIn = (programme: Programme): Observed[] =>
  programme.stages.flatMap((stage) =>
    stage.steps.flatMap((step) =>
      step.outcomes
        .filter(({ evidence }) => evidence === 'observation')
        .map((outcome) => ({ outcome, step, stage })),
    ),
  )

/** What its observations may tick. */
export const marksOf = (programme: Programme, { checks }: Pick<Outcome, 'checks'>) =>
  checks ? programme.kinds.checks.filter(({ list }) => list === checks) : []

/** All that was noted of an outcome, what was withdrawn among it: its row stays. */
export const notedOf = (view: View, enrolment: string, outcome: string): Observation[] =>
  view
    .all<Observation>(observationCollection)
    .filter((each) => each.enrolment === enrolment && each.outcome === outcome)

/** The observations of an outcome that stand, newest first. */
export const standingOf = (view: View, enrolment: string, outcome: string): Observation[] =>
  notedOf(view, enrolment, outcome)
    .filter((each) => !each.withdrawn)
    .sort((a, b) => (a.on === b.on ? (a.id < b.id ? 1 : -1) : a.on < b.on ? 1 : -1))

/** The register of residents is on the phones of these; only they are asked about a name that is on it. */
export const mayReadNames = (roles: readonly Role[]): boolean =>
  roles.some((role) => (viewers as readonly Role[]).includes(role))

type Setting = {
  programme: Programme
  row: EnrolmentRow
  /** Those on record; null for who may not read them, and learns nothing of them here. */
  names: Iterable<string> | null
  /** How many were noted of the outcome, what was withdrawn among them. */
  noted: number
  today: Day
}

/** It tells words of the text that look like a name, whoever they are of: what is on record it never tells. */
function namedIn(field: string, text: string, names: Setting['names']): Refusal[] {
  const words = namesIn(text).join(', ')
  if (names === null)
    return reasons(words !== '' && refuseField(field, 'observations.looks-named', { words }))
  if (!namesOneOf(text, names)) return []
  return [
    words === ''
      ? refuseField(field, 'observations.names-somebody')
      : refuseField(field, 'observations.names-like', { words }),
  ]
}

export function whyNotNote(setting: Setting, input: NoteObservation): Refusal[] {
  const { programme, row, names, today } = setting
  const observed = observedIn(programme).find(({ outcome }) => outcome.id === input.outcome)
  const marks = observed ? marksOf(programme, observed.outcome).map(({ id }) => id) : []
  return reasons(
    row.status !== 'started' && refuse('observations.not-running'),
    !observed && refuseField('outcome', 'observations.no-such-outcome'),
    observed !== undefined &&
      (input.checks.some((each) => !marks.includes(each)) ||
        new Set(input.checks).size < input.checks.length) &&
      refuseField('checks', 'observations.no-such-mark'),
    input.on > today && refuseField('on', 'observations.day-ahead'),
    row.startedOn !== null &&
      input.on < row.startedOn &&
      refuseField('on', 'observations.before-start', { start: row.startedOn }),
    setting.noted >= observationsMost && refuse('observations.enough', { most: observationsMost }),
    ...(['seen', 'quote'] as const).flatMap((field) => [
      holdsNumber(input[field]) && refuseField(field, 'observations.number-in-it'),
      ...namedIn(field, input[field], names),
    ]),
  )
}

/** Its author, who on a phone is nobody until the server has answered, or who keeps the records of the village. */
const mayWithdraw = ({ by }: Observation, { account, roles }: Pick<Hand, 'account' | 'roles'>): boolean =>
  by === '' || by === account || roles.some((role) => role === 'facilitator' || role === 'board-secretary')

export const whyNotWithdraw = (observation: Observation, hand: Pick<Hand, 'account' | 'roles'>): Refusal[] =>
  reasons(
    observation.withdrawn !== null && refuse('observations.withdrawn-already'),
    !mayWithdraw(observation, hand) && refuse('observations.of-somebody-else'),
  )
