// Which places there are, as whoever keeps the register says. Commands about any other are refused.
import type { Command } from '../../kernel/command.ts'
import { isPlaceCode, levelOf, nation } from '../../kernel/place-code.ts'
import type { ServerCapability } from './capability.ts'
import type { Db } from './db.ts'

/** Whether the place is of the level that the declaration speaks of. */
export function placeFits(scope: Command['scope'], place: string): boolean {
  if (!isPlaceCode(place)) return false
  if (scope === 'village') return levelOf(place) === 'village'
  if (scope === 'nation' || scope === 'self') return place === nation
  return true
}

/** One that was found stays: a place that has ended is still one, and what was done there is kept under its code. */
export class KnownPlaces {
  readonly #found = new Set<string>()
  readonly #db: Db
  readonly #registers: readonly NonNullable<ServerCapability['knowsPlace']>[]
  constructor(db: Db, capabilities: readonly ServerCapability[]) {
    this.#db = db
    this.#registers = capabilities.flatMap(({ knowsPlace }) => knowsPlace ?? [])
  }

  async has(code: string): Promise<boolean> {
    if (this.#found.has(code)) return true
    const said = await Promise.all(this.#registers.map((knows) => knows(this.#db, code)))
    if (said.includes(false)) return false
    this.#found.add(code)
    return true
  }
}
