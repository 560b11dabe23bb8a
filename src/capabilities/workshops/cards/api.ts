// The commands of boards, on the server: rules, then the card as it stands, the moves beside it, and the feed.
import { refuseIfAny } from '../../../kernel/refusal.ts'
import { type Change, viewOf } from '../../../kernel/view.ts'
import { answer, handle } from '../../../platform/server/capability.ts'
import { keep, rowsOf, stampOf, type Work, workshopRows } from '../work.ts'
import * as apply from './apply.ts'
import {
  boardCollection,
  type Card,
  cardCollection,
  changeBoard,
  type KeptMove,
  moveCards,
  moveCollection,
  movesOf,
  startBoard,
} from './board.ts'
import { whyNotChangeBoard, whyNotMove, whyNotStart } from './rules.ts'
import { boardStore, cardStore } from './store.ts'

/** A board with its workshop; nothing where there is none. */
async function boardRows(work: Work, id: string): Promise<Change[]> {
  const [board] = await boardStore(work).many([id])
  return board ? [...rowsOf(boardCollection, [board]), ...(await workshopRows(work, board.meeting))] : []
}

export const cardsCommands = [
  handle(startBoard, async (work) => {
    const { input } = work
    const boards = rowsOf(boardCollection, await boardStore(work).ofMeeting(input.meeting))
    const view = viewOf(work.place, [...(await workshopRows(work, input.meeting)), ...boards])
    refuseIfAny(whyNotStart(view, input))
    await keep(work, view, apply.startBoard(view, input, stampOf(work)))
  }),
  handle(changeBoard, async (work) => {
    const { input } = work
    const view = viewOf(work.place, await boardRows(work, input.board))
    const { newest } = await cardStore(work).sumOf(input.board)
    refuseIfAny(whyNotChangeBoard(view, input, newest))
    await keep(work, view, apply.changedBoard(view, input, stampOf(work), work.commandId))
  }),
  handle(moveCards, async (work) => {
    const { input } = work
    const store = cardStore(work)
    const named = input.moves.flatMap(({ card, set }) => (set.parent ? [card, set.parent] : [card]))
    const cards = await store.many([...new Set(named)])
    const known = new Map(cards.map((card) => [card.id, card]))
    const view = viewOf(work.place, [
      ...(await boardRows(work, input.board)),
      ...rowsOf(cardCollection, cards),
    ])
    refuseIfAny(whyNotMove(view, input, { known, ...(await store.sumOf(input.board)) }))
    const stamp = stampOf(work)
    await store.put(apply.moveCards(view, input, stamp).map(({ value }) => value as Card))
    const { at, byName } = stamp
    await store.keepMoves(input.moves.map((each): KeptMove => ({ ...each, board: input.board, at, byName })))
    for (const id of new Set(input.moves.map(({ card }) => card))) work.changes.touch(cardCollection, id)
    for (const { id } of input.moves) work.changes.keep(moveCollection, id)
  }),
]

export const cardsQueries = [
  answer(movesOf, async ({ input, ...at }) => ({ moves: await cardStore(at).moves(input.board) })),
]
