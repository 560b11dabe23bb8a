// The facts that observations give: of each outcome that only people can see, how many observations stand. Pure.
import type { FactGiver } from '../../kernel/facts.ts'
import type { Programme } from '../programmes/definition.ts'
import type { EnrolmentRow } from '../programmes/enrolment.ts'
import { observationCollection } from './observation.ts'
import { observedIn, standingOf } from './rules.ts'

export const observationFacts: FactGiver = (view, enrolment) => {
  const row = view.get<EnrolmentRow>('programmes.enrolment', enrolment)
  const programme = row && view.get<Programme>('programmes.programme', row.programme)
  const observed = programme ? observedIn(programme) : []
  return Object.fromEntries(
    observed.map(({ outcome }) => {
      const standing = standingOf(view, enrolment, outcome.id)
      const records =
        standing.length > 0
          ? standing.map(({ id }) => ({ collection: observationCollection, id }))
          : [{ collection: 'programmes.enrolment', id: enrolment }]
      return [`observation.${outcome.id}`, { value: standing.length, records }]
    }),
  )
}
