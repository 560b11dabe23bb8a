// What the commands of places do to the local copy before the server has answered.
import type { Envelope } from '../../kernel/command.ts'
import { type Day, today } from '../../kernel/day.ts'
import { zoneOf } from '../../kernel/place-code.ts'
import type { Change, View } from '../../kernel/view.ts'
import {
  type LocalPlace,
  type LocalPlaceChange,
  type LocalPlaceClosing,
  localCollection,
  type NewLocalPlace,
  type VillageWording,
  type VillageWords,
  villageCollection,
  villageWordsId,
} from './local-place.ts'

/** A place as it is when new. */
export function added(place: NewLocalPlace): LocalPlace {
  return { ...place, active: true, closedOn: null, closedReason: null, version: 1 }
}

export function changed(place: LocalPlace, input: LocalPlaceChange): LocalPlace {
  const { basedOn: _, ...details } = input
  return { ...place, ...details, version: place.version + 1 }
}

export function closed(place: LocalPlace, reason: string, day: Day): LocalPlace {
  return { ...place, active: false, closedOn: day, closedReason: reason, version: place.version + 1 }
}

const set = (value: LocalPlace): Change => ({ collection: localCollection, id: value.id, value })

function onPlace(view: View, id: string, change: (place: LocalPlace) => LocalPlace): Change[] {
  const place = view.get<LocalPlace>(localCollection, id)
  return place ? [set(change(place))] : []
}

export const placesApplies = {
  'places.add-local': (_view: View, { input }: Envelope<NewLocalPlace>): Change[] => [set(added(input))],
  'places.add-many-local': (_view: View, { input }: Envelope<{ places: NewLocalPlace[] }>): Change[] =>
    input.places.map((place) => set(added(place))),
  'places.change-local': (view: View, { input }: Envelope<LocalPlaceChange>): Change[] =>
    onPlace(view, input.id, (place) => changed(place, input)),
  'places.close-local': (view: View, { input, at, place: village }: Envelope<LocalPlaceClosing>): Change[] =>
    onPlace(view, input.id, (place) => closed(place, input.reason, today(zoneOf(village), new Date(at)))),
  'places.name-village': (view: View, { input }: Envelope<VillageWording>): Change[] => {
    const version = (view.get<VillageWords>(villageCollection, villageWordsId)?.version ?? 0) + 1
    const value: VillageWords = { id: villageWordsId, kind: input.kind, name: input.name, version }
    return [{ collection: villageCollection, id: villageWordsId, value }]
  },
}
