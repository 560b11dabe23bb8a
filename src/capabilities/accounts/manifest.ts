// What the field app knows of accounts before it is used.
import type { Manifest } from '../../platform/browser/capability.ts'
import { helpers, inviters } from './roles.ts'

export const accountsManifest: Manifest = {
  name: 'accounts',
  part: () => import('./part.ts'),
  areas: [
    {
      ...{ path: '/tim', label: ['Tim wilayah', 'Team of the area'], icon: 'people' },
      ...{ asks: 'accounts.at-place', roles: helpers },
    },
  ],
  screens: [
    { path: '/masuk', about: 'anybody', load: () => import('./screens/SignInScreen.tsx') },
    { path: '/siap', about: 'anybody', load: () => import('./screens/SetupScreen.tsx') },
    { path: '/undangan', about: 'anybody', load: () => import('./screens/InvitationScreen.tsx') },
    { path: '/sandi', about: 'anybody', load: () => import('./screens/ResetScreen.tsx') },
    { path: '/akun', about: 'account', load: () => import('./screens/AccountScreen.tsx') },
    { path: '/tim/:area', about: 'account', desk: true, load: () => import('./screens/AreaTeamScreen.tsx') },
    { path: 'tim', about: 'place', load: () => import('./screens/TeamScreen.tsx') },
  ],
  tabs: [{ path: 'tim', label: ['Tim', 'Team'], icon: 'people', order: 80, roles: inviters }],
}
