// Opening, changing, closing and agreeing on surveys, and the lists they end in.
import { full, reasons, refuseIfAny } from '../../kernel/refusal.ts'
import { handle } from '../../platform/server/capability.ts'
import { localPlacesOf } from '../places/door.ts'
import { enrolmentsOf } from '../programmes/serving.ts'
import { saveListing } from './agreeing/api-listing.ts'
import { adopted, afterReopening } from './agreeing/steps.ts'
import { listingStore } from './agreeing/store-listing.ts'
import { formCollection } from './library/form.ts'
import { formStore } from './library/store-form.ts'
import * as rules from './rules.ts'
import * as steps from './steps.ts'
import { surveyStore } from './store-survey.ts'
import {
  agreeSurvey,
  changeSurvey,
  closeSurvey,
  openSurvey,
  reopenedMost,
  reopenSurvey,
  serveAlso,
  surveyCollection,
} from './survey.ts'
import { coverageAt, tellSurveyFacts } from './telling.ts'
import { doerOf, saveSurvey, surveyAt, villageAt, type Work } from './work.ts'

/** From now on phones of the village hold this version, and its files stay as they are. */
async function takeForm(work: Work, form: string): Promise<void> {
  await formStore(work.tx).markUsed(form)
  work.changes.touch(formCollection, form)
}

const listingOf = async (work: Work, survey: string) =>
  (await listingStore(work).ofSurveys([survey], work.vault))[0]

export const surveyCommands = [
  handle(openSurvey, async (work) => {
    const { input } = work
    const form = await formStore(work.tx).said(input.form)
    const view = await villageAt(work, { enrolments: enrolmentsOf(input) })
    refuseIfAny(rules.whyNotOpen(view, input, form, work.today))
    const row = steps.opened(input, form?.formId ?? '')
    await surveyStore(work).add(row, work.actor.account, work.now)
    work.changes.touch(surveyCollection, row.id)
    await takeForm(work, row.form)
    await tellSurveyFacts(work, [row.id])
  }),
  handle(serveAlso, async (work) => {
    const { input } = work
    const survey = await surveyAt(work, input.id)
    const form = await formStore(work.tx).said(survey.form)
    const view = await villageAt(work, { enrolments: input.alsoFor.map((each) => each.enrolment) })
    refuseIfAny(rules.whyNotServeAlso(view, survey, input, form))
    await saveSurvey(work, steps.served(survey, input))
  }),
  handle(changeSurvey, async (work) => {
    const { input } = work
    const survey = await surveyAt(work, input.id)
    const form = await formStore(work.tx).said(input.form)
    refuseIfAny(rules.whyNotChange(await villageAt(work, {}), survey, input, form))
    await saveSurvey(work, steps.changed(survey, input))
    if (input.form !== survey.form) await takeForm(work, input.form)
  }),
  handle(closeSurvey, async (work) => {
    const survey = await surveyAt(work, work.input.id)
    const places = [...(await localPlacesOf(work)).values()]
    const coverage = await coverageAt(work, survey, places)
    refuseIfAny(rules.whyNotClose(survey, coverage, work.input, work.today))
    await saveSurvey(work, steps.closed(survey, work.input, doerOf(work)))
  }),
  handle(reopenSurvey, async (work) => {
    const survey = await surveyAt(work, work.input.id)
    const view = await villageAt(work, { enrolments: enrolmentsOf(survey) })
    refuseIfAny([
      ...rules.whyNotReopen(view, survey, work.input),
      ...reasons(full(survey.reopened, reopenedMost)),
    ])
    const listing = await listingOf(work, survey.id)
    const next = listing && afterReopening(survey, listing, work.input.reason, doerOf(work))
    if (next) await saveListing(work, next)
    await saveSurvey(work, steps.reopened(survey, work.input, doerOf(work)))
  }),
  handle(agreeSurvey, async (work) => {
    const { input } = work
    const survey = await surveyAt(work, input.id)
    const about = { enrolments: enrolmentsOf(survey), meeting: input.meeting, survey: survey.id }
    const view = await villageAt(work, about)
    refuseIfAny(rules.whyNotAgree(view, survey, input, work.today))
    const listing = input.what === 'result' ? await listingOf(work, survey.id) : undefined
    if (listing) await saveListing(work, adopted(listing, input))
    await saveSurvey(work, steps.agreed(survey, input, doerOf(work), view))
  }),
]
