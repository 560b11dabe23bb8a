// The same demonstration every time: ids and chances that follow from names, not from the hour.
import { createHash } from 'node:crypto'

/** An id that is always the same for the same words. */
export function demoId(...words: readonly (string | number)[]): string {
  const hex = createHash('sha256')
    .update(`rembug-demo:${words.join(':')}`)
    .digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Whole numbers from 0 to below `below`, in an order that depends on the seed alone. */
export function chances(seed: string): (below: number) => number {
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0)
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
