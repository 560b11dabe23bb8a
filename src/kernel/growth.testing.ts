/**
 * How many times as long `work` takes for four times the size: about 4 where it grows as what it is given, 16 where it
 * grows with the square of it. A ratio of the same run and never a time: a slow machine is slow for both.
 */
export function growth(work: (size: number) => unknown, size: number): number {
  const quickest = (of: number) =>
    Math.min(
      ...[1, 2].map(() => {
        const began = performance.now()
        work(of)
        return performance.now() - began
      }),
    )
  return quickest(size * 4) / quickest(size)
}

/** More than this is no longer what is asked for four times as much: halfway, in powers, to the square. */
export const inProportion = 8
