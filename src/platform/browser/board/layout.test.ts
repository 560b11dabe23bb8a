import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitted, holds, nextIn, seenPart, showing, targetAt, toBoard, touches, zoomed } from './camera.ts'
import { type Box, cardHeight, cardWidth, layoutOf, type Node } from './layout.ts'

/** Cards, each under one of those before it, or by itself. */
const grown = fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 40 }).map((all): Node[] => {
  const nodes = all.map(([, up], n) => ({ id: `${n}`, up, children: [] as Node[] }))
  return nodes.filter((node, n) => {
    const above = nodes[(all[n]?.[0] ?? 0) % (n + 1)]
    if (above !== node) above?.children.push(node)
    return above === node
  })
})
const idsOf = (node: Node): string[] => [node.id, ...node.children.flatMap(idsOf)]

test('every card has a place of its own, none lies on another, and all lie on the board', () => {
  fc.assert(
    fc.property(grown, (tops) => {
      const { boxes, width, height } = layoutOf(tops, ({ children }) => children.length === 0)
      const all = [...boxes.values()]
      expect(all.map(({ id }) => id).sort()).toEqual(tops.flatMap(idsOf).sort())
      for (const box of all) {
        const rect = { ...box, width: cardWidth, height: cardHeight }
        expect(all.filter((other) => other !== box && touches(rect, other))).toEqual([])
        expect(holds({ x: 0, y: 0, width, height }, rect)).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})

const leaf = (id: string, up = false): Node => ({ id, up, children: [] })
const board = layoutOf(
  [
    { id: 'problem', children: [leaf('effect', true), leaf('one'), { id: 'two', children: [leaf('deep')] }] },
    leaf('loose'),
  ],
  ({ id }) => id === 'loose',
)
const at = (id: string) => board.boxes.get(id) as Box

test('effects lie above their problem, causes below, and what waits lies beneath all', () => {
  expect(at('effect').y).toBeLessThan(at('problem').y)
  expect(at('one').y).toBeGreaterThan(at('problem').y)
  expect(at('deep').y).toBeGreaterThan(at('two').y)
  expect(at('loose').y).toBeGreaterThan(at('deep').y)
  expect(board.lines.map(({ to }) => to).sort()).toEqual(['deep', 'effect', 'one', 'two'])
})

test('the arrows of a keyboard go from card to card, and a card is held at its middle or between two', () => {
  expect(nextIn(board.boxes, 'problem', 'up')).toBe('effect')
  expect(nextIn(board.boxes, 'one', 'right')).toBe('two')
  expect(nextIn(board.boxes, 'two', 'down')).toBe('deep')
  expect(nextIn(board.boxes, 'effect', 'up')).toBeNull()
  const held = (x: number, y: number) =>
    targetAt(board.boxes.values(), { x: at('two').x + x, y: at('two').y + y })
  expect(held(cardWidth / 2, 40)).toEqual({ id: 'two', where: 'into' })
  expect(held(5, 40)).toEqual({ id: 'two', where: 'before' })
  expect(held(cardWidth - 5, 40)).toEqual({ id: 'two', where: 'after' })
  expect(held(-9, -9)).toBeNull()
})

test('what is under the finger stays there while it comes nearer, and a card that is asked for is seen', () => {
  const camera = fitted(board, 360, 500)
  const seen = { x: 120, y: 200 }
  const near = zoomed(camera, 1.7, seen)
  expect(toBoard(near, seen).x).toBeCloseTo(toBoard(camera, seen).x, 6)
  const far = showing(near, { x: 4000, y: 3000 }, 360, 500)
  expect(touches(seenPart(far, 360, 500), { x: 4000, y: 3000 })).toBe(true)
})
