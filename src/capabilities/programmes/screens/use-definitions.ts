// The definitions that hold at a place, asked of the server; and one of them whole.
import { useEffect, useState } from 'react'
import { ask } from '../../../platform/browser/api.ts'
import type { Programme } from '../definition.ts'
import type { DefinitionEntry } from '../overview.ts'

export function useDefinitions(
  place: string,
  times = 0,
): { entries: DefinitionEntry[] | null; failed: boolean } {
  const [entries, setEntries] = useState<DefinitionEntry[] | null>(null)
  const [failed, setFailed] = useState(false)
  // `times` asks again after an import.
  useEffect(() => {
    ask<{ definitions: DefinitionEntry[] }>('programmes.available', { place })
      .then(({ definitions }) => setEntries(definitions))
      .catch(() => setFailed(true))
  }, [place, times])
  return { entries, failed }
}

export function useDefinition(place: string, key: string): Programme | null {
  const [programme, setProgramme] = useState<Programme | null>(null)
  useEffect(() => {
    setProgramme(null)
    if (!key) return
    ask<{ body: Programme }>('programmes.definition', { place, key })
      .then(({ body }) => setProgramme(body))
      .catch(() => setProgramme(null))
  }, [place, key])
  return programme
}
