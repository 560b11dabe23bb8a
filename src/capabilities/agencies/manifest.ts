// What the field app knows of who is who before it is used.
import type { Manifest } from '../../platform/browser/capability.ts'
import { postKeepers, whoReaders } from './roles.ts'

export const agenciesManifest: Manifest = {
  name: 'agencies',
  part: () => import('./part.ts'),
  links: { agencies: { path: 'siapa', does: ['agencies.appoint'], roles: postKeepers } },
  areas: [
    {
      ...{ path: '/siapa', label: ['Siapa saja', 'Who is who'], icon: 'people' },
      ...{ asks: 'agencies.at', roles: whoReaders },
    },
  ],
  screens: [
    { path: 'siapa', about: 'place', load: () => import('./screens/VillageWhoScreen.tsx') },
    { path: '/siapa/:area', about: 'account', desk: true, load: () => import('./screens/AreaWhoScreen.tsx') },
  ],
  tabs: [
    { path: 'siapa', label: ['Siapa saja', 'Who is who'], icon: 'people', order: 85, roles: whoReaders },
  ],
}
