// Wrong secrets are counted by the address they come from; right ones are not counted at all.
import { countedAddress } from '../../../platform/server/http/address.ts'
import { Counted } from '../../../platform/server/running/counted.ts'

const windowMs = 60_000
/**
 * A secret has 128 bits or more and is not guessed: this bounds what strangers cost. Behind one address stands a whole office,
 * so a phone that is known is let in whatever the others there do.
 */
const wrongMost = 300

export class Guesses {
  readonly #wrong = new Counted(windowMs)

  tooMany(address: string, now = performance.now()): boolean {
    return this.#wrong.of(countedAddress(address), now) >= wrongMost
  }

  wrong(address: string, now = performance.now()): void {
    this.#wrong.count(countedAddress(address), now)
  }
}
