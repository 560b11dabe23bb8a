// The commands of rankings, on the server: rules, store, feed, and the facts that follow.
import { today } from '../../../kernel/day.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import { Refused, refuseField, refuseIfAny } from '../../../kernel/refusal.ts'
import { handle } from '../../../platform/server/capability.ts'
import { knownHouseholds } from '../../people/door.ts'
import { localPlacesOf } from '../../places/door.ts'
import { tellOf, viewAt, type Work, workshopRows } from '../work.ts'
import * as steps from './apply.ts'
import * as nouns from './ranking.ts'
import * as rules from './rules.ts'
import { rankingStore, sortingStore } from './store.ts'

/** The day it was done, by the device's clock, at the village. */
const doerOf = ({ actor, place, doneAt }: Work): steps.Doer => ({
  by: actor.account,
  on: today(zoneOf(place), doneAt),
})

async function rankingAt(work: Work, id: string): Promise<nouns.Ranking> {
  const [found] = await rankingStore(work).many([id])
  if (!found) throw new Refused([refuseField('ranking', 'workshops.no-such-ranking')])
  return found
}

const sortingsOf = (work: Work, { id }: nouns.Ranking) => sortingStore(work).ofRankings([id])

const aroundOf = async (work: Work, cards: readonly string[], meeting: string): Promise<rules.Around> => ({
  today: work.today,
  view: viewAt(work, await workshopRows(work, meeting)),
  households: await knownHouseholds(work, cards),
  places: new Set((await localPlacesOf(work)).keys()),
})

/** After storing: the feed hears of it, and programmes how many rankings a plenary settled. */
async function settle(work: Work, row: nouns.Ranking): Promise<void> {
  work.changes.touch(nouns.rankingCollection, row.id)
  await tellOf(work, viewAt(work, await workshopRows(work, row.meeting)), row.meeting)
}

export const rankingCommands = [
  handle(nouns.startRanking, async (work) => {
    const { input } = work
    refuseIfAny(rules.whyNotStart(input, await aroundOf(work, input.cards, input.meeting)))
    const row = steps.started(input, doerOf(work))
    await rankingStore(work).add(row, work.now)
    await settle(work, row)
  }),
  handle(nouns.changeRanking, async (work) => {
    const { input } = work
    const row = await rankingAt(work, input.ranking)
    const around = await aroundOf(work, input.cards, row.meeting)
    refuseIfAny(rules.whyNotChange(row, await sortingsOf(work, row), input, around))
    const next = steps.changed(row, input)
    await rankingStore(work).save(next)
    await settle(work, next)
  }),
  handle(nouns.sortCards, async (work) => {
    const { input } = work
    const row = await rankingAt(work, input.ranking)
    refuseIfAny(rules.whyNotSort(row, await sortingsOf(work, row), input))
    await sortingStore(work).add(steps.sorted(input, doerOf(work)), work.now)
    work.changes.touch(nouns.sortingCollection, input.id)
  }),
  handle(nouns.withdrawSorting, async (work) => {
    const { input } = work
    const row = await rankingAt(work, input.ranking)
    const [sorting] = await sortingStore(work).many([input.sorting])
    refuseIfAny(rules.whyNotWithdrawSorting(row, sorting))
    if (sorting) await sortingStore(work).withdraw(steps.sortingWithdrawn(sorting, input, doerOf(work)))
    work.changes.touch(nouns.sortingCollection, input.sorting)
  }),
  handle(nouns.endSorting, async (work) => {
    const { input } = work
    const row = await rankingAt(work, input.ranking)
    refuseIfAny(rules.whyNotEnd(row, await sortingsOf(work, row)))
    const next = steps.ended(row, input, doerOf(work))
    await rankingStore(work).save(next)
    await settle(work, next)
  }),
  handle(nouns.settleRanking, async (work) => {
    const { input } = work
    const row = await rankingAt(work, input.ranking)
    refuseIfAny(rules.whyNotSettle(row, await sortingsOf(work, row), input, work.today))
    const next = steps.settled(row, input, doerOf(work))
    await rankingStore(work).save(next)
    await settle(work, next)
  }),
  handle(nouns.withdrawRanking, async (work) => {
    const row = await rankingAt(work, work.input.ranking)
    refuseIfAny(rules.whyNotWithdrawRanking(row))
    const next = steps.rankingWithdrawn(row, work.input, doerOf(work))
    await rankingStore(work).save(next)
    await settle(work, next)
  }),
]
