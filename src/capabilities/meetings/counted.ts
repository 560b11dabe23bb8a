// A meeting or a day of training that counts for several programmes, as each of them sees it: under its own kind, with its
// own answer to its own question and its own names of those who came. Pure, both sides.
import type { Refusal } from '../../kernel/refusal.ts'
import type { View } from '../../kernel/view.ts'
import { type Enrolled, enrolledIn, seenBy } from '../programmes/serving.ts'
import { minutesChecks } from './checks.ts'
import { elementsFor, tallyHere } from './elements.ts'
import type { Meeting } from './meeting.ts'
import type { Also } from './plan-rules.ts'
import { settingOf } from './setting.ts'

/** As if it were held for this enrolment alone; undefined where it does not serve it. Its own sees it as it is. */
export function seenFor(meeting: Meeting, enrolment: string, enrolled: Enrolled | null): Meeting | undefined {
  const seen = seenBy(meeting, enrolment)
  if (!seen || seen === meeting) return seen
  const { closing, alsoDecided = [] } = meeting
  const known = new Set(elementsFor(enrolled?.programme).map((each) => each.id))
  return {
    ...seen,
    alsoFor: [],
    alsoDecided: [],
    invitees: meeting.invitees.filter((each) => known.has(each)),
    decision: alsoDecided.find((each) => each.enrolment === enrolment)?.decision ?? null,
    closing: closing && { ...closing, tally: tallyHere(closing.tally, enrolled?.programme) },
  }
}

/** What this programme asks of its minutes and does not find there. Its own were asked when the meeting was closed. */
export const whyNotCounts = (seen: Meeting, enrolled: Enrolled | null): Refusal[] =>
  seen.closing === null
    ? []
    : minutesChecks(
        { ...seen, end: seen.end ?? '' },
        seen.closing.tally,
        settingOf(enrolled, seen),
        seen.date,
      )

/** The meeting as this enrolment counts it; undefined where it does not serve it, or does not meet its rules. */
export function countedFor(view: View, meeting: Meeting, enrolment: string): Meeting | undefined {
  if (meeting.enrolment === enrolment) return meeting
  const enrolled = enrolledIn(view, enrolment)
  const seen = seenFor(meeting, enrolment, enrolled)
  return seen && enrolled && whyNotCounts(seen, enrolled).length === 0 ? seen : undefined
}

/** Of the other programmes that it serves: what they ask of its minutes and do not find there. */
export const unmetOf = (meeting: Meeting, also: readonly Also[]) =>
  also.map(({ enrolment, enrolled }) => {
    const seen = seenFor(meeting, enrolment, enrolled)
    return { enrolment, enrolled, why: seen && enrolled ? whyNotCounts(seen, enrolled) : [] }
  })
