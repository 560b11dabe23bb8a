import { today } from '../../kernel/day.ts'
import { nation, withAncestors, zoneName, zoneOf } from '../../kernel/place-code.ts'
import { Refused, refuseField, refuseIfAny } from '../../kernel/refusal.ts'
import { answer, handle } from '../../platform/server/capability.ts'
import { added, changed, closed } from './apply.ts'
import { shippedEdition } from './catalogue.ts'
import {
  addLocalPlace,
  addLocalPlaces,
  changeLocalPlace,
  closeLocalPlace,
  localCollection,
  nameVillage,
  villageCollection,
  villageWordsId,
} from './local-place.ts'
import { lineOf, titleOf } from './names.ts'
import { type Region, type RegionCard, readChildren, readRegion, searchPlaces } from './region.ts'
import { chainOf, childrenOf, latestOf, successorsOf } from './region-store.ts'
import { whyNotAdd, whyNotAddMany, whyNotChange, whyNotClose, whyNotName } from './rules.ts'
import { placeSearch } from './search.ts'
import {
  insertLocalPlaces,
  readLocalPlaces,
  readVillageWords,
  updateLocalPlace,
  writeVillageWords,
} from './store.ts'

export const placesCommands = [
  handle(addLocalPlace, async ({ input, tx, place, district, actor, now, changes }) => {
    const at = { tx, place, district }
    refuseIfAny(whyNotAdd(await readLocalPlaces(at), input, place))
    await insertLocalPlaces(at, [added(input)], { actor: actor.account, at: now })
    changes.touch(localCollection, input.id)
  }),

  handle(addLocalPlaces, async ({ input, tx, place, district, actor, now, changes }) => {
    const at = { tx, place, district }
    refuseIfAny(whyNotAddMany(await readLocalPlaces(at), input.places, place))
    await insertLocalPlaces(at, input.places.map(added), { actor: actor.account, at: now })
    for (const { id } of input.places) changes.touch(localCollection, id)
  }),

  handle(changeLocalPlace, async ({ input, tx, place, district, changes }) => {
    const at = { tx, place, district }
    const all = await readLocalPlaces(at)
    refuseIfAny(whyNotChange(all, input, place))
    const before = all.find((each) => each.id === input.id)
    if (before) await updateLocalPlace(at, changed(before, input))
    changes.touch(localCollection, input.id)
  }),

  handle(closeLocalPlace, async ({ input, tx, place, district, doneAt, changes }) => {
    const at = { tx, place, district }
    const all = await readLocalPlaces(at)
    refuseIfAny(whyNotClose(all, input))
    const before = all.find((each) => each.id === input.id)
    // The day on the device, as the phone has already shown it.
    if (before) await updateLocalPlace(at, closed(before, input.reason, today(zoneOf(place), doneAt)))
    changes.touch(localCollection, input.id)
  }),

  handle(nameVillage, async ({ input, tx, place, district, actor, now, changes }) => {
    const at = { tx, place, district }
    const { basedOn, ...words } = input
    refuseIfAny(whyNotName(await readVillageWords(at), input, place))
    const next = { id: villageWordsId, ...words, version: basedOn + 1 }
    await writeVillageWords(at, next, { actor: actor.account, at: now })
    changes.touch(villageCollection, villageWordsId)
  }),
]

const named = ({ code, name, kind, level }: Region) => ({ code, name, kind, level })

/** Above the provinces there is one more, whom officers of the nation hold their roles at. */
const indonesia: RegionCard = {
  ...{ code: nation, name: 'Indonesia', kind: 'negara', level: 'nation', parent: '' },
  ...{ validFrom: '1945-08-17', validTo: null, predecessor: null, source: 'UUD 1945' },
  ...{ title: 'Indonesia', line: '', full: 'Indonesia', above: [], zone: 'WIB', successors: [] },
}

export const placesQueries = [
  answer(searchPlaces, async ({ input, actor, tx }) => {
    const { q, below, level, limit } = input
    const near = (actor?.holdings ?? []).map((holding) => holding.place)
    const places = placeSearch().search(q, { below, level, limit, near })
    if (places.length === 0) places.push(...(await formerPlace(tx, q)))
    return { places, source: shippedEdition().source }
  }),

  answer(readRegion, async ({ input, tx }) => {
    if (input.code === nation) return indonesia
    const [place, ...above] = await chainOf(tx, input.code)
    if (place?.code !== input.code)
      throw new Refused([refuseField('code', 'places.unknown-region', { code: input.code })])
    return {
      ...place,
      title: titleOf(place),
      line: lineOf(above),
      full: lineOf([place, ...above]),
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
