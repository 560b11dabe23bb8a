// What a phone may hold of programmes: the enrolments of its place, and the definitions they are on.
import type { FeedSource } from '../../platform/server/capability.ts'
import { readers } from './enrolment.ts'
import { definitionStore, enrolmentStore } from './store.ts'

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
    collection: 'programmes.programme',
    roles: readers,
    read: async ({ tx, ids }) => {
      const bodies = await definitionStore(tx).bodies(ids)
      return new Map([...bodies].map(([key, body]) => [key, { key, ...body }]))
    },
  },
]
