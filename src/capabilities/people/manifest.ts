// What the field app knows of people before it is used.
import type { Manifest } from '../../platform/browser/capability.ts'
import { viewers } from './roles.ts'

const personForm = () => import('./screens/PersonFormScreen.tsx')
const householdForm = () => import('./screens/HouseholdFormScreen.tsx')

export const peopleManifest: Manifest = {
  name: 'people',
  part: () => import('./part.ts'),
  report: () => import('./entries.ts'),
  links: {
    people: {
      path: 'warga',
      does: ['people.register-person'],
      roles: ['facilitator', 'volunteer', 'board-secretary'],
    },
  },
  screens: [
    { path: 'warga', about: 'place', load: () => import('./screens/PeopleScreen.tsx') },
    { path: 'warga/baru', about: 'place', load: personForm },
    { path: 'warga/impor', about: 'place', desk: true, load: () => import('./screens/ImportScreen.tsx') },
    { path: 'warga/:id', about: 'place', load: () => import('./screens/PersonScreen.tsx') },
    { path: 'warga/:id/ubah', about: 'place', load: personForm },
    { path: 'warga/:id/pindah', about: 'place', load: () => import('./screens/MoveScreen.tsx') },
    { path: 'warga/:id/gabung', about: 'place', load: () => import('./screens/MergeScreen.tsx') },
    { path: 'keluarga/baru', about: 'place', load: householdForm },
    { path: 'keluarga/:id', about: 'place', load: () => import('./screens/HouseholdScreen.tsx') },
    { path: 'keluarga/:id/ubah', about: 'place', load: householdForm },
  ],
  tabs: [{ path: 'warga', label: ['Warga', 'People'], icon: 'people', order: 30, roles: viewers }],
}
