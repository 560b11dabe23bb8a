// What observations bring to the server.
import type { ServerCapability } from '../../platform/server/capability.ts'
import { migrationFile, place } from '../../platform/server/migrations.ts'
import { record } from '../../platform/server/record-rows.ts'
import { observationsCommands, observationsQueries } from './api.ts'
import { observationsFeed } from './feed.ts'
import { observationCollection, observationReaders } from './observation.ts'

export const observationsServer: ServerCapability = {
  name: 'observations',
  migrations: [migrationFile(import.meta.url, '2026-11-29-observations', place('observations.observation'))],
  commands: observationsCommands,
  queries: observationsQueries,
  feed: observationsFeed,
  records: [record(observationCollection)],
  fileReaders: { observation: observationReaders },
}
