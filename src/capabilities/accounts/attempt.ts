// How wrong tries slow the next one down. Pure; the counts live in the database.

/** The first `free` failures cost nothing; each one after doubles the wait, up to `capSeconds`. */
export type Limit = {
  free: number
  firstSeconds: number
  capSeconds: number
  forgetSeconds: number
  /** A name that failed fewer times from there itself is not made to wait: one office behind one address is many people. */
  spares?: number
}
export type Attempts = { failures: number; lastAt: Date; blockedUntil: Date }

const quarter = 15 * 60
const day = 86_400

/**
 * One name from one address or device is slowed to a quarter of an hour. One name from everywhere is slowed
 * by a minute at most, so that a stranger cannot keep a villager out; and a device that signed in before is
 * counted by itself, so that it is not kept waiting for what strangers do.
 */
export const limits = {
  pair: { free: 5, firstSeconds: 5, capSeconds: quarter, forgetSeconds: day },
  address: { free: 40, firstSeconds: 5, capSeconds: quarter, forgetSeconds: 3600, spares: 3 },
  name: { free: 20, firstSeconds: 5, capSeconds: 60, forgetSeconds: 3600 },
  secondFactor: { free: 5, firstSeconds: 15, capSeconds: quarter, forgetSeconds: day },
  code: { free: 10, firstSeconds: 5, capSeconds: quarter, forgetSeconds: 3600 },
  own: { free: 5, firstSeconds: 15, capSeconds: quarter, forgetSeconds: day },
} as const satisfies Record<string, Limit>

/** The failures that still count. */
export const failuresNow = ({ failures, lastAt }: Attempts, limit: Limit, now: Date): number =>
  now.getTime() - lastAt.getTime() > limit.forgetSeconds * 1000 ? 0 : failures

/** The state after one more failure. */
export function afterFailure(before: Attempts | null, limit: Limit, now: Date): Attempts {
  const failures = (before ? failuresNow(before, limit, now) : 0) + 1
  const over = failures - limit.free
  const wait = over < 1 ? 0 : Math.min(limit.capSeconds, limit.firstSeconds * 2 ** Math.min(over - 1, 20))
  return { failures, lastAt: now, blockedUntil: new Date(now.getTime() + wait * 1000) }
}

/** Whole seconds to wait before the next try; 0 when it may be now. */
export function waitSeconds(state: Attempts | null, now: Date): number {
  return state ? Math.max(0, Math.ceil((state.blockedUntil.getTime() - now.getTime()) / 1000)) : 0
}
