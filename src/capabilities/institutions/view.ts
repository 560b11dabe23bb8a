// The rows that institutions read of a village, in the same way on the phone and on the server.
import type { View } from '../../kernel/view.ts'
import { type Assessment, assessmentCollection } from './assessment.ts'
import { type Institution, institutionCollection } from './institution.ts'
import { type Officer, officerCollection } from './officer.ts'
import { type Tie, tieCollection } from './tie.ts'

const byName = (a: Institution, b: Institution) =>
  a.name.localeCompare(b.name, 'id') || (a.id < b.id ? -1 : 1)

/** All that are, or were, by name; two records that were merged are one. */
export const registerIn = (view: View): Institution[] =>
  view
    .all<Institution>(institutionCollection)
    .filter((each) => each.state !== 'merged')
    .sort(byName)

export const activeIn = (view: View): Institution[] =>
  registerIn(view).filter((each) => each.state === 'active')

/** The record of an institution; of two that were merged, the kept one. */
export function institutionIn(view: View, id: string): Institution | undefined {
  const seen = new Set<string>()
  let row = view.get<Institution>(institutionCollection, id)
  while (row?.mergedInto && !seen.has(row.id)) {
    seen.add(row.id)
    row = view.get<Institution>(institutionCollection, row.mergedInto) ?? undefined
  }
  return row
}

/** The ties that hold. */
export const tiesIn = (view: View): Tie[] =>
  view
    .all<Tie>(tieCollection)
    .filter((each) => each.until === null)
    .sort((a, b) => (a.id < b.id ? -1 : 1))

export const tiesOf = (view: View, id: string): Tie[] =>
  tiesIn(view).filter((each) => each.from === id || each.to === id)

/** Its officers, those in office before those whose term is over. */
export const officersOf = (view: View, id: string): Officer[] =>
  view
    .all<Officer>(officerCollection)
    .filter((each) => each.institution === id)
    .sort(
      (a, b) =>
        (b.until ?? '9999').localeCompare(a.until ?? '9999') ||
        (b.from ?? '').localeCompare(a.from ?? '') ||
        (a.id < b.id ? -1 : 1),
    )

export const assessmentsIn = (view: View, enrolment: string): Assessment[] =>
  view
    .all<Assessment>(assessmentCollection)
    .filter((each) => each.enrolment === enrolment)
    .sort((a, b) => b.on.localeCompare(a.on) || (a.id < b.id ? 1 : -1))
