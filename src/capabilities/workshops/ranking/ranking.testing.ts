// Two RT with households in them, and a ranking of those; for tests.
import { daysFromToday } from '../../../kernel/day.testing.ts'
import { newId } from '../../../kernel/id.ts'
import { chunk } from '../../people/people.testing.ts'
import type { StartRanking } from './ranking.ts'

const local = (kind: 'rw' | 'rt', number: number, parent: string | null) => ({
  ...{ id: newId(), kind, number, name: null, parent, households: null, settlement: null },
})

/** Two RT of one RW, and so many households told of, every second in the first. */
export function neighbours(count: number, from = 0) {
  const rw = local('rw', 1, null)
  const rts = [local('rt', 1, rw.id), local('rt', 2, rw.id)]
  const known = chunk(count, from)
  const households = known.households.map((each, i) => ({
    ...each,
    ...{ kk: null, localPlace: rts[i % 2]?.id ?? null },
  }))
  const persons = known.persons.map((each) => ({ ...each, nik: null, noNik: 'unknown' as const }))
  return { places: [rw, ...rts], rts: rts.map(({ id }) => id), rw: rw.id, households, persons }
}

export const sorters = ['Ibu-ibu', 'Bapak-bapak', 'Pemuda'].map((label) => ({
  ...{ id: newId(), label, women: 3, men: 1 },
}))

export const ranking = (change: Partial<StartRanking>): StartRanking => ({
  ...{ id: newId(), meeting: newId(), localPlaces: [], on: daysFromToday(-3), cards: [] },
  criteria: ['makan tiga kali sehari', 'punya sawah sendiri'],
  sorters: sorters.map((each) => ({ ...each, id: newId() })),
  ...change,
})

/** The cards dealt on so many piles, one after the other. */
export const dealt = (cards: readonly string[], piles: number): string[][] =>
  Array.from({ length: piles }, (_, pile) => cards.filter((_card, i) => i % piles === pile))
