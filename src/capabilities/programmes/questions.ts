// What the server answers to the queries of programmes.
import { withAncestors } from '../../kernel/place-code.ts'
import { Refused, refuseField } from '../../kernel/refusal.ts'
import { answer } from '../../platform/server/capability.ts'
import { regionNames } from '../places/door.ts'
import { rolesNamedBelow } from './door.ts'
import * as queries from './enrolment.ts'
import { type ProgressEntry, progress, rolesNamed } from './overview.ts'
import { entryOf } from './progress.ts'
import { type DefinitionRow, definitionStore, replacing } from './store.ts'
import { type Listed, listEnrolments } from './store-list.ts'
import { totalsOf } from './store-totals.ts'

const page = 50
/** Villages that one person answers for; who has more reads them by area. */
const mineMost = 200

/**
 * Of several definitions with one id, the newest; at the same version, the one imported nearest. What another
 * definition that holds here replaces is never the newest: places in it stay, and nobody else takes it up.
 */
function withNewest(rows: readonly DefinitionRow[]) {
  const newest = new Map<string, DefinitionRow>()
  for (const row of rows) {
    const known = newest.get(row.id)
    const better =
      !known ||
      row.version > known.version ||
      (row.version === known.version && row.place.length > known.place.length)
    if (better) newest.set(row.id, row)
  }
  const current = [...newest.values()]
  return rows.map(({ replaces: _, surveys, ...row }) => {
    const replacedBy = replacing(current, row.id).map(({ title }) => title)
    const kinds = surveys.map(({ id, title }) => ({ id, title }))
    return {
      ...row,
      surveys: kinds,
      newest: replacedBy.length === 0 && newest.get(row.id)?.key === row.key,
      replacedBy,
    }
  })
}

const entryIn = ({ place, definition, facts, ...row }: Listed): ProgressEntry =>
  entryOf(place, row, definition, facts)

export const programmesQueries = [
  answer(queries.available, async ({ tx, place }) => {
    const rows = await definitionStore(tx).holdingAt(withAncestors(place))
    return { definitions: withNewest(rows) }
  }),
  answer(queries.definition, async ({ tx, place, input }) => {
    const found = await definitionStore(tx).find(input.key)
    if (!found || !withAncestors(place).includes(found.place))
      throw new Refused([refuseField('key', 'programmes.no-such-programme')])
    return { key: found.key, place: found.place, body: found.body }
  }),
  answer(queries.mine, async ({ tx, actor }) => {
    const places = [...new Set((actor?.holdings ?? []).map((holding) => holding.place))]
    const rows = places.length > 0 ? await listEnrolments(tx, places, undefined, mineMost) : []
    return { villages: rows.map(entryIn), whole: rows.length < mineMost }
  }),
  answer(progress, async ({ tx, place, input }) => {
    const most = input.most ?? page
    const rows = await listEnrolments(tx, [place], input.after, most)
    const last = rows.length === most ? rows.at(-1) : undefined
    const totals = await totalsOf(tx, place)
    const names = await regionNames(
      tx,
      rows.map((row) => row.place),
    )
    const villages = rows.map(entryIn).map((entry) => {
      const called = names.get(entry.place)
      return { ...entry, name: called?.title ?? entry.place, above: called?.line ?? '' }
    })
    return { totals, villages, next: last?.cursor ?? null }
  }),
  answer(rolesNamed, async ({ tx, place }) => ({ programmes: await rolesNamedBelow(tx, place) })),
]
