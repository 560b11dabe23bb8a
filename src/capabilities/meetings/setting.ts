// What a meeting's programme says about it: found in the same way on the phone and on the server.
import type { View } from '../../kernel/view.ts'
import type { MeetingKind, Programme, TrainingKind } from '../programmes/definition.ts'
import type { EnrolmentRow } from '../programmes/enrolment.ts'
import { elementsFor } from './elements.ts'
import type { MeetingGroup } from './meeting.ts'
import type { Setting } from './plan-rules.ts'

export const enrolmentCollection = 'programmes.enrolment'
export const programmeCollection = 'programmes.programme'

export type Enrolled = { row: EnrolmentRow; programme: Programme }
export type About = { enrolment: string | null; group: MeetingGroup; kind: string | null }

export function kindOf(
  programme: Programme,
  group: MeetingGroup,
  kind: string | null,
): MeetingKind | TrainingKind | null | undefined {
  if (kind === null) return null
  const kinds = group === 'training' ? programme.kinds.trainings : programme.kinds.meetings
  return kinds.find((each) => each.id === kind)
}

/** The setting of a meeting of an enrolment; for a general meeting pass null. */
export function settingOf(enrolled: Enrolled | null, about: About): Setting {
  const elements = new Set(elementsFor(enrolled?.programme).map((each) => each.id))
  if (!enrolled) return { kind: null, running: false, startedOn: null, elements }
  return {
    kind: kindOf(enrolled.programme, about.group, about.kind),
    running: enrolled.row.status === 'started',
    startedOn: enrolled.row.startedOn,
    elements,
  }
}

export function enrolledIn(view: View, enrolment: string | null): Enrolled | null {
  const row = enrolment === null ? undefined : view.get<EnrolmentRow>(enrolmentCollection, enrolment)
  const programme = row && view.get<Programme>(programmeCollection, row.programme)
  return row && programme ? { row, programme } : null
}

export const settingIn = (view: View, about: About): Setting =>
  settingOf(enrolledIn(view, about.enrolment), about)
