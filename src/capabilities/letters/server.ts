// What letters bring to the server.
import type { ServerCapability } from '../../platform/server/capability.ts'
import { migrationFile, place } from '../../platform/server/migrations.ts'
import { record } from '../../platform/server/record-rows.ts'
import { blocksIssued, lettersCommands, lettersQueries } from './api.ts'
import { documentCollection } from './document.ts'
import { lettersFeed } from './feed.ts'
import { incomingCollection } from './incoming.ts'
import { blockCollection, gapCollection, letterCollection } from './letter.ts'
import { letterheadCollection } from './letterhead.ts'

export const lettersServer: ServerCapability = {
  name: 'letters',
  migrations: [
    migrationFile(
      import.meta.url,
      '2026-11-21-letters',
      place('letters.letterhead', 'letters.letter', 'letters.block', 'letters.gap'),
    ),
    migrationFile(import.meta.url, '2026-11-29-incoming', place('letters.incoming', 'letters.document')),
    migrationFile(import.meta.url, '2026-11-29-sendings', []),
    migrationFile(import.meta.url, '2026-11-30-letter-signatures', []),
    migrationFile(import.meta.url, '2026-11-30-letters-blocks', []),
  ],
  commands: lettersCommands,
  queries: lettersQueries,
  feed: lettersFeed,
  records: [
    letterheadCollection,
    letterCollection,
    blockCollection,
    gapCollection,
    incomingCollection,
    documentCollection,
  ].map((each) => record(each)),
  issued: [blocksIssued],
}
