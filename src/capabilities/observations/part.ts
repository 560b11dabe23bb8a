// What the phone loads of observations when its outbox holds a command of them, or their screen is opened.
import type { Part } from '../../platform/browser/capability.ts'
import { observationsApplies } from './apply.ts'
import { observationFacts } from './evidence.ts'
import { type Observation, observationCollection } from './observation.ts'

export const part: Part = {
  applies: observationsApplies,
  facts: observationFacts,
  forms: {
    'observations.withdraw': {
      of: observationCollection,
      fits: (row: Observation) => row.withdrawn === null,
    },
  },
  titles: {
    'observations.note': ['Catatan pengamatan', 'Observation'],
    'observations.withdraw': ['Penarikan catatan pengamatan', 'Withdrawal of an observation'],
  },
}
