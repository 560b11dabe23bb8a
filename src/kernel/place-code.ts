// Place codes are Kemendagri codes as dotted text: province 34, regency 34.71, district 34.71.04, village
// 34.71.04.1001. The nation is `ID`. Villages are kelurahan (1xxx) or desa (2xxx); source: Kepmendagri
// 300.2.2-2138/2025 and its predecessors.
import type { Holding, Role } from './role.ts'

export const nation = 'ID'
export const placeCodePattern = /^(ID|\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?)$/

export type PlaceLevel = 'nation' | 'province' | 'regency' | 'district' | 'village'
const levels = ['province', 'regency', 'district', 'village'] as const

export function isPlaceCode(code: string): boolean {
  return placeCodePattern.test(code)
}

/** The level of a place code; refuses nothing, so check `isPlaceCode` first. */
export function levelOf(code: string): PlaceLevel {
  if (code === nation) return 'nation'
  return levels[code.split('.').length - 1] ?? 'village'
}

export function isVillage(code: string): boolean {
  return isPlaceCode(code) && levelOf(code) === 'village'
}

/**
 * The code that rows of a place are kept under: the kecamatan code for anything at or below a district,
 * else the place's own code. Frozen at creation of a row.
 */
export function districtOf(code: string): string {
  return code.split('.').slice(0, 3).join('.')
}

/** The place above: 34.71.04 for 34.71.04.1001, ID for 34, null for ID. */
export function parentOf(code: string): string | null {
  if (code === nation) return null
  const cut = code.lastIndexOf('.')
  return cut < 0 ? nation : code.slice(0, cut)
}

/** The place itself and all above it, nearest first. */
export function withAncestors(code: string): string[] {
  const chain = [code]
  for (let up = parentOf(code); up !== null; up = parentOf(up)) chain.push(up)
  return chain
}

/** Whether `place` is `holder` itself or lies below it. 34.7 does not cover 34.71: whole segments only. */
export function covers(holder: string, place: string): boolean {
  return holder === nation || place === holder || place.startsWith(`${holder}.`)
}

/** The roles among `wanted` that somebody holds at the place or above it. */
export function rolesAt(holdings: readonly Holding[], place: string): Role[] {
  return [
    ...new Set(holdings.filter((holding) => covers(holding.place, place)).map((holding) => holding.role)),
  ]
}

/** The time zone of a place, by province: WIB west, WITA middle, WIT east. Source: Keppres 41/1987. */
export function zoneOf(code: string): 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura' {
  const province = Number(code.slice(0, 2))
  if (province >= 81) return 'Asia/Jayapura'
  const middle = [51, 52, 53, 63, 64, 65, 71, 72, 73, 74, 75, 76]
  return middle.includes(province) ? 'Asia/Makassar' : 'Asia/Jakarta'
}

/** WIB, WITA or WIT, as printed next to a time. */
export function zoneName(code: string): 'WIB' | 'WITA' | 'WIT' {
  const names = { 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' } as const
  return names[zoneOf(code)]
}
