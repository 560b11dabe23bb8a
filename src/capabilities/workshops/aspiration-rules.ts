// Why an aspiration cannot be noted so, and how aspirations are counted. Pure.
import { type Refusal, reasons, refuse, refuseField } from '../../kernel/refusal.ts'
import type { View } from '../../kernel/view.ts'
import { type Meeting, meetingCollection } from '../meetings/meeting.ts'
import { holdsNumber, namesOneOf } from '../observations/naming.ts'
import { localCollection } from '../places/local-place.ts'
import { serves } from '../programmes/serving.ts'
import { type Aspiration, aspirationCollection, aspirationsMost, type NoteAspiration } from './aspiration.ts'
import { whyNotBegun } from './rules.ts'
import { type Theme, themeCollection } from './session.ts'

export const aspirationsOf = (view: View, meeting: string): Aspiration[] =>
  view.all<Aspiration>(aspirationCollection).filter((each) => each.meeting === meeting)

export const standing = (rows: readonly Aspiration[]): Aspiration[] =>
  rows.filter(({ withdrawn }) => withdrawn === null)

/** `names`: of the residents on record; whoever notes works in the village and may read them. */
export function whyNotNoteAspiration(view: View, input: NoteAspiration, names: readonly string[]): Refusal[] {
  const meeting = view.get<Meeting>(meetingCollection, input.meeting)
  const theme = input.theme === null ? null : view.get<Theme>(themeCollection, input.theme)
  const strange = theme !== null && (!theme || (meeting && !serves(meeting, theme.enrolment)))
  return reasons(
    ...whyNotBegun(view, input.meeting),
    holdsNumber(input.text) && refuseField('text', 'workshops.number-in-it'),
    namesOneOf(input.text, names) && refuseField('text', 'workshops.names-somebody'),
    strange && refuseField('theme', 'workshops.theme-of-another'),
    input.localPlace !== null &&
      !view.get(localCollection, input.localPlace) &&
      refuseField('localPlace', 'workshops.no-such-part'),
    aspirationsOf(view, input.meeting).length >= aspirationsMost &&
      refuse('workshops.aspirations-full', { most: aspirationsMost }),
  )
}
