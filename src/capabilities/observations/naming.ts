// Whether a text names somebody who may not be named: a resident on record, or a number that leads to one. Pure.
import { nameKey, searchable } from '../people/names.ts'

const longestName = 6
const addresses = new Set(
  'pak bapak bpk bu ibu mas mbak mbah kak kakak bang abang dik adik nek kek nenek kakek haji hj h saudara saudari sdr sdri'.split(
    ' ',
  ),
)
/** 16 digits as on a NIK or family card, however they are grouped. */
const sixteen = /(?:\d[\s.-]?){15}\d/
/** A mobile number: 08… or +62 8…, in groups. */
const telephone = /(?:\+?62[\s.-]?|\b0)8\d{1,2}(?:[\s.-]?\d{3,4}){2,3}\b/
/** A landline with its area code, (0274) 512345: an amount of money or a day has no such head and length. */
const landline = /(?<![\d.,-])(?:\+?62[\s.-]?|\(?0)[2-9]\d{1,2}\)?[\s.-]?\d(?:[\s.-]?\d){4,7}(?![\d])/

export const holdsNumber = (text: string): boolean =>
  [sixteen, telephone, landline].some((number) => number.test(text))

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

/**
 * A single name that stands with a capital, also as the first word of a sentence. It is refused and not asked about: a
 * box to confirm is ticked by everybody, and what was noted is read on every phone; another word is found at once.
 */
function namedAlone(text: string, alone: ReadonlySet<string>): boolean {
  const words = text.split(/[^\p{L}\p{M}'’`-]+/u).filter((word) => word !== '')
  return words.some((word, at) => {
    const { given } = nameKey(word)
    const after = searchable(words[at - 1] ?? '')
    return /^\p{Lu}/u.test(word) && alone.has(given) && !notAPerson.has(after)
  })
}

/**
 * Whether one of these names stands in the text: a name of two words and more as such, in old or new spelling; a single
 * name of four letters and more where it has its capital; the first of several only where the text addresses somebody
 * by it ("Bu Sri"), because many are plain words too.
 */
export function namesOneOf(text: string, names: Iterable<string>): boolean {
  const whole = new Set<string>()
  const first = new Set<string>()
  const alone = new Set<string>()
  for (const name of names) {
    const { given } = nameKey(name)
    const own = wordsOf(name.split(',')[0] ?? '')
    if (own.length > 1 && given.length > 4) whole.add(given)
    if (own.filter((word) => !addresses.has(word)).length === 1 && given.length >= shortestAlone)
      alone.add(given)
    const called = own.find((word) => !addresses.has(word))
    if (called) first.add(nameKey(called).given)
  }
  if (namedAlone(text, alone)) return true
  const words = wordsOf(text)
  return words.some((word, at) => {
    const next = words[at + 1]
    if (addresses.has(word) && next !== undefined && first.has(nameKey(next).given)) return true
    return [2, 3, 4, 5, longestName].some(
      (length) =>
        at + length <= words.length && whole.has(nameKey(words.slice(at, at + length).join(' ')).given),
    )
  })
}
