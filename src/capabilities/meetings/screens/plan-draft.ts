// What a plan is while it is being typed, and what it becomes.
import type { Serving } from '../../programmes/serving.ts'
import type { PlanMeeting } from '../commands.ts'
import type { Meeting } from '../meeting.ts'

export type PlanDraft = {
  title: string
  agenda: string
  placeText: string
  localPlace: string | null
  date: string
  start: string
  end: string
  organiser: string
  invitees: string[]
  expected: string
  alsoFor: Serving[]
}

type Planned = Pick<PlanMeeting, keyof PlanDraft>

export const emptyPlan: PlanDraft = {
  title: '',
  agenda: '',
  placeText: '',
  localPlace: null,
  date: '',
  start: '19:30',
  end: '',
  organiser: '',
  invitees: [],
  expected: '',
  alsoFor: [],
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((each) => each.trim())
    .filter(Boolean)

export function plannedFrom(draft: PlanDraft): Planned {
  return {
    ...draft,
    title: draft.title.trim(),
    placeText: draft.placeText.trim(),
    organiser: draft.organiser.trim(),
    agenda: linesOf(draft.agenda),
    end: draft.end === '' ? null : draft.end,
    expected: draft.expected === '' ? null : Number(draft.expected),
  }
}

export function draftFrom(meeting: Meeting): PlanDraft {
  const { title, placeText, localPlace, date, start, organiser, invitees } = meeting
  return {
    ...{ title, placeText, localPlace, date, start, organiser },
    invitees: [...invitees],
    alsoFor: [...(meeting.alsoFor ?? [])],
    agenda: meeting.agenda.join('\n'),
    end: meeting.end ?? '',
    expected: meeting.expected === null ? '' : String(meeting.expected),
  }
}

/** Only the fields that differ from the meeting as it stands. */
export function changesFrom(meeting: Meeting, draft: PlanDraft): Partial<Planned> {
  const before = plannedFrom(draftFrom(meeting))
  const differing = Object.entries(plannedFrom(draft)).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof Planned]),
  )
  return Object.fromEntries(differing)
}
