// Which column of a list of institutions is which, by the name in its heading, and what its cells mean. Pure.
import type { Text } from '../../../kernel/text.ts'
import {
  type InstitutionKind,
  institutionKindNames,
  kindText,
  legalNames,
  legalText,
  reachNames,
  reachText,
  rhythmNames,
  rhythmText,
} from '../kinds.ts'

// As the export of the register writes them, and as offices do.
const aliases = {
  name: 'namalembaga nama lembaga namaorganisasi organisasi namakelompok kelompok nameoftheinstitution institution name',
  otherNames: 'namaatausebutanlain namalain sebutan singkatan othernames',
  kind: 'jenis jenislembaga kategori bidang kind kindofinstitution',
  reach: 'jangkauan wilayahkerja cakupan reach',
  places: 'rtrwataudusunnya rtrw rt rw dusun itsrtrworhamlets',
  since: 'berditahun beridiritahun berdiritahun tahunberdiri berdiri didirikan foundedintheyear founded',
  legal: 'dasarhukum legalitas badanhukum legalbasis',
  legalNote: 'nomordantanggalnya nomorsk nosk skpengurus nomorakta itsnumberandday',
  meets: 'seberapaseringbertemu pertemuan jadwalpertemuan rutinitas howoftenitmeets',
  women: 'anggotaperempuan perempuan jumlahperempuan womenmembers women',
  men: 'anggotalakilaki lakilaki jumlahlakilaki menmembers men',
  poor: 'diantaranyawargamiskin wargamiskin anggotamiskin miskin poorresidentsamongthem poor',
  services: 'layanandankegiatan layanan kegiatan servicesandactivities services activities',
  assets: 'asetdansarana aset sarana inventaris assets',
  potentials: 'potensi kekuatan potentials strengths',
  constraints: 'kendala kelemahan masalah constraints',
  importance: 'pentingbagiwargamiskin penting importancetopoorresidents importance',
  closeness: 'dekatdenganwargamiskin dekat kedekatan closenesstopoorresidents closeness',
  ended: 'bubar tanggalbubar ended',
} as const
export type Column = keyof typeof aliases

export const plain = (cell: unknown): string =>
  String(cell ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

const byAlias = new Map(
  Object.entries(aliases).flatMap(([column, words]) =>
    words.split(' ').map((word) => [word, column as Column] as const),
  ),
)

export type Header = { row: number; at: ReadonlyMap<Column, number>; ignored: readonly string[] }

const looked = 15
const widest = 100

/** The first row that names an institution and something of it; a list of names alone has one column. */
export function findHeader(rows: readonly (readonly unknown[])[]): Header | null {
  let best: Header | null = null
  for (const [row, cells] of rows.slice(0, looked).entries()) {
    const at = new Map<Column, number>()
    const ignored: string[] = []
    for (const [index, cell] of cells.slice(0, widest).entries()) {
      const column = byAlias.get(plain(cell))
      if (column && !at.has(column)) at.set(column, index)
      else if (plain(cell) !== '' && !/^(no|nomor)$/.test(plain(cell))) ignored.push(String(cell).trim())
    }
    if (at.has('name') && at.size > (best?.at.size ?? 0)) best = { row, at, ignored }
  }
  return best
}

/** By one of the words of a closed list, in either language, or the first of them. */
function wordOf<Name extends string>(
  names: readonly Name[],
  text: (name: Name) => Text,
  cell: unknown,
): Name | null {
  const said = plain(cell)
  if (said === '') return null
  return (
    names.find((name) => plain(name) === said || text(name).some((word) => plain(word) === said)) ??
    names.find((name) => text(name).some((word) => plain(word).startsWith(said) && said.length >= 5)) ??
    null
  )
}

/** What tells a kind in a name or a category of an office. The first that fits counts. */
const hints: readonly (readonly [RegExp, InstitutionKind])[] = [
  [/arisan|koperasi|simpan|pinjam|jimpitan|rukun kematian|cooperative|savings/i, 'savings'],
  [/posyandu|poskesdes|puskesmas|kesehatan|health/i, 'health'],
  [/paud|\btk\b|\bsd\b|sekolah|pendidikan|taman baca|school/i, 'school'],
  [/pkk|dasawisma|perempuan|wanita|women/i, 'women'],
  [/karang taruna|pemuda|remaja|youth/i, 'youth'],
  [/masjid|mesjid|musal|mushol|takmir|majelis|pengajian|gereja|agama|religio|yasin/i, 'religious'],
  [/\badat\b|customary/i, 'customary'],
  [/tani|nelayan|ternak|usaha|ksm|kube|umkm|bumdes|business|pengrajin/i, 'business'],
  [/pemerintah|kelurahan|kecamatan|dinas|government/i, 'government'],
]

export function readKind(cell: unknown, name: string): InstitutionKind {
  const told = wordOf(institutionKindNames, kindText, cell)
  if (told) return told
  const hinted = (text: string) => hints.find(([pattern]) => pattern.test(text))?.[1]
  return hinted(String(cell ?? '')) ?? hinted(name) ?? 'formal'
}

export const readReach = (cell: unknown) => wordOf(reachNames, reachText, cell)
export const readLegal = (cell: unknown) => wordOf(legalNames, legalText, cell)
export const readRhythm = (cell: unknown) => wordOf(rhythmNames, rhythmText, cell)

/** A whole number, also "4, tinggi" or "12 orang"; undefined where something stands there that is none. */
export function readNumber(cell: unknown): number | null | undefined {
  const said = String(cell ?? '').trim()
  if (said === '' || said === '-') return null
  const found = /^(\d{1,6})(?:\.0+)?(?![\d.])/.exec(said)
  return found ? Number(found[1]) : undefined
}
