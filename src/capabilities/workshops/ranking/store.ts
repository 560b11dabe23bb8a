// The tables of rankings and sortings; the only file that names them.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/db.ts'
import type { Vault } from '../../../platform/server/vault.ts'
import type { Ranking, Settled, Sorting } from './ranking.ts'

export type At = { tx: Tx; vault: Vault; district: string; place: string }

/** What the vault keeps: where households were laid or put, and what was said of it. */
type SealedPlenary = Pick<NonNullable<Ranking['plenary']>, 'moved' | 'note'>
type SealedPiles = Pick<Sorting, 'piles'>

type RankingRow = Omit<Ranking, 'plenary'> & {
  plenary: Omit<NonNullable<Ranking['plenary']>, 'moved' | 'note'> | null
  sealed: Buffer | null
}
type SortingRow = Omit<Sorting, 'piles'> & { sealed: Buffer }

const json = (value: unknown) => sql`${value === null ? null : JSON.stringify(value)}::jsonb`

/** Opens what lies sealed of many records, each under a key of its own. */
async function openedOf<T>(at: At, rows: readonly { id: string; sealed: Buffer | null }[]) {
  const sealed = new Map(
    rows.flatMap(({ id, sealed: bytes }) => (bytes === null ? [] : [[id, bytes] as const])),
  )
  return sealed.size === 0
    ? new Map<string, T>()
    : await at.vault.openMany<T>(at.tx, at.district, at.place, sealed)
}

/** Rankings of these workshops that a plenary settled, withdrawn ones left out: as much as facts need, with nothing opened. */
export async function settledAt(
  { tx, district, place }: Omit<At, 'vault'>,
  meetings: readonly string[],
): Promise<Settled[]> {
  const found = await sql<Settled>`select id, meeting_id as meeting, plenary, withdrawn from workshops.ranking
    where district_code = ${district} and village_code = ${place} and meeting_id = any(${[...meetings]}::uuid[])
      and plenary is not null and withdrawn is null order by id`.execute(tx)
  return found.rows
}

export function rankingStore(at: At) {
  const { tx, vault, district, place } = at
  const read = async (where: ReturnType<typeof sql>): Promise<Ranking[]> => {
    const found =
      await sql<RankingRow>`select id, meeting_id as meeting, local_places as "localPlaces", held_on as "on",
        criteria, cards, sorters, ended, plenary, sealed, withdrawn, started_by as "by", version
      from workshops.ranking where district_code = ${district} and village_code = ${place} and ${where} order by id`.execute(
        tx,
      )
    const opened = await openedOf<SealedPlenary>(at, found.rows)
    return found.rows.map(({ sealed: _, plenary, ...row }) => {
      const said = opened.get(row.id) ?? { moved: [], note: '' }
      return { ...row, plenary: plenary && { ...plenary, ...said } }
    })
  }
  const sealedOf = async ({ id, plenary }: Ranking): Promise<Buffer | null> => {
    if (!plenary) return null
    const { moved, note } = plenary
    return vault.seal(tx, { district, place, subject: id }, { moved, note } satisfies SealedPlenary)
  }
  const openOf = (plenary: Ranking['plenary']) => {
    if (!plenary) return null
    const { moved: _, note: __, ...rest } = plenary
    return rest
  }
  return {
    many: (ids: readonly string[]) => read(sql`id = any(${[...ids]}::uuid[])`),
    async add(row: Ranking, now: Date): Promise<void> {
      await sql`insert into workshops.ranking (district_code, village_code, id, meeting_id, local_places, held_on, criteria,
          cards, sorters, started_by, version, started_at)
        values (${district}, ${place}, ${row.id}, ${row.meeting}, ${[...row.localPlaces]}::uuid[], ${row.on},
          ${[...row.criteria]}::text[], ${[...row.cards]}::uuid[], ${json(row.sorters)}, ${row.by}, ${row.version}, ${now})`.execute(
        tx,
      )
    },
    async save(row: Ranking): Promise<void> {
      const sealed = await sealedOf(row)
      await sql`update workshops.ranking set criteria = ${[...row.criteria]}::text[], cards = ${[...row.cards]}::uuid[],
          sorters = ${json(row.sorters)}, ended = ${json(row.ended)}, plenary = ${json(openOf(row.plenary))}, sealed = ${sealed},
          withdrawn = ${json(row.withdrawn)}, version = ${row.version}
        where district_code = ${district} and village_code = ${place} and id = ${row.id}`.execute(tx)
    },
  }
}

export function sortingStore(at: At) {
  const { tx, vault, district, place } = at
  const read = async (where: ReturnType<typeof sql>): Promise<Sorting[]> => {
    const found =
      await sql<SortingRow>`select id, ranking_id as ranking, sorter, sorted_on as "on", sorted_by as "by",
        sealed, withdrawn
      from workshops.sorting where district_code = ${district} and village_code = ${place} and ${where} order by id`.execute(
        tx,
      )
    const opened = await openedOf<SealedPiles>(at, found.rows)
    return found.rows.map(({ sealed: _, ...row }) => ({ ...row, piles: opened.get(row.id)?.piles ?? [] }))
  }
  const sealedOf = ({ id, piles }: Sorting) =>
    vault.seal(tx, { district, place, subject: id }, { piles } satisfies SealedPiles)
  return {
    many: (ids: readonly string[]) => read(sql`id = any(${[...ids]}::uuid[])`),
    ofRankings: (ids: readonly string[]) => read(sql`ranking_id = any(${[...ids]}::uuid[])`),
    async add(row: Sorting, now: Date): Promise<void> {
      await sql`insert into workshops.sorting (district_code, village_code, id, ranking_id, sorter, sealed, sorted_on,
          sorted_by, sorted_at)
        values (${district}, ${place}, ${row.id}, ${row.ranking}, ${row.sorter}, ${await sealedOf(row)}, ${row.on}, ${row.by},
          ${now})`.execute(tx)
    },
    async withdraw(row: Sorting): Promise<void> {
      await sql`update workshops.sorting set sealed = ${await sealedOf(row)}, withdrawn = ${json(row.withdrawn)}
        where district_code = ${district} and village_code = ${place} and id = ${row.id}`.execute(tx)
    },
  }
}
