// Whether two names are likely of one institution, written twice. It warns, and whoever has seen both decides.
import { sameName } from '../people/names.ts'
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

type Key = { words: string; inOrder: string; numbers: string }

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
  return { words: once, inOrder: known.join(' '), numbers: numbers.join(' ') }
}

/** Two spellings of one name: the same words in any order, or all but a letter; and the same numbers. */
export function sameInstitutionName(one: string, other: string): boolean {
  const [a, b] = [keyOf(one), keyOf(other)]
  if (a.numbers !== b.numbers) return false
  return a.words === b.words || sameName(a.words, b.words) || sameName(a.inOrder, b.inOrder)
}

type Called = Pick<Institution, 'name' | 'otherNames'>
const namesOf = ({ name, otherNames }: Called): string[] => [name, ...otherNames]

/** Those on the register, also what ended, that bear nearly one of these names; never the record itself. */
export function alike<I extends Called & Pick<Institution, 'id' | 'state'>>(
  wanted: Called & { id: string },
  register: readonly I[],
): I[] {
  const names = namesOf(wanted)
  return register.filter(
    (each) =>
      each.id !== wanted.id &&
      each.state !== 'merged' &&
      namesOf(each).some((one) => names.some((name) => sameInstitutionName(one, name))),
  )
}
