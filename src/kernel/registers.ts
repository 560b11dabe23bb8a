// Fields that several people may set without a network: each is a register, and of two settings the later one stands, whatever
// the order in which they arrive (last writer wins). Later by a logical clock, so that no wrong clock of a phone decides (Lamport,
// "Time, clocks, and the ordering of events", 1978); where two did not know of each other, by the id of the move. Pure.

/** When and by whom: `clock` is one more than any that the mover had seen; `move` is its id. */
export type Moved = { clock: number; move: string; at: string; byName: string }
export type Register<V> = Moved & { value: V }
export type Registers<F> = { readonly [K in keyof F]?: Register<F[K]> }

export const isLater = (a: Pick<Moved, 'clock' | 'move'>, b: Pick<Moved, 'clock' | 'move'>): boolean =>
  a.clock > b.clock || (a.clock === b.clock && a.move > b.move)

/** The fields after a move that set some of them; the same fields where each was set later already. */
export function moved<F extends object>(
  before: Registers<F>,
  set: { readonly [K in keyof F]?: F[K] | undefined },
  by: Moved,
): Registers<F> {
  const next: { [K in keyof F]?: Register<F[K]> } = { ...before }
  for (const key of Object.keys(set) as (keyof F)[]) {
    const known = before[key]
    if (set[key] !== undefined && (!known || isLater(by, known)))
      next[key] = { ...by, value: set[key] as F[typeof key] }
  }
  return next
}

/** The newest clock in some fields; the next move takes one more. */
export const clockOf = (fields: Registers<Record<string, unknown>>): number =>
  Math.max(0, ...Object.values(fields).map((each) => each?.clock ?? 0))

/** Who set one of these fields last. */
export function lastMoved(
  fields: Registers<Record<string, unknown>>,
  but: readonly string[] = [],
): Moved | null {
  const all = Object.entries(fields).flatMap(([key, each]) => (each && !but.includes(key) ? [each] : []))
  return all.reduce<Moved | null>((last, each) => (last && isLater(last, each) ? last : each), null)
}
