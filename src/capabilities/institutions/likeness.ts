// Whether two names are likely of one institution, written twice. It warns, and whoever has seen both decides.
import { type NameKey, nameKey, sameKey, shortestLoose } from '../people/names.ts'
import type { Institution } from './institution.ts'

const spelt = (short: readonly string[], as: string) => Object.fromEntries(short.map((each) => [each, as]))

/** What villages shorten, and write in two ways. */
const words: Readonly<Record<string, string>> = {
  ...{ kel: '', kelurahan: '', desa: '', ds: '', dusun: '', lingkungan: '', kampung: '' },
  ...{
    klp: 'kelompok',
    klmpk: 'kelompok',
    poktan: 'kelompok tani',
    kop: 'koperasi',
    yys: 'yayasan',
    pkpl: 'perkumpulan',
  },
  ...{
    ksm: 'kelompok swadaya masyarakat',
    gapoktan: 'gabungan kelompok tani',
    ksp: 'koperasi simpan pinjam',
    tp: 'tim penggerak',
    pustu: 'puskesmas pembantu',
    ...{ sdn: 'sd negeri', smpn: 'smp negeri', sman: 'sma negeri', smkn: 'smk negeri' },
    // Spelt out, RT 3 and RW 3 are not one name that differs by a letter.
    ...{ rt: 'rukun tetangga', rw: 'rukun warga' },
    bkm: 'badan keswadayaan masyarakat',
    lkm: 'lembaga keswadayaan masyarakat',
  },
  ...spelt(['lpm', 'lpmk', 'lpmd', 'lkmd'], 'lembaga pemberdayaan masyarakat'),
  ...{ kwt: 'kelompok wanita tani' },
  ...spelt(['kub', 'kube'], 'kelompok usaha bersama'),
  ...spelt(['bumdes', 'bumdesa'], 'badan usaha milik'),
  ...{ mesjid: 'masjid', mushola: 'musala', musholla: 'musala', mushalla: 'musala', langgar: 'musala' },
  ...{
    majlis: 'majelis',
    taklim: 'talim',
    tpq: 'tpa',
    tpaq: 'tpa',
    paguyupan: 'paguyuban',
    arisan: 'arisan',
  },
  ...{
    ibu2: 'ibu',
    ibuibu: 'ibu',
    bapak2: 'bapak',
    pemuda2: 'pemuda',
    ii: '2',
    iii: '3',
    iv: '4',
    vi: '6',
    vii: '7',
  },
}
const roman: Readonly<Record<string, string>> = { i: '1', v: '5', x: '10' }

type Key = { words: string; numbers: string; spoken: NameKey; inOrder: NameKey }

/** The words of a name in one spelling and order, and the numbers in it, which tell posyandu 1 from posyandu 2. */
function keyOf(name: string): Key {
  const typed = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}|['’`.]/gu, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  const spelt = typed.flatMap((word, at) => {
    // A lone letter is a number only where something stands before it: "Melati I".
    const known = (at > 0 ? roman[word] : undefined) ?? words[word] ?? word
    return known.split(' ').filter((each) => each !== '')
  })
  const numbers = spelt.filter((word) => /^\d+$/.test(word)).map(Number)
  const told = spelt.filter((word) => !/^\d+$/.test(word))
  const known = told.length > 0 ? told : typed
  const once = [...new Set(known)].sort().join(' ')
  const [spoken, inOrder] = [nameKey(once), nameKey(known.join(' '))]
  return { words: once, numbers: numbers.join(' '), spoken, inOrder }
}

const sameKeys = (a: Key, b: Key): boolean =>
  a.numbers === b.numbers &&
  (a.words === b.words || sameKey(a.spoken, b.spoken) || sameKey(a.inOrder, b.inOrder))

/** Two spellings of one name: the same words in any order, or all but a letter; and the same numbers. */
export const sameInstitutionName = (one: string, other: string): boolean => sameKeys(keyOf(one), keyOf(other))

type Called = Pick<Institution, 'name' | 'otherNames'>
type Row = Called & Pick<Institution, 'id' | 'state'>
const namesOf = ({ name, otherNames }: Called): string[] => [name, ...otherNames]

/** Both halves of a name: one that is another by a letter has one of them in common. */
function halvesOf(text: string, length: number): string[] {
  const half = Math.floor((length - 1) / 2)
  return [`${length} ${text.slice(0, half)}-`, `${length} -${text.slice(text.length - half)}`]
}

/** Under what a name is put, and (`near`) under what those may lie that are another by a letter. */
function slotsOf({ words, numbers, spoken, inOrder }: Key, near: boolean): string[] {
  const said = [...new Set([spoken.given, inOrder.given])]
  const slots = said.flatMap((given) => {
    const lengths = near ? [given.length - 1, given.length, given.length + 1] : [given.length]
    const loose = lengths.filter((length) => length >= shortestLoose)
    return [given, ...loose.flatMap((length) => halvesOf(given, length))]
  })
  return [`= ${words}`, ...slots].map((slot) => `${numbers} ${slot}`)
}

/** So many names in one slot are looked at: what is only a warning holds nobody up, however many names begin alike. */
const slotMost = 100

/** A register in which names are found without holding each against each: it may have thousands, and fifty come at once. */
export function registerOfNames<I extends Row>(register: readonly I[] = []) {
  const slots = new Map<string, { row: I; key: Key }[]>()
  const add = (row: I): void => {
    if (row.state === 'merged') return
    for (const key of namesOf(row).map(keyOf))
      for (const slot of slotsOf(key, false)) {
        const there = slots.get(slot) ?? []
        if (there.length < slotMost) there.push({ row, key })
        slots.set(slot, there)
      }
  }
  for (const row of register) add(row)
  /** Those, also what ended, that bear nearly one of these names; never the record itself. */
  const alike = (wanted: Called & { id: string }): I[] => {
    const found = new Set<I>()
    for (const key of namesOf(wanted).map(keyOf))
      for (const { row, key: one } of slotsOf(key, true).flatMap((slot) => slots.get(slot) ?? []))
        if (row.id !== wanted.id && sameKeys(key, one)) found.add(row)
    return [...found]
  }
  return { add, alike }
}

/** For one name beside those on the register; `registerOfNames` is for many. */
export function alike<I extends Row>(wanted: Called & { id: string }, register: readonly I[]): I[] {
  const keys = namesOf(wanted).map(keyOf)
  return register.filter(
    (each) =>
      each.id !== wanted.id &&
      each.state !== 'merged' &&
      namesOf(each).some((name) => {
        const one = keyOf(name)
        return keys.some((key) => sameKeys(key, one))
      }),
  )
}
