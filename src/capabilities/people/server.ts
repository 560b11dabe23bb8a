// What people brings to the server.
import type { ServerCapability } from '../../platform/server/capability.ts'
import { migrationFile, place } from '../../platform/server/migrations.ts'
import { record } from '../../platform/server/record-rows.ts'
import { peopleCommands } from './api.ts'
import { peopleFeed } from './feed.ts'
import { householdCollection } from './household.ts'
import { personCollection } from './person.ts'
import { peopleQueries } from './queries.ts'

export const peopleServer: ServerCapability = {
  name: 'people',
  migrations: [
    migrationFile(
      import.meta.url,
      '2026-11-21-people',
      place('people.household', 'people.person', 'people.move'),
    ),
    migrationFile(import.meta.url, '2026-11-30-people-alarms', place('people.alarm')),
    migrationFile(import.meta.url, '2026-11-30-people-wall', []),
    migrationFile(import.meta.url, '2026-11-30-people-counted', []),
  ],
  commands: peopleCommands,
  queries: peopleQueries,
  feed: peopleFeed,
  records: [
    record(householdCollection),
    record(personCollection, {}, { table: 'people.move', of: 'person_id' }),
  ],
}
