// What the field app knows of observations before they are used.
import { villageWorkers } from '../../kernel/role.ts'
import type { Manifest } from '../../platform/browser/capability.ts'

export const observationsManifest: Manifest = {
  name: 'observations',
  part: () => import('./part.ts'),
  report: () => import('./entries.ts'),
  links: {
    observations: {
      path: 'pengamatan',
      does: ['observations.note'],
      roles: [...villageWorkers, 'district-officer', 'city-officer'],
    },
  },
  screens: [{ path: 'pengamatan', about: 'place', load: () => import('./screens/ObservationsScreen.tsx') }],
}
