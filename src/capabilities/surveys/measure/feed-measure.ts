// Measures on phones: how the village counts is open to all who see its surveys.
import { officers, villageWorkers } from '../../../kernel/role.ts'
import type { FeedSource } from '../../../platform/server/capability.ts'
import { measureCollection } from './measure.ts'
import { measureStore } from './store-measure.ts'

export const measureFeed: readonly FeedSource[] = [
  {
    collection: measureCollection,
    roles: [...villageWorkers, ...officers],
    read: async ({ ids, ...at }) => new Map((await measureStore(at).many(ids)).map((row) => [row.id, row])),
  },
]
