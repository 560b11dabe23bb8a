// The enrolments of a place with where they stand, from the local copy.
import { useMemo } from 'react'
import { today } from '../../../kernel/day.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { useFacts } from '../../../platform/browser/place-context.tsx'
import type { Programme } from '../definition.ts'
import type { EnrolmentRow } from '../enrolment.ts'
import { type Progress, progressOf } from '../progress.ts'

const rank = { started: 0, draft: 1, completed: 2, archive: 3, refused: 4, stopped: 5 } as const

/** The enrolments of the place, running ones first. */
export function useEnrolments(): readonly EnrolmentRow[] {
  const rows = usePlaceView().all<EnrolmentRow>('programmes.enrolment')
  return useMemo(
    () => [...rows].sort((a, b) => rank[a.status] - rank[b.status] || (a.id < b.id ? 1 : -1)),
    [rows],
  )
}

export function useProgress(
  enrolment: EnrolmentRow | undefined,
): { programme: Programme; progress: Progress } | null {
  const view = usePlaceView()
  const facts = useFacts(enrolment?.id)
  const programme = enrolment ? view.get<Programme>('programmes.programme', enrolment.programme) : undefined
  return useMemo(() => {
    if (!enrolment || !programme) return null
    return { programme, progress: progressOf(programme, enrolment, facts, today(zoneOf(view.place))) }
  }, [enrolment, programme, facts, view.place])
}
