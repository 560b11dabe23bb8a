// Where the log of a place stood at some moment: how many entries, and the hash of the last. Whoever keeps one outside of the
// server can show later whether the log is still the one it was: phones keep them, backups, and printed papers.
import { placeCodePattern } from './place-code.ts'

export type Head = { place: string; seq: number; hash: string }
/** As a server gives it to a phone. `seal`: that this server gave it. Without one anybody could raise an alarm. */
export type SealedHead = { seq: number; hash: string; seal: string }

/** Hex digits of a hash that stand on paper, in groups of four: 64 bits, too many to look for another log that has them. */
const printed = 16
/** Fewer say too little. */
export const leastDigits = 12

/** "1a2b 3c4d 5e6f 7a8b" */
export const shortHash = (hash: string): string => (hash.slice(0, printed).match(/.{4}/g) ?? []).join(' ')

const headLine =
  /(?:^|[^\d.])(ID|\d[\d.]{1,12})(?![\d.])[^\da-f]+(\d[\d.]*)(?![\d.])[^\da-f]+((?:[0-9a-f]{4}[ -]?){3,16})(?![0-9a-f])/

/** The head in a line as `verify` prints it or as it stands on a paper, whole or its first digits; null where there is none. */
export function headIn(line: string): Head | null {
  const [, place = '', seq = '', digits = ''] = headLine.exec(line.trim()) ?? []
  const hash = digits.replaceAll(/[ -]/g, '')
  if (!placeCodePattern.test(place) || hash.length < leastDigits) return null
  return { place, seq: Number(seq.replaceAll('.', '')), hash }
}

/** All heads in a text, a line each; other lines are left out. */
export const headsIn = (text: string): Head[] => text.split(/\r?\n/).flatMap((line) => headIn(line) ?? [])

/** As it stands on a paper: "34.71.04.1001 · 123 · 1a2b 3c4d 5e6f 7a8b". */
export const paperLineOf = ({ place, seq, hash }: Head): string => `${place} · ${seq} · ${shortHash(hash)}`

/** A line that `headIn` reads again. */
export const headLineOf = ({ place, seq, hash }: Head): string => `${place} ${seq} ${hash}`
