// What surveys brings to the server. Each room adds its lines here and nothing else.
import type { ServerCapability } from '../../platform/server/capability.ts'
import { migrationFile, place, reference } from '../../platform/server/migrations.ts'
import { listingCommands } from './agreeing/api-listing.ts'
import { listingFeed } from './agreeing/feed-listing.ts'
import { overviewQueries } from './api-overview.ts'
import { surveyCommands } from './api-surveys.ts'
import { startChecking, stopChecking } from './checking/jobs.ts'
import { checkingProbes, checkingReadings } from './checking/watching.ts'
import { exportRoutes } from './exporting/routes.ts'
import { surveysFeed } from './feed.ts'
import { institutionQueries } from './institutions/api-institutions.ts'
import { institutionFollowers } from './institutions/following.ts'
import { startInstruments } from './instruments/load.ts'
import { formCommands, formQueries } from './library/api-forms.ts'
import { importCommands } from './library/api-import.ts'
import { formRoutes } from './library/form-routes.ts'
import { measureCommands, measureQueries } from './measure/api-measure.ts'
import { measureFeed } from './measure/feed-measure.ts'
import { deviceCommands, deviceIssued } from './openrosa/api-devices.ts'
import { submitCommands } from './openrosa/api-submit.ts'
import { olderDigests } from './openrosa/older-digests.ts'
import { openRosaRoutes } from './openrosa/openrosa-routes.ts'
import { profileQueries } from './profiles/api-profile.ts'
import { surveyRecords } from './records.ts'
import { conflictCommands } from './registry/api-conflicts.ts'
import { reviewQueries } from './review/api-detail.ts'
import { reviewCommands } from './review/api-review.ts'
import { fileKind } from './submission.ts'
import { surveyors } from './survey.ts'
import { tablesQueries } from './tables/api-tables.ts'
import { surveyFollowers } from './telling.ts'
import { tokenCommands, tokenIssued, tokenQueries } from './tokens/api-tokens.ts'

export const surveysServer: ServerCapability = {
  name: 'surveys',
  migrations: [
    migrationFile(import.meta.url, '2026-11-22-surveys', [
      ...reference('surveys.form', 'surveys.form_file', 'surveys.device'),
      ...place(
        'surveys.survey',
        'surveys.submission',
        'surveys.edition',
        'surveys.attachment',
        'surveys.event',
        'surveys.visited',
        'surveys.conflict',
        'surveys.taken',
        'surveys.listing',
        'surveys.measure',
      ),
    ]),
    migrationFile(import.meta.url, '2026-11-29-surveys-pages', []),
    migrationFile(import.meta.url, '2026-11-30-surveys-serving', []),
    migrationFile(import.meta.url, '2026-11-30-surveys-devices', []),
    migrationFile(import.meta.url, '2026-11-30-surveys-wall', []),
    migrationFile(import.meta.url, '2026-11-30-surveys-found', []),
    migrationFile(import.meta.url, '2026-11-30-surveys-reached', []),
    migrationFile(import.meta.url, '2026-11-30-forms-wall', []),
    migrationFile(import.meta.url, '2026-11-30-surveys-tokens', place('surveys.token')),
    migrationFile(
      import.meta.url,
      '2026-11-30-surveys-agreeing',
      place('surveys.decision', 'surveys.objection'),
    ),
  ],
  commands: [
    ...formCommands,
    ...importCommands,
    ...submitCommands,
    ...surveyCommands,
    ...listingCommands,
    ...deviceCommands,
    ...tokenCommands,
    ...conflictCommands,
    ...reviewCommands,
    ...measureCommands,
  ],
  queries: [
    ...formQueries,
    ...reviewQueries,
    ...tablesQueries,
    ...overviewQueries,
    ...measureQueries,
    ...profileQueries,
    ...tokenQueries,
    ...institutionQueries,
  ],
  older: olderDigests,
  follows: [...surveyFollowers, ...institutionFollowers],
  feed: [...surveysFeed, ...listingFeed, ...measureFeed],
  records: surveyRecords,
  issued: [deviceIssued, tokenIssued],
  routes: (services) => [...formRoutes(services), ...openRosaRoutes(services), ...exportRoutes(services)],
  // What was photographed at people's homes: for those who send it and judge it, as the feed and the page of a submission.
  fileReaders: { [fileKind]: surveyors },
  probes: checkingProbes,
  readings: checkingReadings,
  start: async (services) => {
    await startInstruments(services)
    await startChecking(services)
  },
  stop: stopChecking,
}
