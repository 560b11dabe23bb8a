// Work that an answer needs and that is too heavy for the transaction of a query, which holds a connection: with the embedded
// engine the only one. The query says so, its transaction ends, the work is done in small ones, and it is asked anew.
import { type Refusal, Refused } from '../../kernel/refusal.ts'
import type { Tx } from './db.ts'

/** Short transactions of their own, in the scope of the query. */
export type Entering = <Found>(look: (tx: Tx) => Promise<Found>) => Promise<Found>

/** Thrown by a query before it saw anything. What the work made must be found by the query when it is asked again. */
export class WorkFirst {
  readonly work: (entering: Entering) => Promise<void>
  /** Said when what it is made of changes each time before it is done. */
  readonly changing: Refusal
  constructor(work: (entering: Entering) => Promise<void>, changing: Refusal) {
    this.work = work
    this.changing = changing
  }
}

/** How often the work is begun for one question. */
const most = 3

export async function withWorkFirst<Answer>(ask: () => Promise<Answer>, entering: Entering): Promise<Answer> {
  for (let done = 0; ; done++)
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof WorkFirst)) throw error
      if (done === most) throw new Refused([error.changing])
      await error.work(entering)
    }
}
