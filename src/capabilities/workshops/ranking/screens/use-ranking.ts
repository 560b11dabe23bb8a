// A ranking as its screens need it, worked out once for each change of the copy; and the note of who looked at it.
import { useEffect, useMemo } from 'react'
import { usePhone, usePlaceView, useRows } from '../../../../platform/browser/hooks.tsx'
import { useLocalPlaces } from '../../../people/hooks.browser.ts'
import { noteViews } from '../../../people/journal.browser.ts'
import { alsoRanked, type Card, cardsOf } from '../card-rules.ts'
import { type Group, type Ranking, type Sorting, sortingCollection } from '../ranking.ts'
import {
  groupsOf,
  missingSorters,
  proposedCuts,
  type Scored,
  scoresOf,
  standingSortings,
  stateOf,
} from '../score-rules.ts'
import { t } from './words.ts'

/** "RT 01 / RW 02, RT 02 / RW 02". */
export function useWhere(places: readonly string[]): string {
  const { lineOf } = useLocalPlaces()
  return places
    .map((id) => lineOf(id) ?? '')
    .filter(Boolean)
    .join(', ')
}

export function useSortings(ranking: Ranking) {
  const all = useRows<Sorting>(sortingCollection)
  return useMemo(() => {
    const sortings = standingSortings(all, ranking.id)
    return { sortings, state: stateOf(ranking, all), missing: missingSorters(ranking, all) }
  }, [all, ranking])
}

/** Cards by household, with what must be said of them. */
export function useCards(ranking: Pick<Ranking, 'id' | 'cards'>) {
  const view = usePlaceView()
  const version = view.version()
  // The version stands for all rows of the view.
  return useMemo(() => {
    const cards = cardsOf(view, ranking.cards)
    return {
      cards,
      byId: new Map(cards.map((each) => [each.household, each])),
      also: alsoRanked(view, ranking),
    }
  }, [view, version, ranking])
}

export const nameOf = (card: Card | undefined): string => card?.name ?? t('ranking.nameless')

export type Line = Scored & { card: Card | undefined; group: number | null; moved: string | null }
export type Results = {
  lines: readonly Line[]
  groups: readonly Group[]
  /** Whether a plenary named them, or they are proposed. */
  settled: boolean
}

/** The names that are proposed for three groups, or four. */
export const proposedNames = (count: number): string[] =>
  count === 3
    ? [t('settle.of-three-1'), t('settle.of-three-2'), t('settle.of-three-3')]
    : [t('settle.of-four-1'), t('settle.of-four-2'), t('settle.of-four-3'), t('settle.of-four-4')]

export function proposedGroups(scores: readonly Scored[], count: number): Group[] {
  const cuts = proposedCuts(
    scores.map(({ score }) => score),
    count,
  )
  return proposedNames(count).map((name, i) => ({ name, upTo: cuts[i] ?? null }))
}

/** Scores and groups, the poorest first. */
export function useResults(ranking: Ranking): Results {
  const { sortings } = useSortings(ranking)
  const { byId } = useCards(ranking)
  return useMemo(() => {
    const scores = scoresOf(ranking.cards, sortings)
    const groups = ranking.plenary?.groups ?? proposedGroups(scores, 3)
    const moved = ranking.plenary?.moved ?? []
    const at = groupsOf(scores, groups, moved)
    const why = new Map(moved.map(({ household, reason }) => [household, reason]))
    const lines = scores
      .map((each) => ({
        ...each,
        card: byId.get(each.household),
        group: at.get(each.household) ?? null,
        moved: why.get(each.household) ?? null,
      }))
      .sort(
        (a, b) => (a.score ?? 101) - (b.score ?? 101) || nameOf(a.card).localeCompare(nameOf(b.card), 'id'),
      )
    return { lines, groups, settled: ranking.plenary !== null }
  }, [ranking, sortings, byId])
}

/** Writes down, once a visit, that where these households stand is being looked at. */
export function useSeen(what: string, households: readonly string[]): void {
  const phone = usePhone()
  const { place } = usePlaceView()
  const subjects = households.join()
  useEffect(() => {
    if (subjects === '') return
    noteViews(phone, place, what, subjects.split(',')).catch((error: unknown) => console.error(error))
  }, [phone, place, what, subjects])
}
