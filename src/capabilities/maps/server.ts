// What maps bring to the server.
import { villageWorkers } from '../../kernel/role.ts'
import type { ServerCapability } from '../../platform/server/capability.ts'
import { migrationFile, place } from '../../platform/server/migrations.ts'
import { record } from '../../platform/server/record-rows.ts'
import { mapsCommands } from './api.ts'
import { featureCollection, homeCollection } from './feature.ts'
import { mapsFeed } from './feed.ts'
import { baseCollection, mapCollection, photoKind, tilesKind } from './map.ts'
import { homeReaders } from './roles.ts'
import { mapFollowers } from './work.ts'

const collections = [mapCollection, baseCollection]
const drawn = [featureCollection, homeCollection]

export const mapsServer: ServerCapability = {
  name: 'maps',
  migrations: [
    migrationFile(import.meta.url, '2026-11-30-maps', place(...collections, ...drawn)),
    migrationFile(import.meta.url, '2026-11-30-maps-found', []),
  ],
  commands: mapsCommands,
  follows: mapFollowers,
  feed: mapsFeed,
  records: [
    ...collections.map((each) => record(each)),
    // Thousands at once, where two maps are joined: each found by its id alone.
    ...drawn.map((each) => record(each, { alone: true })),
  ],
  fileReaders: { [photoKind]: homeReaders, [tilesKind]: villageWorkers },
}
