// Which column is which, by the name in its heading, and what its cells mean.
import {
  type NoNik,
  noNikReasons,
  type PoorSource,
  poorSources,
  type Relation,
  relations,
  type Sex,
} from '../words.ts'

export const columns = [
  'kk',
  'nik',
  'noNik',
  'name',
  'sex',
  'birth',
  'relation',
  'hamlet',
  'rw',
  'rt',
  'rtRw',
  'address',
  'phone',
  'poor',
  'poorSource',
  'members',
  'mark',
] as const
export type Column = (typeof columns)[number]

// As lists of villages name them, and as family cards, SIAK (STAT_HBKEL) and OpenSID (kk_level) do.
const aliases: Readonly<Record<Column, string>> = {
  kk: 'nokk nomorkk kk nokartukeluarga nomorkartukeluarga kartukeluarga nkk nokkk familycardnumber familycard',
  nik: 'nik nonik nomornik noktp nomorktp ktp niknoktp niknomorktp nikktp nonikktp nonikkk nomorindukkependudukan nationalid idnumber',
  noNik: 'alasantanpanik tanpanik nikkosong reasonwithoutnik noniknreason',
  name: 'nama namalengkap namalgkp namawarga namapenduduk namaanggota namaanggotakeluarga namaanggotakk namalengkapsesuaiktp name fullname',
  sex: 'lp jk jeniskelamin jeniskelaminlp jenisklmin jnskelamin jnskel jeniskel kelamin lakilakiperempuan sex gender jkel pl',
  birth:
    'tgllahir tgllhr tanggallahir tanggallhr ttl tempattanggallahir tempattgllahir tempatdantanggallahir tempatdantgllahir tmptgllahir tmpttgllahir tmptanggallahir tgl lahir tahunlahir thnlahir birthdate dateofbirth dob birthyear',
  relation:
    'hubungan hubungankeluarga hubungandengankepalakeluarga hubungandalamkeluarga hubungandalamkk hubungandengankk hubkeluarga hubdalamkeluarga hubkel shdk stathbkel kklevel statushubungan statushubungankeluarga statushubungandalamkeluarga statushubungandalamkk statushubungandengankepalakeluarga statushubkeluarga statushubdalamkeluarga statushubkel statusdalamkeluarga statusdalamkk statuskeluarga hubungandgnkk relation relationship',
  hamlet: 'dusun namadusun dusunlingkungan lingkungan kampung jorong hamlet',
  rw: 'rw norw nomorrw rukunwarga',
  rt: 'rt nort nomorrt rukuntetangga',
  rtRw: 'rtrw nortrw rtdanrw',
  address: 'alamat alamatlengkap alamatrumah alamattinggal alamatdomisili alamatktp jalan address',
  phone:
    'telepon nomorponsel noponsel ponsel nohp hp nomorhp hpwa nohpwa nomorhpwa wahp handphone nohandphone nomorhandphone notelepon nomortelepon notelpon nomortelpon notelp nomortelp telpon telp telphp nohptelp notelphp teleponhp noteleponhp whatsapp nowhatsapp nomorwhatsapp wa nowa nomorwa phone mobile',
  poor: 'miskin kkmiskin statusmiskin keluargamiskin gakin prasejahtera poor',
  poorSource: 'sumbermiskin sumberdatamiskin sumberkemiskinan poorsource povertysource',
  members: 'jumlahanggota jumlahanggotakeluarga jmlanggota jumlahjiwa jiwa anggotakeluarga members',
  mark: 'tandaimpor importmark',
}

export const byAlias: ReadonlyMap<string, Column> = new Map(
  columns.flatMap((column) => aliases[column].split(' ').map((alias) => [alias, column] as const)),
)

/** A word without what offices write differently: capitals, marks, spaces, what stands in brackets. */
export const plain = (cell: unknown) =>
  String(cell ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\(.*?\)/g, '')
    .replace(/[^a-z0-9]/g, '')

const sexWords: Readonly<Record<string, Sex>> = Object.fromEntries([
  ...'l lk lakilaki laki pria cowok m male man 1'.split(' ').map((word) => [word, 'male']),
  ...'p pr perempuan wanita cewek w f female woman 2'.split(' ').map((word) => [word, 'female']),
])

/** L or P, as offices write it; 1 and 2 as BPS does. Undefined when it cannot be read. */
export function readSex(cell: unknown): Sex | undefined {
  return sexWords[plain(cell)]
}

const relationWords: Readonly<Record<string, Relation>> = Object.fromEntries(
  (
    [
      ['head', 'kepalakeluarga kepala kepkeluarga kepkel kk krt kepalarumahtangga head headofhousehold'],
      ['spouse', 'istri isteri suami pasangan istrisuami suamiistri spouse wife husband'],
      ['child', 'anak anakkandung anaktiri anakangkat child'],
      ['child-in-law', 'menantu childinlaw sonordaughterinlaw'],
      ['grandchild', 'cucu grandchild'],
      ['parent', 'orangtua ayah ibu bapak parent'],
      ['parent-in-law', 'mertua orangtuamertua parentinlaw'],
      ['relative', 'famililain famili keluargalain saudara adik kakak keponakan relative otherrelative'],
      ['helper', 'pembantu art pembanturumahtangga sopir helper'],
      ['other', 'lainnya lain other'],
    ] as const
  ).flatMap(([relation, words]) => words.split(' ').map((word) => [word, relation])),
)

// Numbers 1 to 11 of form F-1.01 (Permendagri 109/2019): head, husband, wife, child, … other.
const f101 =
  'head spouse spouse child child-in-law grandchild parent parent-in-law relative helper other'.split(
    ' ',
  ) as Relation[]

/** `coded`: also by its number, which other lists number otherwise. */
export function readRelation(cell: unknown, coded = false): Relation | undefined {
  const word = plain(cell)
  if (coded && /^\d{1,2}$/.test(word)) return f101[Number(word) - 1]
  // "Anak ke-2", "Istri 1"
  return relationWords[word.replace(/(ke)?\d+$/, '')] ?? relations.find((each) => plain(each) === word)
}

const yes = new Set('ya y yes true 1 v x miskin sangatmiskin kkmiskin gakin poor pra'.split(' '))
const no = new Set('tidak t bukan no n false 0 tidakmiskin mampu'.split(' '))

/** Undefined when it can be neither; an empty cell is no. */
export function readPoor(cell: unknown): boolean | undefined {
  const word = plain(cell)
  if (/^[✓✔√]$/u.test(String(cell ?? '').trim())) return true
  if (word === '' || no.has(word)) return false
  return yes.has(word) ? true : undefined
}

const sourceWords: Readonly<Record<string, PoorSource>> = {
  pemetaanswadaya: 'self-mapping',
  ps2: 'self-mapping',
  kriteriawarga: 'community-criteria',
  kesepakatanwarga: 'community-criteria',
  dtks: 'dtsen',
  dtsen: 'dtsen',
  bps: 'bps',
  ppls: 'bps',
  bkkbn: 'bkkbn',
  prasejahtera: 'bkkbn',
  sktm: 'letter',
}

export function readPoorSource(cell: unknown): PoorSource | undefined {
  const word = plain(cell)
  return sourceWords[word] ?? poorSources.find((each) => plain(each) === word)
}

const noNikWords: Readonly<Record<string, NoNik>> = {
  belumrekam: 'not-recorded',
  belumrekamktp: 'not-recorded',
  notrecordedyet: 'not-recorded',
  tidakdiketahui: 'unknown',
  notknown: 'unknown',
  bayi: 'baby',
  tidakditunjukkan: 'not-shown',
  kartutidakditunjukkan: 'not-shown',
  cardnotshown: 'not-shown',
}

export function readNoNik(cell: unknown): NoNik | undefined {
  const word = plain(cell)
  return noNikWords[word] ?? noNikReasons.find((each) => plain(each) === word)
}

const before = String.raw`(?:(?:rt|rw|rukun tetangga|rukun warga|no|nomor)?[\s.:/-]*)?`
const oneNumber = new RegExp(String.raw`^${before}(\d{1,3})\s?([a-z]?)[\s.]*$`, 'i')
const twoNumbers = new RegExp(
  String.raw`^${before}(\d{1,3})([a-z]?)(?:[\s./\\,;:|–-]|rt|rw|dan)+(\d{1,3})([a-z]?)[\s.]*$`,
  'i',
)

/** The number of an RT or RW, with the letter of one that was parted. */
export type PlaceNumber = { number: number; letter: string }

const placeNumber = (number: string | undefined, letter = ''): PlaceNumber | null | undefined =>
  Number(number) > 0
    ? { number: Number(number), letter: letter.toUpperCase() }
    : Number(number) === 0 && !letter
      ? null
      : undefined

/** 3 from "003", "RT 03", 3, and 1 with its letter from "01A"; null from an empty cell; undefined when it is something else. */
export function readPlaceNumber(cell: unknown): PlaceNumber | null | undefined {
  const text = String(cell ?? '').trim()
  if (text === '' || text === '-') return null
  const [, number, letter] = oneNumber.exec(text) ?? []
  return placeNumber(number, letter)
}

/** RT and RW from one cell: "003/005", "RT 03 RW 05", "RW 05/RT 03". A date that Excel made of it is neither. */
export function readRtRw(
  cell: unknown,
): { rt: PlaceNumber | null; rw: PlaceNumber | null } | null | undefined {
  const text = String(cell ?? '').trim()
  if (text === '' || text === '-') return null
  const found = typeof cell === 'string' ? twoNumbers.exec(text) : null
  if (!found) return undefined
  const [one, other] = [placeNumber(found[1], found[2]), placeNumber(found[3], found[4])]
  if (one === undefined || other === undefined) return undefined
  return /^rw/i.test(text) ? { rt: other, rw: one } : { rt: one, rw: other }
}
