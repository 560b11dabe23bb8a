// One text against the names of the index: which names it means, and how well.
import { type PlaceIndex, positions, type Range } from './search-index.ts'
import { alphabet, eachTrigram, type Key, mistakes } from './search-text.ts'

// How well a name fits, best first. Equals are told apart by level, nearness and length of the name.
export const fits = {
  exact: 1000,
  beginning: 900,
  word: 800,
  oneMistake: 760,
  inside: 700,
  twoMistakes: 660,
  beginningWithMistake: 640,
  wordWithMistake: 600,
  beginningWithTwo: 540,
  wordWithTwo: 500,
} as const

const none = 0
// Names that are compared letter by letter for mistakes in one search; the likeliest ones first.
const mostCompared = 600

/** Mistakes forgiven: none in a short text, two in a long one. */
export function forgiven(length: number): number {
  if (length < 4) return 0
  return length < 8 ? 1 : 2
}

/** The scratch of a running search; searches never overlap, since they never wait. */
export class Matcher {
  readonly index: PlaceIndex
  readonly #counts: Uint8Array
  readonly #fits: Int16Array
  readonly #isAsked = new Uint8Array(alphabet ** 3)
  #typed: Key = { symbols: new Uint8Array(0), length: 0, starts: 0 }
  #inner = 0
  #most = 0
  #compared = 0

  constructor(index: PlaceIndex) {
    this.index = index
    this.#counts = new Uint8Array(index.keys)
    this.#fits = new Int16Array(index.keys)
  }

  /** Calls `see` with every region in the ranges (all, when null) whose name fits, and how well. */
  match(typed: Key, ranges: readonly Range[] | null, see: (region: number, fit: number) => void): void {
    if (typed.length === 0) return
    this.#typed = typed
    this.#most = forgiven(typed.length)
    this.#compared = 0
    this.#fits.fill(-1)
    this.#count()
    if (ranges) for (const range of ranges) this.#inRange(range, see)
    else this.#everywhere(see)
  }

  /** More regions of a range, for the text that was matched last. */
  again(range: Range, see: (region: number, fit: number) => void): void {
    if (this.#typed.length === 0) return
    this.#compared = 0
    this.#inRange(range, see)
  }

  /** How many trigrams of what was typed each name holds. */
  #count(): void {
    const { postingStarts, postings } = this.index
    const counts = this.#counts
    counts.fill(0)
    const asked: number[] = []
    this.#inner = 0
    let at = 0
    eachTrigram(this.#typed.symbols, 0, this.#typed.length, (trigram) => {
      at += 1
      if (this.#isAsked[trigram]) return
      this.#isAsked[trigram] = 1
      asked.push(trigram)
      // The first two hold the empty symbols before the text: only a beginning has those.
      if (at > 2) this.#inner += 1
    })
    if (this.#typed.length < 3) this.#inner = asked.length
    for (const trigram of asked) {
      this.#isAsked[trigram] = 0
      const end = postingStarts[trigram + 1] as number
      for (let post = postingStarts[trigram] as number; post < end; post++) {
        const key = postings[post] as number
        counts[key] = (counts[key] as number) + 1
      }
    }
  }

  #least(): number {
    return Math.max(1, this.#inner - 3 * this.#most)
  }

  #inRange(range: Range, see: (region: number, fit: number) => void): void {
    const { keyOfRegion } = this.index
    const least = this.#least()
    for (let region = range.from; region < range.to; region++) {
      const key = keyOfRegion[region] as number
      if ((this.#counts[key] as number) < least) continue
      const fit = this.#fitOf(key)
      if (fit > none) see(region, fit)
    }
  }

  #everywhere(see: (region: number, fit: number) => void): void {
    const { keys, regionStarts, regionsOfKey } = this.index
    const least = this.#worthComparing()
    for (let key = 0; key < keys; key++) {
      if ((this.#counts[key] as number) < least) continue
      const fit = this.#fitOf(key)
      if (fit === none) continue
      const end = regionStarts[key + 1] as number
      for (let at = regionStarts[key] as number; at < end; at++) see(regionsOfKey[at] as number, fit)
    }
  }

  /** The least count of trigrams such that not too many names have it; what holds them all is always seen. */
  #worthComparing(): number {
    const histogram = new Uint32Array(256)
    for (const count of this.#counts) histogram[count] = (histogram[count] as number) + 1
    let seen = 0
    let count = 255
    const least = this.#least()
    for (; count > least; count--) {
      seen += histogram[count] as number
      if (seen + (histogram[count - 1] as number) > mostCompared) break
    }
    return Math.min(count, Math.max(1, this.#inner))
  }

  #fitOf(key: number): number {
    const known = this.#fits[key] as number
    if (known >= 0) return known
    const fit = this.#plainFit(key) || this.#mistakenFit(key)
    this.#fits[key] = fit
    return fit
  }

  #plainFit(key: number): number {
    const { keyStarts, keySymbols, wordStarts } = this.index
    const { length } = this.#typed
    const from = keyStarts[key] as number
    const last = (keyStarts[key + 1] as number) - length
    let fit: number = none
    for (let at = from; at <= last; at++) {
      if (!this.#standsAt(keySymbols, at)) continue
      if (at === from) return at === last ? fits.exact : fits.beginning
      const place = at - from
      if (place < 32 && (((wordStarts[key] as number) >>> place) & 1) === 1) return fits.word
      fit = fits.inside
    }
    return length < 3 ? none : fit
  }

  #standsAt(symbols: Uint8Array, at: number): boolean {
    const typed = this.#typed
    for (let i = 0; i < typed.length; i++) if (symbols[at + i] !== typed.symbols[i]) return false
    return true
  }

  #mistakenFit(key: number): number {
    if (this.#most === 0 || this.#compared >= mostCompared * 2) return none
    this.#compared += 1
    const { keyStarts, keySymbols, wordStarts } = this.index
    const from = keyStarts[key] as number
    const end = keyStarts[key + 1] as number
    const beginning = mistakes(this.#typed, keySymbols, from, end, this.#most, false)
    if (beginning <= this.#most) {
      const whole = mistakes(this.#typed, keySymbols, from, end, this.#most, true)
      if (whole <= this.#most) return whole <= 1 ? fits.oneMistake : fits.twoMistakes
      return beginning <= 1 ? fits.beginningWithMistake : fits.beginningWithTwo
    }
    return this.#mistakenWord(from, end, wordStarts[key] as number)
  }

  #mistakenWord(from: number, end: number, starts: number): number {
    const { keySymbols } = this.index
    let best: number = none
    for (let bits = starts & ~1; bits !== 0; bits &= bits - 1) {
      const start = from + 31 - Math.clz32(bits & -bits)
      const found = mistakes(this.#typed, keySymbols, start, end, this.#most, false)
      if (found <= this.#most) best = Math.max(best, found <= 1 ? fits.wordWithMistake : fits.wordWithTwo)
    }
    return best
  }
}

/** The best `limit` of many scored regions, without keeping more than numbers. */
export class Best {
  readonly #packed: number[] = []
  readonly #seen = new Set<number>()
  best = 0

  /** `score` is a whole number below two billion; a region counts once, by its first score. */
  add(region: number, score: number): void {
    if (score > this.best) this.best = score
    this.#packed.push(score * positions + (positions - 1 - region))
  }

  take(limit: number): { region: number; score: number }[] {
    const sorted = Float64Array.from(this.#packed).sort()
    const taken: { region: number; score: number }[] = []
    for (let at = sorted.length - 1; at >= 0 && taken.length < limit; at--) {
      const value = sorted[at] as number
      const region = positions - 1 - (value % positions)
      if (this.#seen.has(region)) continue
      this.#seen.add(region)
      taken.push({ region, score: Math.floor(value / positions) })
    }
    return taken
  }
}
