// What a phone may hold of programmes: the enrolments of its place, the definitions they are on, and the facts told of them.
import type { FeedSource } from '../../platform/server/capability.ts'
import { readers } from './enrolment.ts'
import { definitionStore, enrolmentStore, toldAt } from './store.ts'
import { toldCollection } from './told.ts'

export const programmesFeed: readonly FeedSource[] = [
  {
    collection: 'programmes.enrolment',
    roles: readers,
    read: async ({ tx, district, place, ids }) => {
      const rows = await enrolmentStore(tx, district, place).many(ids)
      return new Map(rows.map((row) => [row.id, row]))
    },
  },
  {
    collection: toldCollection,
    roles: readers,
    follows: true,
    read: async ({ tx, district, place, ids }) => {
      const told = await toldAt(tx, district, place, ids)
      return new Map(told.map((each) => [each.id, each]))
    },
  },
  {
    collection: 'programmes.programme',
    roles: readers,
    read: async ({ tx, ids }) => {
      const bodies = await definitionStore(tx).bodies(ids)
      return new Map([...bodies].map(([key, body]) => [key, { key, ...body }]))
    },
  },
]
