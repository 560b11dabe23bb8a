// After a command changed surveys or submissions, programmes is told their facts. Nothing here reads submissions: states
// are counted beside the survey, and the households reached are joined to the register in the database. A test holds
// these facts equal to those of `evidence.ts` over all rows.
import type { Changes, Follower } from '../../platform/server/capability.ts'
import { meetingById } from '../meetings/door.ts'
import { meetingCollection } from '../meetings/meeting.ts'
import { householdFigures } from '../people/door.ts'
import { householdCollection } from '../people/household.ts'
import { localPlacesOf } from '../places/door.ts'
import { type LocalPlace, localCollection } from '../places/local-place.ts'
import { tellFacts } from '../programmes/door.ts'
import { servingsOf } from '../programmes/serving.ts'
import { listingStore, objectionStore } from './agreeing/store-listing.ts'
import { type Coverage, coverageOf, factsOfKind, servingAs, standing } from './evidence.ts'
import { type At, surveyStore } from './store-survey.ts'
import type { SurveyRow } from './survey.ts'

/** How far a survey has come, by the database. */
export async function coverageAt(
  at: At,
  survey: SurveyRow,
  places: readonly LocalPlace[],
): Promise<Coverage> {
  const figures = await householdFigures(at, surveyStore(at).visited(survey.id))
  return coverageOf(
    survey,
    figures.map(({ place, known, chosen }) => ({ place, known, surveyed: chosen })),
    places,
  )
}

const nothing: Coverage = { known: 0, surveyed: 0, percent: null, rts: 0, rtsReached: 0, rtPercent: null }

/**
 * Tells the facts of the programme surveys (enrolment and kind) that these surveys serve; once for a batch of
 * submissions. Each kind is told under its own name, so that a batch recounts only its own. The counts of the survey
 * rows and `surveys.visited` must be up to date.
 */
export async function tellSurveyFacts(
  at: At & { changes: Pick<Changes, 'touch'> },
  surveyIds: readonly string[],
): Promise<void> {
  if (surveyIds.length === 0) return
  const surveys = await surveyStore(at).alongside(surveyIds)
  if (surveys.length === 0) return
  const listings = await listingStore(at).ofSurveys(surveys.map((each) => each.id))
  const objected = await objectionStore(at).ofListings(listings.map((each) => each.id))
  const counted = surveys.some((each) => each.population === 'households')
  const places = counted ? [...(await localPlacesOf(at)).values()] : []
  const agreedIn = surveys.flatMap(({ criteria, result }) =>
    [criteria?.meeting ?? [], result?.meeting ?? []].flat(),
  )
  const meetings = await Promise.all([...new Set(agreedIn)].map((id) => meetingById(at, id)))
  const known = new Map(meetings.flatMap((each) => (each ? [[each.id, each] as const] : [])))
  const meetingOf = (id: string) => known.get(id)
  const named = surveys.filter((each) => surveyIds.includes(each.id)).flatMap(servingsOf)
  for (const { enrolment, kind } of new Map(
    named.map((each) => [`${each.enrolment} ${each.kind}`, each]),
  ).values()) {
    if (kind === null) continue
    const ofKind = servingAs(surveys, enrolment).filter((each) => each.kind === kind)
    const survey = standing(ofKind) as SurveyRow
    const listing = listings.find((each) => each.survey === survey.id)
    const objections = objected.filter((each) => each.listing === listing?.id)
    const coverage = survey.population === 'households' ? await coverageAt(at, survey, places) : nothing
    const facts = factsOfKind(kind, ofKind, { listing, objections, coverage, meetingOf })
    await tellFacts(at, `surveys.${kind}`, enrolment, facts)
  }
}

/**
 * A household that is registered, moves or leaves, and an RT that is added, change how many a survey has reached; minutes
 * that lose their signatures, what was agreed in them.
 */
export const surveyFollowers: readonly Follower[] = [
  {
    collections: [meetingCollection],
    work: async ({ records, ...at }) => {
      const surveys = await surveyStore(at).agreedIn(records)
      await tellSurveyFacts(
        at,
        surveys.map(({ id }) => id),
      )
    },
  },
  {
    collections: [householdCollection, localCollection],
    work: async (at) => {
      const surveys = await surveyStore(at).countingHouseholds()
      await tellSurveyFacts(
        at,
        surveys.map(({ id }) => id),
      )
    },
  },
]
