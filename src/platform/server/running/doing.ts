// What the server is doing just now, so that a slow statement can say for whom: a route's pattern or a command's name.
import { AsyncLocalStorage } from 'node:async_hooks'

const store = new AsyncLocalStorage<{ what: string }>()

/** Runs work, and all that follows from it, under a name that holds nothing personal. */
export function during<T>(what: string, work: () => T): T {
  return store.run({ what }, work)
}

/** Says more exactly what the work under way is. */
export function nowDoing(what: string): void {
  const here = store.getStore()
  if (here) here.what = what
}

export const whatIsDone = (): string | undefined => store.getStore()?.what
