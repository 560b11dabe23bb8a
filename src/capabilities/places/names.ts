// Names of places as offices write them: what kind of place, its name in proper case, its title, its line.
import { levelOf, type PlaceLevel } from '../../kernel/place-code.ts'

/** What a place of one level calls itself. Villages choose their own word by local by-law (sebutan desa). */
export const villageKinds = [
  'desa',
  'kelurahan',
  'gampong',
  'nagari',
  'kampung',
  'pekon',
  'tiyuh',
  'lembang',
  'kalurahan',
  'kepenghuluan',
  'dusun',
  'negeri',
  'ohoi',
] as const
export type VillageKind = (typeof villageKinds)[number]

export const regionKinds = [
  'provinsi',
  'kabupaten',
  'kota',
  'kabupaten-administrasi',
  'kota-administrasi',
  'kecamatan',
  'distrik',
  ...villageKinds,
  'negara',
] as const
export type RegionKind = (typeof regionKinds)[number]

/** A place with as much as its title needs. */
export type Named = { code: string; name: string; kind: RegionKind }

const roman = /^(?=[IVXLC])(?:C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))$/
const keptUpper = new Set(['DI', 'DKI', 'UPT', 'SP', 'PT', 'HTI'])
const keptLower = new Set(['dan', 'di'])
const expansions: Readonly<Record<string, string>> = {
  'kab.': 'Kabupaten',
  'adm.': 'Administrasi',
  'prov.': 'Provinsi',
  'kec.': 'Kecamatan',
  'kep.': 'Kepulauan',
}

const alreadyProper = /^[A-Z][a-z]+(?: [A-Z][a-z]+)*$/
const capital = (word: string) => word.replace(/\p{L}/u, (letter) => letter.toUpperCase())
const isUpper = (text: string) => text === text.toUpperCase() && text !== text.toLowerCase()
const isLower = (text: string) => text === text.toLowerCase() && text !== text.toUpperCase()

function properWord(word: string, shouting: boolean, first: boolean): string {
  const expanded = shouting ? expansions[word.toLowerCase()] : undefined
  if (expanded) return expanded
  if (shouting && isUpper(word)) {
    if (roman.test(word) || keptUpper.has(word)) return word
    return word.toLowerCase().split('-').map(capital).join('-')
  }
  if (!isLower(word) || (!first && keptLower.has(word))) return word
  const [left = '', right] = word.split('-')
  return left === right ? `${capital(left)}-${capital(left)}` : capital(word)
}

/**
 * A name in proper case: 'KAB. OGAN ILIR' becomes 'Kabupaten Ogan Ilir', 'Lidah kulon' 'Lidah Kulon'. Roman
 * numerals and abbreviations stay; a double quote in the source stands for an apostrophe (Ra'as).
 */
export function properName(raw: string): string {
  let name = raw
  // Raising a first letter can make a whole name look shouted, so the answer is asked again until it stays.
  for (let pass = 0; pass < 4; pass++) {
    const next = onePass(name)
    if (next === name) return name
    name = next
  }
  return name
}

function onePass(raw: string): string {
  if (alreadyProper.test(raw)) return raw
  const name = raw.replace(/["’`]/g, "'").replace(/\s+/g, ' ').trim()
  // A whole name in capitals is shouting; 'OP' and 'MKCM' are names themselves.
  const shouting = isUpper(name) && name.length > 6
  return name
    .split(' ')
    .map((word, index) => properWord(word, shouting, index === 0))
    .join(' ')
}

const regencyPrefixes: readonly (readonly [string, RegionKind])[] = [
  ['Kabupaten Administrasi ', 'kabupaten-administrasi'],
  ['Kota Administrasi ', 'kota-administrasi'],
  ['Kabupaten ', 'kabupaten'],
  ['Kota ', 'kota'],
]

/** 'Kabupaten Ogan Ilir' is the kabupaten named 'Ogan Ilir'. */
export function regencyOf(proper: string): { kind: RegionKind; name: string } {
  for (const [prefix, kind] of regencyPrefixes)
    if (proper.startsWith(prefix)) return { kind, name: proper.slice(prefix.length) }
  return { kind: 'kabupaten', name: proper }
}

// The village's word by province or regency; the longest prefix wins. Aceh: UU 11/2006. Sumatera Barat: Perda
// 7/2018 (Mentawai, Sawahlunto and Pariaman keep desa). Papua: UU 21/2001, where the kecamatan is a distrik.
// The rest by their regencies' by-laws. Whoever is called otherwise says so with `places.name-village`.
const desaWords: Readonly<Record<string, VillageKind>> = {
  '11': 'gampong',
  '13': 'nagari',
  '13.09': 'desa',
  '13.73': 'desa',
  '13.77': 'desa',
  '14.07': 'kepenghuluan',
  '14.08': 'kampung',
  '15.08': 'dusun',
  '18.02': 'kampung',
  '18.04': 'pekon',
  '18.05': 'kampung',
  '18.06': 'pekon',
  '18.08': 'kampung',
  '18.10': 'pekon',
  '18.12': 'tiyuh',
  '18.13': 'pekon',
  '64.03': 'kampung',
  '64.07': 'kampung',
  '64.11': 'kampung',
  '73.18': 'lembang',
  '73.26': 'lembang',
  '91': 'kampung',
  '92': 'kampung',
  '93': 'kampung',
  '94': 'kampung',
  '95': 'kampung',
  '96': 'kampung',
}

/** The word a village goes by before it says otherwise: kelurahan (1xxx in its code), else the local desa. */
export function villageKindOf(code: string): VillageKind {
  if (code[9] === '1') return 'kelurahan'
  return desaWords[code.slice(0, 5)] ?? desaWords[code.slice(0, 2)] ?? 'desa'
}

/** Kind and bare name of a place as the source data writes it. */
export function kindAndName(code: string, raw: string): { kind: RegionKind; name: string } {
  const name = properName(raw)
  const level = levelOf(code)
  if (level === 'village') return { kind: villageKindOf(code), name }
  if (level === 'district') return { kind: code >= '91' ? 'distrik' : 'kecamatan', name }
  if (level === 'regency') return regencyOf(name)
  return { kind: 'provinsi', name: provinceNames[name] ?? name }
}

// Two provinces are always written short.
const provinceNames: Readonly<Record<string, string>> = {
  'Daerah Khusus Ibukota Jakarta': 'DKI Jakarta',
  'Daerah Istimewa Yogyakarta': 'DI Yogyakarta',
}

/** 'kota-administrasi' as people write it: 'Kota Administrasi'. */
export function kindTitle(kind: RegionKind): string {
  return kind.split('-').map(capital).join(' ')
}

/** 'Kelurahan Tegalpanggung', 'Kabupaten Ogan Ilir'; a province and the nation by name alone. */
export function titleOf(place: Pick<Named, 'name' | 'kind'>): string {
  return place.kind === 'provinsi' || place.kind === 'negara'
    ? place.name
    : `${kindTitle(place.kind)} ${place.name}`
}

/** 'Kelurahan Tegalpanggung, Kecamatan Danurejan, Kota Yogyakarta, DI Yogyakarta': nearest first. */
export function lineOf(chain: readonly Pick<Named, 'name' | 'kind'>[]): string {
  return chain.map(titleOf).join(', ')
}

export const levelNames: Readonly<Record<PlaceLevel, readonly [string, string]>> = {
  nation: ['Nasional', 'Nation'],
  province: ['Provinsi', 'Province'],
  regency: ['Kabupaten/Kota', 'Regency/City'],
  district: ['Kecamatan', 'District'],
  village: ['Desa/Kelurahan', 'Village'],
}
