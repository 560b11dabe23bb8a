// The index that place search runs on: about ten megabytes of typed arrays, built once in a server's life.
// Regions are sorted by code, so all that lies below a place is one range of them. Names that are spelled
// alike share one key; each trigram knows the keys that hold it.
import { type CatalogueRow, eachShipped } from './catalogue.ts'
import { regionKinds } from './names.ts'
import { alphabet, eachTrigram, lastStarts, longestKey, writeKey } from './search-text.ts'

export type PlaceIndex = {
  size: number
  /** Codes as ten digits: 34.71 is 3471000000. Ascending. */
  codes: Float64Array
  kinds: Uint8Array
  keyOfRegion: Uint32Array
  nameStarts: Uint32Array
  names: Buffer
  keys: number
  keyStarts: Uint32Array
  keySymbols: Uint8Array
  /** Where words start in a key, as bits. */
  wordStarts: Uint32Array
  regionStarts: Uint32Array
  regionsOfKey: Uint32Array
  postingStarts: Uint32Array
  postings: Uint32Array
}

/** '34.71' as 3471000000. */
export function packCode(code: string): number {
  return Number(code.replaceAll('.', '').padEnd(10, '0'))
}

/** 3471000000 as '34.71'. */
export function unpackCode(packed: number): string {
  const text = String(packed)
  const parts = [text.slice(0, 2), text.slice(2, 4), text.slice(4, 6), text.slice(6)]
  while (parts.length > 1 && Number(parts.at(-1)) === 0) parts.pop()
  return parts.join('.')
}

type Gathered = { codes: Float64Array; kinds: Uint8Array; names: string[] }
// More than there are places in the nation; also the factor that packs a position beside a number.
export const positions = 2 ** 17

/** All places in order of their codes. */
function gather(each: (see: (row: CatalogueRow) => void) => void): Gathered {
  const names: string[] = []
  const kinds: number[] = []
  const packed: number[] = []
  each((row) => {
    packed.push(packCode(row.code) * positions + names.length)
    kinds.push(regionKinds.indexOf(row.kind))
    names.push(row.name)
  })
  const order = Float64Array.from(packed).sort()
  return {
    codes: order.map((value) => Math.floor(value / positions)),
    kinds: Uint8Array.from(order, (value) => kinds[value % positions] as number),
    names: Array.from(order, (value) => names[value % positions] as string),
  }
}

/** Names as bytes, one after another. */
function packNames(names: readonly string[]): Pick<PlaceIndex, 'names' | 'nameStarts'> {
  const nameStarts = new Uint32Array(names.length + 1)
  let at = 0
  for (let i = 0; i < names.length; i++) {
    at += Buffer.byteLength(names[i] as string)
    nameStarts[i + 1] = at
  }
  return { nameStarts, names: Buffer.from(names.join('')) }
}

type Keys = Pick<
  PlaceIndex,
  'keys' | 'keyStarts' | 'keySymbols' | 'wordStarts' | 'keyOfRegion' | 'regionStarts' | 'regionsOfKey'
>

function makeKeys(names: readonly string[]): Keys {
  const keyOfName = new Map<string, number>()
  const keyOfRegion = new Uint32Array(names.length)
  const symbols = new Uint8Array(names.length * longestKey)
  const keyStarts = new Uint32Array(names.length + 1)
  const wordStarts = new Uint32Array(names.length)
  const buffer = new Uint8Array(longestKey)
  for (let region = 0; region < names.length; region++) {
    const name = (names[region] as string).toLowerCase()
    let key = keyOfName.get(name)
    if (key === undefined) {
      key = keyOfName.size
      const length = writeKey(name, buffer)
      const start = keyStarts[key] as number
      symbols.set(buffer.subarray(0, length), start)
      keyStarts[key + 1] = start + length
      wordStarts[key] = lastStarts()
      keyOfName.set(name, key)
    }
    keyOfRegion[region] = key
  }
  const keys = keyOfName.size
  return {
    keys,
    keyStarts: keyStarts.slice(0, keys + 1),
    keySymbols: symbols.slice(0, keyStarts[keys]),
    wordStarts: wordStarts.slice(0, keys),
    keyOfRegion,
    ...byKey(keyOfRegion, keys),
  }
}

/** For each key its regions, by counting. */
function byKey(keyOfRegion: Uint32Array, keys: number): Pick<PlaceIndex, 'regionStarts' | 'regionsOfKey'> {
  const regionStarts = new Uint32Array(keys + 1)
  for (const key of keyOfRegion) regionStarts[key + 1] = (regionStarts[key + 1] as number) + 1
  for (let key = 0; key < keys; key++)
    regionStarts[key + 1] = (regionStarts[key + 1] as number) + (regionStarts[key] as number)
  const next = regionStarts.slice()
  const regionsOfKey = new Uint32Array(keyOfRegion.length)
  for (let region = 0; region < keyOfRegion.length; region++) {
    const key = keyOfRegion[region] as number
    const at = next[key] as number
    regionsOfKey[at] = region
    next[key] = at + 1
  }
  return { regionStarts, regionsOfKey }
}

/** Calls `see` once for each different trigram of each key. */
function eachPosting(keys: Keys, see: (trigram: number, key: number) => void): void {
  const lastKey = new Int32Array(alphabet ** 3).fill(-1)
  for (let key = 0; key < keys.keys; key++) {
    const from = keys.keyStarts[key] as number
    eachTrigram(keys.keySymbols, from, (keys.keyStarts[key + 1] as number) - from, (trigram) => {
      if (lastKey[trigram] === key) return
      lastKey[trigram] = key
      see(trigram, key)
    })
  }
}

function makePostings(keys: Keys): Pick<PlaceIndex, 'postingStarts' | 'postings'> {
  const postingStarts = new Uint32Array(alphabet ** 3 + 1)
  eachPosting(keys, (trigram) => {
    postingStarts[trigram + 1] = (postingStarts[trigram + 1] as number) + 1
  })
  for (let at = 1; at < postingStarts.length; at++)
    postingStarts[at] = (postingStarts[at] as number) + (postingStarts[at - 1] as number)
  const next = postingStarts.slice()
  const postings = new Uint32Array(postingStarts.at(-1) as number)
  eachPosting(keys, (trigram, key) => {
    const at = next[trigram] as number
    postings[at] = key
    next[trigram] = at + 1
  })
  return { postingStarts, postings }
}

/** Builds the index over the shipped places, or over others in a test. */
export function buildIndex(each: (see: (row: CatalogueRow) => void) => void = eachShipped): PlaceIndex {
  const { codes, kinds, names } = gather(each)
  const keys = makeKeys(names)
  return { size: codes.length, codes, kinds, ...packNames(names), ...keys, ...makePostings(keys) }
}

/** The first position whose code is at least `packed`. */
export function lowerBound(codes: Float64Array, packed: number): number {
  let low = 0
  let high = codes.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((codes[middle] as number) < packed) low = middle + 1
    else high = middle
  }
  return low
}

/** A half-open range of positions: the place itself and all below it. */
export type Range = { from: number; to: number }

export function rangeOf(index: PlaceIndex, code: string): Range {
  if (code === 'ID') return { from: 0, to: index.size }
  const packed = packCode(code)
  const below = 10 ** (10 - code.replaceAll('.', '').length)
  return { from: lowerBound(index.codes, packed), to: lowerBound(index.codes, packed + below) }
}

export function nameAt(index: PlaceIndex, region: number): string {
  return index.names.toString('utf8', index.nameStarts[region], index.nameStarts[region + 1])
}
