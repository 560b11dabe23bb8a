// What the field app knows of institutions before they are used.
import { villageWorkers } from '../../kernel/role.ts'
import type { Manifest } from '../../platform/browser/capability.ts'
import { institutionKeepers } from './roles.ts'

export const institutionsManifest: Manifest = {
  name: 'institutions',
  part: () => import('./part.ts'),
  report: () => import('./entries.ts'),
  links: { institutions: { path: 'lembaga', does: ['institutions.register'], roles: institutionKeepers } },
  screens: [
    { path: 'lembaga', about: 'place', load: () => import('./screens/RegisterScreen.tsx') },
    { path: 'lembaga/baru', about: 'place', load: () => import('./screens/InstitutionFormScreen.tsx') },
    { path: 'lembaga/:id', about: 'place', load: () => import('./screens/InstitutionScreen.tsx') },
    { path: 'lembaga/:id/ubah', about: 'place', load: () => import('./screens/InstitutionFormScreen.tsx') },
    { path: 'lembaga/:id/gabung', about: 'place', load: () => import('./screens/MergeScreen.tsx') },
  ],
  tabs: [
    { path: 'lembaga', label: ['Lembaga', 'Institutions'], icon: 'house', order: 70, roles: villageWorkers },
  ],
}
