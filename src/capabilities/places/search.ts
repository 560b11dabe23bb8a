// Place search: by name or code, over all places of the nation, in memory.
import { districtOf } from '../../kernel/place-code.ts'
import { type CatalogueRow, eachShipped } from './catalogue.ts'
import { lineOf, type RegionKind, regionKinds, titleOf } from './names.ts'
import { type FoundPlace, longestSearch, mostResults, type RegionLevel, regionLevels } from './region.ts'
import {
  buildIndex,
  lowerBound,
  nameAt,
  type PlaceIndex,
  packCode,
  type Range,
  rangeOf,
  unpackCode,
} from './search-index.ts'
import { Best, fits, Matcher } from './search-match.ts'
import { keyOf } from './search-text.ts'

export type SearchOptions = {
  /** Only this place and what lies below it. */
  below?: string | undefined
  level?: RegionLevel | undefined
  limit?: number
  /** The asker's own places: among equals, what is nearer to one of them comes first. */
  near?: readonly string[]
}

const mostNear = 4
const mostWords = 8
const mostMatches = 10

// Words that say of which level a place is; 'kampung' and 'dusun' are left out, since they begin names.
const levelWords: Readonly<Record<string, RegionLevel>> = {
  desa: 'village',
  ds: 'village',
  kelurahan: 'village',
  kel: 'village',
  nagari: 'village',
  gampong: 'village',
  kecamatan: 'district',
  kec: 'district',
  distrik: 'district',
  kabupaten: 'regency',
  kab: 'regency',
  kota: 'regency',
  provinsi: 'province',
  prov: 'province',
}

function levelOfPacked(packed: number): RegionLevel {
  if (packed % 1e8 === 0) return 'province'
  if (packed % 1e6 === 0) return 'regency'
  return packed % 1e4 === 0 ? 'district' : 'village'
}

const levelRank: Readonly<Record<RegionLevel, number>> = { province: 3, regency: 2, district: 1, village: 0 }

/** 3 in the same district, 2 in the same regency, 1 in the same province, else 0. */
function nearness(packed: number, near: readonly number[]): number {
  let best = 0
  for (const place of near) {
    if (Math.floor(packed / 1e8) !== Math.floor(place / 1e8)) continue
    if (Math.floor(packed / 1e6) !== Math.floor(place / 1e6)) best = Math.max(best, 1)
    else if (Math.floor(packed / 1e4) === Math.floor(place / 1e4) && place % 1e6 !== 0) return 3
    else best = Math.max(best, 2)
  }
  return best
}

/** The words as they are, and, where they begin with 'kecamatan' or the like, the rest with its level. */
function withoutLevelWord(words: readonly string[]): { words: readonly string[]; level?: RegionLevel }[] {
  const level = levelWords[(words[0] ?? '').toLowerCase().replace('.', '')]
  return level && words.length > 1 ? [{ words }, { words: words.slice(1), level }] : [{ words }]
}

function covers(index: PlaceIndex, range: Range, packed: number): boolean {
  const at = lowerBound(index.codes, packed)
  return at >= range.from && at < range.to
}

type Asked = {
  near: readonly number[]
  nearRanges: readonly Range[]
  range: Range | null
  level?: RegionLevel
}

function eachUpper(index: PlaceIndex, see: (row: CatalogueRow) => void): void {
  for (let at = 0; at < index.size; at++) {
    const packed = index.codes[at] as number
    if (levelOfPacked(packed) === 'village') continue
    const kind = regionKinds[index.kinds[at] as number] as RegionKind
    see({ code: unpackCode(packed), name: nameAt(index, at), kind, parent: null })
  }
}

export class PlaceSearch {
  readonly index: PlaceIndex
  readonly #matcher: Matcher
  /** Districts, regencies and provinces alone: a tenth of all, for the words after a name. */
  readonly #upper: Matcher
  #matches = 0

  constructor(each: (see: (row: CatalogueRow) => void) => void = eachShipped) {
    this.index = buildIndex(each)
    this.#matcher = new Matcher(this.index)
    this.#upper = new Matcher(buildIndex((see) => eachUpper(this.index, see)))
  }

  /** The best fitting places, best first. Never refuses a text; what names no place finds none. */
  search(text: string, options: SearchOptions = {}): FoundPlace[] {
    const limit = Math.min(options.limit ?? 10, mostResults)
    const query = text.slice(0, longestSearch)
    const near = (options.near ?? []).filter((code) => code !== 'ID').slice(0, mostNear)
    const asked: Asked = {
      near: near.map(packCode),
      nearRanges: near.map((code) => rangeOf(this.index, districtOf(code).slice(0, 5))),
      range: options.below && options.below !== 'ID' ? rangeOf(this.index, options.below) : null,
      ...(options.level ? { level: options.level } : {}),
    }
    if (/^[\d.\s]*\d[\d.\s]*$/.test(query)) return this.#byCode(query, asked, limit)
    this.#matches = 0
    const parts = query
      .split(/[,;/]/)
      .map((part) => part.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)))
    const named = parts.filter((words) => words.length > 0).map((words) => words.slice(0, mostWords))
    const best =
      named.length > 1 ? this.#byParts(named.slice(0, 4), asked) : this.#byWords(named[0] ?? [], asked)
    return best.take(limit).map(({ region }) => this.#shown(region))
  }

  /** All places whose code begins with these digits, by code. */
  #byCode(query: string, asked: Asked, limit: number): FoundPlace[] {
    const digits = query.replace(/\D/g, '')
    if (digits.length > 10) return []
    const step = 10 ** (10 - digits.length)
    const first = Number(digits) * step
    const found: FoundPlace[] = []
    const from = lowerBound(this.index.codes, first)
    for (let region = from; region < this.index.size && found.length < limit; region++) {
      const packed = this.index.codes[region] as number
      if (packed >= first + step) break
      if (this.#allowed(region, asked)) found.push(this.#shown(region))
    }
    return found
  }

  #allowed(region: number, asked: Asked): boolean {
    if (asked.range && (region < asked.range.from || region >= asked.range.to)) return false
    return !asked.level || levelOfPacked(this.index.codes[region] as number) === asked.level
  }

  /** 'tegalpanggung, danurejan': the last part first, each within the places of the one after it. */
  #byParts(parts: readonly (readonly string[])[], asked: Asked): Best {
    let ranges: Range[] | null = asked.range ? [asked.range] : null
    for (const words of parts.slice(1).reverse()) {
      const above = this.#placesCalled(words, ranges)
      if (above.length > 0) ranges = above
    }
    return this.#match(parts[0] ?? [], ranges, asked, 0)
  }

  /** Without commas, the words after a name may be of the place above it: 'tanjung pasir ogan ilir'. */
  #byWords(words: readonly string[], asked: Asked): Best {
    const scope = asked.range ? [asked.range] : null
    let best = this.#match(words, scope, asked, 0)
    if (best.best >= fits.word * 1_000_000) return best
    for (let cut = words.length - 1; cut >= 1 && this.#matches < mostMatches; cut--) {
      const above = this.#placesCalled(words.slice(cut), scope)
      if (above.length === 0) continue
      const within = this.#match(words.slice(0, cut), above, asked, 5)
      if (within.best > best.best) best = within
    }
    return best
  }

  /** Ranges of the few districts, regencies and provinces that the words may mean: 'pemulutan ogan ilir'. */
  #placesCalled(words: readonly string[], ranges: readonly Range[] | null): Range[] {
    const direct = this.#upperCalled(words, ranges)
    if (direct.length > 0) return direct
    for (let cut = words.length - 1; cut >= 1 && this.#matches < mostMatches; cut--) {
      const above = this.#upperCalled(words.slice(cut), ranges)
      const within = above.length > 0 ? this.#upperCalled(words.slice(0, cut), above) : []
      if (within.length > 0) return within
    }
    return []
  }

  #upperCalled(words: readonly string[], ranges: readonly Range[] | null): Range[] {
    this.#matches += 0.2
    const { index } = this.#upper
    const best = new Best()
    for (const variant of withoutLevelWord(words))
      this.#upper.match(keyOf(variant.words.join(' ')), null, (region, fit) => {
        const packed = index.codes[region] as number
        const level = levelOfPacked(packed)
        if (variant.level && variant.level !== level) return
        if (ranges && !ranges.some((range) => covers(this.index, range, packed))) return
        best.add(region, (fit + (variant.level ? 50 : 0)) * 10 + levelRank[level])
      })
    const least = Math.max(fits.oneMistake * 10, best.best - 1000)
    return best
      .take(4)
      .filter(({ score }) => score >= least)
      .map(({ region }) => rangeOf(this.index, unpackCode(index.codes[region] as number)))
  }

  /** Scores what fits the words; `less` marks down what needed guessing. */
  #match(words: readonly string[], ranges: readonly Range[] | null, asked: Asked, less: number): Best {
    const best = new Best()
    for (const { words: name, level } of withoutLevelWord(words)) {
      const wish = level && !asked.level ? { ...asked, level } : asked
      const more = (level ? 50 : 0) - less
      this.#matchWords(name, ranges, wish, (region, fit) =>
        best.add(region, this.#score(region, fit + more, asked)),
      )
    }
    return best
  }

  #matchWords(
    words: readonly string[],
    ranges: readonly Range[] | null,
    asked: Asked,
    see: (region: number, fit: number) => void,
  ): void {
    this.#matches += 1
    const check = (region: number, fit: number) => {
      if (this.#allowed(region, asked)) see(region, fit)
    }
    this.#matcher.match(keyOf(words.join(' ')), ranges, check)
    if (ranges) return
    for (const range of asked.nearRanges) this.#matcher.again(range, check)
  }

  #score(region: number, fit: number, asked: Asked): number {
    const packed = this.index.codes[region] as number
    const key = this.index.keyOfRegion[region] as number
    const length = (this.index.keyStarts[key + 1] as number) - (this.index.keyStarts[key] as number)
    const ties = levelRank[levelOfPacked(packed)] * 4 + nearness(packed, asked.near)
    return fit * 1_000_000 + ties * 100 + (99 - length)
  }

  #shown(region: number): FoundPlace {
    const { codes, kinds } = this.index
    const packed = codes[region] as number
    const level = levelOfPacked(packed)
    const named = (at: number) => ({
      name: nameAt(this.index, at),
      kind: regionKinds[kinds[at] as number] as RegionKind,
    })
    const place = named(region)
    const above: { name: string; kind: RegionKind }[] = []
    for (const step of [1e4, 1e6, 1e8].slice(3 - regionLevels.indexOf(level)))
      above.push(named(lowerBound(codes, Math.floor(packed / step) * step)))
    return { code: unpackCode(packed), ...place, level, title: titleOf(place), line: lineOf(above) }
  }
}

let shared: PlaceSearch | undefined

/** The search over the shipped places; built when first asked for. */
export function placeSearch(): PlaceSearch {
  shared ??= new PlaceSearch()
  return shared
}
