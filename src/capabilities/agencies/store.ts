// The tables of who is who; the only file that names them.
import { sql } from 'kysely'
import { districtOf, withAncestors } from '../../kernel/place-code.ts'
import type { Tx } from '../../platform/server/db.ts'
import { sealed } from '../../platform/server/transaction.ts'
import type { Agency, Post } from './agency.ts'

const agencyColumns = sql`id, place, kind, name, parent_id as parent, began_on as "from", ended_on as until, version`
const postColumns = sql`id, village_code as place, agency_id as agency, kind, title, name, rt, rw,
  from_on as "from", until_on as until, version`

export const agencyStore = (tx: Tx) => ({
  /** Of a place and of those above it, nearest first. */
  async around(place: string): Promise<Agency[]> {
    const found = await sql<Agency>`select ${agencyColumns} from agencies.agency
      where place = any(${withAncestors(place)}) order by length(replace(place, 'ID', '')) desc, name, id`.execute(
      tx,
    )
    return found.rows
  },
  async many(ids: readonly string[]): Promise<Agency[]> {
    const found = await sql<Agency>`select ${agencyColumns} from agencies.agency
      where id = any(${[...ids]}::uuid[])`.execute(tx)
    return found.rows
  },
  /** How many that run on stand under it, anywhere. */
  async under(id: string): Promise<Agency[]> {
    const found = await sql<Agency>`select ${agencyColumns} from agencies.agency
      where parent_id = ${id} and ended_on is null limit 100`.execute(tx)
    return found.rows
  },
  async add(row: Agency): Promise<void> {
    await sql`insert into agencies.agency (id, place, kind, name, parent_id, began_on, ended_on, version)
      values (${row.id}, ${row.place}, ${row.kind}, ${row.name}, ${row.parent}, ${row.from}, ${row.until},
        ${row.version})`.execute(tx)
  },
  async save(row: Agency): Promise<void> {
    await sql`update agencies.agency set name = ${row.name}, parent_id = ${row.parent}, began_on = ${row.from},
        ended_on = ${row.until}, version = ${row.version} where id = ${row.id}`.execute(tx)
  },
})

export function postStore(tx: Tx, place: string) {
  const district = districtOf(place)
  const read = async (of: string, ids: readonly string[] | null): Promise<Post[]> => {
    const found = await sql<Post>`select ${postColumns} from agencies.post
      where district_code = ${districtOf(of)} and village_code = ${of}
        and (${ids === null} or id = any(${[...(ids ?? [])]}::uuid[])) order by name, id`.execute(tx)
    return found.rows
  }
  return {
    all: () => read(place, null),
    many: (ids: readonly string[]) => read(place, ids),
    /**
     * Of the place and of those above it. From here on this transaction sees the rows of these places themselves, and none of
     * those below them.
     */
    async around(actor: string): Promise<Post[]> {
      const chain = withAncestors(place)
      await sql`select platform.enter(${sealed(chain.join(','), actor)})`.execute(tx)
      const posts: Post[] = []
      for (const each of chain) posts.push(...(await read(each, null)))
      return posts
    },
    async add(row: Post): Promise<void> {
      await sql`insert into agencies.post (district_code, village_code, id, agency_id, kind, title, name, rt, rw,
          from_on, until_on, version)
        values (${district}, ${place}, ${row.id}, ${row.agency}, ${row.kind}, ${row.title}, ${row.name}, ${row.rt},
          ${row.rw}, ${row.from}, ${row.until}, ${row.version})`.execute(tx)
    },
    async save(row: Post): Promise<void> {
      await sql`update agencies.post set agency_id = ${row.agency}, kind = ${row.kind}, title = ${row.title},
          name = ${row.name}, rt = ${row.rt}, rw = ${row.rw}, from_on = ${row.from}, until_on = ${row.until},
          version = ${row.version}
        where district_code = ${district} and village_code = ${place} and id = ${row.id}`.execute(tx)
    },
  }
}
