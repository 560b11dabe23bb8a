// What a move makes of a board and its cards, the same on the server and on a phone. Moves commute, so a phone that has not heard
// of the others shows what the server will, once it has them all.
import type { Envelope } from '../../../kernel/command.ts'
import { moved } from '../../../kernel/registers.ts'
import type { Change, View } from '../../../kernel/view.ts'
import { type Meeting, meetingCollection } from '../../meetings/meeting.ts'
import { onPhone, type Work } from '../apply.ts'
import type { Stamp } from '../session.ts'
import {
  type Board,
  boardCollection,
  type Card,
  type ChangeBoard,
  cardCollection,
  type MoveCards,
  type StartBoard,
} from './board.ts'

const boardRow = (value: Board): Change => ({ collection: boardCollection, id: value.id, value })

/** Every field that was set says who set it, and when. */
const said = ({ at, byName }: Stamp) => ({ at, byName })

const start: Work<StartBoard> = (view, { id, meeting, kind, title, focus }, stamp) => {
  const enrolment = view.get<Meeting>(meetingCollection, meeting)?.enrolment ?? null
  const fields = moved({}, { title, focus }, { clock: 1, move: id, ...said(stamp) })
  return [boardRow({ id, meeting, enrolment, kind, fields })]
}

/** `move`: the id of the command, which is one move. */
export function changedBoard(view: View, input: ChangeBoard, stamp: Stamp, move: string): Change[] {
  const board = view.get<Board>(boardCollection, input.board)
  if (!board) return []
  const by = { clock: input.clock, move, ...said(stamp) }
  return [boardRow({ ...board, fields: moved(board.fields, input.set, by) })]
}

export const moveCards: Work<MoveCards> = (view, { board: on, moves }, stamp) => {
  const board = view.get<Board>(boardCollection, on)
  if (!board) return []
  const cards = new Map<string, Card>()
  for (const { id, card, clock, set } of moves) {
    const blank: Card = { id: card, board: on, meeting: board.meeting, fields: {} }
    const before = cards.get(card) ?? view.get<Card>(cardCollection, card) ?? blank
    const by = { clock, move: id, ...said(stamp) }
    cards.set(card, { ...before, fields: moved(before.fields, set, by) })
  }
  return [...cards.values()].map((value) => ({ collection: cardCollection, id: value.id, value }))
}
export const startBoard = start

export const cardsApplies = {
  'workshops.start-board': onPhone(start),
  'workshops.change-board': (view: View, envelope: Envelope<never>): Change[] => {
    const stamp = { at: new Date(envelope.at).toISOString(), by: '', byName: '' }
    return changedBoard(view, envelope.input, stamp, envelope.id)
  },
  'workshops.move-cards': onPhone(moveCards),
}
