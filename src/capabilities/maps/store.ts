// The tables of maps; the only file that names them.
import { sql } from 'kysely'
import type { Tx } from '../../platform/server/db.ts'
import type { Vault } from '../../platform/server/vault.ts'
import {
  type Feature,
  featureCollections,
  homeCollection,
  isRestricted,
  type Layer,
  type Told,
  untold,
} from './feature.ts'
import type { Base, MapRow } from './map.ts'

export type At = { tx: Tx; vault: Vault; district: string; place: string }

export function mapStore({ tx, district, place }: Omit<At, 'vault'>) {
  const read = async (where: ReturnType<typeof sql>): Promise<MapRow[]> => {
    const found = await sql<{ body: MapRow }>`select body from maps.map
      where district_code = ${district} and village_code = ${place} and ${where} order by id`.execute(tx)
    return found.rows.map(({ body }) => body)
  }
  return {
    many: (ids: readonly string[]) => read(sql`id = any(${[...ids]}::uuid[])`),
    /** Those that were agreed on in one of these meetings. */
    agreedIn: (meetings: readonly string[]) => read(sql`body #>> '{agreed,meeting}' = any(${[...meetings]})`),
    ofEnrolment: (enrolment: string) => read(sql`enrolment_id = ${enrolment}`),
    async put(row: MapRow): Promise<void> {
      await sql`insert into maps.map (district_code, village_code, id, enrolment_id, body)
        values (${district}, ${place}, ${row.id}, ${row.enrolment}, ${JSON.stringify(row)}::jsonb)
        on conflict (district_code, id) do update set body = excluded.body`.execute(tx)
    },
  }
}

export function baseStore({ tx, district, place }: Omit<At, 'vault'>) {
  const read = async (where: ReturnType<typeof sql>): Promise<Base[]> => {
    const found = await sql<{ body: Base }>`select body from maps.base
      where district_code = ${district} and village_code = ${place} and ${where} order by id`.execute(tx)
    return found.rows.map(({ body }) => body)
  }
  return {
    many: (ids: readonly string[]) => read(sql`id = any(${[...ids]}::uuid[])`),
    all: () => read(sql`true`),
    async add(row: Base): Promise<void> {
      await sql`insert into maps.base (district_code, village_code, id, body)
        values (${district}, ${place}, ${row.id}, ${JSON.stringify(row)}::jsonb)`.execute(tx)
    },
  }
}

type Open = Omit<Feature, keyof Told>

function parted(row: Feature): { open: Open; told: Told } {
  const { spots, name, note, photo, ...open } = row
  return { open, told: { spots, name, note, photo } }
}

/** Features of both collections; each lies in the table of its own. */
export function featureStore({ tx, vault, district, place }: At) {
  async function openFeatures(ids: readonly string[]): Promise<Feature[]> {
    const found = await sql<{ body: Feature }>`select body from maps.feature
      where district_code = ${district} and village_code = ${place} and id = any(${[...ids]}::uuid[]) order by id`.execute(
      tx,
    )
    return found.rows.map(({ body }) => body)
  }
  async function homes(ids: readonly string[]): Promise<Feature[]> {
    const found = await sql<{ id: string; body: Open; sealed: Buffer }>`select id, body, sealed from maps.home
      where district_code = ${district} and village_code = ${place} and id = any(${[...ids]}::uuid[]) order by id`.execute(
      tx,
    )
    const sealed = new Map(found.rows.map((row) => [row.id, row.sealed]))
    const opened = await vault.openMany<Told>(tx, district, place, sealed)
    return found.rows.map(({ id, body }) => ({ ...body, ...(opened.get(id) ?? untold) }) as Feature)
  }
  async function sealedOf(rows: readonly Feature[]): Promise<Map<string, Buffer>> {
    return vault.sealMany(tx, district, place, new Map(rows.map((row) => [row.id, parted(row).told])))
  }
  async function add(rows: readonly Feature[]): Promise<void> {
    const [apart, open] = [rows.filter(hidden), rows.filter((row) => !hidden(row))]
    if (open.length > 0)
      await sql`insert into maps.feature (district_code, village_code, id, map_id, body)
        select ${district}, ${place}, u.id, u.map, u.body::jsonb
        from unnest(${open.map(({ id }) => id)}::uuid[], ${open.map(({ map }) => map)}::uuid[],
          ${open.map((row) => JSON.stringify(row))}::text[]) as u (id, map, body) returning 1`.execute(tx)
    if (apart.length === 0) return
    const sealed = await sealedOf(apart)
    await sql`insert into maps.home (district_code, village_code, id, map_id, body, sealed)
      select ${district}, ${place}, u.id, u.map, u.body::jsonb, u.sealed
      from unnest(${apart.map(({ id }) => id)}::uuid[], ${apart.map(({ map }) => map)}::uuid[],
        ${apart.map((row) => JSON.stringify(parted(row).open))}::text[],
        ${apart.map(({ id }) => sealed.get(id) as Buffer)}::bytea[]) as u (id, map, body, sealed) returning 1`.execute(
      tx,
    )
  }
  async function save(row: Feature): Promise<void> {
    if (!hidden(row)) {
      await sql`update maps.feature set body = ${JSON.stringify(row)}::jsonb
        where district_code = ${district} and village_code = ${place} and id = ${row.id}`.execute(tx)
      return
    }
    const { open, told } = parted(row)
    const sealed = await vault.seal(tx, { district, place, subject: row.id }, told)
    await sql`update maps.home set body = ${JSON.stringify(open)}::jsonb, sealed = ${sealed}
      where district_code = ${district} and village_code = ${place} and id = ${row.id}`.execute(tx)
  }
  return {
    ofCollection: (collection: string, ids: readonly string[]) =>
      collection === homeCollection ? homes(ids) : openFeatures(ids),
    many: async (ids: readonly string[]) => [...(await openFeatures(ids)), ...(await homes(ids))],
    add,
    save,
    /** Puts all of one map onto another; which they are. */
    async moveTo(map: string, into: string): Promise<{ collection: string; id: string }[]> {
      const moved: { collection: string; id: string }[] = []
      for (const collection of featureCollections) {
        const found = await sql<{ id: string }>`update ${sql.raw(collection)}
          set map_id = ${into}, body = jsonb_set(body, '{map}', to_jsonb(${into}::text))
          where district_code = ${district} and village_code = ${place} and map_id = ${map} returning id`.execute(
          tx,
        )
        moved.push(...found.rows.map(({ id }) => ({ collection, id })))
      }
      return moved
    },
    /** How many were ever drawn on a map, how many stand on it, and in which layers. */
    async count(map: string): Promise<{ all: number; there: number; layers: Layer[] }> {
      const found = await sql<{ all: number; there: number; layers: Layer[] }>`select count(*)::int as all,
          count(*) filter (where state = 'there')::int as there,
          coalesce(array_agg(distinct layer) filter (where state = 'there'), '{}') as layers
        from (select body ->> 'state' as state, body ->> 'layer' as layer from maps.feature
            where district_code = ${district} and village_code = ${place} and map_id = ${map}
          union all select body ->> 'state', body ->> 'layer' from maps.home
            where district_code = ${district} and village_code = ${place} and map_id = ${map}) u`.execute(tx)
      return found.rows[0] ?? { all: 0, there: 0, layers: [] }
    },
    /** Of maps, how many homes stand in each RT. */
    async homesByPlace(maps: readonly string[]) {
      const found = await sql<{ map: string; localPlace: string | null; count: number }>`select map_id as map,
          body ->> 'localPlace' as "localPlace", count(*)::int as count from maps.home
        where district_code = ${district} and village_code = ${place} and map_id = any(${[...maps]}::uuid[])
          and body ->> 'state' = 'there' group by 1, 2 order by 1, 2`.execute(tx)
      return found.rows
    },
  }
}

const hidden = (row: Feature): boolean => isRestricted(row.layer)
