// Heavy work that several wait for.
import { apart } from './doing.ts'

/** By what is asked: whoever asks for the same meanwhile waits for it, and it goes on when the first of them leaves. */
export class Once<Done> {
  readonly #underWay = new Map<string, Promise<Done>>()

  do(what: string, work: () => Promise<Done>): Promise<Done> {
    const working = this.#underWay.get(what) ?? apart(work).finally(() => this.#underWay.delete(what))
    this.#underWay.set(what, working)
    return working
  }
}
