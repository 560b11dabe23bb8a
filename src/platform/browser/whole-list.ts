// A list that the server gives page by page, taken whole for a file. A file is whole or it is none: what breaks halfway, or does
// not come out at what the server counts, is told with how far it came.
export type Part<T> = { lines: readonly T[]; all: number; next: string | null }
/** `told`: how many lines came so far, of how many. */
export type Run = { signal: AbortSignal; told: (done: number, all: number) => void }

/** Lines came or went while the pages were taken. */
export class ListChanged extends Error {}

/** Every line once. A line that moved to a later page meanwhile counts as it was met last. */
export async function wholeOf<T>(
  partOf: (after: string | undefined, signal: AbortSignal) => Promise<Part<T>>,
  keyOf: (line: T) => string,
  { signal, told }: Run,
): Promise<T[]> {
  const met = new Map<string, T>()
  for (let after: string | undefined; ; ) {
    const { lines, all, next } = await partOf(after, signal)
    signal.throwIfAborted()
    for (const line of lines) met.set(keyOf(line), line)
    told(met.size, all)
    if (next === null && met.size !== all) throw new ListChanged()
    if (next === null) return [...met.values()]
    after = next
  }
}
