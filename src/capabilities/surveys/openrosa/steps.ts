// What was decided about a round of a batch, as steps to be stored and answers to be given. Nothing is asked or stored here.
import type { SubmissionState } from '../submission.ts'
import type { Arrived, Decision, Incoming, Outcome } from './incoming.ts'

export type Again = Extract<Decision, { does: 'again' }>
/** What is stored of one: a new submission, a new edition, or files that were missing. */
export type Step = {
  place: string
  does: 'add' | 'edit' | 'again'
  seq: number
  item: Incoming
  submission: string
  survey: string
  /** Files to be noted: all that came, of a resend those that were not here. */
  files: readonly Arrived[]
  /** State of the submission before an edit. */
  state: SubmissionState | null
}

/** The household it is about: told by the surveyor's phone, or the entity that the form itself updates or makes. */
export const householdOf = ({ household, instance }: Incoming): string | null =>
  household ?? instance.entities.find((entity) => entity.dataset === 'keluarga')?.id ?? null

export type Decided = readonly { item: Incoming; decision: Decision }[]

/** What a decision stores; null when it stores nothing. */
function stepOf(
  place: string,
  decision: Decision,
  seq: number,
  fresh: (again: Again) => readonly Arrived[],
): Step | null {
  if (decision.does === 'refuse') return null
  const { does, item } = decision
  if (does === 'add') {
    const { submission, survey } = decision
    return { place, does, seq, item, submission, survey: survey.id, files: item.files, state: null }
  }
  const { submission, survey, state } = decision.before
  const files = does === 'edit' ? item.files : fresh(decision)
  return does === 'again' && files.length === 0
    ? null
    : { place, does, seq, item, submission, survey, files, state }
}

const statuses = { add: 'new', edit: 'edited', again: 'again' } as const

function outcomeOf(decision: Decision, step: Step | null): Outcome {
  if (decision.does === 'refuse') return { status: 'refused', refusals: decision.refusals }
  const { form } = decision.item
  if (step) {
    const { submission, survey, seq } = step
    return { status: statuses[step.does], submission, survey, seq, form }
  }
  const { submission, survey } = (decision as Again).before
  return { status: 'again', submission, survey, seq: null, form }
}

type Planned = { steps: Step[]; outcomes: Map<Incoming, Outcome> }

/** The steps of a round, numbered from `first`, and what is answered to each. */
export function planned(
  place: string,
  decided: Decided,
  first: number,
  fresh: (again: Again) => readonly Arrived[],
): Planned {
  const steps: Step[] = []
  const outcomes = new Map<Incoming, Outcome>()
  for (const { item, decision } of decided) {
    const step = stepOf(place, decision, first + steps.length, fresh)
    if (step) steps.push(step)
    outcomes.set(item, outcomeOf(decision, step))
  }
  return { steps, outcomes }
}

const isPlain = ({ item, decision }: Decided[number]): boolean =>
  decision.does === 'refuse' ||
  (decision.does !== 'edit' &&
    item.files.length + item.instance.files.length + item.instance.entities.length === 0 &&
    (decision.does === 'again' || (householdOf(item) === null && !decision.survey.programme)))

/**
 * What is to be stored of a round that has new submissions and resends and nothing else: no files, no edits, nothing for
 * the registry or a programme. Such rounds of several villages are stored together. Null when there is more to it.
 */
export function plainly(place: string, decided: Decided, first: number): Planned | null {
  return decided.every(isPlain) ? planned(place, decided, first, () => []) : null
}
