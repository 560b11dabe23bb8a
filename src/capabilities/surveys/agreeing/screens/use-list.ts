// A list as its screens show it: each family with what speaks for it, what people decided, and what should be looked at.
import { useMemo } from 'react'
import type { Day } from '../../../../kernel/day.ts'
import { usePlaceView, useRows } from '../../../../platform/browser/hooks.tsx'
import { type HouseholdRow, householdCollection } from '../../../people/household.ts'
import { type PersonRow, personCollection } from '../../../people/person.ts'
import {
  type DecisionRow,
  decisionCollection,
  type ListingRow,
  type ObjectionRow,
  type Spoken,
} from '../../listing.ts'
import { useLocals, useObjections, useSubmissions } from '../../screens/use-surveys.ts'
import type { SurveyRow } from '../../survey.ts'
import { withinReach } from '../../visits/visits.ts'
import { disagreeing, inTwoPlaces } from '../doubt-rules.ts'

export type Line = {
  household: HouseholdRow
  name: string
  listed: boolean
  spoken: Spoken | undefined
  /** What people did last about it: a decision, or an objection that was upheld. */
  last: { on: Day; reason: string; by: 'decision' | 'objection'; takenIn: boolean } | undefined
  /** The submission its answers stand in, for who may open it. */
  submission: string | undefined
  differs: 'measure' | 'ranking' | undefined
  /** Households whose head bears the same name elsewhere. */
  twice: readonly HouseholdRow[]
}

/** The newest last: days alone do not tell two of one day apart, ids do. */
const inOrder = (a: { on: Day; id: string }, b: { on: Day; id: string }) =>
  a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1

function lastDeeds(decisions: readonly DecisionRow[], objections: readonly ObjectionRow[]) {
  const upheld = objections.flatMap((each) => {
    const answer = each.answers.at(-1)
    if (!answer?.upheld || !answer.household) return []
    const { on, reason, household } = answer
    return [
      { id: each.id, on, reason, household, by: 'objection' as const, takenIn: each.about === 'missing' },
    ]
  })
  const decided = decisions.map((each) => ({ ...each, by: 'decision' as const }))
  return new Map([...decided, ...upheld].sort(inOrder).map((each) => [each.household, each]))
}

export function useDecisions(listing: string | undefined): DecisionRow[] {
  const rows = useRows<DecisionRow>(decisionCollection)
  return useMemo(() => rows.filter((each) => each.listing === listing), [rows, listing])
}

/** Every family in reach of the survey, and whoever else is on the list. */
export function useLines(survey: SurveyRow, listing: ListingRow | undefined): Line[] {
  const view = usePlaceView()
  const households = useRows<HouseholdRow>(householdCollection)
  const persons = useRows<PersonRow>(personCollection)
  const { all } = useLocals()
  const submissions = useSubmissions(survey.id)
  const decisions = useDecisions(listing?.id)
  const objections = useObjections(listing?.id)
  return useMemo(() => {
    const listed = new Set(listing?.households)
    const reach = new Set(withinReach(survey, households, all).map((each) => each.id))
    const mine = households.filter((each) => reach.has(each.id) || listed.has(each.id))
    const byId = new Map(mine.map((each) => [each.id, each]))
    const nameOf = (row: HouseholdRow) =>
      (row.head ? view.get<PersonRow>(personCollection, row.head)?.name : undefined) ?? ''
    const names = new Map(mine.map((each) => [each.id, nameOf(each)]))
    const homes = mine.map(({ id, localPlace }) => ({ id, localPlace, name: names.get(id) ?? '' }))
    const twice = inTwoPlaces(homes, listed)
    const spoken = new Map((listing?.spoken ?? []).map((each) => [each.household, each]))
    const differs = disagreeing(listing?.spoken ?? [])
    const last = lastDeeds(decisions, objections)
    // Newest first: the first that stands is the one the measure counted.
    const answers = new Map<string, string>()
    for (const each of submissions)
      if (each.household !== null && each.state !== 'rejected' && !answers.has(each.household))
        answers.set(each.household, each.id)
    return mine
      .map((household) => ({
        household,
        name: names.get(household.id) ?? '',
        listed: listed.has(household.id),
        spoken: spoken.get(household.id),
        last: last.get(household.id),
        submission: answers.get(household.id),
        differs: differs.get(household.id),
        twice: (twice.get(household.id) ?? []).flatMap((id) => byId.get(id) ?? []),
      }))
      .sort((a, b) => a.name.localeCompare(b.name, 'id'))
    // Names come from the rows of persons.
  }, [view, survey, listing, households, persons, all, submissions, decisions, objections])
}

export const isDoubted = (line: Line): boolean => line.differs !== undefined || line.twice.length > 0
