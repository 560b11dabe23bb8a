// The feed: after a cursor, the rows a phone may hold for a place, with tombstones and control totals.
// One index row per record, so a place with 10,000 commands on few records still has a short feed.
import { sql } from 'kysely'
import { districtOf, rolesAt } from '../../kernel/place-code.ts'
import { Refused, refuse } from '../../kernel/refusal.ts'
import type { Role } from '../../kernel/role.ts'
import type { Actor, FeedSource } from './capability.ts'
import type { Db, Tx } from './db.ts'
import { type HeadRead, readHead } from './kept-heads.ts'
import { count } from './running/metrics.ts'
import { boundAt, type Tasks } from './tasks.ts'
import { inPlace } from './transaction.ts'
import type { Vault } from './vault.ts'
import { logViews } from './view-log.ts'

export type FeedRow = { collection: string; id: string; seq: number; value: unknown }
export type FeedPage = {
  place: string
  rows: FeedRow[]
  /** Where to go on from; opaque to the phone. */
  cursor: string
  more: boolean
  /** The sequence number that the page is at least as new as: commands up to it have shown their effect. */
  head: number
  /** Rows that exist, by collection: given on the last page, so that a phone can count its copy. */
  totals: Record<string, number> | null
  /** The collections that the reader may read, by comma, and a sign of what is hidden. When it changes, the phone reads the place anew. */
  grant: string
  /** The newest entry of the place's chain, for the phone to keep; null where there is none yet. */
  proof: HeadRead['proof']
  /** Whether the head that the phone brought is still in the chain; null where it brought none of this server's. */
  kept: HeadRead['kept']
  /** When it is, by the server's clock: no phone's can be relied on. */
  now: string
}

type Index = { collection: string; id: string; seq: number; gone: boolean }
export const pageMost = 1000

function parseCursor(cursor: string): { seq: number; collection: string; id: string } {
  const [seq = '0', collection = '', id = '00000000-0000-0000-0000-000000000000'] = cursor.split('|')
  return { seq: Number(seq) || 0, collection, id }
}

async function readPage(
  tx: Tx,
  place: string,
  collections: readonly string[],
  cursor: string,
): Promise<Index[]> {
  const after = parseCursor(cursor)
  const found = await sql<Index>`
    select collection, id, seq, gone from platform.feed
    where district_code = ${districtOf(place)} and village_code = ${place}
      and (seq, collection, id) > (${after.seq}, ${after.collection}, ${after.id}::uuid) and collection = any(${collections})
    order by seq, collection, id limit ${pageMost + 1}`.execute(tx)
  return found.rows
}

/** Whether what these roles get of it names somebody. */
const isPersonalTo = ({ personal = false }: FeedSource, roles: readonly Role[]): boolean =>
  typeof personal === 'boolean' ? personal : personal.some((role) => roles.includes(role))

/** The number of the last command at a place: while it stands, nothing of the place has changed. */
export async function headOf(tx: Tx, place: string): Promise<number> {
  const found = await sql<{ seq: number }>`select seq from platform.head
    where district_code = ${districtOf(place)} and village_code = ${place}`.execute(tx)
  return found.rows[0]?.seq ?? 0
}

/** The number of the last command that changed a record of these collections: while it stands, they are as they were. */
export async function lastChange(tx: Tx, place: string, collections: readonly string[]): Promise<number> {
  const found = await sql<{ seq: number }>`select seq::int as seq from platform.feed
    where district_code = ${districtOf(place)} and village_code = ${place} and collection = any(${[...collections]}::text[])
    order by seq desc limit 1`.execute(tx)
  return found.rows[0]?.seq ?? 0
}

async function totals(
  tx: Tx,
  place: string,
  collections: readonly string[],
): Promise<Record<string, number>> {
  const counted = await sql<{ collection: string; rows: number }>`
    select collection, count(*)::int as rows from platform.feed
    where district_code = ${districtOf(place)} and village_code = ${place} and not gone and collection = any(${collections})
    group by collection`.execute(tx)
  return Object.fromEntries(counted.rows.map((row) => [row.collection, row.rows]))
}

/** What is read together: rows of one source for which the same roles count, as far as these may read it. */
function readings(
  sources: readonly FeedSource[],
  rows: readonly Index[],
  rolesOf: (row: Index) => readonly Role[],
): [FeedSource, readonly Role[], string[]][] {
  return sources.flatMap((source) => {
    const own = rows.filter(({ collection }) => collection === source.collection)
    const groups = [...Map.groupBy(own, (row) => rolesOf(row).join())]
    return groups.flatMap(([, some]) => {
      const counting = some[0] ? rolesOf(some[0]) : []
      const may = source.roles.some((role) => counting.includes(role))
      return may
        ? [[source, counting, some.map(({ id }) => id)] as [FeedSource, readonly Role[], string[]]]
        : []
    })
  })
}

export class Feed {
  readonly #db: Db
  readonly #vault: Vault
  readonly #sources: readonly FeedSource[]
  readonly #tasks: Tasks
  constructor(db: Db, vault: Vault, sources: readonly FeedSource[], tasks: Tasks) {
    this.#db = db
    this.#vault = vault
    this.#sources = sources
    this.#tasks = tasks
  }

  /** The roles that may read any feed at all. */
  roles(): Role[] {
    return [...new Set(this.#sources.flatMap((source) => source.roles))].sort()
  }

  async page(actor: Actor, place: string, cursor: string, brought = ''): Promise<FeedPage> {
    const roles = rolesAt(actor.holdings, place)
    const sources = this.#sources.filter((source) => source.roles.some((role) => roles.includes(role)))
    if (sources.length === 0) throw new Refused([refuse('platform.forbidden')])
    const names = sources.map((source) => source.collection)
    const bound = boundAt(actor, place)
    return inPlace(this.#db, place, actor.account, async (tx) => {
      // Read before the rows, so that the rows are never older than it says.
      const { head, proof, kept } = await readHead(tx, this.#vault, place, brought)
      const found = await readPage(tx, place, names, cursor)
      const more = found.length > pageMost
      const index = more ? found.slice(0, pageMost) : found
      const rows = await this.#values(tx, actor, place, roles, sources, index)
      const last = index.at(-1)
      count.feed(rows.length)
      return {
        place,
        rows,
        cursor: last ? `${last.seq}|${last.collection}|${last.id}` : cursor,
        more,
        ...{ head, proof, kept },
        // What is hidden is not counted one by one: who reads for an agency counts nothing.
        totals: more ? null : bound ? {} : await totals(tx, place, names),
        grant: [...names.sort(), ...(bound ? [await this.#tasks.sign({ tx, place }, actor)] : [])].join(','),
        now: new Date().toISOString(),
      }
    })
  }

  async #values(
    tx: Tx,
    actor: Actor,
    place: string,
    roles: readonly Role[],
    sources: readonly FeedSource[],
    index: readonly Index[],
  ) {
    const values = new Map<string, unknown>()
    const standing = index.filter((row) => !row.gone)
    const ofRow = boundAt(actor, place)
      ? await this.#tasks.rolesOfRows({ tx, place }, actor, standing)
      : () => roles
    for (const [source, counting, ids] of readings(sources, standing, ofRow)) {
      const read = await source.read({
        tx,
        place,
        district: districtOf(place),
        ids,
        account: actor.account,
        roles: counting,
        vault: this.#vault,
      })
      for (const [id, value] of read) values.set(`${source.collection}:${id}`, value)
      if (isPersonalTo(source, counting))
        await logViews(tx, place, actor.account, [{ what: `feed:${source.collection}`, subjects: ids }])
    }
    return index.map(({ collection, id, seq }) => ({
      collection,
      id,
      seq,
      value: values.get(`${collection}:${id}`) ?? null,
    }))
  }
}
