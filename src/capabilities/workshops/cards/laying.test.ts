import { expect, test } from 'vitest'
import { newId } from '../../../kernel/id.ts'
import { viewOf } from '../../../kernel/view.ts'
import { moveCards } from './apply.ts'
import {
  type Board,
  type BoardKind,
  boardCollection,
  type Card,
  type CardKind,
  cardCollection,
} from './board.ts'
import { type Laid, laid, mayLay, movesFrom, stepped, symbolOf, written } from './laying.ts'
import { treeOf } from './tree.ts'

/** A board that is laid out step by step. */
function on(kind: BoardKind) {
  const board: Board = { id: newId(), meeting: newId(), enrolment: null, kind, fields: {} }
  let rows = [{ collection: boardCollection, id: board.id, value: board as unknown }]
  let clock = 0
  const tree = () => treeOf(viewOf('x', rows).all<Card>(cardCollection))
  const give = (sets: readonly Laid[]) => {
    const moves = movesFrom(sets, clock++)
    rows = [
      ...rows,
      ...moveCards(viewOf('x', rows), { board: board.id, moves }, { at: '', by: '', byName: '' }),
    ]
    return moves[0]?.card ?? ''
  }
  const write = (text: string, of: CardKind, parent: string | null = null) =>
    give([written(tree(), text, of, parent)])
  const shape = () =>
    tree().tops.map(function said(leaf): string {
      return leaf.text + (leaf.children.length > 0 ? `(${leaf.children.map(said).join()})` : '')
    })
  return { give, write, tree, shape }
}

test('a card is laid under another, between two, and on open ground', () => {
  const { give, write, tree, shape } = on('problem-tree')
  const [problem, a] = [write('M', 'problem'), write('a', 'cause')]
  const b = write('b', 'cause', problem)
  give(laid(tree(), 'problem-tree', a, { id: b, where: 'before' }))
  const c = write('c', 'cause')
  give(laid(tree(), 'problem-tree', c, { id: a, where: 'after' }))
  expect(shape()).toEqual(['M(a,c,b)'])
  give(stepped(tree(), b, -1))
  give(stepped(tree(), a, -1))
  expect(shape()).toEqual(['M(a,b,c)'])
  give(laid(tree(), 'problem-tree', b, null))
  expect(shape()).toEqual(['M(a,c)', 'b'])
  expect(mayLay(tree(), 'problem-tree', problem, { id: a, where: 'into' })).toBe(false)
  expect(mayLay(tree(), 'problem-tree', b, null)).toBe(false)
})

test('a branch that is hung over a problem becomes one of effects, and one under a cause one of causes', () => {
  const { give, write, tree } = on('problem-tree')
  const problem = write('M', 'problem')
  const effect = write('akibat', 'effect', problem)
  const other = write('masalah lain', 'problem')
  const deep = write('sebab lain', 'cause', other)
  give(laid(tree(), 'problem-tree', other, { id: effect, where: 'into' }))
  expect([tree().byId.get(other)?.kind, tree().byId.get(deep)?.kind]).toEqual(['effect', 'effect'])
  give(laid(tree(), 'problem-tree', other, { id: problem, where: 'into' }))
  expect(tree().byId.get(other)?.kind).toBe('effect')
  const cause = write('sebab', 'cause', problem)
  give(laid(tree(), 'problem-tree', other, { id: cause, where: 'into' }))
  expect([tree().byId.get(other)?.kind, tree().byId.get(deep)?.kind]).toEqual(['cause', 'cause'])
})

test('two ideas laid on each other begin a cluster with a sign, a third joins it, and a cluster lies in none', () => {
  const { give, write, tree, shape } = on('consensus')
  const [a, b, c] = ['a', 'b', 'c'].map((text) => write(text, 'idea')) as [string, string, string]
  const cluster = give(laid(tree(), 'consensus', a, { id: b, where: 'into' }, 'Kelompok'))
  give(laid(tree(), 'consensus', c, { id: a, where: 'into' }))
  expect(shape()).toEqual(['Kelompok(b,a,c)'])
  expect(symbolOf(tree(), cluster)).toBe('●')
  const second = write('Lain', 'cluster')
  expect(mayLay(tree(), 'consensus', second, { id: cluster, where: 'into' })).toBe(false)
  give(laid(tree(), 'consensus', second, { id: cluster, where: 'before' }))
  expect(shape()).toEqual(['Lain', 'Kelompok(b,a,c)'])
})
