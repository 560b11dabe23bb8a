// What the screens of surveys read from the local copy, computed once for each change of it.
import { useMemo } from 'react'
import { usePlaceView, useRow, useRows } from '../../../platform/browser/hooks.tsx'
import { type HouseholdRow, householdCollection } from '../../people/household.ts'
import { type PersonRow, personCollection } from '../../people/person.ts'
import { type LocalPlace, localCollection } from '../../places/local-place.ts'
import { localLine, treeOf } from '../../places/tree.ts'
import type { Programme, Stage, Words } from '../../programmes/definition.ts'
import { gatesOf } from '../../programmes/definition.ts'
import type { EnrolmentRow } from '../../programmes/enrolment.ts'
import { type ListingRow, listingCollection, type ObjectionRow, objectionCollection } from '../listing.ts'
import { type SubmissionRow, submissionCollection } from '../submission.ts'
import { type SurveyRow, surveyCollection } from '../survey.ts'
import { coverageOf, type OnThisPhone, totalOf, visitsOf, withinReach } from '../visits/visits.ts'
import { t } from './words.ts'

export const enrolmentCollection = 'programmes.enrolment'
const programmeCollection = 'programmes.programme'

const newestFirst = (a: { id: string }, b: { id: string }) => (a.id < b.id ? 1 : -1)

/** Running surveys before closed ones, the newest first. */
export function useSurveys(): SurveyRow[] {
  const rows = useRows<SurveyRow>(surveyCollection)
  return useMemo(
    () =>
      [...rows].sort(
        (a, b) => Number(a.state === 'closed') - Number(b.state === 'closed') || newestFirst(a, b),
      ),
    [rows],
  )
}

export const useSurvey = (id: string | undefined): SurveyRow | undefined =>
  useRow<SurveyRow>(surveyCollection, id)

export function useSubmissions(survey: string): SubmissionRow[] {
  const rows = useRows<SubmissionRow>(submissionCollection)
  return useMemo(
    () =>
      rows
        .filter((each) => each.survey === survey)
        .sort((a, b) =>
          a.submittedAt < b.submittedAt ? 1 : a.submittedAt > b.submittedAt ? -1 : newestFirst(a, b),
        ),
    [rows, survey],
  )
}

export function useListing(survey: string): ListingRow | undefined {
  const rows = useRows<ListingRow>(listingCollection)
  return rows.find((each) => each.survey === survey)
}

export function useObjections(listing: string | undefined): ObjectionRow[] {
  const rows = useRows<ObjectionRow>(objectionCollection)
  return useMemo(
    () =>
      rows
        .filter((each) => each.listing === listing)
        .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : newestFirst(a, b))),
    [rows, listing],
  )
}

export type Locals = {
  all: readonly LocalPlace[]
  /** Ids in the order of the village's tree. */
  order: readonly string[]
  lineOf: (id: string | null) => string
  /** RT, or whatever has nothing below it. */
  ends: readonly LocalPlace[]
}

export function useLocals(): Locals {
  const { place } = usePlaceView()
  const all = useRows<LocalPlace>(localCollection)
  return useMemo(() => {
    const tree = treeOf(all)
    const lines = new Map(all.map((each) => [each.id, localLine(each, all, place)]))
    return {
      all,
      order: tree.map((row) => row.place.id),
      lineOf: (id) => (id === null ? t('over.no-rt') : (lines.get(id) ?? t('over.no-rt'))),
      ends: tree.flatMap((row) => (row.below === 0 && row.place.active ? [row.place] : [])),
    }
  }, [all, place])
}

/** The name a household goes by: that of its head. */
export function useHouseholdName(): (household: HouseholdRow | undefined) => string {
  const view = usePlaceView()
  return (household) =>
    (household?.head ? view.get<PersonRow>(personCollection, household.head)?.name : undefined) ||
    t('survey.nameless')
}

/** Every household within the reach of the survey, with how far it is, and the lines by RT. */
export function useVisits(survey: SurveyRow, drafts: ReadonlySet<string>) {
  const view = usePlaceView()
  const version = view.version()
  const households = useRows<HouseholdRow>(householdCollection)
  const submissions = useSubmissions(survey.id)
  const { all, order } = useLocals()
  return useMemo(() => {
    const phone: OnThisPhone = {
      unsent: (id) => view.pending(submissionCollection, id) === 'queued',
      drafts,
    }
    const visits = visitsOf(withinReach(survey, households, all), submissions, phone)
    const lines = coverageOf(visits, order)
    return { visits, lines, total: totalOf(lines) }
    // The marks of what is not sent change with the version of the view.
  }, [view, version, survey, households, submissions, all, order, drafts])
}

export type Enrolled = { row: EnrolmentRow; programme: Programme }

/** The programmes of the place with their enrolments, running ones first. */
export function useEnrolled(): Enrolled[] {
  const view = usePlaceView()
  const rows = useRows<EnrolmentRow>(enrolmentCollection)
  const rank = (row: EnrolmentRow) => (row.status === 'started' ? 0 : 1)
  return [...rows]
    .sort((a, b) => rank(a) - rank(b) || newestFirst(a, b))
    .flatMap((row) => {
      const programme = view.get<Programme>(programmeCollection, row.programme)
      return programme ? [{ row, programme }] : []
    })
}

export type AskedKind = { id: string; title: Words; stage: Stage | null }

/** The surveys a programme knows, each with the first stage whose gates ask for it. */
export function kindsOf(programme: Programme): AskedKind[] {
  return programme.kinds.surveys.map(({ id, title }) => ({
    id,
    title,
    stage:
      programme.stages.find((stage) =>
        gatesOf(stage).some((gate) => gate.satisfiedBy === `surveys?kind=${id}`),
      ) ?? null,
  }))
}
