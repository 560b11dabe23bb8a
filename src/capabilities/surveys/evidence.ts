// The facts that surveys give to gates. Pure: the phone counts rows, the server asks the database for the same figures,
// and both come to facts here.
import type { FactGiver, FactRecord, Facts } from '../../kernel/facts.ts'
import type { View } from '../../kernel/view.ts'
import { hasSignedMinutes, type Meeting, meetingCollection } from '../meetings/meeting.ts'
import { type HouseholdRow, householdCollection } from '../people/household.ts'
import { type LocalPlace, localCollection } from '../places/local-place.ts'
import { type Enrolled, enrolledIn, servingsOf } from '../programmes/serving.ts'
import { countedList, openOf } from './agreeing/list-rules.ts'
import { type ListingRow, listingCollection, type ObjectionRow, objectionCollection } from './listing.ts'
import { type SubmissionRow, submissionCollection } from './submission.ts'
import { type Agreement, type Counts, type SurveyRow, surveyCollection, surveyFor } from './survey.ts'

/** Of one local place (null: of none): households on record, and those of them that were surveyed. */
export type PlaceFigure = { place: string | null; known: number; surveyed: number }

/** How far a survey of households has come. Shares are rounded down: 100 only when nobody is left. */
export type Coverage = {
  known: number
  surveyed: number
  /** null where no household in reach is on record, or this phone may not see them. */
  percent: number | null
  /** RT in reach that are in use, and those of them with at least one household surveyed. */
  rts: number
  rtsReached: number
  rtPercent: number | null
}

const percentOf = (part: number, whole: number) => Math.floor((part * 100) / whole)

/** How many answered, whatever was thought of it; the rejected are left out. */
export const respondentsOf = (counts: Counts): number =>
  counts.received + counts.hasIssues + counts.edited + counts.approved
/** How many still wait for somebody to judge them. */
export const waitingOf = (counts: Counts): number => counts.received + counts.hasIssues + counts.edited

/** The local places that a survey reaches, with all that lie below them; null is the whole village. */
export function reachOf(
  survey: Pick<SurveyRow, 'localPlaces'>,
  places: readonly Pick<LocalPlace, 'id' | 'parent'>[],
): ReadonlySet<string> | null {
  if (survey.localPlaces.length === 0) return null
  const reach = new Set(survey.localPlaces)
  for (let before = 0; before < reach.size; ) {
    before = reach.size
    for (const { id, parent } of places) if (parent && reach.has(parent)) reach.add(id)
  }
  return reach
}

/** The households that a survey reached: those with a submission that was not rejected. */
export function visitedIn(view: View, survey: string): Set<string> {
  const all = view.all<SubmissionRow>(submissionCollection)
  return new Set(
    all.flatMap((each) =>
      each.survey === survey && each.household !== null && each.state !== 'rejected' ? [each.household] : [],
    ),
  )
}

export function figuresIn(view: View, survey: string): PlaceFigure[] {
  const visited = visitedIn(view, survey)
  const figures = new Map<string | null, PlaceFigure>()
  for (const { id, localPlace } of view.all<HouseholdRow>(householdCollection)) {
    const figure = figures.get(localPlace) ?? { place: localPlace, known: 0, surveyed: 0 }
    figure.known += 1
    if (visited.has(id)) figure.surveyed += 1
    figures.set(localPlace, figure)
  }
  return [...figures.values()]
}

export function coverageOf(
  survey: Pick<SurveyRow, 'localPlaces' | 'counts'>,
  figures: readonly PlaceFigure[],
  places: readonly LocalPlace[],
): Coverage {
  const reach = reachOf(survey, places)
  const within = (place: string | null) => reach === null || (place !== null && reach.has(place))
  const mine = figures.filter((each) => within(each.place))
  const known = mine.reduce((sum, each) => sum + each.known, 0)
  const surveyed = mine.reduce((sum, each) => sum + each.surveyed, 0)
  const reached = new Set(mine.flatMap((each) => (each.surveyed > 0 ? [each.place] : [])))
  const rts = places.filter((each) => each.kind === 'rt' && each.active && within(each.id))
  const rtsReached = rts.filter((each) => reached.has(each.id)).length
  return {
    known,
    // Without a register to compare with, what the survey itself counted.
    surveyed: known === 0 ? survey.counts.households : surveyed,
    percent: known === 0 ? null : percentOf(surveyed, known),
    rts: rts.length,
    rtsReached,
    rtPercent: known === 0 || rts.length === 0 ? null : percentOf(rtsReached, rts.length),
  }
}

export const coverageIn = (view: View, survey: SurveyRow): Coverage =>
  coverageOf(survey, figuresIn(view, survey.id), view.all<LocalPlace>(localCollection))

/** Of several surveys of one kind, the one that speaks: the last that was closed as complete, else the newest. */
export function standing(surveys: readonly SurveyRow[]): SurveyRow | undefined {
  const inOrder = [...surveys].sort((a, b) =>
    a.openedOn === b.openedOn ? (a.id < b.id ? -1 : 1) : a.openedOn < b.openedOn ? -1 : 1,
  )
  return inOrder.findLast((each) => each.closed?.complete) ?? inOrder.at(-1)
}

export type MeetingOf = (id: string) => Meeting | undefined

/** What was agreed lasts as long as its evidence: of a programme's survey, the signed minutes of the meeting that agreed it. */
export function stillAgreed(
  { kind }: Pick<SurveyRow, 'kind'>,
  agreed: Agreement | null,
  meetingOf: MeetingOf,
): boolean {
  if (agreed === null || agreed.meeting === null || kind === null) return agreed !== null
  const meeting = meetingOf(agreed.meeting)
  return meeting !== undefined && hasSignedMinutes(meeting)
}

/** `listing` and `coverage` are those of the survey that speaks. */
export type About = {
  listing: ListingRow | undefined
  objections: readonly ObjectionRow[]
  coverage: Coverage
  meetingOf: MeetingOf
}

/** The facts of one programme survey (kind). */
export function factsOfKind(
  kind: string,
  surveys: readonly SurveyRow[],
  { listing, objections, coverage, meetingOf }: About,
): Facts {
  const survey = standing(surveys)
  if (!survey) return {}
  const records: FactRecord[] = [{ collection: surveyCollection, id: survey.id }]
  const lists = listing ? [{ collection: listingCollection, id: listing.id }] : records
  const respondents = respondentsOf(survey.counts)
  const tell = (name: string, value: boolean | number | null, from = records): Facts =>
    value === null ? {} : { [`survey.${kind}.${name}`]: { value, records: from } }
  return {
    ...tell('completed', survey.closed?.complete ?? false),
    ...tell('respondents', respondents),
    ...tell('approved_percent', respondents === 0 ? null : percentOf(survey.counts.approved, respondents)),
    ...tell('result_agreed', stillAgreed(survey, survey.result, meetingOf)),
    // Criteria hold for every survey of the kind, also for one that was begun anew.
    ...tell(
      'criteria_agreed',
      surveys.some((each) => stillAgreed(each, each.criteria, meetingOf)),
    ),
    ...tell('listed', countedList(survey, listing).length, lists),
    ...(listing
      ? {
          ...tell('list_shown', (listing.shown ?? null) !== null, lists),
          ...tell('objections_open', openOf(objections), lists),
        }
      : {}),
    ...(survey.population === 'households'
      ? {
          ...tell('coverage_percent', coverage.percent),
          ...tell('households_surveyed', coverage.surveyed),
          ...tell('households_known', coverage.known === 0 ? null : coverage.known),
          ...tell('rt_coverage_percent', coverage.rtPercent),
        }
      : tell(
          'coverage_percent',
          survey.target === null ? null : Math.min(100, percentOf(respondents, survey.target)),
        )),
  }
}

/** The other programmes it serves that began here after it was opened: they count answers older than themselves, and a screen says so. */
export const begunAfter = (view: View, survey: SurveyRow): Enrolled[] =>
  servingsOf(survey)
    .slice(1)
    .flatMap(({ enrolment }) => enrolledIn(view, enrolment) ?? [])
    .filter(({ row: { startedOn } }) => startedOn !== null && survey.openedOn < startedOn)

/** Of these surveys those that serve an enrolment as one of its kinds, as it counts them. */
export const servingAs = (surveys: readonly SurveyRow[], enrolment: string): SurveyRow[] =>
  surveys.flatMap((each) => surveyFor(each, enrolment) ?? []).filter((each) => each.kind !== null)

/** All facts of the surveys that serve one enrolment. A kind that was never surveyed gives none. */
export const surveyFacts: FactGiver = (view, enrolment) => {
  const mine = servingAs(view.all<SurveyRow>(surveyCollection), enrolment)
  const listings = view.all<ListingRow>(listingCollection)
  const kinds = Map.groupBy(mine, (each) => each.kind as string)
  const facts = [...kinds].map(([kind, surveys]) => {
    const survey = standing(surveys) as SurveyRow
    const listing = listings.find((each) => each.survey === survey.id)
    const meetingOf = (id: string) => view.get<Meeting>(meetingCollection, id)
    const objections = view
      .all<ObjectionRow>(objectionCollection)
      .filter((each) => each.listing === listing?.id)
    return factsOfKind(kind, surveys, { listing, objections, coverage: coverageIn(view, survey), meetingOf })
  })
  return Object.assign({}, ...facts) as Facts
}
