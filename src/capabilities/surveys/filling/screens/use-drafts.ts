// The half-written forms of this phone, as the lists of surveys show them.
import { useEffect, useMemo, useState } from 'react'
import { usePhone, usePhoneState } from '../../../../platform/browser/hooks.tsx'
import { type DraftLine, listDrafts, onDrafts } from '../../../../platform/browser/local/drafts.ts'
import { type DraftHead, draftKind } from '../draft.ts'

export type SurveyDraft = DraftLine<DraftHead>

const noDrafts: readonly SurveyDraft[] = []

export function useSurveyDrafts(place: string): readonly SurveyDraft[] {
  const { open } = usePhone()
  const { version } = usePhoneState()
  const [drafts, setDrafts] = useState(noDrafts)
  useEffect(() => {
    let current = true
    const read = () => {
      listDrafts<DraftHead>(open, place, draftKind).then(
        (found) => current && setDrafts(found),
        (error: unknown) => console.warn('could not read the drafts', error),
      )
    }
    read()
    const stop = onDrafts(read)
    return () => {
      current = false
      stop()
    }
    // A draft that was sent leaves without a word: the phone's own state moves then.
  }, [open, place, version])
  return drafts
}

/** Households that somebody began to ask on this phone. */
export function useDraftHouseholds(place: string, survey: string): ReadonlySet<string> {
  const drafts = useSurveyDrafts(place)
  return useMemo(
    () =>
      new Set(
        drafts.flatMap(({ head }) => (head.survey === survey && head.household ? [head.household] : [])),
      ),
    [drafts, survey],
  )
}
