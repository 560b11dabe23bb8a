// What an enrolment is: running or not, or an archive only. Pure.
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import type { Programme, Words } from './definition.ts'

export type EnrolmentStatus = 'draft' | 'started' | 'refused' | 'completed' | 'stopped' | 'archive'
type Row = { status: EnrolmentStatus }

/** It keeps what happened: dates and closed stages, by document. Nothing in it waits, is late, or runs. */
export const isArchive = ({ status }: Row): boolean => status === 'archive'

/** It has ended for good, and nothing that happens later is told of it; one that is completed may be opened again. */
export const standsStill = ({ status }: Row): boolean => status === 'refused' || status === 'stopped'

/** Why this cannot be done with an enrolment that is none of these; of an archive nothing is signed or planned any more. */
export function whyNotWhile(
  row: Row,
  fits: readonly EnrolmentStatus[] = ['started', 'draft'],
): Refusal | false {
  if (fits.includes(row.status)) return false
  return isArchive(row)
    ? refuse('programmes.archive-only')
    : refuse('programmes.enrolment-not-running', { status: row.status })
}

/** What a programme is called where an enrolment is named. */
export function titleIn({ title }: Pick<Programme, 'title'>, row: Row): Words {
  return isArchive(row) ? { id: `${title.id} (arsip)`, en: `${title.en} (archive)` } : title
}
