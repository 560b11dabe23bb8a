import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '../../../kernel/id.ts'
import { rankBetween } from '../../../kernel/rank.ts'
import { type Change, viewOf } from '../../../kernel/view.ts'
import { moveCards } from './apply.ts'
import { type Board, boardCollection, type Card, cardCollection, type Move, type MoveCards } from './board.ts'
import { branchOf, rootedIn, treeOf, unrooted } from './tree.ts'

const board: Board = { id: newId(), meeting: newId(), enrolment: null, kind: 'problem-tree', fields: {} }
const start: Change[] = [{ collection: boardCollection, id: board.id, value: board }]
const stamp = { at: '', by: '', byName: 'Dewi' }

/** The cards after these commands, each taken as it comes. */
function after(commands: readonly Move[][]): Card[] {
  let rows = [...start]
  for (const moves of commands)
    rows = [...rows, ...moveCards(viewOf('x', rows), { board: board.id, moves } as MoveCards, stamp)]
  return [...viewOf('x', rows).all<Card>(cardCollection)].sort((a, b) => (a.id < b.id ? -1 : 1))
}
const ids = Array.from({ length: 5 }, () => newId())
const laid = (card: string, n: number): Move => ({
  ...{ id: newId(), card, clock: 1 },
  set: { text: `Kartu ${n}`, rank: 'm'.repeat(n + 1), kind: 'cause', parent: null },
})
const all = ids.map(laid)
const under = (card: string, parent: string | null, clock: number, id = newId()): Move => ({
  ...{ id, card, clock },
  set: { parent },
})

test('any order of the same moves gives the same board, and it is always a tree', () => {
  const move = fc
    .record({
      ...{ id: fc.uuid(), card: fc.constantFrom(...ids), clock: fc.integer({ min: 2, max: 5 }) },
      set: fc.record(
        {
          parent: fc.option(fc.constantFrom(...ids)),
          text: fc.constantFrom('Air', 'Jalan'),
          gone: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
    })
    .filter(({ card, set }) => set.parent !== card)
  const story = fc
    .uniqueArray(move, { maxLength: 14, selector: (each) => each.id })
    .chain((moves) => fc.tuple(fc.constant(moves), fc.shuffledSubarray(moves, { minLength: moves.length })))
  fc.assert(
    fc.property(story, ([moves, shuffled]) => {
      const one = after([all, ...moves.map((each) => [each])])
      expect(after([shuffled.slice(0, 4), all, shuffled.slice(4)].filter((each) => each.length > 0))).toEqual(
        one,
      )
      const tree = treeOf(one)
      const reached = tree.tops.flatMap(branchOf).map(({ id }) => id)
      expect([...reached].sort()).toEqual([...tree.byId.keys()].sort())
      expect(new Set(reached).size).toBe(reached.length)
    }),
  )
})

test('of two moves that hang two cards under each other the later gives way, and the card says so', () => {
  const [a = '', b = ''] = ids
  const cards = after([all, [under(a, b, 2, 'm1')], [under(b, a, 2, 'm2')]])
  const { byId, cuts } = treeOf(cards)
  expect([byId.get(a)?.parent, byId.get(b)?.parent, cuts]).toEqual([b, null, [b]])
  expect(byId.get(b)?.cut).toBe(true)
  // Whoever moves it again decides.
  expect(treeOf(after([all, [under(a, b, 2)], [under(b, a, 2)], [under(a, null, 3)]])).cuts).toEqual([])
})

test('what hangs under a card that was taken off hangs under the next one above it', () => {
  const [a = '', b = '', c = ''] = ids
  const off: Move = { id: newId(), card: b, clock: 3, set: { gone: true } }
  const { byId } = treeOf(after([all, [under(b, a, 2), under(c, b, 2)], [off]]))
  expect([byId.has(b), byId.get(c)?.parent, byId.get(a)?.children.map(({ id }) => id)]).toEqual([
    false,
    a,
    [c],
  ])
})

test('cards stand in the order of their ranks, and a cause that ends in no root is known', () => {
  const [a = '', b = '', c = ''] = ids
  const order: Move = { id: newId(), card: c, clock: 2, set: { rank: rankBetween(null, 'm'), parent: a } }
  const rooted: Move = { id: newId(), card: b, clock: 3, set: { root: 'moral' } }
  const tree = treeOf(after([all, [under(b, a, 2), order, rooted]]))
  expect(tree.byId.get(a)?.children.map(({ id }) => id)).toEqual([c, b])
  expect(rootedIn(tree, 'moral').map(({ id }) => id)).toEqual([b])
  expect(unrooted(tree).map(({ id }) => id)).toEqual(expect.arrayContaining([c]))
  expect(unrooted(tree).map(({ id }) => id)).not.toContain(b)
})
