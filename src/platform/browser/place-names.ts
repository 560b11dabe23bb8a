// Names of places that this phone has heard of, so that they are there without a network too.
import { useEffect, useState } from 'react'
import { ask } from './api.ts'
import { keepSmall, small } from './local/small-things.ts'

export type PlaceName = { title: string; line: string }

const key = 'rembug-place-names'
const most = 500
const asking = new Map<string, Promise<PlaceName | null>>()

const remembered = (): Record<string, PlaceName> => small(key) ?? {}

function remember(code: string, name: PlaceName): void {
  const kept = Object.entries({ ...remembered(), [code]: name }).slice(-most)
  keepSmall(key, Object.fromEntries(kept))
}

/** The name of a place: from this phone, else from the server; null when neither knows it now. */
export function placeName(code: string): Promise<PlaceName | null> {
  const known = remembered()[code]
  if (known) return Promise.resolve(known)
  const running = asking.get(code)
  if (running !== undefined) return running
  const asked = ask<PlaceName>('places.region', { code })
    .then((region) => {
      const name = { title: region.title, line: region.line }
      remember(code, name)
      return name
    })
    .catch(() => null)
    .finally(() => asking.delete(code))
  asking.set(code, asked)
  return asked
}

/** The name of a place for a screen; its code until the name is known. */
export function usePlaceName(code: string): PlaceName {
  const [name, setName] = useState<PlaceName>(() => remembered()[code] ?? { title: code, line: '' })
  useEffect(() => {
    let current = true
    setName(remembered()[code] ?? { title: code, line: '' })
    void placeName(code).then((found) => current && found && setName(found))
    return () => {
      current = false
    }
  }, [code])
  return name
}
