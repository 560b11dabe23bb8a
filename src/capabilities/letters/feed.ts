// What phones hold of letters: the book, the letterheads, the blocks and the explained gaps of
// the village, what came in, and documents that decide.
import { villageWorkers } from '../../kernel/role.ts'
import type { FeedSource } from '../../platform/server/capability.ts'
import type { Tx } from '../../platform/server/db.ts'
import { documentCollection } from './document.ts'
import { incomingCollection } from './incoming.ts'
import { blockCollection, gapCollection, letterCollection } from './letter.ts'
import { letterheadCollection } from './letterhead.ts'
import { blockStore, gapStore, letterheadStore, letterStore } from './store.ts'
import { documentStore, incomingStore } from './store-received.ts'

type Reads = (
  tx: Tx,
  district: string,
  place: string,
) => { read: (ids: readonly string[]) => Promise<{ id: string }[]> }

const source = (collection: string, store: Reads, personal = false): FeedSource => ({
  collection,
  roles: villageWorkers,
  personal,
  read: async ({ tx, place, district, ids }) => {
    const rows = await store(tx, district, place).read(ids)
    return new Map(rows.map((row) => [row.id, row]))
  },
})

export const lettersFeed: readonly FeedSource[] = [
  source(letterheadCollection, letterheadStore),
  source(letterCollection, letterStore, true),
  source(blockCollection, blockStore),
  source(gapCollection, gapStore),
  source(incomingCollection, incomingStore, true),
  source(documentCollection, documentStore, true),
]
