// A definition that is still being checked may be anything. These look into it without believing it, so that
// one wrong line does not hide the errors of the others.

export type Path = readonly (string | number)[]
export type Placed = { value: unknown; path: Path }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function lookAt(value: unknown, path: Path): unknown {
  let here: unknown = value
  for (const part of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, part)) return undefined
    here = (here as Record<string | number, unknown>)[part]
  }
  return here
}

export function textAt(value: unknown, ...path: Path): string | undefined {
  const found = lookAt(value, path)
  return typeof found === 'string' ? found : undefined
}

/** The entries of a list, each with its path from the top. */
export function listAt(from: Placed, ...path: Path): Placed[] {
  const list = lookAt(from.value, path)
  if (!Array.isArray(list)) return []
  return list.map((value: unknown, i) => ({ value, path: [...from.path, ...path, i] }))
}

/** The entries of a map, each with its key and its path from the top. */
export function entriesAt(from: Placed, ...path: Path): (Placed & { key: string })[] {
  const map = lookAt(from.value, path)
  if (!isRecord(map)) return []
  return Object.entries(map).map(([key, value]) => ({ key, value, path: [...from.path, ...path, key] }))
}

/** Every text under a key of this name, at any depth. */
export function everyTextUnder(key: string, from: Placed): Placed[] {
  if (Array.isArray(from.value)) {
    return from.value.flatMap((value: unknown, i) => everyTextUnder(key, { value, path: [...from.path, i] }))
  }
  if (!isRecord(from.value)) return []
  return Object.entries(from.value).flatMap(([name, value]) => {
    const path = [...from.path, name]
    return name === key && typeof value === 'string'
      ? [{ value, path }]
      : everyTextUnder(key, { value, path })
  })
}
