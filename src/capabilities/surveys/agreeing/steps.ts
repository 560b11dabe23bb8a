// What each command makes of a list and of what is about it, as pure functions: the server stores what they give, the phone
// shows it before the server answers. The rules have been asked before.

import type {
  AnswerObjection,
  DecideLine,
  DecisionRow,
  ListingRow,
  ObjectionRow,
  ReviseList,
  SetListing,
  ShowList,
  TakeObjection,
} from '../listing.ts'
import type { Doer } from '../steps.ts'
import type { AgreeSurvey, SurveyRow } from '../survey.ts'
import { adoptedOf, editionOf, familyOf, isLate, listStageOf, untilOf } from './list-rules.ts'

export function listed(before: ListingRow | undefined, input: SetListing): ListingRow {
  const { basedOn: _, spoken = [], ranked = '', ...told } = input
  const { edition = 1, adopted = [], revised = null, version = 0 } = before ?? {}
  return { ...told, spoken, ranked, edition, adopted, revised, shown: null, version: version + 1 }
}

export function shown(listing: ListingRow, { on, objectionDays: days }: ShowList, { by }: Doer): ListingRow {
  const told = { on, days, until: untilOf(on, days), households: listing.households.length, by }
  return { ...listing, shown: told, version: listing.version + 1 }
}

/** With this household in the list or out of it: that it is already changes nothing. */
function withLine(listing: ListingRow, household: string, isIn: boolean): ListingRow {
  const others = listing.households.filter((each) => each !== household)
  const households = isIn ? [...others, household] : others
  return { ...listing, households, version: listing.version + 1 }
}

export function decided(
  listing: ListingRow,
  input: DecideLine,
  { by }: Doer,
): { listing: ListingRow; decision: DecisionRow } {
  const { survey } = listing
  return {
    listing: withLine(listing, input.household, input.takenIn),
    decision: { ...input, survey, edition: editionOf(listing), by },
  }
}

export function objected(listing: ListingRow, input: TakeObjection): ObjectionRow {
  const { survey } = listing
  const late = isLate(listing.shown, input.on)
  return { ...input, survey, edition: editionOf(listing), late, answers: [], version: 1 }
}

/** The list changes only where the objection is upheld and about a family. */
export function answered(
  listing: ListingRow,
  objection: ObjectionRow,
  input: AnswerObjection,
  { by }: Doer,
): { listing: ListingRow | null; objection: ObjectionRow } {
  const { upheld, on, reason, decidedBy } = input
  const household = familyOf(objection, input)
  const answers = [...objection.answers, { upheld, on, reason, decidedBy, household, by }]
  return {
    listing: household === null ? null : withLine(listing, household, objection.about === 'missing'),
    objection: { ...objection, answers, version: objection.version + 1 },
  }
}

/** With the result that the residents agreed on, the list is adopted as it stands. Noted again, it replaces the same edition. */
export function adopted(listing: ListingRow, input: AgreeSurvey): ListingRow {
  const { on, meeting, despite = '' } = input
  const { households, shown: was = null } = listing
  const edition = editionOf(listing)
  const before = (listing.adopted ?? []).filter((each) => each.edition !== edition)
  const now = { edition, on, meeting, despite, households, shown: was }
  return { ...listing, adopted: [...before, now], version: listing.version + 1 }
}

/** A list that was adopted before editions were noted becomes the first one. */
function firstEdition(survey: SurveyRow, listing: ListingRow): ListingRow['adopted'] {
  const { result } = survey
  if (adoptedOf(listing) || result === null) return listing.adopted ?? []
  const { on, meeting } = result
  return [
    { edition: editionOf(listing), on, meeting, households: listing.households, despite: '', shown: null },
  ]
}

export function revised(
  survey: SurveyRow,
  listing: ListingRow,
  { on, reason }: Pick<ReviseList, 'on' | 'reason'>,
  { by }: Doer,
): ListingRow {
  return {
    ...listing,
    edition: editionOf(listing) + 1,
    adopted: firstEdition(survey, listing),
    shown: null,
    revised: { reason, on, by },
    version: listing.version + 1,
  }
}

/** A survey that is opened again takes its agreement back: the list that stood is history, and the next edition begins. */
export const afterReopening = (
  survey: SurveyRow,
  listing: ListingRow,
  reason: string,
  doer: Doer,
): ListingRow | null =>
  listStageOf(survey, listing) === 'adopted' ? revised(survey, listing, { on: doer.on, reason }, doer) : null
