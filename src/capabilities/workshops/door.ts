// What higher capabilities may ask of workshops, on the server. They keep ids and never copies.
import { type Aspiration, aspirationCollection } from './aspiration.ts'
import { type At, rowStore } from './store-rows.ts'

/** Of these aspirations those that stand, so that a line of a plan can name the one that it answers. */
export async function aspirationsById(at: At, ids: readonly string[]): Promise<Map<string, Aspiration>> {
  const rows = await rowStore<Aspiration>(at, aspirationCollection).many(ids)
  return new Map(rows.filter(({ withdrawn }) => !withdrawn).map((row) => [row.id, row]))
}
