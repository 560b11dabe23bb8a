// What a command does to the local copy before the server answers: the same rows as on the server.
import type { Envelope } from '../../../kernel/command.ts'
import { type Day, today } from '../../../kernel/day.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import type { Change, View } from '../../../kernel/view.ts'
import {
  type ChangeRanking,
  type EndSorting,
  type Ranking,
  rankingCollection,
  type SettleRanking,
  type SortCards,
  type Sorting,
  type StartRanking,
  sortingCollection,
  type WithdrawRanking,
  type WithdrawSorting,
} from './ranking.ts'

/** Who did it, by account ('' on a phone until the server answers), and on which day. */
export type Doer = { by: string; on: Day }

export const started = (input: StartRanking, { by }: Doer): Ranking => ({
  ...input,
  ...{ ended: null, plenary: null, withdrawn: null, by, version: 1 },
})

export const changed = (row: Ranking, { criteria, cards, sorters }: ChangeRanking): Ranking => ({
  ...row,
  ...{ criteria, cards, sorters, version: row.version + 1 },
})

export const sorted = ({ id, ranking, sorter, piles }: SortCards, doer: Doer): Sorting => ({
  ...{ id, ranking, sorter, piles, ...doer, withdrawn: null },
})

/** What was laid is gone, so that who sorts anew is not led by it. */
export const sortingWithdrawn = (row: Sorting, { reason }: WithdrawSorting, doer: Doer): Sorting => ({
  ...row,
  piles: [],
  withdrawn: { ...doer, reason },
})

export const ended = (row: Ranking, { reason }: EndSorting, doer: Doer): Ranking => ({
  ...row,
  ended: { ...doer, reason },
})

export function settled(row: Ranking, input: SettleRanking, { by }: Doer): Ranking {
  const { ranking: _, basedOn: __, ...plenary } = input
  return { ...row, plenary: { ...plenary, by }, version: row.version + 1 }
}

export const rankingWithdrawn = (row: Ranking, { reason }: WithdrawRanking, doer: Doer): Ranking => ({
  ...row,
  withdrawn: { ...doer, reason },
})

const here = (envelope: Envelope<unknown>): Doer => ({
  by: '',
  on: today(zoneOf(envelope.place), new Date(envelope.at)),
})
const rankingRow = (value: Ranking): Change[] => [{ collection: rankingCollection, id: value.id, value }]
const sortingRow = (value: Sorting): Change[] => [{ collection: sortingCollection, id: value.id, value }]

/** What a step makes of the ranking that its input names. */
const onRanking =
  <Input extends { ranking: string }>(step: (row: Ranking, input: Input, doer: Doer) => Ranking) =>
  (view: View, envelope: Envelope<never>): Change[] => {
    const input = envelope.input as Input
    const row = view.get<Ranking>(rankingCollection, input.ranking)
    return row ? rankingRow(step(row, input, here(envelope))) : []
  }

export const rankingApplies = {
  'workshops.start-ranking': (_: View, envelope: Envelope<never>) =>
    rankingRow(started(envelope.input, here(envelope))),
  'workshops.change-ranking': onRanking(changed),
  'workshops.sort-cards': (_: View, envelope: Envelope<never>) =>
    sortingRow(sorted(envelope.input, here(envelope))),
  'workshops.withdraw-sorting': (view: View, envelope: Envelope<never>) => {
    const input = envelope.input as WithdrawSorting
    const row = view.get<Sorting>(sortingCollection, input.sorting)
    return row ? sortingRow(sortingWithdrawn(row, input, here(envelope))) : []
  },
  'workshops.end-sorting': onRanking(ended),
  'workshops.settle-ranking': onRanking(settled),
  'workshops.withdraw-ranking': onRanking(rankingWithdrawn),
}
