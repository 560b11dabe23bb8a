// A board on this phone: how it is read, where its cards lie, and how a move is given.
import { useMemo } from 'react'
import type { Refusal } from '../../../kernel/refusal.ts'
import { type Layout, layoutOf, type Node } from '../../../platform/browser/board/layout.ts'
import { useGiving } from '../../../platform/browser/forms/use-giving.ts'
import { usePlaceView, useRows } from '../../../platform/browser/hooks.tsx'
import { say } from '../../../platform/browser/language.ts'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { workshopsRefusals } from '../refusal-texts.ts'
import { type Board, type Card, type ChangeBoard, cardCollection, changeBoard, moveCards } from './board.ts'
import { type Laid, movesFrom } from './laying.ts'
import { clockIn, whyNotChangeBoard, whyNotMove } from './rules.ts'
import { type Leaf, type Tree, treeOf } from './tree.ts'

/** What grows up from a problem are its effects, with all that follows from them. */
const nodeOf = (leaf: Leaf): Node => ({
  id: leaf.id,
  up: leaf.kind === 'effect',
  children: leaf.children.map(nodeOf),
})

export function boardLayout(tree: Tree): Layout {
  // A problem on which nothing hangs yet waits as well: a dozen of them side by side would be a row that no phone shows.
  const waits = ({ id, children }: Node) => tree.byId.get(id)?.kind !== 'cluster' && children.length === 0
  return layoutOf(tree.tops.map(nodeOf), waits)
}

export function useTree(board: string): { cards: readonly Card[]; tree: Tree; layout: Layout } {
  const all = useRows<Card>(cardCollection)
  return useMemo(() => {
    const cards = all.filter((each) => each.board === board)
    const tree = treeOf(cards)
    return { cards, tree, layout: boardLayout(tree) }
  }, [all, board])
}

const said = (refusals: readonly Refusal[]) => refusals.map((each) => say(each, workshopsRefusals)).join(' ')

/** Gives moves to the outbox; says why where they cannot be made. Resolves to whether they were. */
export function useMoving(place: string, board: Pick<Board, 'id'>) {
  const view = usePlaceView()
  const announce = useAnnounce()
  const { give } = useGiving()
  const refused = (refusals: readonly Refusal[]) => {
    if (refusals.length > 0) announce(said(refusals), { tone: 'refused' })
    return refusals.length > 0
  }
  const lay = async (sets: readonly Laid[]): Promise<boolean> => {
    if (sets.length === 0) return false
    const newest = clockIn(view, board.id)
    const input = { board: board.id, moves: movesFrom(sets, newest).slice(0, 60) }
    const cards = view.all<Card>(cardCollection)
    const known = new Map(cards.map((card) => [card.id, card]))
    const count = cards.filter((each) => each.board === board.id).length
    if (refused(whyNotMove(view, input, { known, count, newest }))) return false
    return give((phone) => phone.give(moveCards, place, input))
  }
  const change = async (set: ChangeBoard['set']) => {
    const newest = clockIn(view, board.id)
    const input = { board: board.id, clock: newest + 1, set }
    if (refused(whyNotChangeBoard(view, input, newest))) return false
    return give((phone) => phone.give(changeBoard, place, input))
  }
  return { lay, change }
}
