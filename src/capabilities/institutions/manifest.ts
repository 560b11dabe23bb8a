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
    { path: 'lembaga/venn', about: 'place', load: () => import('./screens/VennScreen.tsx') },
    { path: 'lembaga/jejaring', about: 'place', load: () => import('./screens/NetworkScreen.tsx') },
    { path: 'lembaga/cetak', about: 'place', load: () => import('./print/ProfileScreen.tsx') },
    {
      path: 'lembaga/impor',
      about: 'place',
      desk: true,
      load: () => import('./screens/ImportInstitutionsScreen.tsx'),
    },
    { path: 'lembaga/fgd', about: 'place', load: () => import('./screens/AssessmentsScreen.tsx') },
    { path: 'lembaga/fgd/:id', about: 'place', load: () => import('./screens/AssessmentScreen.tsx') },
    { path: 'lembaga/fgd/:id/cetak', about: 'place', load: () => import('./print/ScoresScreen.tsx') },
    { path: 'lembaga/:id', about: 'place', load: () => import('./screens/InstitutionScreen.tsx') },
    { path: 'lembaga/:id/ubah', about: 'place', load: () => import('./screens/InstitutionFormScreen.tsx') },
    { path: 'lembaga/:id/gabung', about: 'place', load: () => import('./screens/MergeScreen.tsx') },
  ],
  tabs: [
    { path: 'lembaga', label: ['Lembaga', 'Institutions'], icon: 'house', order: 70, roles: villageWorkers },
  ],
}
