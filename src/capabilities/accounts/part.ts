// What the phone loads of accounts when its outbox holds a command of it, or a screen of it is opened.
import type { Part } from '../../platform/browser/capability.ts'

export const part: Part = {
  titles: {
    'accounts.invite': ['Undangan', 'Invitation'],
    'accounts.withdraw-invitation': ['Penarikan undangan', 'Withdrawal of an invitation'],
    'accounts.grant': ['Tawaran peran', 'Offer of a role'],
    'accounts.accept': ['Menerima peran', 'Taking a role up'],
    'accounts.decline': ['Menolak peran', 'Declining a role'],
    'accounts.lay-down': ['Meletakkan peran', 'Laying a role down'],
    'accounts.suspend': ['Penangguhan peran', 'Suspending a role'],
    'accounts.reinstate': ['Pemulihan peran', 'Giving a role back'],
    'accounts.end-holding': ['Akhir peran', 'End of a role'],
    'accounts.hand-over': ['Serah terima desa', 'Handing a village over'],
    'accounts.make-reset-code': ['Kode kata sandi', 'Password code'],
    'accounts.revoke-device': ['Perangkat hilang', 'Lost device'],
    'accounts.restore-device': ['Perangkat ditemukan', 'Device found again'],
    'accounts.revoke-sessions': ['Ponsel hilang', 'Lost phone'],
    'accounts.revoke-mine': ['Keluar dari perangkat saya', 'Signing my devices out'],
    'accounts.confirm': ['Konfirmasi akun', 'Confirming an account'],
    'accounts.disable': ['Penutupan akun', 'Closing of an account'],
    'accounts.enable': ['Pembukaan akun', 'Opening of an account'],
  },
}
