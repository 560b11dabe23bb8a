// Who was visited and who is left: households of the registry against the submissions of a survey.
import type { HouseholdRow } from '../../people/household.ts'
import type { LocalPlace } from '../../places/local-place.ts'
import { reachOf } from '../evidence.ts'
import type { SubmissionRow } from '../submission.ts'
import type { SurveyRow } from '../survey.ts'

/** How far a household is. left and rejected are still to be visited. */
export const visitStates = ['left', 'rejected', 'draft', 'unsent', 'returned', 'waiting', 'approved'] as const
export type VisitState = (typeof visitStates)[number]

export type Visit = { household: HouseholdRow; state: VisitState; submission: SubmissionRow | null }

/** What only this phone knows: submissions not sent yet, and households with a draft. */
export type OnThisPhone = {
  unsent: (submission: string) => boolean
  drafts: ReadonlySet<string>
}

/** Households with somebody to ask: those in the RT of the survey, or in what lies below them. */
export function withinReach(
  survey: Pick<SurveyRow, 'localPlaces'>,
  households: readonly HouseholdRow[],
  locals: readonly Pick<LocalPlace, 'id' | 'parent'>[],
): HouseholdRow[] {
  const reach = reachOf(survey, locals)
  if (reach === null) return [...households]
  return households.filter((each) => each.localPlace !== null && reach.has(each.localPlace))
}

/** How a submission stands for those who are out in the field. */
export function standingOf(
  submission: Pick<SubmissionRow, 'id' | 'state' | 'returned'>,
  unsent: (submission: string) => boolean,
): VisitState {
  if (unsent(submission.id)) return 'unsent'
  if (submission.returned) return 'returned'
  if (submission.state === 'approved' || submission.state === 'rejected') return submission.state
  return 'waiting'
}

const rank: Readonly<Record<VisitState, number>> = {
  left: 0,
  rejected: 1,
  draft: 2,
  returned: 3,
  unsent: 4,
  waiting: 5,
  approved: 6,
}

/** Each household once, with the submission that stands best for it. */
export function visitsOf(
  households: readonly HouseholdRow[],
  submissions: readonly SubmissionRow[],
  phone: OnThisPhone,
): Visit[] {
  const best = new Map<string, { state: VisitState; submission: SubmissionRow }>()
  for (const submission of submissions) {
    if (submission.household === null) continue
    const state = standingOf(submission, phone.unsent)
    const known = best.get(submission.household)
    if (!known || rank[state] > rank[known.state]) best.set(submission.household, { state, submission })
  }
  return households.map((household) => {
    const found = best.get(household.id)
    if (found && rank[found.state] > rank.draft) return { household, ...found }
    const state = phone.drafts.has(household.id) ? 'draft' : (found?.state ?? 'left')
    return { household, state, submission: found?.submission ?? null }
  })
}

/** Somebody still has to go there; a draft is a visit that has not ended. */
export const isLeft = (state: VisitState): boolean =>
  state === 'left' || state === 'rejected' || state === 'draft'

export type Coverage = {
  /** An RT, another local place, or null for households that nobody placed. */
  localPlace: string | null
  known: number
  visited: number
  approved: number
  waiting: number
  returned: number
  left: number
}

const none = (localPlace: string | null): Coverage => ({
  localPlace,
  known: 0,
  visited: 0,
  approved: 0,
  waiting: 0,
  returned: 0,
  left: 0,
})

function count(line: Coverage, state: VisitState): void {
  line.known += 1
  if (isLeft(state)) line.left += 1
  else line.visited += 1
  if (state === 'approved') line.approved += 1
  if (state === 'waiting' || state === 'unsent') line.waiting += 1
  if (state === 'returned') line.returned += 1
}

/** One line for each local place with households, in the order of `order`; the unplaced ones last. */
export function coverageOf(visits: readonly Visit[], order: readonly string[]): Coverage[] {
  const lines = new Map<string | null, Coverage>()
  for (const { household, state } of visits) {
    const line = lines.get(household.localPlace) ?? none(household.localPlace)
    lines.set(household.localPlace, line)
    count(line, state)
  }
  const at = new Map(order.map((id, index) => [id, index]))
  const place = (line: Coverage) =>
    line.localPlace === null ? Number.POSITIVE_INFINITY : (at.get(line.localPlace) ?? order.length)
  return [...lines.values()].sort((a, b) => place(a) - place(b))
}

export function totalOf(lines: readonly Coverage[]): Coverage {
  const total = none(null)
  for (const line of lines) {
    total.known += line.known
    total.visited += line.visited
    total.approved += line.approved
    total.waiting += line.waiting
    total.returned += line.returned
    total.left += line.left
  }
  return total
}
