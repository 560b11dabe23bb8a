// What the screens read of volunteers from the local copy.
import { useMemo } from 'react'
import { useSearch } from 'wouter'
import { usePlaceView, useRows } from '../../../platform/browser/hooks.tsx'
import type { ListKind } from '../../../platform/browser/RecordPage.tsx'
import { type LocalPlace, localCollection } from '../../places/local-place.ts'
import { localLine } from '../../places/tree.ts'
import type { EnrolmentRow } from '../../programmes/enrolment.ts'
import { type Enrolled, enrolledIn } from '../../programmes/serving.ts'
import { trainingRecords } from '../training-record.ts'
import { enrolmentCollection } from '../view.ts'
import { type Volunteer, volunteerCollection, volunteerReaders } from '../volunteer.ts'

/** Without the roll nothing is said of who volunteers, or in which team. */
export const rollList: Omit<ListKind, 'title'> = {
  ...{ collection: volunteerCollection, icon: 'flag', readers: volunteerReaders },
}

const rank = (row: EnrolmentRow) => (row.status === 'started' ? 0 : 1)

/** The enrolments of the place with their programmes, running ones first, the newest before older ones. */
export function useEnrolments(): Enrolled[] {
  const view = usePlaceView()
  return [...view.all<EnrolmentRow>(enrolmentCollection)]
    .sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? 1 : -1))
    .flatMap((row) => enrolledIn(view, row.id) ?? [])
}

/** The enrolment that the address names (`?pendaftaran=`), else the first that runs. */
export function useEnrolled(): Enrolled | null {
  const all = useEnrolments()
  const wanted = new URLSearchParams(useSearch()).get('pendaftaran')
  return all.find((each) => each.row.id === wanted) ?? all[0] ?? null
}

export function useTrainingRecords(enrolment: string) {
  const view = usePlaceView()
  const version = view.version()
  return useMemo(() => trainingRecords(view, enrolment), [view, version, enrolment])
}

/** Where a volunteer lives, as people say it. */
export function useLives(): (volunteer: Pick<Volunteer, 'localPlace' | 'localPlaceText'>) => string {
  const { place } = usePlaceView()
  const all = useRows<LocalPlace>(localCollection)
  return ({ localPlace, localPlaceText }) => {
    const found = localPlace ? all.find((each) => each.id === localPlace) : undefined
    return found ? localLine(found, all, place) : localPlaceText
  }
}
