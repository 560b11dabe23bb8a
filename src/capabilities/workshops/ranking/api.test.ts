// Wealth rankings through the real door: sorted by three, settled by a plenary, and all that can go wrong on the way.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, testHouse, type Village } from '../../../apps/server/village.testing.ts'
import { daysFromToday } from '../../../kernel/day.testing.ts'
import { newId } from '../../../kernel/id.ts'
import { viewOf } from '../../../kernel/view.ts'
import { inPlace } from '../../../platform/server/transaction.ts'
import { planMeeting } from '../../meetings/commands.ts'
import { meetingCollection } from '../../meetings/meeting.ts'
import { plan } from '../../meetings/meetings.testing.ts'
import { meetingsServer } from '../../meetings/server.ts'
import { registerMany } from '../../people/household.ts'
import { peopleServer } from '../../people/server.ts'
import { addLocalPlaces } from '../../places/local-place.ts'
import { placesWithoutNation } from '../../places/regions.testing.ts'
import { programmesServer } from '../../programmes/server.ts'
import { enrolmentStore } from '../../programmes/store.ts'
import { enrolled, ok, refusals } from '../../surveys/surveys.testing.ts'
import { agreedRankings } from '../agreed.ts'
import { workshopsServer } from '../server.ts'
import { workshopsTexts } from '../texts.ts'
import { dealt, neighbours, ranking } from './ranking.testing.ts'
import * as nouns from './ranking.ts'

let house: House
beforeAll(async () => {
  house = await testHouse(
    [placesWithoutNation, programmesServer, peopleServer, meetingsServer, workshopsServer],
    workshopsTexts,
  )
})
afterAll(() => house.close())

/** A village of so many households, and a workshop to rank them at. */
async function settle(village: Village, enrolment: string, count: number) {
  const facilitator = village.as('facilitator')
  const known = neighbours(count)
  await ok(facilitator.give(addLocalPlaces, { places: known.places }))
  for (let at = 0; at < count; at += 50)
    await ok(
      facilitator.give(registerMany, {
        batch: newId(),
        households: known.households.slice(at, at + 50),
        persons: known.persons.slice(at * 4, (at + 50) * 4),
      }),
    )
  const planned = plan({ enrolment, group: 'workshop', kind: 'thematic', date: daysFromToday(-3) })
  await ok(facilitator.give(planMeeting, planned))
  return { ...known, facilitator, meeting: planned.meeting, cards: known.households.map(({ id }) => id) }
}

async function begun(count = 6) {
  const village = house.village()
  const enrolment = await enrolled(village)
  const about = await settle(village, enrolment, count)
  const input = ranking({ meeting: about.meeting, localPlaces: [about.rw], cards: about.cards })
  await ok(about.facilitator.give(nouns.startRanking, input))
  const [one, two, three] = input.sorters.map(({ id }) => id)
  const sorting = (sorter: string | undefined, piles: string[][]) => ({
    ...{ id: newId(), ranking: input.id, sorter: sorter ?? '', piles },
  })
  const rows = async () => ({
    rankings: await about.facilitator.rows<nouns.Ranking>(nouns.rankingCollection),
    sortings: await about.facilitator.rows<nouns.Sorting>(nouns.sortingCollection),
  })
  return { ...about, village, enrolment, input, sorting, rows, by: { one, two, three } }
}

const settling = (input: nouns.StartRanking, change: Partial<nouns.SettleRanking> = {}) => ({
  ...{
    ranking: input.id,
    basedOn: 1,
    on: daysFromToday(-1),
    women: 20,
    men: 15,
    moved: [],
    consensus: true,
    note: '',
  },
  groups: [
    { name: 'Miskin', upTo: 46.7 },
    { name: 'Sedang', upTo: 73.3 },
    { name: 'Sejahtera', upTo: null },
  ],
  ...change,
})

test('three sort, each once however often it is sent; the plenary settles it, and others read score and group', async () => {
  const { facilitator, village, input, cards, sorting, by, rows, enrolment } = await begun()
  const once = { id: newId(), at: new Date() }
  const first = sorting(by.one, dealt(cards, 3))
  expect((await village.as('volunteer').give(nouns.sortCards, first, once)).status).toBe(200)
  await ok(facilitator.give(nouns.sortCards, sorting(by.two, dealt(cards, 3))))
  expect(refusals(await facilitator.give(nouns.settleRanking, settling(input)))).toEqual([
    'workshops.still-sorting',
  ])
  await ok(facilitator.give(nouns.sortCards, sorting(by.three, dealt(cards, 6))))
  const last = cards.at(-1) ?? ''
  const moved = [{ household: cards[0] ?? '', group: 2, reason: 'Anaknya mengirim uang' }]
  await ok(facilitator.give(nouns.settleRanking, settling(input, { moved })))
  const { rankings, sortings } = await rows()
  const all = [
    ...rankings.map((value) => ({ collection: nouns.rankingCollection, id: value.id, value })),
    ...sortings.map((value) => ({ collection: nouns.sortingCollection, id: value.id, value })),
  ]
  const [agreed] = agreedRankings(viewOf(village.place, all))
  const off = {
    collection: meetingCollection,
    id: input.meeting,
    value: { id: input.meeting, state: 'cancelled' },
  }
  expect(agreedRankings(viewOf(village.place, [...all, off]))).toEqual([])
  expect(agreed).toMatchObject({ id: input.id, missing: 0, groups: ['Miskin', 'Sedang', 'Sejahtera'] })
  expect(agreed?.households.find(({ household }) => household === last)).toEqual({
    ...{ household: last, score: 100, group: 3 },
  })
  expect(agreed?.households.find(({ household }) => household === cards[0])?.group).toBe(3)
  const facts = await inPlace(house.db, village.place, newId(), (tx) =>
    enrolmentStore(tx, village.place.slice(0, 8), village.place).facts(enrolment),
  )
  expect(facts['workshop.thematic.rankings']?.value).toBe(1)
  await ok(facilitator.give(nouns.withdrawRanking, { ranking: input.id, reason: 'Salah RT' }))
  expect(refusals(await facilitator.give(nouns.sortCards, sorting(by.one, dealt(cards, 3))))).toContain(
    'workshops.ranking-withdrawn',
  )
})

test('where a household was laid does not stand open in the database', async () => {
  const { village, facilitator, cards, sorting, by, input } = await begun()
  for (const sorter of [by.one, by.two, by.three])
    await ok(facilitator.give(nouns.sortCards, sorting(sorter, dealt(cards, 3))))
  const secret = 'Anaknya mengirim uang dari kota'
  const moved = [{ household: cards[0] ?? '', group: 2, reason: secret }]
  await ok(facilitator.give(nouns.settleRanking, settling(input, { moved })))
  const found = await sql<{ all: string }>`select string_agg(t.body, ' ') as all from (
      select to_jsonb(s)::text as body from workshops.sorting s where s.village_code = ${village.place}
      union all select (to_jsonb(r) - 'cards')::text from workshops.ranking r where r.village_code = ${village.place}) t`.execute(
    house.owner,
  )
  const text = found.rows[0]?.all ?? ''
  expect(text).toContain(input.id)
  expect(text).not.toContain(secret)
  for (const card of cards) expect(text).not.toContain(card)
})

test('piles that are wrong are refused in words; cards left over and ties are well', async () => {
  const { facilitator, cards, sorting, by } = await begun()
  const [a = '', b = ''] = cards
  const asked = async (piles: string[][], sorter = by.one) =>
    refusals(await facilitator.give(nouns.sortCards, sorting(sorter, piles)))
  expect(await asked([[a], [a], []])).toEqual(['workshops.card-on-two-piles piles'])
  expect(await asked([[newId()], [], []])).toEqual(['workshops.card-of-another piles'])
  expect(await asked([[], [], []])).toEqual(['workshops.nothing-sorted piles'])
  expect(await asked([[a], [], []], newId())).toEqual(['workshops.no-such-sorter sorter'])
  expect((await facilitator.give(nouns.sortCards, sorting(by.one, [[a], [b]]))).status).toBe(400)
  expect(await asked([[a, b], [], []])).toEqual([])
  expect(await asked([[a], [b], []])).toEqual(['workshops.sorter-has-sorted sorter'])
})

test('a sorter who did not come is said with the reason, and the scores are of those who sorted', async () => {
  const { facilitator, input, cards, sorting, by, rows } = await begun()
  const end = { ranking: input.id, reason: 'Kelompok pemuda tidak datang' }
  expect(refusals(await facilitator.give(nouns.endSorting, end))).toEqual(['workshops.nobody-sorted'])
  await ok(facilitator.give(nouns.sortCards, sorting(by.one, dealt(cards, 3))))
  await ok(facilitator.give(nouns.endSorting, end))
  await ok(facilitator.give(nouns.settleRanking, settling(input)))
  const { rankings, sortings } = await rows()
  const view = viewOf('34.71.04.1001', [
    ...rankings.map((value) => ({ collection: nouns.rankingCollection, id: value.id, value })),
    ...sortings.map((value) => ({ collection: nouns.sortingCollection, id: value.id, value })),
  ])
  expect(agreedRankings(view)[0]?.missing).toBe(2)
})

test('a sorting that went wrong is withdrawn: its piles are gone, and the sorter sorts anew', async () => {
  const { facilitator, input, cards, sorting, by, rows } = await begun()
  const wrong = sorting(by.one, dealt(cards, 3))
  await ok(facilitator.give(nouns.sortCards, wrong))
  const withdrawing = { ranking: input.id, sorting: wrong.id, reason: 'Terbalik' }
  await ok(facilitator.give(nouns.withdrawSorting, withdrawing))
  expect((await rows()).sortings).toMatchObject([{ piles: [], withdrawn: { reason: 'Terbalik' } }])
  expect(refusals(await facilitator.give(nouns.withdrawSorting, withdrawing))).toEqual([
    'workshops.sorting-withdrawn sorting',
  ])
  await ok(facilitator.give(nouns.sortCards, sorting(by.one, dealt(cards, 4))))
})

test('a ranking is begun with three sorters, each household once, of this village, at a workshop', async () => {
  const { facilitator, input, cards, meeting, rw } = await begun()
  const asked = async (change: Partial<nouns.StartRanking>) =>
    refusals(await facilitator.give(nouns.startRanking, { ...input, id: newId(), ...change }))
  const [one, two] = input.sorters
  if (!one || !two) throw new Error('sorters')
  expect(await asked({ sorters: [one, { ...two, label: ` ${one.label.toUpperCase()}` }] })).toEqual([
    'workshops.few-sorters sorters',
    'workshops.sorter-twice sorters',
  ])
  expect(await asked({ cards: [cards[0] ?? '', cards[0] ?? ''] })).toEqual(['workshops.card-twice cards'])
  expect(await asked({ cards: [cards[0] ?? '', newId()] })).toEqual(['workshops.card-not-on-record cards'])
  expect(await asked({ localPlaces: [newId()] })).toEqual(['workshops.no-such-local-place localPlaces'])
  expect(await asked({ on: daysFromToday(1) })).toEqual(['workshops.day-ahead on'])
  expect(await asked({ meeting: rw })).toEqual(['workshops.no-such-workshop meeting'])
  expect(await asked({ meeting, criteria: ['Sawah', 'sawah '] })).toEqual([
    'workshops.criterion-twice criteria',
  ])
})

test('what changes while sorting runs: a sorter who has sorted stays, and two who change it at once are told', async () => {
  const { facilitator, input, cards, sorting, by, rows } = await begun()
  await ok(facilitator.give(nouns.sortCards, sorting(by.one, dealt(cards, 3))))
  const { criteria, sorters } = input
  const change = { ranking: input.id, basedOn: 1, criteria, cards: cards.slice(1), sorters }
  const without = {
    ...change,
    sorters: [...sorters.slice(1), { id: newId(), label: 'Kader', women: 2, men: 0 }],
  }
  expect(refusals(await facilitator.give(nouns.changeRanking, without))).toEqual([
    'workshops.sorter-has-sorted sorters',
  ])
  await ok(facilitator.give(nouns.changeRanking, change))
  expect(refusals(await facilitator.give(nouns.changeRanking, change))).toEqual(['workshops.ranking-changed'])
  expect((await rows()).rankings[0]).toMatchObject({ version: 2, cards: cards.slice(1) })
})

test('groups out of order, an empty plenary and no word of who differed are refused', async () => {
  const { facilitator, input, cards, sorting, by } = await begun()
  for (const sorter of [by.one, by.two, by.three])
    await ok(facilitator.give(nouns.sortCards, sorting(sorter, dealt(cards, 3))))
  const wrong = settling(input, {
    ...{ women: 0, men: 0, consensus: false, on: daysFromToday(-10) },
    groups: [
      { name: 'Miskin', upTo: 80 },
      { name: 'miskin', upTo: 40 },
      { name: 'Sejahtera', upTo: null },
    ],
  })
  expect(refusals(await facilitator.give(nouns.settleRanking, wrong))).toEqual([
    'workshops.before-ranking on',
    'workshops.nobody-there women',
    'workshops.group-twice groups',
    'workshops.groups-out-of-order groups',
    'workshops.say-who-differs note',
  ])
})

test('only who may read the register of the village sees or makes a ranking', async () => {
  const { village, input, sorting, cards, by } = await begun()
  for (const role of ['board-member', 'auditor', 'partner'] as const)
    expect((await village.as(role).give(nouns.startRanking, { ...input, id: newId() })).status).toBe(403)
  expect(
    (await village.as('village-head').give(nouns.sortCards, sorting(by.one, dealt(cards, 3)))).status,
  ).toBe(403)
  for (const role of ['board-member', 'auditor'] as const)
    expect(await village.as(role).rows(nouns.rankingCollection)).toEqual([])
  expect(await village.as('village-head').rows(nouns.rankingCollection)).toHaveLength(1)
})
