// The library as the server last told it; kept on the phone, so that a survey can be opened without a line.

import { useCallback, useEffect, useState } from 'react'
import { ask } from '../../../../platform/browser/api.ts'
import { type Fault, faultOf } from '../../../../platform/browser/asking/fault.ts'
import { usePhone, usePhoneState } from '../../../../platform/browser/hooks.tsx'
import { keepThing, readThing } from '../../../../platform/browser/local/things.ts'
import type { FormLine, FormList } from '../form.ts'

const keyOf = (place: string) => `forms:${place}`

export type FormLines = {
  lines: readonly FormLine[] | null
  /** told: as the server has it now. kept: as this phone remembers it. */
  state: 'loading' | 'told' | 'kept' | 'failed'
  /** Why it is not told. */
  fault: Fault | null
  reload: () => void
}

export function useFormLines(place: string): FormLines {
  const { open } = usePhone()
  const { line } = usePhoneState()
  const [lines, setLines] = useState<readonly FormLine[] | null>(null)
  const [state, setState] = useState<FormLines['state']>('loading')
  const [fault, setFault] = useState<Fault | null>(null)
  const [times, setTimes] = useState(0)
  useEffect(() => {
    let current = true
    const key = keyOf(place)
    const kept = async () => {
      const found = await readThing<FormLine[]>(open, key)
      if (!current) return
      if (found) setLines(found)
      setState(found ? 'kept' : 'failed')
    }
    ask<FormList>('surveys.forms', { place }).then(
      async ({ forms }) => {
        if (!current) return
        setLines(forms)
        setState('told')
        setFault(null)
        await keepThing(open, key, forms)
      },
      (error: unknown) => {
        if (current) setFault(faultOf(error))
        return kept()
      },
    )
    return () => {
      current = false
    }
  }, [open, place, times, line])
  const reload = useCallback(() => setTimes((now) => now + 1), [])
  return { lines, state, fault, reload }
}
