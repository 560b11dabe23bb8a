// What a phone may hold of rankings: whoever may read the register of the village. They tell of its households.
import type { FeedSource } from '../../../platform/server/capability.ts'
import { rankingCollection, rankingReaders, sortingCollection } from './ranking.ts'
import { rankingStore, sortingStore } from './store.ts'

const byId = <T extends { id: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]))

export const rankingFeed: readonly FeedSource[] = [
  {
    ...{ collection: rankingCollection, roles: rankingReaders, personal: true, ofPersons: true },
    read: async ({ ids, ...at }) => byId(await rankingStore(at).many(ids)),
  },
  {
    ...{ collection: sortingCollection, roles: rankingReaders, personal: true, ofPersons: true },
    read: async ({ ids, ...at }) => byId(await sortingStore(at).many(ids)),
  },
]
