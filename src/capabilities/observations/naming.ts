// Whether a text names somebody who may not be named: a resident on record, or a number that leads to one. Pure.
import { nameKey, searchable } from '../people/names.ts'

/** Words of a name that are looked for together. */
const longestName = 12
const addresses = new Set(
  'pak bapak bpk bu ibu mas mbak mbah kak kakak bang abang dik adik nek kek nenek kakek haji hj h saudara saudari sdr sdri'.split(
    ' ',
  ),
)
/** 16 digits as on a NIK or family card, however they are grouped. */
const sixteen = /(?:\d[\s.-]{0,3}){15}\d/
/** A mobile number, 08… or +62 8…: ten to thirteen digits in any groups. */
const telephone = /(?:\+?62[\s.-]{0,3}|(?<![\d.,-])0)8(?:[\s.-]{0,3}\d){8,11}(?!\d)/
/** A day in numbers is no part of one: "08-11-2026 09.30". */
const dayInNumbers = /(?<!\d)\d{1,2}([-./ ])\d{1,2}\1(?:19|20)\d\d(?!\d)/g
/** A landline with its area code, (0274) 512345: an amount of money or a day has no such head and length. */
const landline = /(?<![\d.,-])(?:\+?62[\s.-]?|\(?0)[2-9]\d{1,2}\)?[\s.-]?\d(?:[\s.-]?\d){4,7}(?![\d])/

/** Full-width digits, and any other that mean the same, count as digits. */
export function holdsNumber(text: string): boolean {
  const plain = text.normalize('NFKC')
  const undated = plain.replace(dayInNumbers, '#')
  return sixteen.test(plain) || telephone.test(undated) || landline.test(plain)
}

const wordsOf = (text: string) =>
  searchable(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')

const shortestAlone = 4
/** What a capital after these belongs to: a place, a group, a day; not a person. */
const notAPerson = new Set(
  'rt rw jalan jln jl gang gg dusun desa kelurahan kampung dukuh perumahan blok pasar sungai kali taman masjid musala langgar gereja posyandu kelompok paguyuban koperasi sd sdn smp smpn sma sman smk tk paud tahun bulan hari'.split(
    ' ',
  ),
)

const hasCapital = (word: string) => /^\p{Lu}/u.test(word)

/**
 * A single name that stands with a capital, also as the first word of a sentence. It is refused and not asked about: a
 * box to confirm is ticked by everybody, and what was noted is read on every phone; another word is found at once.
 */
function namedAlone(text: string, alone: ReadonlySet<string>): boolean {
  const words = text.split(/[^\p{L}\p{M}'’`-]+/u).filter((word) => word !== '')
  return words.some((word, at) => {
    const { given } = nameKey(word)
    const after = searchable(words[at - 1] ?? '')
    return hasCapital(word) && alone.has(given) && !notAPerson.has(after)
  })
}

const calendar = new Set(
  'senin selasa rabu kamis jumat sabtu minggu ahad januari februari maret april mei juni juli agustus september oktober november desember'.split(
    ' ',
  ),
)
const area = new Set('kota kabupaten kecamatan provinsi pulau pt cv'.split(' '))

/**
 * The words of a text that look as if they named somebody: those with a capital that begin no sentence. For who may not read
 * the names on record: held against them, every answer would tell whether a name is among them.
 */
export function namesIn(text: string): string[] {
  return text.split(/[.!?:;"“”\n]+/).flatMap((sentence) => {
    const words = sentence.split(/[^\p{L}\p{M}'’`]+/u).filter((word) => word !== '')
    return words.filter((word, at) => {
      const own = searchable(word)
      const shown = at > 0 && /^\p{Lu}.*\p{Ll}/u.test(word) && !calendar.has(own)
      return (
        shown &&
        ![own, searchable(words[at - 1] ?? '')].some((each) => notAPerson.has(each) || area.has(each))
      )
    })
  })
}

/** Two names that stand side by side, each with its capital. */
function capitalPairs(text: string): string[] {
  const words = text.split(/[^\p{L}\p{M}'’`]+/u).filter((word) => word !== '')
  return words.flatMap((word, at) => {
    const next = words[at + 1]
    return next && hasCapital(word) && hasCapital(next) ? [nameKey(`${word} ${next}`).given] : []
  })
}

/** Of a name of three words and more, any two in their order: it is often shortened so. */
const pairsOf = (own: readonly string[]): string[] =>
  own.length < 3
    ? []
    : own.flatMap((word, at) => own.slice(at + 1).map((other) => nameKey(`${word} ${other}`).given))

/** What of a name is looked for in a text. */
function lookedFor(names: Iterable<string>) {
  const whole = new Set<string>()
  const shortened = new Set<string>()
  const first = new Set<string>()
  const alone = new Set<string>()
  /** In letters other than ours, as they stand. */
  const foreign = new Set<string>()
  let longest = 2
  for (const name of names) {
    const { given } = nameKey(name)
    const plain = searchable(name)
    if (/[^\p{Script=Latin}\P{L}]/u.test(plain)) foreign.add(plain)
    const own = wordsOf(name.split(',')[0] ?? '')
    if (own.length > 1 && given.length > 4) whole.add(given)
    longest = Math.max(longest, Math.min(own.length, longestName))
    const called = own.filter((word) => !addresses.has(word))
    for (const pair of pairsOf(called)) shortened.add(pair)
    if (called.length === 1 && given.length >= shortestAlone) alone.add(given)
    if (called[0]) first.add(nameKey(called[0]).given)
  }
  return { whole, shortened, first, alone, foreign, longest }
}

/**
 * Whether one of these names stands in the text: a name of two words and more as such, in old or new spelling; two words
 * of a longer one where both have their capital; a single name of four letters and more where it has its capital; the
 * first of several only where the text addresses somebody by it ("Bu Sri"), because many are plain words too.
 */
export function namesOneOf(text: string, names: Iterable<string>): boolean {
  const { whole, shortened, first, alone, foreign, longest } = lookedFor(names)
  if (namedAlone(text, alone)) return true
  if (capitalPairs(text).some((pair) => shortened.has(pair))) return true
  const plain = searchable(text)
  if ([...foreign].some((name) => plain.includes(name))) return true
  const words = wordsOf(text)
  return words.some((word, at) => {
    const next = words[at + 1]
    if (addresses.has(word) && next !== undefined && first.has(nameKey(next).given)) return true
    for (let length = 2; length <= longest && at + length <= words.length; length++)
      if (whole.has(nameKey(words.slice(at, at + length).join(' ')).given)) return true
    return false
  })
}
