// What goes to a phone. Homes go to who sees names, and handing them over is seeing them; everybody else in the village gets how
// many there are in an RT, and not even that where they are few. Above the village there are maps, and nothing that stands on one.
import { type Role, villageWorkers, worksInVillage } from '../../kernel/role.ts'
import { isSmall, smallestDefault } from '../../kernel/suppression.ts'
import type { FeedSource } from '../../platform/server/capability.ts'
import { featureCollection, homeCollection } from './feature.ts'
import { baseCollection, type MapRow, mapCollection, mapReaders } from './map.ts'
import { homeReaders } from './roles.ts'
import { baseStore, featureStore, mapStore } from './store.ts'

const byId = <T extends { id: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]))
const seesHomes = (roles: readonly Role[]) => homeReaders.some((role) => roles.includes(role))

function uncounted({ closed, ...row }: MapRow): MapRow {
  if (!closed) return { ...row, closed }
  const { count: _, ...told } = closed
  return { ...row, closed: told }
}

/** What people wrote, and who, stays in the village. */
const wordless = (row: MapRow): MapRow => ({
  ...row,
  by: '',
  closed: row.closed && { ...row.closed, makers: [], by: '' },
  agreed: row.agreed && { ...row.agreed, note: '', by: '' },
  reopened: row.reopened.map((each) => ({ ...each, reason: '', by: '' })),
})

export const mapsFeed: readonly FeedSource[] = [
  {
    collection: mapCollection,
    roles: mapReaders,
    personal: true,
    read: async ({ ids, roles, ...at }) => {
      const rows = await mapStore(at).many(ids)
      if (!worksInVillage(roles)) return byId(rows.map(wordless).map(uncounted))
      if (seesHomes(roles)) return byId(rows)
      const homes = Map.groupBy(await featureStore(at).homesByPlace(ids), ({ map }) => map)
      const told = (id: string) =>
        (homes.get(id) ?? []).map(({ localPlace, count }) => ({
          localPlace,
          count: isSmall(count, smallestDefault) ? null : count,
        }))
      return byId(rows.map((row) => ({ ...uncounted(row), homes: told(row.id) })))
    },
  },
  {
    // A photograph of a map that was drawn by hand shows whatever was drawn on it.
    collection: baseCollection,
    roles: villageWorkers,
    read: async ({ ids, roles, ...at }) => {
      const rows = await baseStore(at).many(ids)
      return byId(
        seesHomes(roles) ? rows : rows.map((row) => (row.kind === 'photo' ? { ...row, file: null } : row)),
      )
    },
  },
  {
    collection: featureCollection,
    roles: villageWorkers,
    personal: homeReaders,
    read: async ({ ids, roles, ...at }) => {
      const rows = await featureStore(at).ofCollection(featureCollection, ids)
      return byId(seesHomes(roles) ? rows : rows.map((row) => ({ ...row, photo: null })))
    },
  },
  {
    collection: homeCollection,
    roles: homeReaders,
    personal: true,
    ofPersons: true,
    read: async ({ ids, ...at }) => byId(await featureStore(at).ofCollection(homeCollection, ids)),
  },
]
