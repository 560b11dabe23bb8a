// What goes to a phone. What people said goes to who works in the village; above it, which questions and themes there were.
import type { FeedSource } from '../../platform/server/capability.ts'
import { aspirationCollection } from './aspiration.ts'
import { noteCollection, noteReaders, sessionCollection, sessionReaders, themeCollection } from './session.ts'
import { rowStore } from './store-rows.ts'

/** One of the tables whose rows are kept as a phone gets them. */
export const feedOf = (
  collection: string,
  roles: FeedSource['roles'],
  more: Pick<FeedSource, 'personal' | 'ofPersons'> = {},
): FeedSource => ({
  ...{ collection, roles, ...more },
  read: async ({ ids, ...at }) =>
    new Map((await rowStore(at, collection).many(ids)).map((row) => [row.id, row])),
})

export const workshopsFeed: readonly FeedSource[] = [
  feedOf(sessionCollection, sessionReaders),
  feedOf(themeCollection, sessionReaders, { personal: true }),
  feedOf(noteCollection, noteReaders, { personal: true }),
  feedOf(aspirationCollection, noteReaders, { personal: true }),
]
