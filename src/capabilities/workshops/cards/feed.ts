// Boards and cards go to who works in the village; moves are asked for.

import type { FeedSource } from '../../../platform/server/capability.ts'
import { feedOf } from '../feed.ts'
import { boardCollection, boardReaders, cardCollection } from './board.ts'

export const cardsFeed: readonly FeedSource[] = [
  feedOf(boardCollection, boardReaders, { personal: true }),
  feedOf(cardCollection, boardReaders, { personal: true }),
]
