// Wrong secrets are counted by the address they come from; right ones are not counted at all.
const windowMs = 60_000
const wrongMost = 30
const addressesMost = 50_000

export class Guesses {
  readonly #wrong = new Map<string, { count: number; until: number }>()

  tooMany(address: string, now = performance.now()): boolean {
    const found = this.#wrong.get(address)
    return found !== undefined && found.until > now && found.count >= wrongMost
  }

  wrong(address: string, now = performance.now()): void {
    const found = this.#wrong.get(address)
    if (found && found.until > now) found.count += 1
    else {
      if (this.#wrong.size >= addressesMost) this.#wrong.clear()
      this.#wrong.set(address, { count: 1, until: now + windowMs })
    }
  }
}
