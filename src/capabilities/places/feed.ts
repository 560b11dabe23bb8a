import type { FeedSource } from '../../platform/server/capability.ts'
import { localCollection, villageCollection, villageWordsId } from './local-place.ts'
import { placeReaders } from './roles.ts'
import { readLocalPlaces, readVillageWords } from './store.ts'

export const placesFeed: readonly FeedSource[] = [
  {
    collection: localCollection,
    roles: placeReaders,
    read: async ({ tx, place, district, ids }) =>
      new Map((await readLocalPlaces({ tx, place, district }, ids)).map((row) => [row.id, row])),
  },
  {
    collection: villageCollection,
    roles: placeReaders,
    read: async ({ tx, place, district }) => {
      const words = await readVillageWords({ tx, place, district })
      return new Map(words ? [[villageWordsId, words]] : [])
    },
  },
]
