// What who is who brings to the server.
import type { ServerCapability } from '../../platform/server/capability.ts'
import { migrationFile, place, reference } from '../../platform/server/migrations.ts'
import { record } from '../../platform/server/record-rows.ts'
import { agencyCollection, postCollection } from './agency.ts'
import { agenciesCommands, agenciesQueries } from './api.ts'
import { agenciesFeed } from './feed.ts'

export const agenciesServer: ServerCapability = {
  name: 'agencies',
  migrations: [
    migrationFile(import.meta.url, '2026-11-29-agencies', [
      ...reference('agencies.agency'),
      ...place('agencies.post'),
    ]),
    migrationFile(import.meta.url, '2026-11-30-agencies-wall', []),
  ],
  commands: agenciesCommands,
  queries: agenciesQueries,
  feed: agenciesFeed,
  records: [record(agencyCollection, { place: 'place' }), record(postCollection)],
}
