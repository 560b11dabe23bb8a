// How numbers and days are gathered into bars. Pure arithmetic.

const barsWanted = 12

/** A step of 1, 2 or 5 times a power of ten that makes about a dozen bars; whole numbers get whole steps. */
export function stepFor(min: number, max: number, whole: boolean): number {
  const span = max - min
  if (span <= 0) return 1
  if (whole && span <= 20) return 1
  const rough = span / barsWanted
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5, 10].find((each) => each * power >= rough) ?? 10) * power
  return whole ? Math.max(1, Math.round(step)) : step
}

/** The start of a bar as a number that reads well: 0.1 steps do not become 0.30000000000000004. */
export const binStart = (index: number, step: number): number => Number((index * step).toPrecision(12))

export type DayBucket = 'day' | 'month' | 'year'
const lengths = { day: 10, month: 7, year: 4 } as const

/** Days for up to six weeks, months for up to three years, else years. */
export function bucketFor(first: string, last: string): DayBucket {
  const days = (Date.parse(last) - Date.parse(first)) / 86_400_000
  return days <= 45 ? 'day' : days <= 3 * 366 ? 'month' : 'year'
}

function next(at: string, bucket: DayBucket): string {
  const from = new Date(`${at.padEnd(10, '-01')}T00:00:00Z`)
  if (bucket === 'day') from.setUTCDate(from.getUTCDate() + 1)
  if (bucket === 'month') from.setUTCMonth(from.getUTCMonth() + 1)
  if (bucket === 'year') from.setUTCFullYear(from.getUTCFullYear() + 1)
  return from.toISOString().slice(0, lengths[bucket])
}

/** Counts by day gathered into buckets in order, days without an answer among them. Refuses nothing: what is no day is left out. */
export function gatherDays(counts: ReadonlyMap<string, number>): { value: string; count: number }[] {
  const days = [...counts.keys()].filter((day) => /^\d{4}-\d\d-\d\d$/.test(day)).sort()
  const [first] = days
  const last = days.at(-1)
  if (!first || !last || Number.isNaN(Date.parse(first)) || Number.isNaN(Date.parse(last))) return []
  const bucket = bucketFor(first, last)
  const sums = new Map<string, number>()
  for (const day of days) {
    const key = day.slice(0, lengths[bucket])
    sums.set(key, (sums.get(key) ?? 0) + (counts.get(day) ?? 0))
  }
  const end = last.slice(0, lengths[bucket])
  const bars: { value: string; count: number }[] = []
  // A wrong century makes many years; after that many bars only those with a count are told.
  for (let at = first.slice(0, lengths[bucket]); at <= end && bars.length < 120; at = next(at, bucket))
    bars.push({ value: at, count: sums.get(at) ?? 0 })
  const drawn = new Set(bars.map((bar) => bar.value))
  const rest = [...sums].filter(([value]) => !drawn.has(value))
  return [...bars, ...rest.map(([value, count]) => ({ value, count }))]
}
