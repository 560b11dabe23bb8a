// RT, RW and hamlet of a list, found among the local places of the village, or planned as new ones.
import { newId } from '../../../kernel/id.ts'
import type { LocalPlace, NewLocalPlace } from '../../places/local-place.ts'
import { letterOf } from '../../places/tree.ts'
import type { PlaceNumber } from './columns.ts'

export type Told = { hamlet: string | null; rw: PlaceNumber | null; rt: PlaceNumber | null }
export type FoundPlace = { id: string | null; missing: boolean; ambiguous: boolean }

type Known = Pick<LocalPlace, 'id' | 'kind' | 'number' | 'name' | 'parent'>
const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/^(dusun|lingkungan|jorong|kampung)\s+/, '')
    .replace(/[^a-z0-9]/g, '')

const nowhere: FoundPlace = { id: null, missing: false, ambiguous: false }

/** Finds places as a list tells them; what the village does not have yet is planned when `mayAdd`. */
export class PlaceFinder {
  readonly planned: NewLocalPlace[] = []
  readonly #known: Known[]
  readonly #mayAdd: boolean

  constructor(places: readonly LocalPlace[], mayAdd: boolean) {
    this.#known = places.filter((place) => place.active)
    this.#mayAdd = mayAdd
  }

  find(told: Told): FoundPlace {
    if (told.rt === null && told.rw === null && told.hamlet === null) return nowhere
    const hamlet =
      told.hamlet === null
        ? null
        : this.#one('hamlet', (place) => plain(place.name ?? '') === plain(told.hamlet ?? ''), null)
    const above = hamlet?.id ?? null
    if (told.hamlet !== null && told.rw === null && told.rt === null) return hamlet ?? nowhere
    const rw = told.rw === null ? null : this.#numbered('rw', told.rw, above)
    if (told.rt === null) return rw ?? nowhere
    const under = rw?.id ?? above
    if (told.rw !== null && rw?.id === null) return rw
    return this.#numbered('rt', told.rt, under)
  }

  #numbered(kind: 'rw' | 'rt', told: PlaceNumber, parent: string | null): FoundPlace {
    const fits = (place: Known) => place.number === told.number && letterOf(place) === told.letter
    const found = this.#one(kind, fits, parent)
    // An RT stands under an RW or a hamlet; without one it can be found but not added.
    const addable = this.#mayAdd && (kind === 'rw' || parent !== null)
    if (found.id !== null || found.ambiguous || !addable) return found
    const id = newId()
    const place = { id, kind, number: told.number, name: told.letter || null, parent }
    this.planned.push({ ...place, households: null, settlement: null })
    this.#known.push(place)
    return { id, missing: true, ambiguous: false }
  }

  #one(kind: Known['kind'], fits: (place: Known) => boolean, parent: string | null): FoundPlace {
    const all = this.#known.filter((place) => place.kind === kind && fits(place))
    const below = parent === null ? all : all.filter((place) => place.parent === parent)
    if (below.length === 1) return { id: below[0]?.id ?? null, missing: false, ambiguous: false }
    return { id: null, missing: below.length === 0, ambiguous: below.length > 1 }
  }
}
