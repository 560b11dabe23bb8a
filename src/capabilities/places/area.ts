// The rows of an area, asked for by the districts that lie in it: an index finds them, and on a cluster only the nodes that
// keep them answer.
import { type RawBuilder, sql } from 'kysely'
import { districtOf, isVillage, levelOf, nation } from '../../kernel/place-code.ts'
import { manyDistricts } from '../../platform/server/database/plan.ts'
import type { Tx } from '../../platform/server/db.ts'
import { districtsIn } from './region-store.ts'

export type Area = {
  /** Goes before the statement. */
  reach: RawBuilder<unknown>
  /** A condition on district_code and village_code of the one table that is asked. */
  rows: RawBuilder<unknown>
}

const nowhere = sql``

/** What lies at and below these places. The row-level scope of the transaction holds besides. */
export async function areaOf(tx: Tx, ...places: readonly string[]): Promise<Area> {
  const everywhere = { reach: sql.raw(manyDistricts), rows: sql`true` }
  if (places.includes(nation)) return everywhere
  const villages = places.filter(isVillage)
  const wide = places.filter((place) => !isVillage(place))
  const below = await districtsIn(
    tx,
    wide.filter((place) => levelOf(place) !== 'district'),
  )
  // A place that the national data does not know: then the scope alone says what lies below it.
  if (below.unknown) return everywhere
  const districts = [...wide.filter((place) => levelOf(place) === 'district'), ...below.districts]
  if (villages.length === 0) return { reach: nowhere, rows: inDistricts(districts) }
  const here = sql`(${inDistricts([...new Set(villages.map(districtOf))])} and village_code = any(${villages}::text[]))`
  return { reach: nowhere, rows: districts.length === 0 ? here : sql`(${inDistricts(districts)} or ${here})` }
}

function inDistricts(districts: readonly string[]): RawBuilder<unknown> {
  return districts.length === 1
    ? sql`district_code = ${districts[0]}`
    : sql`district_code = any(${[...districts]}::text[])`
}
