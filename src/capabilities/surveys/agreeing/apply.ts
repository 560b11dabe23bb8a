// What commands about a list do to the local copy before the server answers: the same steps as on the server.
import type { Envelope } from '../../../kernel/command.ts'
import { today } from '../../../kernel/day.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import type { Change, View } from '../../../kernel/view.ts'
import {
  type AnswerObjection,
  type DecideLine,
  decisionCollection,
  type ListingRow,
  listingCollection,
  type ObjectionRow,
  objectionCollection,
  type ReviseList,
  type SetListing,
  type ShowList,
  type TakeObjection,
} from '../listing.ts'
import type { Doer } from '../steps.ts'
import { type AgreeSurvey, type ReopenSurvey, type SurveyRow, surveyCollection } from '../survey.ts'
import * as steps from './steps.ts'

export type Apply = (view: View, envelope: Envelope<never>) => readonly Change[]

/** The account is known when the server's row comes back. */
export const doerOf = (envelope: Envelope<never>): Doer => ({
  by: '',
  on: today(zoneOf(envelope.place), new Date(envelope.at)),
})

const listingRow = (value: ListingRow): Change => ({ collection: listingCollection, id: value.id, value })
const objectionRow = (value: ObjectionRow): Change => ({
  collection: objectionCollection,
  id: value.id,
  value,
})

const listingOf = (view: View, survey: string): ListingRow | undefined =>
  view.all<ListingRow>(listingCollection).find((each) => each.survey === survey)

function set(view: View, envelope: Envelope<never>): Change[] {
  const input = envelope.input as SetListing
  return [listingRow(steps.listed(view.get<ListingRow>(listingCollection, input.id), input))]
}

function decide(view: View, envelope: Envelope<never>): Change[] {
  const input = envelope.input as DecideLine
  const before = view.get<ListingRow>(listingCollection, input.listing)
  if (!before) return []
  const { listing, decision } = steps.decided(before, input, doerOf(envelope))
  return [listingRow(listing), { collection: decisionCollection, id: decision.id, value: decision }]
}

function show(view: View, envelope: Envelope<never>): Change[] {
  const input = envelope.input as ShowList
  const before = view.get<ListingRow>(listingCollection, input.id)
  return before ? [listingRow(steps.shown(before, input, doerOf(envelope)))] : []
}

function object(view: View, envelope: Envelope<never>): Change[] {
  const input = envelope.input as TakeObjection
  const listing = view.get<ListingRow>(listingCollection, input.listing)
  return listing ? [objectionRow(steps.objected(listing, input))] : []
}

function answer(view: View, envelope: Envelope<never>): Change[] {
  const input = envelope.input as AnswerObjection
  const before = view.get<ListingRow>(listingCollection, input.listing)
  const objection = view.get<ObjectionRow>(objectionCollection, input.id)
  if (!before || !objection) return []
  const done = steps.answered(before, objection, input, doerOf(envelope))
  return [objectionRow(done.objection), ...(done.listing ? [listingRow(done.listing)] : [])]
}

function revise(view: View, envelope: Envelope<never>): Change[] {
  const input = envelope.input as ReviseList
  const before = view.get<ListingRow>(listingCollection, input.id)
  const survey = before && view.get<SurveyRow>(surveyCollection, before.survey)
  return survey ? [listingRow(steps.revised(survey, before, input, doerOf(envelope)))] : []
}

/** With the result the list is adopted. */
export function adopt(view: View, envelope: Envelope<never>): Change[] {
  const input = envelope.input as AgreeSurvey
  const listing = input.what === 'result' ? listingOf(view, input.id) : undefined
  return listing ? [listingRow(steps.adopted(listing, input))] : []
}

/** A list that stood with the agreement begins its next edition. */
export function takeBack(view: View, envelope: Envelope<never>): Change[] {
  const { id, reason } = envelope.input as ReopenSurvey
  const [survey, listing] = [view.get<SurveyRow>(surveyCollection, id), listingOf(view, id)]
  const next = survey && listing && steps.afterReopening(survey, listing, reason, doerOf(envelope))
  return next ? [listingRow(next)] : []
}

export const listingApplies: Readonly<Record<string, Apply>> = {
  'surveys.set-listing': set,
  'surveys.decide-line': decide,
  'surveys.show-list': show,
  'surveys.object': object,
  'surveys.answer-objection': answer,
  'surveys.revise-list': revise,
}
