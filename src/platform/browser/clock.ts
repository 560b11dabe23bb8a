// How far the clock of this device is from the server's, as its answers tell, and the time that a note gets where it is far off.
import { clockRefusals, type Envelope } from '../../kernel/command.ts'
import type { Refusal } from '../../kernel/refusal.ts'

const minuteMs = 60_000
/** A village notes its hours to the minute; a clock that is wrong by less is as good as the one on the wall. */
const farMs = 10 * minuteMs

/** Milliseconds that the server is ahead; `base` is the start of the page by the device's clock when that was heard. */
let heard = { aheadMs: 0, base: 0 }
const listeners = new Set<() => void>()
const base = () => Date.now() - performance.now()

/** Takes the `date` of an answer that was asked for at `askedAt`, by the device's clock. */
export function hearServer(date: string | null, askedAt: number): void {
  const [said, now] = [Date.parse(date ?? ''), Date.now()]
  // While it was on its way the phone slept, or its clock was put right: then nobody knows when the server said it.
  if (Number.isNaN(said) || now < askedAt || now - askedAt > minuteMs) return
  heard = { aheadMs: said - (askedAt + now) / 2, base: base() }
  for (const listener of listeners) listener()
}

function aheadMs(): number {
  if (Math.abs(heard.aheadMs) < farMs) return 0
  // Somebody has put the clock right since: it moved by just what it was off.
  return Math.abs(base() - heard.base - heard.aheadMs) < farMs ? 0 : heard.aheadMs
}

/** Whole minutes that this clock is behind the server's, below zero when it is ahead; 0 where it is near enough. */
export const minutesBehind = (): number => Math.round(aheadMs() / minuteMs)

export function onClock(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export type Time = Pick<Envelope, 'at' | 'clock'>

/** When something was done that the device's clock puts at `made`; by the server's where that is known to be far off. */
export function timeOf(made: Date): Time {
  const ahead = aheadMs()
  if (ahead === 0) return { at: made.toISOString() }
  return { at: new Date(made.getTime() + ahead).toISOString(), clock: 'server' }
}

const clockCodes = new Set(['platform.clock-ahead', 'platform.clock-behind', 'platform.not-an-instant'])

/** Whether it is the time of the envelope that is refused. It is no field of the input, so nobody could mend it. */
export const isOfTime = (refusals: readonly Pick<Refusal, 'code' | 'field'>[] = []): boolean =>
  refusals.some(({ code, field }) => field === undefined && clockCodes.has(code))

/**
 * The time anew for what the server did not take because of it: moved by as much as the clock is off, or, where that leads
 * nowhere because the clock was put right since, now.
 */
export function timeAnew(at: string): Time {
  const now = new Date(Date.now() + aheadMs())
  const moved = new Date(Date.parse(at) + aheadMs())
  const fits =
    moved <= now &&
    clockRefusals(Number.isFinite(moved.getTime()) ? moved.toISOString() : '', now).length === 0
  return { at: (fits ? moved : now).toISOString(), clock: 'server' }
}
