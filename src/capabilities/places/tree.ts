// Local places as people see them: their titles, and the tree of a village.

import type { LocalKind, LocalPlace, NewLocalPlace } from './local-place.ts'
import { type VillageKind, villageKindOf } from './names.ts'

type Titled = Pick<NewLocalPlace, 'kind' | 'number' | 'name'>

/** What a part of a village is called there: lingkungan in a kelurahan, jorong in a nagari, else dusun. */
export function hamletWord(village: VillageKind): string {
  if (village === 'kelurahan') return 'Lingkungan'
  return village === 'nagari' ? 'Jorong' : 'Dusun'
}

const two = (number: number) => String(number).padStart(2, '0')

/** An RT or RW that was parted keeps its number and gets a letter, which is its whole name: RT 01A beside RT 01. */
export const letterOf = ({ kind, name }: Pick<Titled, 'kind' | 'name'>): string =>
  (kind === 'rt' || kind === 'rw') && /^[a-z]$/i.test(name?.trim() ?? '')
    ? (name ?? '').trim().toUpperCase()
    : ''

/** What nothing else under the same place may be: its kind, its number and its letter. */
export const numberKey = (place: Titled & Pick<NewLocalPlace, 'parent'>): string =>
  `${place.kind} ${place.number}${letterOf(place)} ${place.parent ?? ''}`

/** 'RT 03', 'RT 01A', 'RW 05', 'Dusun Krajan', 'Permukiman Sungai Contoh'. */
export function localTitle(place: Titled, village: string | VillageKind): string {
  if (place.kind === 'rw' || place.kind === 'rt') {
    const name = letterOf(place) || (place.name ? ` ${place.name}` : '')
    return `${place.kind.toUpperCase()} ${two(place.number ?? 0)}${name}`
  }
  const kind = village.includes('.') ? villageKindOf(village) : (village as VillageKind)
  const word = place.kind === 'hamlet' ? hamletWord(kind) : 'Permukiman'
  const name = place.name ?? ''
  return name.toLowerCase().startsWith(`${word.toLowerCase()} `) ? name : `${word} ${name}`
}

/** 'RT 03 / RW 05, Dusun Krajan': the place with those above it, nearest first. */
export function localLine(place: LocalPlace, all: readonly LocalPlace[], village: string): string {
  const byId = new Map(all.map((each) => [each.id, each]))
  const above: LocalPlace[] = []
  for (let up = byId.get(place.parent ?? ''); up && above.length < 4; up = byId.get(up.parent ?? ''))
    above.push(up)
  const own = localTitle(place, village)
  return above.reduce(
    (line, each) => `${line}${each.kind === 'rw' ? ' / ' : ', '}${localTitle(each, village)}`,
    own,
  )
}

const order: Readonly<Record<LocalKind, number>> = { hamlet: 0, rw: 1, rt: 2, settlement: 3 }

function inOrder(a: LocalPlace, b: LocalPlace): number {
  const byKind = order[a.kind] - order[b.kind]
  if (byKind !== 0) return byKind
  if (a.kind !== 'hamlet' && a.number !== b.number) return (a.number ?? 0) - (b.number ?? 0)
  return (a.name ?? '').localeCompare(b.name ?? '', 'id', { numeric: true }) || (a.id < b.id ? -1 : 1)
}

export type TreeRow = { place: LocalPlace; depth: number; below: number }

/** The places of a village, each followed by those below it; what lost its parent stands at the top. */
export function treeOf(all: readonly LocalPlace[]): TreeRow[] {
  const known = new Set(all.map((place) => place.id))
  const children = new Map<string, LocalPlace[]>()
  for (const place of all) {
    const parent = place.parent && known.has(place.parent) ? place.parent : ''
    children.set(parent, [...(children.get(parent) ?? []), place])
  }
  const rows: TreeRow[] = []
  const visit = (parent: string, depth: number) => {
    for (const place of (children.get(parent) ?? []).sort(inOrder)) {
      rows.push({ place, depth, below: children.get(place.id)?.length ?? 0 })
      if (depth < 4) visit(place.id, depth + 1)
    }
  }
  visit('', 0)
  return rows
}

export type RangeWish = {
  /** The hamlet they belong to, or null. */
  parent: string | null
  rw: { from: number; to: number }
  /** The RT of each RW; null for none. */
  rt: { from: number; to: number } | null
}

/** 'RW 01 to 05 with RT 01 to 08 each': the places to add. What is there already is left as it is. */
export function planRange(all: readonly LocalPlace[], wish: RangeWish, newId: () => string): NewLocalPlace[] {
  const plan: NewLocalPlace[] = []
  const open = new Map(all.filter((place) => place.active).map((place) => [numberKey(place), place.id]))
  const make = (kind: 'rw' | 'rt', number: number, parent: string | null): string => {
    const known = open.get(numberKey({ kind, number, name: null, parent }))
    if (known) return known
    const id = newId()
    plan.push({ id, kind, number, name: null, parent, households: null, settlement: null })
    return id
  }
  for (let rw = wish.rw.from; rw <= wish.rw.to; rw++) {
    const parent = make('rw', rw, wish.parent)
    if (wish.rt) for (let rt = wish.rt.from; rt <= wish.rt.to; rt++) make('rt', rt, parent)
  }
  return plan
}
