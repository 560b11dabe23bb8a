// Why a board or a card cannot be set so. Pure. Nothing is refused because somebody else moved the same card.
import { type Refusal, reasons, refuse } from '../../../kernel/refusal.ts'
import { clockOf } from '../../../kernel/registers.ts'
import type { View } from '../../../kernel/view.ts'
import { whyNotWorkshop } from '../rules.ts'
import {
  type Board,
  boardCollection,
  boardsMost,
  type Card,
  type ChangeBoard,
  cardCollection,
  cardsMost,
  clockAheadMost,
  type MoveCards,
  type StartBoard,
} from './board.ts'

export const boardsOf = (view: View, meeting: string): Board[] =>
  view.all<Board>(boardCollection).filter((each) => each.meeting === meeting)
export const cardsOf = (view: View, board: string): Card[] =>
  view.all<Card>(cardCollection).filter((each) => each.board === board)

/** The newest clock on a board: of itself and of its cards. */
export const clockIn = (view: View, board: string): number => {
  const own = view.get<Board>(boardCollection, board)
  const cards = cardsOf(view, board).map(({ fields }) => clockOf(fields))
  return cards.reduce((a, b) => Math.max(a, b), own ? clockOf(own.fields) : 0)
}

/** `newest`: of all that was moved; what the board says of itself has a clock of its own, from which phones go on too. */
const ahead = (view: View, board: string, clock: number, newest: number) => {
  const own = view.get<Board>(boardCollection, board)
  const known = Math.max(newest, own ? clockOf(own.fields) : 0)
  return clock > known + clockAheadMost && refuse('workshops.clock-ahead', {}, 'clock')
}

export function whyNotStart(view: View, input: StartBoard): Refusal[] {
  const there = boardsOf(view, input.meeting).filter(({ fields }) => !fields.gone?.value).length
  return reasons(
    ...whyNotWorkshop(view, input.meeting),
    there >= boardsMost && refuse('workshops.boards-full', { most: boardsMost }),
  )
}

function whyNotOn(view: View, id: string): Refusal[] {
  const board = view.get<Board>(boardCollection, id)
  if (!board) return [refuse('workshops.no-such-board', {}, 'board')]
  return whyNotWorkshop(view, board.meeting)
}

/** `newest`: the newest clock of its cards. */
export function whyNotChangeBoard(view: View, input: ChangeBoard, newest: number): Refusal[] {
  return reasons(
    ...whyNotOn(view, input.board),
    Object.keys(input.set).length === 0 && refuse('workshops.nothing-set', {}, 'set'),
    ahead(view, input.board, input.clock, newest),
  )
}

/** `known`: the cards that the moves name and that exist, of any board; `count`: how many this board has. */
export function whyNotMove(
  view: View,
  input: MoveCards,
  { known, count, newest }: { known: ReadonlyMap<string, Card>; count: number; newest: number },
): Refusal[] {
  const fresh = new Set(input.moves.flatMap(({ card }) => (known.has(card) ? [] : [card])))
  const bare = [...fresh].some((card) => {
    const first = input.moves.find((each) => each.card === card)
    return first?.set.text === undefined || first.set.rank === undefined
  })
  const elsewhere = input.moves.some(({ card, set }) =>
    [card, set.parent ?? card].some((each) => (known.get(each)?.board ?? input.board) !== input.board),
  )
  return reasons(
    ...whyNotOn(view, input.board),
    bare && refuse('workshops.card-needs-text', {}, 'moves'),
    elsewhere && refuse('workshops.card-of-another-board', {}, 'moves'),
    input.moves.some(({ card, set }) => set.parent === card) &&
      refuse('workshops.card-under-itself', {}, 'moves'),
    input.moves.some(({ set }) => Object.keys(set).length === 0) &&
      refuse('workshops.nothing-set', {}, 'moves'),
    count + fresh.size > cardsMost &&
      fresh.size > 0 &&
      refuse('workshops.cards-full', { most: cardsMost }, 'moves'),
    ahead(view, input.board, Math.max(...input.moves.map(({ clock }) => clock)), newest),
  )
}
