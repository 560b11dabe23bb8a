// What it means to lay a card somewhere on a board: which fields are set. Pure; a tree in, moves out.
import { newId } from '../../../kernel/id.ts'
import { rankBetween } from '../../../kernel/rank.ts'
import type { BoardKind, CardFields, CardKind, Move } from './board.ts'
import { branchOf, type Leaf, type Tree } from './tree.ts'

export type Laid = { card: string; set: Partial<CardFields> }
export type Where = 'into' | 'before' | 'after'
export type Target = { id: string; where: Where }

/** Each as one move; all of one act bear the same clock, one more than any on the board. */
export const movesFrom = (sets: readonly Laid[], newest: number): Move[] =>
  sets.map(({ card, set }) => ({ id: newId(), card, clock: newest + 1, set: set as Move['set'] }))

const siblingsOf = (tree: Tree, parent: string | null): readonly Leaf[] =>
  parent === null ? tree.tops : (tree.byId.get(parent)?.children ?? [])
const lastRank = (leaves: readonly Leaf[], but?: string) =>
  leaves.filter(({ id }) => id !== but).at(-1)?.rank ?? null

/** What a card becomes under another: what hangs under a cause is a cause, what stands over an effect is an effect. */
export function kindUnder(above: CardKind | null, own: CardKind): CardKind {
  if (above === 'cause' || above === 'effect') return above
  if (above === 'problem') return own === 'effect' ? 'effect' : 'cause'
  return own
}

/** Whether a card may lie there: never under itself or its own branch; of a consensus workshop ideas lie in clusters only. */
export function mayLay(tree: Tree, board: BoardKind, id: string, target: Target | null): boolean {
  const leaf = tree.byId.get(id)
  if (!leaf) return false
  if (target === null) return leaf.parent !== null
  const on = tree.byId.get(target.id)
  if (!on || branchOf(leaf).some((each) => each.id === on.id)) return false
  if (board === 'problem-tree') return true
  if (leaf.kind === 'cluster') return target.where !== 'into' && on.kind === 'cluster'
  return on.kind === 'cluster' || target.where === 'into' || on.parent !== null
}

/** Two ideas laid on each other begin a cluster; `name` is what it is called until the group names it. */
function paired(tree: Tree, leaf: Leaf, on: Leaf, name: string): Laid[] {
  const cluster = newId()
  const rank = rankBetween(lastRank(tree.tops), null)
  const first = rankBetween(null, null)
  return [
    { card: cluster, set: { text: name, kind: 'cluster', parent: null, rank } },
    { card: on.id, set: { parent: cluster, rank: first } },
    { card: leaf.id, set: { parent: cluster, rank: rankBetween(first, null) } },
  ]
}

/** The fields that are set where a card is laid on another, between two, or on open ground (null). */
export function laid(tree: Tree, board: BoardKind, id: string, target: Target | null, name = '?'): Laid[] {
  const leaf = tree.byId.get(id)
  if (!leaf || !mayLay(tree, board, id, target)) return []
  if (target === null)
    return [{ card: id, set: { parent: null, rank: rankBetween(lastRank(tree.tops, id), null) } }]
  const on = tree.byId.get(target.id) as Leaf
  if (target.where === 'into') {
    if (board === 'consensus' && on.kind === 'idea')
      return on.parent === null
        ? paired(tree, leaf, on, name)
        : laid(tree, board, id, { id: on.parent, where: 'into' })
    return under(leaf, on, rankBetween(lastRank(on.children, id), null))
  }
  const beside = siblingsOf(tree, on.parent).filter((each) => each.id !== id)
  const at = beside.findIndex((each) => each.id === on.id) + (target.where === 'after' ? 1 : 0)
  const rank = rankBetween(beside[at - 1]?.rank ?? null, beside[at]?.rank ?? null)
  return under(leaf, on.parent === null ? null : (tree.byId.get(on.parent) ?? null), rank)
}

/** With all that hangs under it: a branch of causes that is hung over a problem becomes one of effects. */
function under(leaf: Leaf, above: Leaf | null, rank: string): Laid[] {
  const kind = kindUnder(above?.kind ?? null, leaf.kind)
  const parent = above?.id ?? null
  const rest =
    kind === leaf.kind
      ? []
      : branchOf(leaf)
          .slice(1)
          .filter((each) => each.kind !== kind)
  return [
    { card: leaf.id, set: { parent, rank, ...(kind === leaf.kind ? {} : { kind }) } },
    ...rest.map(({ id }): Laid => ({ card: id, set: { kind } })),
  ]
}

/** A new card, under another or by itself, as the last of its siblings. */
export function written(tree: Tree, text: string, kind: CardKind, parent: string | null): Laid {
  const rank = rankBetween(lastRank(siblingsOf(tree, parent)), null)
  return { card: newId(), set: { text, kind, parent, rank } }
}

/** The move that puts a card one place earlier or later among its siblings; nothing at the end. */
export function stepped(tree: Tree, id: string, by: -1 | 1): Laid[] {
  const leaf = tree.byId.get(id)
  const all = leaf ? siblingsOf(tree, leaf.parent) : []
  const at = all.findIndex((each) => each.id === id)
  const next = all[at + by]
  if (!leaf || !next) return []
  const [before, after] = by === 1 ? [next, all[at + 2]] : [all[at - 2], next]
  return [{ card: id, set: { rank: rankBetween(before?.rank ?? null, after?.rank ?? null) } }]
}

const symbols = ['●', '▲', '■', '◆', '★', '✚', '▼', '◐', '◈', '☗', '♦', '▣']
/** The sign of a cluster, by its place among the clusters. */
export function symbolOf(tree: Tree, id: string): string {
  const at = tree.tops.filter(({ kind }) => kind === 'cluster').findIndex((each) => each.id === id)
  return symbols[at % symbols.length] ?? '●'
}

/** A name of a cluster is advised to have three to seven words (ICA, consensus workshop). */
export const wordsOf = (text: string): number => text.trim().split(/\s+/).filter(Boolean).length
export const ideasAdvised = 15
