// Boards through the real door: two phones that moved the same card both succeed, every move is kept, and bad input is refused.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { House, Person } from '../../../apps/server/village.testing.ts'
import { newId } from '../../../kernel/id.ts'
import { type Change, viewOf } from '../../../kernel/view.ts'
import { lookInPlace } from '../../../platform/server/transaction.testing.ts'
import { ok, refusals } from '../../surveys/surveys.testing.ts'
import { plannedWorkshop, workshopsHouse } from '../house.testing.ts'
import { workshopsServer } from '../server.ts'
import { cardsApplies } from './apply.ts'
import {
  boardCollection,
  type Card,
  cardCollection,
  changeBoard,
  clockAheadMost,
  type Move,
  moveCards,
  startBoard,
} from './board.ts'
import { treeOf } from './tree.ts'

let house: House
beforeAll(async () => {
  house = await workshopsHouse()
})
afterAll(() => house.close())

async function boardHere(district?: string) {
  const { village, facilitator, meeting } = await plannedWorkshop(house, undefined, district)
  const board = newId()
  const about = { id: board, meeting, kind: 'problem-tree' as const, title: 'Air bersih', focus: '' }
  await ok(facilitator.give(startBoard, about))
  return { village, facilitator, board, meeting }
}
const write = (card: string, text: string, clock = 1): Move => ({
  ...{ id: newId(), card, clock },
  set: { text, kind: 'cause', parent: null, rank: 'm' },
})
const under = (card: string, parent: string | null, clock: number): Move => ({
  ...{ id: newId(), card, clock },
  set: { parent },
})
const cardsAt = (who: Person) => who.rows<Card>(cardCollection)

test('two phones that moved the same card without signal both succeed, and every phone shows the same', async () => {
  const { village, facilitator, board } = await boardHere()
  const [a, b, c] = [newId(), newId(), newId()]
  await ok(facilitator.give(moveCards, { board, moves: [write(a, 'a'), write(b, 'b'), write(c, 'c')] }))
  const before = await facilitator.feed()
  const volunteer = village.as('volunteer')
  const [one, two] = [under(a, b, 2), under(a, c, 2)]
  const later = one.id > two.id ? b : c
  await ok(facilitator.give(moveCards, { board, moves: [one] }))
  await ok(volunteer.give(moveCards, { board, moves: [two] }))
  const onServer = (await cardsAt(facilitator)).find(({ id }) => id === a)
  expect(onServer?.fields.parent?.value).toBe(later)
  const winner = later === b ? facilitator : volunteer
  expect(onServer?.fields.parent?.byName).toBe(winner.actor.name)
  // A phone that hears of them the other way round.
  const envelope = (moves: Move[]) =>
    ({
      ...{ id: newId(), name: 'workshops.move-cards', version: 1, place: village.place, device: 'd' },
      ...{ at: new Date().toISOString(), input: { board, moves } },
    }) as never
  let rows: Change[] = before.rows
  for (const moves of [[two], [one]])
    rows = [...rows, ...cardsApplies['workshops.move-cards'](viewOf(village.place, rows), envelope(moves))]
  const here = viewOf(village.place, rows).get<Card>(cardCollection, a)
  expect(here?.fields.parent).toMatchObject({ value: later, clock: 2 })
  const { body } = await facilitator.ask('workshops.moves', { board })
  const { moves } = body as unknown as { moves: { card: string; byName: string }[] }
  expect(moves.filter(({ card }) => card === a).map(({ byName }) => byName)).toEqual(
    expect.arrayContaining([facilitator.actor.name, volunteer.actor.name]),
  )
})

test('a card hung under its own branch by two people is cut loose everywhere in the same way', async () => {
  const { facilitator, board } = await boardHere()
  const [a, b] = [newId(), newId()]
  await ok(facilitator.give(moveCards, { board, moves: [write(a, 'a'), write(b, 'b')] }))
  await ok(facilitator.give(moveCards, { board, moves: [under(a, b, 2)] }))
  await ok(facilitator.give(moveCards, { board, moves: [under(b, a, 3)] }))
  const { tops, cuts } = treeOf(await cardsAt(facilitator))
  expect([tops.map(({ id }) => id), cuts]).toEqual([[b], [b]])
})

test('a card without words, of another board, under itself, or from a clock far ahead is refused in words', async () => {
  const { village, facilitator, board, meeting } = await boardHere()
  const [a, other] = [newId(), newId()]
  await ok(facilitator.give(moveCards, { board, moves: [write(a, 'a')] }))
  await ok(
    facilitator.give(startBoard, { id: other, meeting, kind: 'consensus', title: 'Nama', focus: 'Apa?' }),
  )
  const why = async (moves: Move[], on = board) =>
    refusals(await facilitator.give(moveCards, { board: on, moves }))
  expect(await why([under(newId(), null, 2)])).toEqual(['workshops.card-needs-text moves'])
  expect(await why([under(a, null, 2)], other)).toEqual(['workshops.card-of-another-board moves'])
  expect(await why([under(a, a, 2)])).toEqual(['workshops.card-under-itself moves'])
  expect(await why([under(a, null, 20_000)])).toEqual(['workshops.clock-ahead clock'])
  expect(await why([write(newId(), 'b')], newId())).toEqual(['workshops.no-such-board board'])
  const teller = await village.as('teller').give(moveCards, { board, moves: [under(a, null, 2)] })
  expect(teller.status).toBe(403)
  await ok(facilitator.give(changeBoard, { board: other, clock: 2, set: { resolved: true } }))
  const officer = village.as('city-officer', { at: village.place.slice(0, 5) })
  expect([await officer.rows(boardCollection), await officer.rows(cardCollection)]).toEqual([[], []])
})

test('a board whose own clock was set far ahead is worked on as before, its cards too', async () => {
  const { village, facilitator, board } = await boardHere()
  const ahead = clockAheadMost
  const title = (clock: number) => ({ board, clock, set: { title: `Judul ${clock}` } })
  await ok(village.as('volunteer').give(changeBoard, title(ahead)))
  await ok(facilitator.give(changeBoard, title(ahead + 1)))
  await ok(facilitator.give(moveCards, { board, moves: [write(newId(), 'a', ahead + 2)] }))
  expect(refusals(await facilitator.give(changeBoard, title(3 * ahead)))).toEqual([
    'workshops.clock-ahead clock',
  ])
})

test('a move that bears the id of another is not made: nobody could say who made it', async () => {
  const { village, facilitator, board } = await boardHere()
  const a = newId()
  const first = write(a, 'a')
  await ok(facilitator.give(moveCards, { board, moves: [first] }))
  const hidden = { ...first, clock: 5, set: { text: 'lain' } }
  const twice = { ...write(newId(), 'b', 6), clock: 6 }
  for (const moves of [[hidden], [twice, { ...twice, card: a }]]) {
    const answer = await village.as('volunteer').give(moveCards, { board, moves })
    expect([answer.status, refusals(answer)]).toEqual([409, ['platform.already-exists']])
  }
  expect((await cardsAt(facilitator)).map(({ fields }) => fields.text?.value)).toEqual(['a'])
})

test('a card that bears the id of one in a neighbouring village is refused in words', async () => {
  const { village, facilitator, board } = await boardHere()
  const a = newId()
  await ok(facilitator.give(moveCards, { board, moves: [write(a, 'a')] }))
  const next = await boardHere(village.place.slice(0, 8))
  const answer = await next.facilitator.give(moveCards, { board: next.board, moves: [write(a, 'b')] })
  expect([answer.status, refusals(answer)]).toEqual([409, ['platform.already-exists']])
  expect((await cardsAt(facilitator)).map(({ fields }) => fields.text?.value)).toEqual(['a'])
})

test('each move is proven by itself: a card that was moved often costs its next mover no more', async () => {
  const { facilitator, village, board } = await boardHere()
  const a = newId()
  const moves = [write(a, 'a'), under(a, null, 2), under(a, null, 3)]
  await ok(facilitator.give(moveCards, { board, moves }))
  const told = await lookInPlace(house.db, village.place, (tx) =>
    sql<{ records: string }>`select rows::text as records from platform.log
      where village_code = ${village.place} order by seq desc limit 1`.execute(tx),
  )
  const [{ records } = { records: '' }] = told.rows
  expect(moves.filter(({ id }) => records.includes(id))).toEqual(moves)
  // Else each move reads all that the card was moved before: a quarter of a second after twelve thousand.
  const card = workshopsServer.records?.find(({ collection }) => collection === cardCollection)
  expect(card?.parts.map(({ table }) => table)).toEqual([cardCollection])
})
