// The half-written forms of this phone, as the lists of surveys show them.
import { useMemo } from 'react'
import { type DraftLine, listDrafts } from '../../../../platform/browser/local/drafts.ts'
import type { Unlocked } from '../../../../platform/browser/sync/session.ts'
import { useDrafts } from '../../../../platform/browser/use-drafts.ts'
import { type DraftHead, draftKind } from '../draft.ts'

export type SurveyDraft = DraftLine<DraftHead>

const noDrafts: readonly SurveyDraft[] = []
const read = (open: Unlocked, place: string) => listDrafts<DraftHead>(open, place, draftKind)

export const useSurveyDrafts = (place: string): readonly SurveyDraft[] => useDrafts(place, read, noDrafts)

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
