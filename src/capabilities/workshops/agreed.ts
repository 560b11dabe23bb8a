// What rankings leave for others: the score and the group of each household, as a plenary settled them. Pure, over the copy of a
// village; door.ts asks the same on the server.
import type { Day } from '../../kernel/day.ts'
import type { View } from '../../kernel/view.ts'
import { type Meeting, meetingCollection } from '../meetings/meeting.ts'
import { type Ranking, rankingCollection, type Sorting, sortingCollection } from './ranking/ranking.ts'
import { groupsOf, missingSorters, scoresOf, standingSortings } from './ranking/score-rules.ts'

export type AgreedRanking = {
  id: string
  /** The workshop at which it was done. */
  meeting: string
  /** The day of the plenary. */
  on: Day
  localPlaces: readonly string[]
  /** Their names, from the poorest. */
  groups: readonly string[]
  /** Of so many named sorters none came to sort; the scores are of the others. */
  missing: number
  /** Score 0 to 100, the higher the better off; group from 1, the poorest. Whoever no sorter placed is left out. */
  households: readonly { household: string; score: number; group: number }[]
}

function agreed(ranking: Ranking, sortings: readonly Sorting[]): AgreedRanking | null {
  const { plenary, id, meeting, localPlaces } = ranking
  if (!plenary || ranking.withdrawn) return null
  const scores = scoresOf(ranking.cards, standingSortings(sortings, id))
  const groups = groupsOf(scores, plenary.groups, plenary.moved)
  return {
    ...{ id, meeting, on: plenary.on, localPlaces, groups: plenary.groups.map(({ name }) => name) },
    missing: missingSorters(ranking, sortings).length,
    households: scores.flatMap(({ household, score }) =>
      score === null ? [] : [{ household, score, group: (groups.get(household) ?? 0) + 1 }],
    ),
  }
}

/** The rankings that a plenary settled and nobody withdrew, newest first. */
export const agreedFrom = (rankings: readonly Ranking[], sortings: readonly Sorting[]): AgreedRanking[] =>
  rankings
    .map((each) => agreed(each, sortings))
    .filter((each) => each !== null)
    .sort((a, b) => (a.on === b.on ? (a.id < b.id ? 1 : -1) : a.on < b.on ? 1 : -1))

/** As `agreedFrom`, but for what was done towards a workshop that was cancelled: nobody met to settle it. */
export const agreedRankings = (view: View): AgreedRanking[] =>
  agreedFrom(view.all<Ranking>(rankingCollection), view.all<Sorting>(sortingCollection)).filter(
    ({ meeting }) => view.get<Meeting>(meetingCollection, meeting)?.state !== 'cancelled',
  )
