// What may be added, changed and closed below a village. Both sides; every reason at once.
import { type Refusal, reasons, refuse, refuseField } from '../../kernel/refusal.ts'
import {
  type LocalKind,
  type LocalPlace,
  type LocalPlaceChange,
  type LocalPlaceClosing,
  mostLocalPlaces,
  type NewLocalPlace,
  type VillageWording,
  type VillageWords,
} from './local-place.ts'
import { localTitle, numberKey } from './tree.ts'

/** Under what each kind stands; null is the village itself. */
const belongsTo: Readonly<Record<LocalKind, readonly (LocalKind | null)[]>> = {
  hamlet: [null],
  rw: [null, 'hamlet'],
  rt: ['rw', 'hamlet'],
  settlement: [null, 'hamlet'],
}

type Checked = Pick<NewLocalPlace, 'id' | 'kind' | 'number' | 'name' | 'parent' | 'settlement'>
/** The rows a place is judged against; a batch adds to them as it goes. */
type Others = {
  byId: ReadonlyMap<string, Pick<LocalPlace, 'id' | 'kind' | 'number' | 'name' | 'parent' | 'active'>>
  numbers: ReadonlyMap<string, string>
  names: ReadonlyMap<string, string>
}

const plain = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase()
const nameKey = (place: Checked) => `${place.kind} ${plain(place.name ?? '')}`

type Growing = {
  byId: Map<string, Checked & { active: boolean }>
  numbers: Map<string, string>
  names: Map<string, string>
}

function remember(others: Growing, place: Checked & { active: boolean }): void {
  others.byId.set(place.id, place)
  if (!place.active) return
  if (place.number !== null) others.numbers.set(numberKey(place), place.id)
  if (place.name !== null) others.names.set(nameKey(place), place.id)
}

function othersOf(all: readonly LocalPlace[]): Growing {
  const others: Growing = { byId: new Map(), numbers: new Map(), names: new Map() }
  for (const place of all) remember(others, place)
  return others
}

function parentRefusal(place: Checked, others: Others, village: string): Refusal | null {
  const parent = place.parent === null ? null : others.byId.get(place.parent)
  if (parent === undefined) return refuseField('parent', 'places.parent-unknown')
  if (parent === null)
    return belongsTo[place.kind].includes(null) ? null : refuseField('parent', 'places.parent-needed')
  if (!parent.active)
    return refuseField('parent', 'places.parent-closed', { parent: localTitle(parent, village) })
  if (belongsTo[place.kind].includes(parent.kind)) return null
  return refuseField('parent', `places.${place.kind}-belongs-elsewhere`, {
    parent: localTitle(parent, village),
  })
}

function takenRefusals(place: Checked, others: Others, village: string): Refusal[] {
  const { kind, number, name } = place
  const numbered = number === null ? undefined : others.numbers.get(numberKey(place))
  // RW and RT go by their number; a second name for one is free.
  const goesByName = kind === 'hamlet' || kind === 'settlement'
  const named = name === null || !goesByName ? undefined : others.names.get(nameKey(place))
  return reasons(
    numbered !== undefined &&
      numbered !== place.id &&
      refuseField('number', 'places.number-taken', { title: localTitle(place, village) }),
    named !== undefined &&
      named !== place.id &&
      refuseField('name', 'places.name-taken', { name: localTitle(place, village) }),
  )
}

function ownRefusals(place: Checked): Refusal[] {
  const { kind, number, name, settlement } = place
  const numbered = kind === 'rw' || kind === 'rt'
  return reasons(
    numbered && number === null && refuseField('number', 'places.number-needed'),
    kind === 'settlement' && number !== null && refuseField('number', 'places.settlement-has-no-number'),
    !numbered && name === null && refuseField('name', 'places.name-needed'),
    kind === 'settlement' && settlement === null && refuseField('settlement', 'places.settlement-needed'),
    kind !== 'settlement' && settlement !== null && refuseField('settlement', 'places.settlement-only'),
    settlement !== null &&
      (settlement.latitude === null) !== (settlement.longitude === null) &&
      refuseField('settlement.longitude', 'places.half-position'),
  )
}

const judged = (place: Checked, others: Others, village: string): Refusal[] => [
  ...ownRefusals(place),
  ...reasons(parentRefusal(place, others, village)),
  ...takenRefusals(place, others, village),
]

/** Why a place cannot be added to the village; empty when it can. */
export function whyNotAdd(all: readonly LocalPlace[], place: NewLocalPlace, village: string): Refusal[] {
  const others = othersOf(all)
  return reasons(
    others.byId.has(place.id) && refuseField('id', 'places.already-added'),
    tooMany(all, 1),
    ...judged(place, others, village),
  )
}

function tooMany(all: readonly LocalPlace[], more: number): Refusal | false {
  const open = all.filter((place) => place.active).length
  return open + more > mostLocalPlaces && refuse('places.too-many', { most: mostLocalPlaces })
}

/** Why the places cannot be added together, each judged with those before it; fields are 'places.3.number'. */
export function whyNotAddMany(
  all: readonly LocalPlace[],
  places: readonly NewLocalPlace[],
  village: string,
): Refusal[] {
  const others = othersOf(all)
  const found = reasons(tooMany(all, places.length))
  for (const [index, place] of places.entries()) {
    const refused = others.byId.has(place.id)
      ? [refuseField('id', 'places.already-added')]
      : judged(place, others, village)
    found.push(
      ...refused.map((refusal) => ({ ...refusal, field: `places.${index}.${refusal.field ?? 'id'}` })),
    )
    remember(others, { ...place, active: true })
    if (found.length >= 50) break
  }
  return found
}

/** The record as it is now, for showing a clash field by field. */
function asItIs(place: LocalPlace): Record<string, string | number> {
  const facts: Record<string, string | number> = { version: place.version, active: place.active ? 1 : 0 }
  if (place.number !== null) facts.number = place.number
  if (place.name !== null) facts.name = place.name
  if (place.parent !== null) facts.parent = place.parent
  if (place.households !== null) facts.households = place.households
  if (place.settlement !== null) facts.settlement = JSON.stringify(place.settlement)
  return facts
}

function standingRefusals(place: LocalPlace | undefined, based: number): Refusal[] {
  if (!place) return [refuseField('id', 'places.unknown-local')]
  if (place.version !== based) return [refuse('places.changed-meanwhile', asItIs(place), 'basedOn')]
  return place.active ? [] : [refuseField('id', 'places.already-closed')]
}

/** Why a place cannot be changed so. */
export function whyNotChange(
  all: readonly LocalPlace[],
  input: LocalPlaceChange,
  village: string,
): Refusal[] {
  const place = all.find((each) => each.id === input.id)
  const standing = standingRefusals(place, input.basedOn)
  if (!place || standing.length > 0) return standing
  return judged({ ...input, kind: place.kind }, othersOf(all), village)
}

/** Why a place cannot be closed: it is gone, changed, or has open places below it. */
export function whyNotClose(all: readonly LocalPlace[], input: LocalPlaceClosing): Refusal[] {
  const place = all.find((each) => each.id === input.id)
  const below = all.filter((each) => each.parent === input.id && each.active).length
  return [
    ...standingRefusals(place, input.basedOn),
    ...reasons(below > 0 && refuse('places.open-below', { count: below })),
  ]
}

/** Why a village cannot call itself so: a kelurahan (1xxx) is one by law, and a desa is not one. */
export function whyNotName(
  current: VillageWords | undefined,
  input: VillageWording,
  village: string,
): Refusal[] {
  const isKelurahan = village[9] === '1'
  const version = current?.version ?? 0
  return reasons(
    version !== input.basedOn &&
      refuse(
        'places.changed-meanwhile',
        { version, kind: current?.kind ?? '', name: current?.name ?? '' },
        'basedOn',
      ),
    input.kind !== null &&
      (input.kind === 'kelurahan') !== isKelurahan &&
      refuseField('kind', isKelurahan ? 'places.kelurahan-stays' : 'places.desa-stays'),
  )
}
