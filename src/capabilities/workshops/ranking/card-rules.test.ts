// Which households get a card, and what a wall sheet tells of them.
import { expect, test } from 'vitest'
import { newId } from '../../../kernel/id.ts'
import { viewOf } from '../../../kernel/view.ts'
import { householdCollection } from '../../people/household.ts'
import { personCollection } from '../../people/person.ts'
import { rowOfHousehold, rowOfPerson } from '../../people/rows.ts'
import { localCollection } from '../../places/local-place.ts'
import { alsoRanked, cardsAt, cardsOf } from './card-rules.ts'
import { countsOf, hiddenOnWall } from './group-rules.ts'
import { neighbours, ranking } from './ranking.testing.ts'
import { rankingCollection } from './ranking.ts'

const place = '34.71.04.1002'

function village(count = 4) {
  const known = neighbours(count)
  const rows = [
    ...known.places.map((value) => ({ collection: localCollection, id: value.id, value })),
    ...known.households.map((told) => {
      const head = known.persons.find(
        ({ household, relation }) => household === told.id && relation === 'head',
      )
      return {
        collection: householdCollection,
        id: told.id,
        value: { ...rowOfHousehold(told), head: head?.id ?? null },
      }
    }),
    ...known.persons.map((told) => ({
      collection: personCollection,
      id: told.id,
      value: rowOfPerson(told, place),
    })),
  ]
  return { ...known, rows, ids: known.households.map(({ id }) => id) }
}

test('an RW stands for its RT, and a household of which a member is on record in another RT has a card in both, marked', () => {
  const { rows, rw, rts, persons, ids } = village()
  const all = cardsAt(viewOf(place, rows), [rw])
  expect(all).toHaveLength(4)
  expect(all.every(({ name, elsewhere }) => name !== null && elsewhere.length === 0)).toBe(true)
  expect(cardsAt(viewOf(place, rows), [rts[0] ?? ''])).toHaveLength(2)
  const child = persons[3]
  if (!child) throw new Error('a child')
  const moved = { ...rowOfPerson(child, place), localPlace: rts[1] ?? null }
  const view = viewOf(place, [...rows, { collection: personCollection, id: child.id, value: moved }])
  const marked = cardsAt(view, [rts[1] ?? '']).find(({ household }) => household === ids[0])
  expect(marked).toMatchObject({ localPlace: rts[0], elsewhere: [rts[1]] })
})

test('a household that left the register keeps its card without a name; one that two rankings hold is told', () => {
  const { rows, ids } = village()
  const gone = newId()
  const [first] = ids
  const other = { ...ranking({ cards: [first ?? ''] }), withdrawn: null }
  const view = viewOf(place, [...rows, { collection: rankingCollection, id: other.id, value: other }])
  const cards = [first ?? '', gone]
  expect(cardsOf(view, cards).map(({ name }) => name !== null)).toEqual([true, false])
  expect([...alsoRanked(view, { id: newId(), cards })]).toEqual([first])
})

test('a wall sheet does not tell counts of few, nor what would give them away', () => {
  const standing = (localPlace: string, group: number, count: number) =>
    Array.from({ length: count }, () => ({ localPlace, group }))
  const plain = countsOf(
    [...standing('a', 0, 9), ...standing('a', 1, 12), ...standing('b', 0, 8), ...standing('b', 1, 7)],
    2,
  )
  expect(plain.rows.map(({ counts }) => counts)).toEqual([
    [9, 12],
    [8, 7],
  ])
  expect(hiddenOnWall(plain).size).toBe(0)
  const few = countsOf(
    [...standing('a', 0, 2), ...standing('a', 1, 12), ...standing('b', 0, 8), ...standing('b', 1, 7)],
    2,
  )
  const hidden = hiddenOnWall(few)
  expect(hidden.has('0 0')).toBe(true)
  // With its neighbour in the row told, the row's total would give it away.
  expect(hidden.has('0 1')).toBe(true)
  expect(hidden.has('row 0')).toBe(false)
})
