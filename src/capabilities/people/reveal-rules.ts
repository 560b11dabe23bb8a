// How fast sealed values may be opened one after the other. Pure.

/** In an hour, by one person in one village: a day of checking cards by hand is far below it. */
export const revealsFree = 60
const firstSeconds = 15
const mostSeconds = 600

/** Seconds to wait for the next one after `count` in the last hour, the last of them `since` seconds ago. */
export function secondsToReveal(count: number, since: number): number {
  const over = count - revealsFree
  if (over < 0) return 0
  const wait = Math.min(mostSeconds, firstSeconds * 2 ** Math.min(over, 10))
  return Math.max(0, Math.ceil(wait - since))
}

/** Whether the privacy officer hears of it: at the last that was free, and at each tenth behind it. */
export const alarms = (nth: number): boolean => nth >= revealsFree && (nth - revealsFree) % 10 === 0
