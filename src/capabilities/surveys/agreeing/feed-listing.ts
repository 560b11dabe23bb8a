// Lists on phones: who goes from door to door sees why a family is on it and who objected; others see how many, by ids that say
// nothing to who does not hold the register. Above the village nobody gets a row.
import { type Role, villageWorkers } from '../../../kernel/role.ts'
import type { FeedSource } from '../../../platform/server/capability.ts'
import {
  decisionCollection,
  type ListingRow,
  listingCollection,
  listNamers,
  type ObjectionRow,
  objectionCollection,
} from '../listing.ts'
import { decisionStore, listingStore, objectionStore } from './store-listing.ts'

const byId = <T extends { id: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]))
const names = (roles: readonly Role[]) => listNamers.some((role) => roles.includes(role))

const wordless = (row: ListingRow): ListingRow => ({
  ...row,
  note: '',
  spoken: [],
  revised: row.revised ? { ...row.revised, reason: '' } : null,
  adopted: (row.adopted ?? []).map((each) => ({ ...each, despite: '' })),
})
const nameless = (row: ObjectionRow): ObjectionRow => ({
  ...row,
  household: null,
  answers: row.answers.map((each) => ({ ...each, household: null })),
})

export const listingFeed: readonly FeedSource[] = [
  {
    collection: listingCollection,
    roles: villageWorkers,
    personal: listNamers,
    read: async ({ ids, roles, vault, ...at }) => {
      if (names(roles)) return byId(await listingStore(at).many(ids, vault))
      return byId((await listingStore(at).many(ids)).map(wordless))
    },
  },
  {
    collection: decisionCollection,
    roles: villageWorkers,
    personal: listNamers,
    ofPersons: true,
    read: async ({ ids, roles, vault, ...at }) =>
      byId(await decisionStore(at).many(ids, names(roles) ? vault : null)),
  },
  {
    collection: objectionCollection,
    roles: villageWorkers,
    personal: listNamers,
    ofPersons: true,
    read: async ({ ids, roles, vault, ...at }) => {
      if (names(roles)) return byId(await objectionStore(at).many(ids, vault))
      return byId((await objectionStore(at).many(ids, null)).map(nameless))
    },
  },
]
