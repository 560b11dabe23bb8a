// Rows of a place as pure functions see them: on a phone the local copy, in a test a plain map.

/** A row set to a new value, or taken away (null). */
export type Change = { collection: string; id: string; value: unknown | null }

export type View = {
  place: string
  get<T>(collection: string, id: string): T | undefined
  all<T>(collection: string): readonly T[]
}

/** A view over plain rows, for rules' tests and for the server where it wants to replay. */
export function viewOf(place: string, rows: readonly Change[]): View {
  const at = new Map(rows.map((row) => [`${row.collection}:${row.id}`, row]))
  return {
    place,
    get: <T>(collection: string, id: string) =>
      (at.get(`${collection}:${id}`)?.value ?? undefined) as T | undefined,
    all: <T>(collection: string) =>
      [...at.values()]
        .filter((row) => row.collection === collection && row.value !== null)
        .map((row) => row.value as T),
  }
}
