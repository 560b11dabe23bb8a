// People and households as their screens know them.
import type { RecordKind } from '../../platform/browser/RecordPage.tsx'
import { type HouseholdRow, householdCollection } from './household.ts'
import { type PersonRow, personCollection } from './person.ts'
import { viewers } from './roles.ts'
import { screenTexts } from './texts-screens.ts'

export const personRecord: RecordKind<PersonRow> = {
  ...{ collection: personCollection, called: ['warga', 'person'], icon: 'person', readers: viewers },
  ...{ list: () => 'warga', listCalled: screenTexts['person.back'] },
}

export const householdRecord: RecordKind<HouseholdRow> = {
  ...{ collection: householdCollection, called: ['keluarga', 'household'], icon: 'house', readers: viewers },
  ...{ list: () => 'warga?bagian=keluarga', listCalled: screenTexts['home.back'] },
}
