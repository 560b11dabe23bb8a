// A board as it is read: which card hangs under which, in their order. Pure, so every phone and the server read the same out of
// the same cards, whatever moves made them.
import { byRank } from '../../../kernel/rank.ts'
import { isLater, lastMoved, type Moved, type Register } from '../../../kernel/registers.ts'
import type { Card, CardKind, Root } from './board.ts'

export type Leaf = {
  id: string
  text: string
  kind: CardKind
  root: Root | null
  rank: string
  parent: string | null
  children: Leaf[]
  /** The move that counts last, and whether a move that hung it under its own branch was cut. */
  last: Moved | null
  cut: boolean
}
export type Tree = { tops: Leaf[]; byId: ReadonlyMap<string, Leaf>; cuts: readonly string[] }

type Parent = Register<string | null>

/**
 * The cards whose parent does not count. Two moves that did not know of each other may each hang one card under the other: in
 * such a circle the move that is later gives way, so whoever came first stays where they were.
 */
function cutsIn(parents: ReadonlyMap<string, Parent>): Set<string> {
  const cuts = new Set<string>()
  const done = new Set<string>()
  for (const start of parents.keys()) {
    const way: string[] = []
    const on = new Set<string>()
    let at: string | null = start
    while (at !== null && parents.has(at) && !done.has(at) && !on.has(at)) {
      way.push(at)
      on.add(at)
      at = parents.get(at)?.value ?? null
    }
    if (at !== null && on.has(at)) {
      const circle = way.slice(way.indexOf(at))
      const latest = circle.reduce((a, b) =>
        isLater(parents.get(a) as Parent, parents.get(b) as Parent) ? a : b,
      )
      cuts.add(latest)
    }
    for (const each of way) done.add(each)
  }
  return cuts
}

/** The nearest card above that is still on the board. */
function standing(
  card: Card,
  cards: ReadonlyMap<string, Card>,
  parents: ReadonlyMap<string, Parent>,
  cuts: ReadonlySet<string>,
): string | null {
  let at = cuts.has(card.id) ? null : (parents.get(card.id)?.value ?? null)
  while (at !== null) {
    const above = cards.get(at)
    if (!above) return null
    if (!above.fields.gone?.value) return at
    at = cuts.has(at) ? null : (parents.get(at)?.value ?? null)
  }
  return null
}

export function treeOf(all: readonly Card[]): Tree {
  const cards = new Map(all.map((card) => [card.id, card]))
  const parents = new Map(
    all.flatMap(({ id, fields }) =>
      fields.parent && fields.parent.value !== null ? [[id, fields.parent]] : [],
    ),
  )
  const cuts = cutsIn(parents)
  const leaves = new Map<string, Leaf>()
  for (const card of all) {
    const { id, fields } = card
    if (fields.gone?.value || !fields.text) continue
    leaves.set(id, {
      ...{
        id,
        text: fields.text.value,
        kind: fields.kind?.value ?? 'problem',
        root: fields.root?.value ?? null,
      },
      ...{ rank: fields.rank?.value ?? '', parent: standing(card, cards, parents, cuts), children: [] },
      ...{ last: lastMoved(fields), cut: cuts.has(id) },
    })
  }
  const sorted = [...leaves.values()].sort(byRank)
  for (const leaf of sorted) if (leaf.parent !== null) leaves.get(leaf.parent)?.children.push(leaf)
  return { tops: sorted.filter(({ parent }) => parent === null), byId: leaves, cuts: [...cuts] }
}

/** A card and all that hangs under it. */
export function branchOf(leaf: Leaf): Leaf[] {
  const branch: Leaf[] = []
  const walk = (each: Leaf) => {
    branch.push(each)
    each.children.forEach(walk)
  }
  walk(leaf)
  return branch
}

/** Causes with nothing below that were not led to one of the three roots: the question "why" is not at its end there. */
export const unrooted = ({ byId }: Tree): Leaf[] =>
  [...byId.values()].filter(
    ({ kind, root, children }) => kind === 'cause' && root === null && children.length === 0,
  )

/** The causes that end in a root. */
export const rootedIn = ({ byId }: Tree, root: Root): Leaf[] =>
  [...byId.values()].filter((each) => each.root === root)
