// Heads of logs on this phone: the server gives one with each round, and is asked whether it still has the last. So whoever owns
// the server cannot change what a village did without its phones noticing.
import type { Head, SealedHead } from '../../../kernel/head.ts'
import type { Pin } from '../local/device-store.ts'
import { keepThing, readThing } from '../local/things.ts'
import type { Unlocked } from './session.ts'

/** What an answer of the feed says of heads; an older server says nothing. */
export type HeadsSaid = { proof?: SealedHead | null; kept?: 'there' | 'gone' | null }
/** A head that the server no longer has, and when that was found. */
export type Missed = Head & { at: string }
/** `at`: when it came, by this phone's clock. */
export type Kept = SealedHead & { at: string }
type Stored = { heads: readonly Kept[]; missed: Missed | null }

const most = 4
const keyOf = (place: string) => `heads ${place}`

async function stored(open: Unlocked, place: string): Promise<Stored> {
  return (await readThing<Stored>(open, keyOf(place))) ?? { heads: [], missed: null }
}

const store = (open: Unlocked, place: string, value: Stored): Promise<void> =>
  keepThing(open, keyOf(place), value)

export class KeptHeads {
  readonly #open: Unlocked
  readonly #place: string
  #stored: Stored
  #told = false
  private constructor(open: Unlocked, place: string, kept: Stored) {
    this.#open = open
    this.#place = place
    this.#stored = kept
  }

  static async of(open: Unlocked, place: string): Promise<KeptHeads> {
    return new KeptHeads(open, place, await stored(open, place))
  }

  /** What is added to the question of one round, once. */
  asked(): string {
    const [newest] = this.#stored.heads
    if (!newest || this.#told) return ''
    this.#told = true
    return `&kept=${newest.seq}.${newest.hash}.${newest.seal}`
  }

  async take({ proof, kept }: HeadsSaid): Promise<void> {
    const { heads, missed } = this.#stored
    const [newest] = heads
    const at = new Date().toISOString()
    const gone =
      kept === 'gone' && newest ? { place: this.#place, seq: newest.seq, hash: newest.hash, at } : missed
    const next = proof && proof.hash !== newest?.hash ? [{ ...proof, at }, ...heads].slice(0, most) : heads
    if (gone === missed && next === heads) return
    this.#stored = { heads: next, missed: gone }
    await store(this.#open, this.#place, this.#stored)
  }
}

/** The newest head of a place that this phone has, for a paper. */
export const newestHead = async (open: Unlocked, place: string): Promise<Kept | null> =>
  (await stored(open, place)).heads[0] ?? null

/** The heads of these places that the server no longer has. */
export async function missedHeads(open: Unlocked, pins: readonly Pin[]): Promise<Missed[]> {
  const all = await Promise.all(pins.map(({ place }) => stored(open, place)))
  return all.flatMap(({ missed }) => missed ?? [])
}

/** Somebody has told whom it concerns. */
export async function toldOfMissed(open: Unlocked, place: string): Promise<void> {
  await store(open, place, { ...(await stored(open, place)), missed: null })
}
