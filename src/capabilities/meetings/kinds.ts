// Which kind of its programme a meeting, a day of training or a workshop is.
import type { MeetingKind, Programme, TrainingKind, WorkshopKind } from '../programmes/definition.ts'
import type { MeetingGroup } from './meeting.ts'

/** A workshop's kind as the meeting it is held as: what its definition does not say is left open. */
export type HeldWorkshop = WorkshopKind & Pick<MeetingKind, 'expectations' | 'elements' | 'documents'>
export type Kind = MeetingKind | TrainingKind | HeldWorkshop

const held = (kind: WorkshopKind): HeldWorkshop => ({
  ...kind,
  expectations: kind.expectations ?? [],
  elements: kind.elements ?? [],
  documents: kind.documents ?? [],
})

/** The kinds that a programme has of a group. */
export function kindsIn({ kinds }: Pick<Programme, 'kinds'>, group: MeetingGroup): readonly Kind[] {
  if (group === 'workshop') return kinds.workshops.map(held)
  return group === 'training' ? kinds.trainings : kinds.meetings
}

/** Null for one of no kind; undefined where the programme has no such kind. */
export function kindOf(
  programme: Programme,
  group: MeetingGroup,
  kind: string | null,
): Kind | null | undefined {
  return kind === null ? null : kindsIn(programme, group).find((each) => each.id === kind)
}

/** What a meeting of this kind is asked to decide. */
export const questionOf = (kind: Kind | null | undefined): MeetingKind['decision'] =>
  kind && 'decision' in kind ? kind.decision : undefined
