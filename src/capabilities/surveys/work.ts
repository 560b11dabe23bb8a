// What the handlers of surveys share: the village as rules see it, and finding a survey or saying that there is none.
import { today } from '../../kernel/day.ts'
import { zoneOf } from '../../kernel/place-code.ts'
import { Refused, refuse } from '../../kernel/refusal.ts'
import { type Change, type View, viewOf } from '../../kernel/view.ts'
import type { CommandWork } from '../../platform/server/capability.ts'
import { meetingById } from '../meetings/door.ts'
import { meetingCollection } from '../meetings/meeting.ts'
import { localPlacesOf } from '../places/door.ts'
import { localCollection } from '../places/local-place.ts'
import { programmeOf } from '../programmes/door.ts'
import type { Enrolled } from '../programmes/serving.ts'
import { listingStore, objectionStore } from './agreeing/store-listing.ts'
import { listingCollection, objectionCollection } from './listing.ts'
import { enrolmentCollection, programmeCollection } from './rules.ts'
import type { Doer } from './steps.ts'
import { surveyStore } from './store-survey.ts'
import { type SurveyRow, surveyCollection } from './survey.ts'
import { tellSurveyFacts } from './telling.ts'

export type Work = Omit<Parameters<CommandWork<unknown>>[0], 'input'>

/** The day it was done, by the device's clock, at the village. */
export const doerOf = ({ actor, place, doneAt }: Work): Doer => ({
  by: actor.account,
  on: today(zoneOf(place), doneAt),
})

export async function surveyAt(work: Work, id: string): Promise<SurveyRow> {
  const found = await surveyStore(work).find(id)
  if (!found) throw new Refused([refuse('surveys.no-such-survey', {}, 'id')])
  return found
}

const rowsOf = (collection: string, rows: Iterable<{ id: string }>): Change[] =>
  [...rows].map((value) => ({ collection, id: value.id, value }))

const enrolledRows = ({ row, programme }: Enrolled): Change[] => [
  { collection: enrolmentCollection, id: row.id, value: row },
  { collection: programmeCollection, id: row.programme, value: programme },
]

/** Surveys, lists and local places of the village, the programmes that are asked about, and a meeting. */
export async function villageAt(
  work: Work,
  about: { enrolments?: readonly string[]; meeting?: string | null; survey?: string },
): Promise<View> {
  const surveys = await surveyStore(work).all()
  const enrolled: Change[] = []
  for (const id of about.enrolments ?? []) {
    const found = await programmeOf(work, id)
    if (found) enrolled.push(...enrolledRows(found))
  }
  const meeting = about.meeting ? await meetingById(work, about.meeting) : undefined
  const listings = about.survey ? await listingStore(work).ofSurveys([about.survey]) : []
  const objections = await objectionStore(work).ofListings(listings.map((each) => each.id))
  return viewOf(work.place, [
    ...rowsOf(surveyCollection, surveys),
    ...rowsOf(listingCollection, listings),
    ...rowsOf(objectionCollection, objections),
    ...rowsOf(localCollection, (await localPlacesOf(work)).values()),
    ...enrolled,
    ...(meeting ? rowsOf(meetingCollection, [meeting]) : []),
  ])
}

/** Stores a survey that is there already, tells the feed, and programmes the facts that follow. */
export async function saveSurvey(work: Work, row: SurveyRow): Promise<void> {
  await surveyStore(work).save(row)
  work.changes.touch(surveyCollection, row.id)
  await tellSurveyFacts(work, [row.id])
}
