// Short codes that are read aloud, typed with one thumb, and printed as QR: of a meeting, and of a person.
// Both sides make the same code from the same id, so no network is needed to know it.

/** No 0 O Q D, 1 I L, 2 Z, 5 S, 6 G, 8 B, U V: what looks or sounds alike by hand and on a worn print. */
export const codeLetters = 'ACEFHJKMNPRTWXY3479'
export const codeLength = 6

/** Two independent 32-bit FNV-1a sums, so that six letters of 19 (47 million codes) are evenly used. */
function sums(text: string): [number, number] {
  let one = 0x811c9dc5
  let two = 0x1b873593
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    one = Math.imul(one ^ unit, 0x01000193)
    two = Math.imul(two ^ unit, 0x85ebca6b)
    two ^= two >>> 13
  }
  return [one >>> 0, two >>> 0]
}

/** The code of an id. `attempt` gives the next candidate where the first is taken. */
export function codeOf(id: string, attempt = 0): string {
  const [one, two] = sums(attempt === 0 ? id : `${id}#${attempt}`)
  let rest = (BigInt(one) << 32n) | BigInt(two)
  const base = BigInt(codeLetters.length)
  let code = ''
  for (let i = 0; i < codeLength; i++) {
    code += codeLetters[Number(rest % base)]
    rest /= base
  }
  return code
}

/** The codes that an id may get, the likeliest first. That all are taken does not happen: there are 47 million. */
export const likelyCodes = (id: string): string[] =>
  Array.from({ length: 5 }, (_, attempt) => codeOf(id, attempt))

/** The first candidate of an id that no other record of the village has. */
export function freeCode(id: string, taken: ReadonlySet<string>): string {
  for (let attempt = 0; ; attempt++) {
    const code = codeOf(id, attempt)
    if (!taken.has(code)) return code
  }
}

/** What somebody typed or scanned, as a code: any case, spaces and dashes. Null when it cannot be one. */
export function readCode(typed: string): string | null {
  const bare = typed.toUpperCase().replace(/[\s\-.]/g, '')
  const found = bare.startsWith('REMBUG:') ? bare.slice(bare.lastIndexOf(':') + 1) : bare
  if (found.length !== codeLength) return null
  return [...found].every((letter) => codeLetters.includes(letter)) ? found : null
}

/** The first letter typed that no code ever has, so that the screen can say which one to look at again. */
export function mistakenLetter(typed: string): string | null {
  return (
    [...typed.toUpperCase().replace(/[\s\-.]/g, '')].find((letter) => !codeLetters.includes(letter)) ?? null
  )
}

/** What a QR code says: a person at a meeting, or the meeting itself. Not a web address: it works offline. */
export const qrText = (about: 'person' | 'meeting', code: string): string => `rembug:${about}:${code}`

/** "ABC 123": in two groups, as it is printed and read out. */
export const spacedCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`
