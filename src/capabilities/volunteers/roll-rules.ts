// When the roll can be signed for, and why not. Pure; the screen and the server ask the same, and get all reasons at once.
import type { Day } from '../../kernel/day.ts'
import { isTaken, whyNotEdition, whyNotOnPaper } from '../../kernel/paper.ts'
import { full, type Refusal, reasons, refuseField } from '../../kernel/refusal.ts'
import type { View } from '../../kernel/view.ts'
import { type AcknowledgeRoll, type AcknowledgeRollOnPaper, signingsMost } from './roll.ts'
import { enrolmentChecks } from './rules.ts'
import { acknowledgedIn, rollIn, rollSince, signingsIn, uncheckedIn } from './view.ts'
import { editionOf } from './volunteer.ts'

/** The village head acknowledges what was seen; who left meanwhile is passed over, who never was there is not. */
export function whyNotAcknowledge(
  view: View,
  input: Pick<AcknowledgeRoll, 'enrolment' | 'volunteers' | 'editions'>,
): Refusal[] {
  const missing = enrolmentChecks(view, input.enrolment)
  if (missing.length > 0) return missing
  const roll = new Map(rollIn(view, input.enrolment).map((each) => [each.id, each]))
  const known = acknowledgedIn(view, input.enrolment)
  const strangers = input.volunteers.filter((each) => !roll.has(each)).length
  const fresh = input.volunteers.filter((each) => !known.has(each))
  const standing = fresh.some((each) => roll.get(each)?.state === 'active')
  // Of every line that is sent, also where it is signed for already: a signature is kept by edition.
  const otherwise = input.volunteers.some((each, i) => {
    const now = roll.get(each)
    return now && whyNotEdition(input.editions?.[i], editionOf(now))
  })
  return reasons(
    new Set(input.volunteers).size < input.volunteers.length &&
      refuseField('volunteers', 'volunteers.same-id-twice'),
    otherwise && refuseField('volunteers', 'platform.paper-changed'),
    full(signingsIn(view, input.enrolment).filter(isTaken), signingsMost),
    uncheckedIn(view, input.enrolment) && refuseField('volunteers', 'platform.paper-waits'),
    strangers > 0 && refuseField('volunteers', 'volunteers.not-on-roll', { count: strangers }),
    fresh.length === 0 && refuseField('volunteers', 'volunteers.already-acknowledged'),
    fresh.length > 0 &&
      strangers === 0 &&
      !standing &&
      refuseField('volunteers', 'volunteers.nobody-to-acknowledge'),
  )
}

/** On paper: the same roll, and what the paper itself must say. */
export function whyNotAcknowledgeOnPaper(view: View, input: AcknowledgeRollOnPaper, today: Day): Refusal[] {
  const paper = whyNotOnPaper(input.paper, today, rollSince(view, input))
  const named = paper.map((each) => ({ ...each, field: `paper.${each.field}` }))
  return [...whyNotAcknowledge(view, input), ...named]
}
