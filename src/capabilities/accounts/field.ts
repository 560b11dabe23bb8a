import type { FieldCapability } from '../../platform/browser/capability.ts'
import { inviters } from './rules.ts'

export const accountsField: FieldCapability = {
  name: 'accounts',
  screens: [
    { path: '/masuk', about: 'anybody', load: () => import('./screens/SignInScreen.tsx') },
    { path: '/siap', about: 'anybody', load: () => import('./screens/SetupScreen.tsx') },
    { path: '/undangan', about: 'anybody', load: () => import('./screens/InvitationScreen.tsx') },
    { path: '/sandi', about: 'anybody', load: () => import('./screens/ResetScreen.tsx') },
    { path: '/akun', about: 'account', load: () => import('./screens/AccountScreen.tsx') },
    { path: '/tim/:area', about: 'account', load: () => import('./screens/AreaTeamScreen.tsx') },
    { path: 'tim', about: 'place', load: () => import('./screens/TeamScreen.tsx') },
  ],
  tabs: [{ path: 'tim', label: ['Tim', 'Team'], icon: 'people', order: 80, roles: inviters }],
  commandTitles: {
    'accounts.invite': ['Undangan', 'Invitation'],
    'accounts.withdraw-invitation': ['Penarikan undangan', 'Withdrawal of an invitation'],
    'accounts.grant': ['Pemberian peran', 'Giving of a role'],
    'accounts.end-holding': ['Akhir peran', 'End of a role'],
    'accounts.hand-over': ['Serah terima desa', 'Handing a village over'],
    'accounts.make-reset-code': ['Kode kata sandi', 'Password code'],
    'accounts.revoke-device': ['Perangkat hilang', 'Lost device'],
    'accounts.restore-device': ['Perangkat ditemukan', 'Device found again'],
    'accounts.revoke-sessions': ['Ponsel hilang', 'Lost phone'],
    'accounts.revoke-mine': ['Keluar dari perangkat saya', 'Signing my devices out'],
    'accounts.disable': ['Penutupan akun', 'Closing of an account'],
    'accounts.enable': ['Pembukaan akun', 'Opening of an account'],
  },
}
