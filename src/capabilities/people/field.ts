// People, as the field app composes them.
import type { FieldCapability } from '../../platform/browser/capability.ts'
import type { Applies } from '../../platform/browser/local/view.ts'
import { peopleApplies } from './apply.ts'
import { viewers } from './asking.ts'
import { peopleFacts } from './evidence.ts'

const personForm = () => import('./screens/PersonFormScreen.tsx')
const householdForm = () => import('./screens/HouseholdFormScreen.tsx')

export const peopleField: FieldCapability = {
  name: 'people',
  applies: peopleApplies as unknown as Applies,
  facts: peopleFacts,
  screens: [
    { path: 'warga', about: 'place', load: () => import('./screens/PeopleScreen.tsx') },
    { path: 'warga/baru', about: 'place', load: personForm },
    { path: 'warga/impor', about: 'place', load: () => import('./screens/ImportScreen.tsx') },
    { path: 'warga/:id', about: 'place', load: () => import('./screens/PersonScreen.tsx') },
    { path: 'warga/:id/ubah', about: 'place', load: personForm },
    { path: 'warga/:id/pindah', about: 'place', load: () => import('./screens/MoveScreen.tsx') },
    { path: 'warga/:id/gabung', about: 'place', load: () => import('./screens/MergeScreen.tsx') },
    { path: 'keluarga/baru', about: 'place', load: householdForm },
    { path: 'keluarga/:id', about: 'place', load: () => import('./screens/HouseholdScreen.tsx') },
    { path: 'keluarga/:id/ubah', about: 'place', load: householdForm },
  ],
  tabs: [{ path: 'warga', label: ['Warga', 'People'], icon: 'people', order: 30, roles: viewers }],
  commandTitles: {
    'people.register-person': ['Warga baru', 'New person'],
    'people.change-person': ['Perubahan data warga', 'Change of a person'],
    'people.move-person': ['Pindah atau meninggal', 'Move or death'],
    'people.merge-duplicates': ['Penggabungan catatan ganda', 'Merge of duplicates'],
    'people.register-household': ['Keluarga baru', 'New household'],
    'people.change-household': ['Perubahan data keluarga', 'Change of a household'],
    'people.register-many': ['Impor warga', 'Import of people'],
    'people.log-views': ['Catatan pembukaan data', 'Journal of looks'],
    'people.find-number': ['Pencarian nomor', 'Search of a number'],
  },
}
