// What workshops bring to the server: the face, and each of its rooms.
import type { ServerCapability } from '../../platform/server/capability.ts'
import { migrationFile, place } from '../../platform/server/migrations.ts'
import { record } from '../../platform/server/record-rows.ts'
import { workshopsCommands } from './api.ts'
import { aspirationCollection } from './aspiration.ts'
import { cardsCommands, cardsQueries } from './cards/api.ts'
import { boardCollection, cardCollection, moveCollection } from './cards/board.ts'
import { cardsFeed } from './cards/feed.ts'
import { feedOf, workshopsFeed } from './feed.ts'
import { chartCommands } from './pra/api.ts'
import { chartCollection, chartFile, chartReaders } from './pra/chart.ts'
import { rankingCommands } from './ranking/api.ts'
import { rankingFeed } from './ranking/feed.ts'
import { rankingCollection, sortingCollection } from './ranking/ranking.ts'
import { noteCollection, sessionCollection, themeCollection } from './session.ts'
import { workshopFollowers } from './work.ts'

const collections = [sessionCollection, noteCollection, themeCollection]
const ofRanking = [rankingCollection, sortingCollection]

export const workshopsServer: ServerCapability = {
  name: 'workshops',
  migrations: [
    migrationFile(import.meta.url, '2026-11-30-workshops', place(...collections)),
    migrationFile(import.meta.url, '2026-11-30-workshops-ranking', place(...ofRanking)),
    migrationFile(
      import.meta.url,
      '2026-11-30-workshops-boards',
      place(boardCollection, cardCollection, moveCollection),
    ),
    migrationFile(import.meta.url, '2026-11-30-workshops-moves', []),
    migrationFile(import.meta.url, '2026-11-30-workshops-aspirations', place(aspirationCollection)),
    migrationFile(import.meta.url, '2026-11-30-workshops-chart', place(chartCollection)),
  ],
  commands: [...workshopsCommands, ...cardsCommands, ...rankingCommands, ...chartCommands],
  queries: [...cardsQueries],
  follows: workshopFollowers,
  feed: [
    ...workshopsFeed,
    ...cardsFeed,
    ...rankingFeed,
    feedOf(chartCollection, chartReaders, { personal: true }),
  ],
  fileReaders: { [chartFile]: chartReaders },
  records: [
    ...[...collections, aspirationCollection, boardCollection, ...ofRanking, chartCollection].map((each) =>
      record(each),
    ),
    record(cardCollection),
    // Each by itself: a card that was moved ten thousand times costs its next mover no more than a new one.
    record(moveCollection, { alone: true }),
  ],
}
