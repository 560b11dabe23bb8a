// The list as it may hang on a board: by RT, with numbers instead of names (decision 0040). Pure.
import { smallestDefault } from '../../../kernel/suppression.ts'

// Digits and letters that nobody mixes up when reading aloud: no I, L, O, U.
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Thirty-two bits of a text, well mixed (MurmurHash2 by steps of one sign). */
function bits(text: string, seed: number): number {
  let hash = seed ^ text.length
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x5bd1e995)
    hash ^= hash >>> 15
  }
  hash = Math.imul(hash ^ (hash >>> 13), 0x5bd1e995)
  return (hash ^ (hash >>> 15)) >>> 0
}

/**
 * The number of a family, "K7MQ-3WXD": forty bits out of the ids of list and household, which name nobody, so that it cannot be
 * reckoned back and is the same in each edition of the list. Two of 5,000 families share one in one of 90,000 villages.
 */
export function familyNumber(listing: string, household: string): string {
  const text = `${listing} ${household}`
  const [high, low] = [bits(text, 0x9747b28c), bits(text, 0x3c6ef372)]
  const all = Array.from({ length: 8 }, (_, at) => {
    const source = at < 4 ? high : low
    return signs[(source >>> ((at % 4) * 5)) & 31]
  })
  return `${all.slice(0, 4).join('')}-${all.slice(4).join('')}`
}

export type BoardGroup = { places: readonly (string | null)[]; numbers: readonly string[]; known: number }
type Row = { place: string | null; known: number; listed: readonly string[] }

/** The number of lines would tell of each: few families, or all of them on the list. */
const tells = ({ known, numbers }: Pick<BoardGroup, 'known' | 'numbers'>): boolean =>
  numbers.length > 0 && (known < smallestDefault || numbers.length >= known)

/**
 * By RT in the order given, each with the numbers of its families in the order of the numbers. Where an RT tells too much it
 * stands together with others; an RT without any family on the list says so.
 */
export function boardOf(listing: string, rows: readonly Row[]): BoardGroup[] {
  const groups = rows.map(({ place, known, listed }) => ({
    places: [place],
    known: Math.max(known, listed.length),
    numbers: listed.map((each) => familyNumber(listing, each)).sort(),
  }))
  const telling = groups.filter((each) => tells(each) || each.places[0] === null)
  if (telling.length === 0) return groups
  const alone = groups.filter((each) => !telling.includes(each))
  let joined = together(telling)
  // The smallest of the others joins them until nobody is known by the sum.
  const spare = [...alone].sort((a, b) => a.known - b.known)
  while (tells(joined)) {
    const next = spare.shift()
    if (!next) break
    joined = together([joined, next])
  }
  const left = alone.filter((each) => spare.includes(each))
  return joined.numbers.length === 0 && joined.known === 0 ? left : [...left, joined]
}

const together = (groups: readonly BoardGroup[]): BoardGroup => ({
  places: groups.flatMap((each) => each.places),
  known: groups.reduce((sum, each) => sum + each.known, 0),
  numbers: groups.flatMap((each) => each.numbers).sort(),
})
