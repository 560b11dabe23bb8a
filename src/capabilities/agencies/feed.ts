// What a phone may hold of who is who: the village's own. A post names a person, so handing it over is logged.
import type { FeedSource } from '../../platform/server/capability.ts'
import { agencyCollection, postCollection } from './agency.ts'
import { whoReaders } from './roles.ts'
import { agencyStore, postStore } from './store.ts'

export const agenciesFeed: readonly FeedSource[] = [
  {
    collection: agencyCollection,
    roles: whoReaders,
    read: async ({ tx, ids }) => new Map((await agencyStore(tx).many(ids)).map((row) => [row.id, row])),
  },
  {
    collection: postCollection,
    roles: whoReaders,
    personal: true,
    ofPersons: true,
    read: async ({ tx, place, ids }) =>
      new Map((await postStore(tx, place).many(ids)).map((row) => [row.id, row])),
  },
]
