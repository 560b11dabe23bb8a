// What institutions bring to the server.
import type { ServerCapability } from '../../platform/server/capability.ts'
import { migrationFile, place } from '../../platform/server/migrations.ts'
import { record } from '../../platform/server/record-rows.ts'
import { agreementCollection } from './agreement.ts'
import { institutionsCommands } from './api.ts'
import { assessmentCollection } from './assessment.ts'
import { institutionsFeed } from './feed.ts'
import { institutionCollection } from './institution.ts'
import { officerCollection } from './officer.ts'
import { tieCollection } from './tie.ts'

const collections = [
  ...[institutionCollection, officerCollection, tieCollection],
  ...[agreementCollection, assessmentCollection],
]

export const institutionsServer: ServerCapability = {
  name: 'institutions',
  migrations: [migrationFile(import.meta.url, '2026-11-30-institutions', place(...collections))],
  commands: institutionsCommands,
  feed: institutionsFeed,
  records: collections.map((each) => record(each)),
}
