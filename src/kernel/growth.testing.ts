const rounds = 6

/** More than this is no longer what is asked for four times as much: halfway, in powers, to the square. */
export const inProportion = 8

/**
 * How many times as long `work` takes for four times the size: about 4 where it grows as what it is given, 16 where it
 * grows with the square of it. A ratio of the same run and never a time: a slow machine is slow for both. Who else works on the machine
 * meanwhile can only add to a time, so the quickest of each counts, and where that is out of proportion it is tried again.
 */
export function growth(work: (size: number) => unknown, size: number): number {
  const quickest = { one: Number.POSITIVE_INFINITY, four: Number.POSITIVE_INFINITY }
  const time = (of: number) => {
    const began = performance.now()
    work(of)
    return performance.now() - began
  }
  const ratio = () => quickest.four / quickest.one
  for (let round = 0; round < rounds && (round < 2 || ratio() >= inProportion); round++) {
    quickest.one = Math.min(quickest.one, time(size))
    quickest.four = Math.min(quickest.four, time(size * 4))
  }
  return ratio()
}
