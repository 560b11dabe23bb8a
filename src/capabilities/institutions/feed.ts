// What a phone may hold of institutions: those who work in the village have all of it. An officer names a person, and a reason or
// note may, so handing them over is logged.
import type { FeedSource } from '../../platform/server/capability.ts'
import { agreementCollection } from './agreement.ts'
import { assessmentCollection } from './assessment.ts'
import { institutionCollection, institutionReaders as roles } from './institution.ts'
import { officerCollection } from './officer.ts'
import { agreementStore, assessmentStore, institutionStore, officerStore, tieStore } from './store.ts'
import { tieCollection } from './tie.ts'

const byId = <T extends { id: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]))

export const institutionsFeed: readonly FeedSource[] = [
  {
    ...{ collection: institutionCollection, roles, personal: true },
    read: async ({ ids, ...at }) => byId(await institutionStore(at).many(ids)),
  },
  {
    ...{ collection: officerCollection, roles, personal: true, ofPersons: true as const },
    read: async ({ ids, ...at }) => byId(await officerStore(at).many(ids)),
  },
  {
    ...{ collection: tieCollection, roles, personal: true },
    read: async ({ ids, ...at }) => byId(await tieStore(at).many(ids)),
  },
  {
    ...{ collection: agreementCollection, roles, personal: true },
    read: async ({ ids, ...at }) => byId(await agreementStore(at).many(ids)),
  },
  {
    ...{ collection: assessmentCollection, roles, personal: true },
    read: async ({ ids, ...at }) => byId(await assessmentStore(at).many(ids)),
  },
]
