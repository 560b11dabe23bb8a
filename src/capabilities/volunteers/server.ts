// What volunteers brings to the server.
import type { ServerCapability } from '../../platform/server/capability.ts'
import { migrationFile, place } from '../../platform/server/migrations.ts'
import { record } from '../../platform/server/record-rows.ts'
import { volunteersCommands, volunteersQueries } from './api.ts'
import { certificateCollection } from './certificate.ts'
import { volunteersFeed } from './feed.ts'
import { acknowledgementCollection } from './roll.ts'
import { teamCollection } from './team.ts'
import { volunteerCollection } from './volunteer.ts'
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
  records: [volunteerCollection, teamCollection, acknowledgementCollection, certificateCollection].map(
    (each) => record(each),
  ),
}
