import { useState } from 'react'
import type { Refusal } from '../../../kernel/refusal.ts'
import { say } from '../../../platform/browser/language.ts'
import type { FieldFault } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { placesTexts } from '../texts.ts'

export type Faults = {
  faults: readonly FieldFault[]
  attempt: number
  errorOf: (field: string) => string | undefined
  /** Counts an attempt to send; true when nothing stands in its way. */
  try: () => boolean
}

/** Refusals as sentences at their fields, shown from the first attempt to send. */
export function useFaults(refusals: readonly Refusal[]): Faults {
  const [attempt, setAttempt] = useState(0)
  const faults =
    attempt > 0 ? refusals.map((each) => ({ field: each.field, message: say(each, placesTexts) })) : []
  return {
    faults,
    attempt,
    errorOf: (field) => faults.find((fault) => fault.field === field)?.message,
    try: () => {
      setAttempt((before) => before + 1)
      return refusals.length === 0
    },
  }
}
