// What a phone may hold of observations. They name the observer, and quote somebody.
import type { FeedSource } from '../../platform/server/capability.ts'
import { observationCollection, observationReaders } from './observation.ts'
import { observationStore } from './store.ts'

export const observationsFeed: readonly FeedSource[] = [
  {
    collection: observationCollection,
    roles: observationReaders,
    personal: true,
    read: async ({ ids, ...at }) =>
      new Map((await observationStore(at).many(ids)).map((row) => [row.id, row])),
  },
]
