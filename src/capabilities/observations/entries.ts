// What observations bring to the lists of a village: how much was noted of what only people can see.
import type { Figure, Teller } from '../../kernel/entries.ts'
import { type Observation, observationCollection } from './observation.ts'

export const report: Teller<Figure> = (view) => {
  const standing = view.all<Observation>(observationCollection).filter(({ withdrawn }) => !withdrawn)
  if (standing.length === 0) return []
  return [
    {
      id: 'observations',
      label: ['Catatan pengamatan', 'Observations'],
      path: 'pengamatan',
      value: standing.length,
      note: null,
    },
  ]
}
