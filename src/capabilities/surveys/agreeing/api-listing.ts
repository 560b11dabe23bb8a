// Proposing, showing and changing lists, and the objections to them.
import { Refused, refuse, refuseIfAny } from '../../../kernel/refusal.ts'
import { handle } from '../../../platform/server/capability.ts'
import { knownHouseholds } from '../../people/door.ts'
import {
  answerObjection,
  decideLine,
  decisionCollection,
  type ListingRow,
  listingCollection,
  objectionCollection,
  reviseList,
  setListing,
  showList,
  takeObjection,
} from '../listing.ts'
import { tellSurveyFacts } from '../telling.ts'
import { doerOf, surveyAt, villageAt, type Work } from '../work.ts'
import * as rules from './list-rules.ts'
import * as steps from './steps.ts'
import { decisionStore, listingStore, objectionStore } from './store-listing.ts'

async function listingAt(work: Work, id: string) {
  const [listing] = await listingStore(work).many([id], work.vault)
  if (!listing) throw new Refused([refuse('surveys.no-such-list')])
  return { listing, survey: await surveyAt(work, listing.survey) }
}

export async function saveListing(work: Work, row: ListingRow): Promise<void> {
  await listingStore(work).put(row, work.vault)
  work.changes.touch(listingCollection, row.id)
}

/** A new id: one that stands for something else already is not taken over. */
async function refuseTaken(found: Promise<readonly unknown[]>): Promise<void> {
  if ((await found).length > 0) throw new Refused([refuse('surveys.id-taken')])
}

const isKnown = async (work: Work, household: string | null): Promise<boolean> =>
  household !== null && (await knownHouseholds(work, [household])).has(household)

export const listingCommands = [
  handle(setListing, async (work) => {
    const { input } = work
    const survey = await surveyAt(work, input.survey)
    const [listing] = await listingStore(work).ofSurveys([survey.id], work.vault)
    if (!listing) await refuseTaken(listingStore(work).many([input.id]))
    const known = await knownHouseholds(work, input.households)
    refuseIfAny(rules.whyNotSetListing(survey, listing, input, known))
    await saveListing(work, steps.listed(listing, input))
    await tellSurveyFacts(work, [survey.id])
  }),
  handle(decideLine, async (work) => {
    const { input, today } = work
    const { listing, survey } = await listingAt(work, input.listing)
    await refuseTaken(decisionStore(work).many([input.id], null))
    const [known, decided] = [
      await isKnown(work, input.household),
      await decisionStore(work).count(listing.id),
    ]
    refuseIfAny(rules.whyNotDecide(survey, listing, input, { known, decided, today }))
    const done = steps.decided(listing, input, doerOf(work))
    await decisionStore(work).add(done.decision, work.vault)
    work.changes.touch(decisionCollection, input.id)
    await saveListing(work, done.listing)
    await tellSurveyFacts(work, [survey.id])
  }),
  handle(showList, async (work) => {
    const { listing, survey } = await listingAt(work, work.input.id)
    const { enrolment } = survey
    const view = await villageAt(work, { enrolments: enrolment === null ? [] : [enrolment] })
    const days = rules.objectionDaysAt(view, survey)
    refuseIfAny(rules.whyNotShow(survey, listing, work.input, days, work.today))
    await saveListing(work, steps.shown(listing, work.input, doerOf(work)))
    await tellSurveyFacts(work, [survey.id])
  }),
  handle(takeObjection, async (work) => {
    const { input, today } = work
    const { listing, survey } = await listingAt(work, input.listing)
    await refuseTaken(objectionStore(work).many([input.id], null))
    const [known, before] = [
      await isKnown(work, input.household),
      await objectionStore(work).ofListings([listing.id]),
    ]
    refuseIfAny(rules.whyNotObject(listing, input, { known, taken: before.length, today }))
    await objectionStore(work).put(steps.objected(listing, input), work.vault)
    work.changes.touch(objectionCollection, input.id)
    await tellSurveyFacts(work, [survey.id])
  }),
  handle(answerObjection, async (work) => {
    const { input, today } = work
    const { listing, survey } = await listingAt(work, input.listing)
    const [objection] = await objectionStore(work).many([input.id], work.vault)
    if (!objection || objection.listing !== listing.id)
      throw new Refused([refuse('surveys.no-such-objection')])
    const known = await isKnown(work, input.household)
    refuseIfAny(rules.whyNotAnswer(survey, listing, objection, input, { known, today }))
    const done = steps.answered(listing, objection, input, doerOf(work))
    await objectionStore(work).put(done.objection, work.vault)
    work.changes.touch(objectionCollection, input.id)
    if (done.listing) await saveListing(work, done.listing)
    await tellSurveyFacts(work, [survey.id])
  }),
  handle(reviseList, async (work) => {
    const { listing, survey } = await listingAt(work, work.input.id)
    refuseIfAny(rules.whyNotRevise(survey, listing, work.input, work.today))
    await saveListing(work, steps.revised(survey, listing, work.input, doerOf(work)))
    await tellSurveyFacts(work, [survey.id])
  }),
]
