import type pg from 'pg'

type Patiently = <T>(milliseconds: number, work: () => Promise<T>) => Promise<T>

const known = new WeakMap<pg.Pool, Patiently>()

/** Tells how the engine behind a pool is given more time; a server needs none and tells nothing. */
export function setPatience(pool: pg.Pool, patiently: Patiently): void {
  known.set(pool, patiently)
}

const halfAnHour = 30 * 60_000

/** Does work whose single statements may take long, such as an index on a full table, without the watchdog. */
export async function patiently<T>(pool: pg.Pool, work: () => Promise<T>): Promise<T> {
  const give = known.get(pool)
  return give ? await give(halfAnHour, work) : await work()
}
