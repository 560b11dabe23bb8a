import { nation, withAncestors, zoneName } from '../../kernel/place-code.ts'
import { Refused, refuseField } from '../../kernel/refusal.ts'
import { answer } from '../../platform/server/capability.ts'
import { shippedEdition } from './catalogue.ts'
import { lineOf, titleOf } from './names.ts'
import { type Region, readChildren, readRegion, searchPlaces } from './region.ts'
import { chainOf, childrenOf, latestOf, successorsOf } from './region-store.ts'
import { placeSearch } from './search.ts'

const named = ({ code, name, kind, level }: Region) => ({ code, name, kind, level })

export const placesQueries = [
  answer(searchPlaces, async ({ input, actor, tx }) => {
    const { q, below, level, limit } = input
    const near = (actor?.holdings ?? []).map((holding) => holding.place)
    const places = placeSearch().search(q, { below, level, limit, near })
    if (places.length === 0) places.push(...(await formerPlace(tx, q)))
    return { places, source: shippedEdition().source }
  }),

  answer(readRegion, async ({ input, tx }) => {
    const [place, ...above] = await chainOf(tx, input.code)
    if (place?.code !== input.code)
      throw new Refused([refuseField('code', 'places.unknown-region', { code: input.code })])
    return {
      ...place,
      title: titleOf(place),
      line: lineOf([place, ...above]),
      above: above.map(named),
      zone: zoneName(place.code),
      successors: await successorsOf(tx, place.code),
    }
  }),

  answer(readChildren, async ({ input, tx }) => {
    const places = await childrenOf(tx, input.code)
    if (places.length === 0 && input.code !== nation && (await chainOf(tx, input.code)).length === 0)
      throw new Refused([refuseField('code', 'places.unknown-region', { code: input.code })])
    return { places: places.map((place) => ({ ...named(place), title: titleOf(place) })) }
  }),
]

/** A full code that is no longer in the data but stands on old papers: the place as it was. */
async function formerPlace(tx: Parameters<typeof latestOf>[0], text: string) {
  const code = /^\d{2}\.?\d{2}\.?\d{2}\.?\d{4}$/.test(text.trim()) ? dotted(text) : null
  if (!code) return []
  const known = await latestOf(tx, withAncestors(code))
  const place = known.get(code)
  if (!place) return []
  const above = withAncestors(code)
    .slice(1)
    .flatMap((each) => known.get(each) ?? [])
  return [{ ...named(place), title: titleOf(place), line: lineOf(above) }]
}

function dotted(text: string): string {
  const digits = text.replace(/\D/g, '')
  return [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6), digits.slice(6)].join('.')
}
