// How names and what people type are compared: letters and digits only, lower case, without spaces, since
// 'Tegalpanggung' and 'Tegal Panggung' are one place. One byte a character, at most `longestKey` of them.

export const longestKey = 48
/** Alphabet of a key: 1..26 letters, 27..36 digits; 0 stands before the first character. */
export const alphabet = 37

export type Key = {
  /** Symbols 1..36. */
  symbols: Uint8Array
  length: number
  /** Bit i is set where a word starts at symbol i (the first 32 symbols). */
  starts: number
}

const plainSymbol = new Uint8Array(128)
for (let letter = 0; letter < 26; letter++) {
  plainSymbol[97 + letter] = letter + 1
  plainSymbol[65 + letter] = letter + 1
}
for (let digit = 0; digit < 10; digit++) plainSymbol[48 + digit] = digit + 27

const apostrophe = 39

/** Whether every character is plain ASCII, as in nearly all names. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 126) return false
  return true
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’ʼ`"]/g, "'")
}

/** Writes the key of a text into `into` and gives its length; `starts` by `lastStarts`. Takes any text. */
export function writeKey(text: string, into: Uint8Array): number {
  const plain = isPlain(text) ? text : folded(text)
  let length = 0
  let newWord = true
  startsWritten = 0
  for (let at = 0; at < plain.length && length < longestKey; at++) {
    const code = plain.charCodeAt(at)
    const symbol = code < 128 ? (plainSymbol[code] as number) : 0
    if (symbol === 0) {
      // Ra'as is one word.
      if (code !== apostrophe) newWord = true
      continue
    }
    if (newWord && length < 32) startsWritten |= 1 << length
    newWord = false
    into[length++] = symbol
  }
  return length
}

let startsWritten = 0
/** Where words started in the key that was written last. */
export function lastStarts(): number {
  return startsWritten
}

export function keyOf(text: string): Key {
  const symbols = new Uint8Array(longestKey)
  const length = writeKey(text, symbols)
  return { symbols, length, starts: lastStarts() }
}

/** Trigrams of a key with two empty symbols before it, so that beginnings weigh more; a trigram may repeat. */
export function eachTrigram(
  symbols: Uint8Array,
  from: number,
  length: number,
  see: (trigram: number) => void,
): void {
  let one = 0
  let two = 0
  for (let at = 0; at < length; at++) {
    const three = symbols[from + at] as number
    see((one * alphabet + two) * alphabet + three)
    one = two
    two = three
  }
}

const rows = [new Uint8Array(longestKey + 1), new Uint8Array(longestKey + 1), new Uint8Array(longestKey + 1)]

/**
 * Typing mistakes (a letter wrong, missing, too many, or two swapped) between the typed key and the best
 * beginning of a name's symbols from `from` to `end`; `whole` counts the rest of the name too. More than
 * `most` is told as `most + 1`.
 */
export function mistakes(
  typed: Key,
  names: Uint8Array,
  from: number,
  end: number,
  most: number,
  whole: boolean,
): number {
  const width = Math.min(end - from, typed.length + most)
  if (whole && Math.abs(end - from - typed.length) > most) return most + 1
  let [before, previous, current] = rows as [Uint8Array, Uint8Array, Uint8Array]
  for (let column = 0; column <= width; column++) previous[column] = column
  for (let row = 1; row <= typed.length; row++) {
    const best = fillRow(typed.symbols, names, from, row, width, before, previous, current)
    if (best > most) return most + 1
    ;[before, previous, current] = [previous, current, before]
  }
  let least = previous[width] as number
  if (!whole)
    for (let column = 0; column < width; column++) least = Math.min(least, previous[column] as number)
  return Math.min(least, most + 1)
}

function fillRow(
  typed: Uint8Array,
  names: Uint8Array,
  from: number,
  row: number,
  width: number,
  before: Uint8Array,
  previous: Uint8Array,
  current: Uint8Array,
): number {
  const symbol = typed[row - 1] as number
  const symbolBefore = typed[row - 2] as number
  current[0] = row
  let best = row
  for (let column = 1; column <= width; column++) {
    const named = names[from + column - 1] as number
    let cost = (previous[column - 1] as number) + (symbol === named ? 0 : 1)
    cost = Math.min(cost, (previous[column] as number) + 1, (current[column - 1] as number) + 1)
    const swapped =
      row > 1 &&
      column > 1 &&
      symbol === names[from + column - 2] &&
      symbolBefore === named &&
      symbol !== named
    if (swapped) cost = Math.min(cost, (before[column - 2] as number) + 1)
    current[column] = cost
    if (cost < best) best = cost
  }
  return best
}
