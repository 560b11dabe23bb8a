// What the server is doing just now, so that a slow statement can say for whom: a route's pattern or a command's name; and what
// is to be ended when whoever asked for it has left.
import { AsyncLocalStorage } from 'node:async_hooks'

type Doing = { what: string; ends: Set<() => void> }
const store = new AsyncLocalStorage<Doing>()

/** Runs work, and all that follows from it, under a name that holds nothing personal. `leave` ends what is `endable` in it. */
export function during<T>(what: string, work: (leave: () => void) => T): T {
  const doing: Doing = { what, ends: new Set() }
  const leave = () => {
    for (const end of doing.ends) end()
  }
  return store.run(doing, () => work(leave))
}

/** Work for more than one: whoever began it ends nothing of it by leaving. */
export const apart = <T>(work: () => T): T => during(whatIsDone() ?? 'shared work', work)

/** Says more exactly what the work under way is. */
export function nowDoing(what: string): void {
  const here = store.getStore()
  if (here) here.what = what
}

export const whatIsDone = (): string | undefined => store.getStore()?.what

/** Does work that is ended by `end` when whoever asked for it leaves meanwhile. */
export async function endable<T>(end: () => void, work: () => Promise<T>): Promise<T> {
  const here = store.getStore()
  if (!here) return work()
  here.ends.add(end)
  try {
    return await work()
  } finally {
    here.ends.delete(end)
  }
}
