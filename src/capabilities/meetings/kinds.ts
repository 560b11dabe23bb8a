// Which kind of its programme a meeting or a day of training is.
import type { MeetingKind, Programme, TrainingKind } from '../programmes/definition.ts'
import type { MeetingGroup } from './meeting.ts'

export type Kind = MeetingKind | TrainingKind

/** Null for one of no kind; undefined where the programme has no such kind. */
export function kindOf(
  programme: Programme,
  group: MeetingGroup,
  kind: string | null,
): Kind | null | undefined {
  if (kind === null) return null
  const kinds = group === 'training' ? programme.kinds.trainings : programme.kinds.meetings
  return kinds.find((each) => each.id === kind)
}

/** What a meeting of this kind is asked to decide. */
export const questionOf = (kind: Kind | null | undefined): MeetingKind['decision'] =>
  kind && 'decision' in kind ? kind.decision : undefined
