// Numbers, days and rupiah as Indonesian paper writes them: terbilang, the opening of a berita acara, roman
// months, Rp1.500.000. Source: EYD and the conventions gathered in the domain notes (civic, section 10).
import { type Day, monthName, weekdayName } from './day.ts'

export type LetterCase = 'lower' | 'title' | 'upper'

const small = [
  'nol',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
  'sebelas',
] as const
const scales = ['', 'ribu', 'juta', 'miliar', 'triliun'] as const

/** The largest number that has a name here: one below a thousand triliun. */
export const mostSpelled = 999_999_999_999_999

function underThousand(n: number): string[] {
  if (n === 0) return []
  if (n < small.length) return [small[n] as string]
  if (n < 20) return [small[n - 10] as string, 'belas']
  if (n < 100) return [small[Math.floor(n / 10)] as string, 'puluh', ...underThousand(n % 10)]
  const hundreds = Math.floor(n / 100)
  return [...(hundreds === 1 ? ['seratus'] : [small[hundreds] as string, 'ratus']), ...underThousand(n % 100)]
}

/** Groups of three digits, the lowest first, each with the name of its scale: 1.001 is "seribu satu". */
function wordsOf(n: number): string[] {
  const words: string[] = []
  for (let scale = 0, rest = n; rest > 0; scale++, rest = Math.floor(rest / 1000)) {
    const group = rest % 1000
    if (group === 0) continue
    if (scale === 1 && group === 1) words.unshift('seribu')
    else words.unshift(...underThousand(group), ...(scale > 0 ? [scales[scale] as string] : []))
  }
  return words
}

const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1)

function inCase(words: readonly string[], letters: LetterCase): string {
  if (letters === 'upper') return words.join(' ').toUpperCase()
  return (letters === 'title' ? words.map(capital) : words).join(' ')
}

/**
 * A whole number in words: 1.500 is "seribu lima ratus", -3 is "minus tiga". Throws for a fraction and for
 * what lies beyond `mostSpelled`, because a wrong sum in words is worse than none.
 */
export function spelled(n: number, letters: LetterCase = 'lower'): string {
  if (!Number.isInteger(n) || Math.abs(n) > mostSpelled) throw new RangeError(`${n} has no words here`)
  const words = n === 0 ? ['nol'] : wordsOf(Math.abs(n))
  return inCase(n < 0 ? ['minus', ...words] : words, letters)
}

/** A sum in words for receipts: "satu juta lima ratus ribu rupiah". */
export function spelledRupiah(n: number, letters: LetterCase = 'lower'): string {
  return `${spelled(n, letters)} ${inCase(['rupiah'], letters)}`
}

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'] as const

/** The month of a letter number: 10 is "X". Throws for what is no month. */
export function romanMonth(month: number): string {
  const roman = romans[month - 1]
  if (!roman) throw new RangeError(`${month} is no month`)
  return roman
}

const parts = (day: Day) => day.split('-').map(Number) as [year: number, month: number, date: number]

/** "17-10-2012". */
export function shortDay(day: Day): string {
  return day.split('-').reverse().join('-')
}

/** "Rabu tanggal tujuh belas bulan Oktober tahun dua ribu dua belas (17-10-2012)". */
export function spelledDay(day: Day): string {
  const [year, month, date] = parts(day)
  return `${weekdayName(day)} tanggal ${spelled(date)} bulan ${monthName(month)} tahun ${spelled(year)} (${shortDay(day)})`
}

/** How a berita acara begins: "Pada hari ini Rabu tanggal tujuh belas …". */
export function openingDay(day: Day): string {
  return `Pada hari ini ${spelledDay(day)}`
}

const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, '.')

export type RupiahLook = {
  /** Two zeros after the comma, as contracts and receipts write it. */
  cents?: boolean
  /** In front: "Rp" without dot or space, so that no digit can be put between; some offices write "Rp. ". */
  prefix?: string
  /** A negative sum as "-Rp5.000" (default) or, in books, "(Rp5.000)". */
  negative?: 'minus' | 'brackets'
}

/** Whole rupiah as EYD writes it: Rp1.500.000. Throws for a fraction: sen are not used. */
export function rupiah(n: number, look: RupiahLook = {}): string {
  if (!Number.isSafeInteger(n)) throw new RangeError(`${n} is not whole rupiah`)
  const written = `${look.prefix ?? 'Rp'}${grouped(String(Math.abs(n)))}${look.cents ? ',00' : ''}`
  if (n >= 0) return written
  return look.negative === 'brackets' ? `(${written})` : `-${written}`
}

const units: Readonly<Record<string, number>> = {
  rb: 1e3,
  ribu: 1e3,
  jt: 1e6,
  juta: 1e6,
  m: 1e9,
  miliar: 1e9,
  milyar: 1e9,
  t: 1e12,
  triliun: 1e12,
}
const sum = /^(?:rp\.? ?)?(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,9}))? ?([a-z]*)$/

/** Digits and the digits after the comma, times the unit; null when that is not whole rupiah. */
function scaled(whole: string, fraction: string, unit: number): number | null {
  const places = 10 ** fraction.length
  if (unit % places !== 0 && Number(fraction) % (places / Math.min(places, unit)) !== 0) return null
  const total = BigInt(whole + fraction) * BigInt(unit)
  const value = Number(total / BigInt(places))
  return Number.isSafeInteger(value) ? value : null
}

/**
 * What a person typed for a sum: "1.500.000", "Rp1.500.000,00", "1,5 jt", "500 rb", "-5.000", "(Rp5.000)".
 * Null for what could be read in two ways ("1.5", "1,500,000") and for parts of a rupiah.
 */
export function parseRupiah(text: string): number | null {
  const plain = text
    .replace(/\u00a0/g, ' ')
    .trim()
    .toLowerCase()
  const brackets = /^\((.*)\)$/.exec(plain)
  const signed = brackets?.[1] ?? plain
  const minus = /^[-−] ?/.exec(signed)
  if (brackets && minus) return null
  const match = sum.exec(minus ? signed.slice(minus[0].length) : signed)
  if (!match) return null
  const [, whole = '', fraction = '', unitName = ''] = match
  const unit = unitName === '' ? 1 : units[unitName]
  if (unit === undefined) return null
  const value = scaled(whole.replaceAll('.', ''), fraction, unit)
  if (value === null || value === 0) return value
  return brackets || minus ? -value : value
}

/** "satu, dua dan tiga": several things named in one sentence of Indonesian paper. */
export function namedTogether(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} dan ${last}`
}
