// What higher capabilities may ask of places, on the server.
import { isVillage, withAncestors } from '../../kernel/place-code.ts'
import type { Tx } from '../../platform/server/db.ts'
import type { LocalPlace } from './local-place.ts'
import { lineOf, titleOf } from './names.ts'
import type { Region } from './region.ts'
import { chainOf, hasEdition, holds, latestOf } from './region-store.ts'
import { type At, readLocalPlaces, villageWordsOf } from './store.ts'

export { type Area, areaOf } from './area.ts'
export { ensureRegions } from './load.ts'
export { allDistricts } from './region-store.ts'

/**
 * How a place is called: `title` "Kelurahan Tegalpanggung", `line` those above it "Kecamatan Danurejan, Kota
 * Yogyakarta, DI Yogyakarta", `full` both.
 */
export type RegionNames = { code: string; name: string; title: string; line: string; full: string }

/** A place by its latest version, with those above it, nearest first; null when there never was one. */
export async function regionOf(tx: Tx, code: string): Promise<(Region & { above: Region[] }) | null> {
  const [place, ...above] = await chainOf(tx, code)
  return place?.code === code ? { ...place, above } : null
}

/**
 * Names of many places with two questions to the database; unknown codes are left out. A village inside the
 * scope of this transaction is called as it calls itself.
 */
export async function regionNames(tx: Tx, codes: readonly string[]): Promise<Map<string, RegionNames>> {
  const chains = new Map(codes.map((code) => [code, withAncestors(code)]))
  const known = await latestOf(tx, [...chains.values()].flat())
  const names = new Map<string, RegionNames>()
  const words = await villageWordsOf(tx, codes.filter(isVillage))
  for (const [code, chain] of chains) {
    const place = known.get(code)
    if (!place) continue
    const own = words.get(code)
    const called = { name: own?.name ?? place.name, kind: own?.kind ?? place.kind }
    const above = chain.slice(1).flatMap((each) => known.get(each) ?? [])
    names.set(code, {
      code,
      name: called.name,
      title: titleOf(called),
      line: lineOf(above),
      full: lineOf([called, ...above]),
    })
  }
  return names
}

/** Whether the code is a village, kelurahan or the like that is in force today. */
export async function isKnownVillage(tx: Tx, code: string): Promise<boolean> {
  return isVillage(code) && holds(tx, code)
}

/** Whether the national list is here and has no such village in force. Without the list nothing can be said against a code. */
export async function isNoVillage(tx: Tx, code: string): Promise<boolean> {
  return (await hasEdition(tx)) && !(await isKnownVillage(tx, code))
}

/** The local places (hamlets, RW, RT, settlements) of a village, open and closed; `ids` narrows them down. */
export async function localPlacesOf(at: At, ids?: readonly string[]): Promise<Map<string, LocalPlace>> {
  return new Map((await readLocalPlaces(at, ids)).map((row) => [row.id, row]))
}
