import type { ServerCapability } from '../../platform/server/capability.ts'
import { migrationFile, place, reference } from '../../platform/server/migrations.ts'
import { record } from '../../platform/server/record-rows.ts'
import { placesCommands, placesQueries } from './api.ts'
import { placesFeed } from './feed.ts'
import { ensureRegions } from './load.ts'
import { localCollection, villageCollection, villageWordsId } from './local-place.ts'
import { isOrWasPlace } from './region-store.ts'
import { placeSearch } from './search.ts'

export const placesServer: ServerCapability = {
  name: 'places',
  migrations: [
    migrationFile(import.meta.url, '2026-11-21-places', [
      ...reference('places.region', 'places.region_edition'),
      ...place('places.village', 'places.local_place'),
    ]),
    migrationFile(import.meta.url, '2026-11-29-places-below', []),
    migrationFile(import.meta.url, '2026-11-30-places-wall', []),
    migrationFile(import.meta.url, '2026-11-30-places-lettered', []),
  ],
  commands: placesCommands,
  queries: placesQueries,
  feed: placesFeed,
  records: [
    { collection: localCollection, parts: [{ table: 'places.local_place', of: 'id' }] },
    record(villageCollection, { of: `'${villageWordsId}'::uuid` }),
  ],
  knowsPlace: isOrWasPlace,
  start: async (services) => {
    await ensureRegions(services)
    // Once the server has answered its first callers: building the index takes half a second.
    setTimeout(placeSearch, 1500).unref()
  },
}
