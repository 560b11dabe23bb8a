// What volunteers brings to the server.
import type { ServerCapability } from '../../platform/server/capability.ts'
import { migrationFile, place } from '../../platform/server/migrations.ts'
import { volunteersCommands, volunteersQueries } from './api.ts'
import { volunteersFeed } from './feed.ts'
import { volunteerFollowers } from './work.ts'

export const volunteersServer: ServerCapability = {
  name: 'volunteers',
  migrations: [
    migrationFile(
      import.meta.url,
      '2026-11-21-volunteers',
      place(
        'volunteers.volunteer',
        'volunteers.team',
        'volunteers.acknowledgement',
        'volunteers.certificate',
      ),
    ),
    migrationFile(import.meta.url, '2026-11-29-volunteers-serving', []),
    migrationFile(import.meta.url, '2026-11-30-volunteers-edition', []),
  ],
  commands: volunteersCommands,
  queries: volunteersQueries,
  follows: volunteerFollowers,
  feed: volunteersFeed,
}
