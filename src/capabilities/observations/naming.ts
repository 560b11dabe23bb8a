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

export const holdsNumber = (text: string): boolean => sixteen.test(text) || telephone.test(text)

const wordsOf = (text: string) =>
  searchable(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')

/**
 * Whether one of these names stands in the text: a name of two words and more as such, in old or new spelling; a single name, or
 * the first of several, only where the text addresses somebody by it ("Bu Sri"), because many are plain words too.
 */
export function namesOneOf(text: string, names: Iterable<string>): boolean {
  const whole = new Set<string>()
  const first = new Set<string>()
  for (const name of names) {
    const { given } = nameKey(name)
    const own = wordsOf(name.split(',')[0] ?? '')
    if (own.length > 1 && given.length > 4) whole.add(given)
    const called = own.find((word) => !addresses.has(word))
    if (called) first.add(nameKey(called).given)
  }
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
