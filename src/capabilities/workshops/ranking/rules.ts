// What may be done with a ranking. Pure: screens ask while people work, the server asks again. Every reason is given at once.
import type { Day } from '../../../kernel/day.ts'
import { type Refusal, reasons, refuse, refuseField } from '../../../kernel/refusal.ts'
import type { View } from '../../../kernel/view.ts'
import { whyNotWorkshop } from '../rules.ts'
import type {
  ChangeRanking,
  EndSorting,
  Ranking,
  SettleRanking,
  SortCards,
  Sorter,
  Sorting,
  StartRanking,
} from './ranking.ts'
import { sortersWanted } from './ranking.ts'
import { missingSorters, standingSortings, stateOf } from './score-rules.ts'

/** What lies around a ranking that is begun or changed. */
export type Around = {
  today: Day
  /** With the workshop in it. */
  view: View
  /** Households and local places on record in the village. */
  households: ReadonlySet<string>
  places: ReadonlySet<string>
}

const twice = (list: readonly string[]): string | undefined =>
  list.find((each, i) => list.indexOf(each) !== i)
const plain = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ')
const heads = ({ women, men }: Sorter) => women + men

function whyNotCards(cards: readonly string[], { households }: Around): Refusal[] {
  return reasons(
    new Set(cards).size < cards.length && refuseField('cards', 'workshops.card-twice'),
    cards.some((each) => !households.has(each)) && refuseField('cards', 'workshops.card-not-on-record'),
  )
}

function whyNotSorters(sorters: readonly Sorter[]): Refusal[] {
  const same = twice(sorters.map(({ label }) => plain(label)))
  const empty = sorters.find((each) => heads(each) === 0)
  return reasons(
    sorters.length < sortersWanted &&
      refuseField('sorters', 'workshops.few-sorters', { least: sortersWanted }),
    (same !== undefined || new Set(sorters.map(({ id }) => id)).size < sorters.length) &&
      refuseField('sorters', 'workshops.sorter-twice', { label: same ?? '' }),
    empty !== undefined && refuseField('sorters', 'workshops.sorter-empty', { label: empty.label }),
  )
}

const whyNotCriteria = (criteria: readonly string[]): Refusal[] => {
  const same = twice(criteria.map(plain))
  return reasons(same !== undefined && refuseField('criteria', 'workshops.criterion-twice', { name: same }))
}

export function whyNotStart(input: StartRanking, around: Around): Refusal[] {
  return reasons(
    ...whyNotWorkshop(around.view, input.meeting),
    input.on > around.today && refuseField('on', 'workshops.day-ahead'),
    input.localPlaces.some((each) => !around.places.has(each)) &&
      refuseField('localPlaces', 'workshops.no-such-local-place'),
    ...whyNotCriteria(input.criteria),
    ...whyNotCards(input.cards, around),
    ...whyNotSorters(input.sorters),
  )
}

const over = (ranking: Ranking): Refusal[] =>
  reasons(
    ranking.withdrawn !== null && refuse('workshops.ranking-withdrawn'),
    ranking.plenary !== null && refuse('workshops.ranking-settled'),
  )

export function whyNotChange(
  ranking: Ranking,
  sortings: readonly Sorting[],
  input: ChangeRanking,
  around: Around,
): Refusal[] {
  const done = standingSortings(sortings, ranking.id).map(({ sorter }) => sorter)
  const kept = new Set(input.sorters.map(({ id }) => id))
  const dropped = ranking.sorters.find(({ id }) => done.includes(id) && !kept.has(id))
  const known = new Set([...around.households, ...ranking.cards])
  return reasons(
    ...over(ranking),
    input.basedOn !== ranking.version && refuse('workshops.ranking-changed'),
    dropped !== undefined && refuseField('sorters', 'workshops.sorter-has-sorted', { label: dropped.label }),
    ...whyNotCriteria(input.criteria),
    ...whyNotCards(input.cards, { ...around, households: known }),
    ...whyNotSorters(input.sorters),
  )
}

export function whyNotSort(ranking: Ranking, sortings: readonly Sorting[], input: SortCards): Refusal[] {
  const sorter = ranking.sorters.find(({ id }) => id === input.sorter)
  const laid = input.piles.flat()
  const cards = new Set(ranking.cards)
  const again = standingSortings(sortings, ranking.id).some((each) => each.sorter === input.sorter)
  return reasons(
    ...over(ranking),
    sorter === undefined && refuseField('sorter', 'workshops.no-such-sorter'),
    again && refuseField('sorter', 'workshops.sorter-has-sorted', { label: sorter?.label ?? '' }),
    laid.length === 0 && refuseField('piles', 'workshops.nothing-sorted'),
    new Set(laid).size < laid.length && refuseField('piles', 'workshops.card-on-two-piles'),
    laid.some((each) => !cards.has(each)) && refuseField('piles', 'workshops.card-of-another'),
  )
}

export const whyNotWithdrawSorting = (ranking: Ranking, sorting: Sorting | undefined): Refusal[] =>
  reasons(
    ...over(ranking),
    (!sorting || sorting.ranking !== ranking.id) && refuseField('sorting', 'workshops.no-such-sorting'),
    sorting?.withdrawn != null && refuseField('sorting', 'workshops.sorting-withdrawn'),
  )

export function whyNotEnd(
  ranking: Ranking,
  sortings: readonly Sorting[],
  _input?: Pick<EndSorting, 'ranking'>,
): Refusal[] {
  const missing = missingSorters(ranking, sortings).length
  return reasons(
    ...over(ranking),
    ranking.ended !== null && refuse('workshops.sorting-ended'),
    missing === 0 && refuse('workshops.nobody-missing'),
    missing === ranking.sorters.length && refuse('workshops.nobody-sorted'),
  )
}

export function whyNotSettle(
  ranking: Ranking,
  sortings: readonly Sorting[],
  input: SettleRanking,
  today: Day,
): Refusal[] {
  const { groups, moved } = input
  const ends = groups.map(({ upTo }) => upTo)
  const inOrder =
    ends.at(-1) === null &&
    ends.slice(0, -1).every((end, i) => end !== null && (i === 0 || end > (ends[i - 1] ?? 0)))
  const cards = new Set(ranking.cards)
  return reasons(
    ranking.withdrawn !== null && refuse('workshops.ranking-withdrawn'),
    stateOf(ranking, sortings) === 'sorting' && refuse('workshops.still-sorting'),
    input.basedOn !== ranking.version && refuse('workshops.ranking-changed'),
    input.on > today && refuseField('on', 'workshops.day-ahead'),
    input.on < ranking.on && refuseField('on', 'workshops.before-ranking', { start: ranking.on }),
    input.women + input.men === 0 && refuseField('women', 'workshops.nobody-there'),
    twice(groups.map(({ name }) => plain(name))) !== undefined &&
      refuseField('groups', 'workshops.group-twice'),
    !inOrder && refuseField('groups', 'workshops.groups-out-of-order'),
    (moved.some((each) => !cards.has(each.household)) ||
      new Set(moved.map(({ household }) => household)).size < moved.length ||
      moved.some((each) => each.group >= groups.length)) &&
      refuseField('moved', 'workshops.card-of-another'),
    !input.consensus && input.note === '' && refuseField('note', 'workshops.say-who-differs'),
  )
}

export const whyNotWithdrawRanking = (ranking: Ranking): Refusal[] =>
  reasons(ranking.withdrawn !== null && refuse('workshops.ranking-withdrawn'))
