// From the engine's own reactivity to React's: every change of any state counts a version up, once a moment however many
// values it moved, and the page that is shown reads what it needs anew.

export type Bridge = {
  /** Handed to the engine, which writes each change through what it gives back. */
  factory: <T extends object>(state: T) => T
  subscribe: (listener: () => void) => () => void
  version: () => number
  /** Tells of a change outside the engine. */
  changed: () => void
}

export function newBridge(): Bridge {
  const listeners = new Set<() => void>()
  let version = 0
  let told = true
  const changed = () => {
    if (!told) return
    told = false
    queueMicrotask(() => {
      told = true
      version += 1
      for (const listener of listeners) listener()
    })
  }
  return {
    factory: (state) =>
      new Proxy(state, {
        set(target, key, value) {
          const before = Reflect.get(target, key)
          const done = Reflect.set(target, key, value)
          if (before !== value) changed()
          return done
        },
      }),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    version: () => version,
    changed,
  }
}
