// Wrong secrets are counted by the address they come from; right ones are not counted at all.
import { countedAddress } from '../../../platform/server/http/address.ts'

const windowMs = 60_000
/**
 * A secret has 128 bits or more and is not guessed: this bounds what strangers cost. Behind one address stands a whole office,
 * so a phone that is known is let in whatever the others there do.
 */
const wrongMost = 300
const addressesMost = 50_000

/** How often something happens in a minute, by whoever it is counted for. */
export class Minutes {
  readonly #counts = new Map<string, { count: number; until: number }>()

  /** Counts once more; gives how often it was in this minute. */
  count(key: string, now = performance.now()): number {
    const found = this.#counts.get(key)
    if (found && found.until > now) return ++found.count
    if (this.#counts.size >= addressesMost) this.#counts.clear()
    this.#counts.set(key, { count: 1, until: now + windowMs })
    return 1
  }

  of(key: string, now = performance.now()): number {
    const found = this.#counts.get(key)
    return found && found.until > now ? found.count : 0
  }
}

export class Guesses {
  readonly #wrong = new Minutes()

  tooMany(address: string, now = performance.now()): boolean {
    return this.#wrong.of(countedAddress(address), now) >= wrongMost
  }

  wrong(address: string, now = performance.now()): void {
    this.#wrong.count(countedAddress(address), now)
  }
}
