// What goes to the phones of a village: persons and households without their sealed values.
import type { FeedSource } from '../../platform/server/capability.ts'
import { householdCollection } from './household.ts'
import { personCollection } from './person.ts'
import { viewers } from './roles.ts'
import { personStore } from './store.ts'
import { householdStore } from './store-household.ts'

export const peopleFeed: readonly FeedSource[] = [
  {
    collection: personCollection,
    roles: viewers,
    personal: true,
    ofPersons: true,
    read: async ({ ids, ...at }) => new Map((await personStore(at).rows(ids)).map((row) => [row.id, row])),
  },
  {
    collection: householdCollection,
    roles: viewers,
    personal: true,
    ofPersons: true,
    read: async ({ ids, ...at }) => new Map((await householdStore(at).rows(ids)).map((row) => [row.id, row])),
  },
]
