// Volunteers, as the field app composes them.
import { officers } from '../../kernel/role.ts'
import type { FieldCapability } from '../../platform/browser/capability.ts'
import { volunteersApplies } from './apply.ts'
import { volunteerFacts } from './evidence.ts'

export const volunteersField: FieldCapability = {
  name: 'volunteers',
  // The outbox says refusals; the screens bring their own words when they are opened.
  applies: volunteersApplies,
  facts: volunteerFacts,
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
  commandTitles: {
    'volunteers.register': ['Pendaftaran relawan', 'Registration of volunteers'],
    'volunteers.change': ['Perubahan data relawan', 'Change of a volunteer'],
    'volunteers.withdraw': ['Relawan mundur', 'A volunteer steps back'],
    'volunteers.form-team': ['Pembentukan tim', 'Forming of a team'],
    'volunteers.change-team': ['Perubahan tim', 'Change of a team'],
    'volunteers.dissolve-team': ['Pembubaran tim', 'Dissolving of a team'],
    'volunteers.acknowledge-roll': ['Diketahui: daftar relawan', 'Roll of volunteers acknowledged'],
    'volunteers.issue-certificate': ['Sertifikat pelatihan', 'Certificates of training'],
  },
}
