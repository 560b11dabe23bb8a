// What a phone may hold of observations. They name nobody but the observer.
import type { FeedSource } from '../../platform/server/capability.ts'
import { observationCollection, observationReaders } from './observation.ts'
import { observationStore } from './store.ts'

export const observationsFeed: readonly FeedSource[] = [
  {
    collection: observationCollection,
    roles: observationReaders,
    read: async ({ ids, ...at }) =>
      new Map((await observationStore(at).many(ids)).map((row) => [row.id, row])),
  },
]
