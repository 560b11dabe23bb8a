// What the field app knows of volunteers before it is used.
import { officers, villageWorkers } from '../../kernel/role.ts'
import type { Manifest } from '../../platform/browser/capability.ts'
import { rollKeepers } from './roles.ts'

export const volunteersManifest: Manifest = {
  name: 'volunteers',
  part: () => import('./part.ts'),
  waits: () => import('./entries.ts'),
  report: () => import('./entries.ts'),
  links: {
    volunteers: { path: 'relawan', does: ['volunteers.register'], roles: rollKeepers },
    'volunteers/roll': {
      path: 'relawan',
      does: ['volunteers.acknowledge-roll', 'volunteers.acknowledge-roll-on-paper'],
      roles: [...villageWorkers, 'district-officer', 'city-officer'],
    },
    'volunteers/teams': { path: 'relawan/tim', does: ['volunteers.form-team'], roles: rollKeepers },
  },
  screens: [
    { path: 'relawan', about: 'place', load: () => import('./screens/RollScreen.tsx') },
    { path: 'relawan/baru', about: 'place', load: () => import('./screens/NewVolunteersScreen.tsx') },
    { path: 'relawan/tim', about: 'place', load: () => import('./screens/TeamScreen.tsx') },
    { path: 'relawan/sertifikat', about: 'place', load: () => import('./print/CertificateScreen.tsx') },
    { path: 'relawan/:id', about: 'place', load: () => import('./screens/VolunteerScreen.tsx') },
    { path: 'relawan/:id/sertifikat', about: 'place', load: () => import('./print/CertificateScreen.tsx') },
  ],
  tabs: [
    {
      path: 'relawan',
      label: ['Relawan', 'Volunteers'],
      icon: 'flag',
      order: 25,
      roles: ['facilitator', 'volunteer', 'board-member', 'board-secretary', 'village-head', ...officers],
    },
  ],
}
