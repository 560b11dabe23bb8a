// What may be noted. Pure: the screen asks while a person types, the server asks again. Every reason is given at once.
import type { Day } from '../../kernel/day.ts'
import type { Hand } from '../../kernel/paper.ts'
import { type Refusal, reasons, refuse, refuseField } from '../../kernel/refusal.ts'
import type { View } from '../../kernel/view.ts'
import type { Outcome, Programme, Stage, Step } from '../programmes/definition.ts'
import type { EnrolmentRow } from '../programmes/enrolment.ts'
import { holdsNumber, namesOneOf } from './naming.ts'
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

/** The observations of an outcome that stand, newest first. */
export const standingOf = (view: View, enrolment: string, outcome: string): Observation[] =>
  view
    .all<Observation>(observationCollection)
    .filter((each) => each.enrolment === enrolment && each.outcome === outcome && !each.withdrawn)
    .sort((a, b) => (a.on === b.on ? (a.id < b.id ? 1 : -1) : a.on < b.on ? 1 : -1))

type Setting = {
  programme: Programme
  row: EnrolmentRow
  names: Iterable<string>
  standing: number
  today: Day
}

export function whyNotNote(setting: Setting, input: NoteObservation): Refusal[] {
  const { programme, row, today } = setting
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
    setting.standing >= observationsMost && refuse('observations.enough', { most: observationsMost }),
    ...(['seen', 'quote'] as const).flatMap((field) => [
      holdsNumber(input[field]) && refuseField(field, 'observations.number-in-it'),
      namesOneOf(input[field], setting.names) && refuseField(field, 'observations.names-somebody'),
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
