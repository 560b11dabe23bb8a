// What workshops bring to the server: the face, and each of its rooms.
import type { ServerCapability } from '../../platform/server/capability.ts'
import { migrationFile, place } from '../../platform/server/migrations.ts'
import { record } from '../../platform/server/record-rows.ts'
import { workshopsCommands } from './api.ts'
import { workshopsFeed } from './feed.ts'
import { noteCollection, sessionCollection, themeCollection } from './session.ts'
import { workshopFollowers } from './work.ts'

const collections = [sessionCollection, noteCollection, themeCollection]

export const workshopsServer: ServerCapability = {
  name: 'workshops',
  migrations: [migrationFile(import.meta.url, '2026-11-30-workshops', place(...collections))],
  commands: [...workshopsCommands],
  queries: [],
  follows: workshopFollowers,
  feed: [...workshopsFeed],
  records: collections.map((each) => record(each)),
}
