// What the field app knows of auditing before it is used.
import type { Manifest } from '../../platform/browser/capability.ts'
import { auditors } from './roles.ts'

export const auditingManifest: Manifest = {
  name: 'auditing',
  areas: [
    {
      ...{ path: '/log', label: ['Bukti log', 'Proof of the log'], icon: 'lock' },
      ...{ asks: 'auditing.log', roles: auditors },
    },
  ],
  screens: [
    { path: 'log', about: 'place', desk: true, load: () => import('./screens/LogScreen.tsx') },
    { path: '/log/:area', about: 'account', desk: true, load: () => import('./screens/LogScreen.tsx') },
  ],
  tabs: [
    {
      ...{ path: 'log', label: ['Bukti log', 'Proof of the log'], icon: 'lock' },
      ...{ order: 95, roles: auditors },
    },
  ],
}
