// One account for each role, and the neighbours they need. All people are made up; one password for all.
import { createAccount } from '../../capabilities/accounts/door.ts'
import {
  bukitSuban,
  kampungLaut,
  tanjungPasir,
  tegalPanggung,
} from '../../capabilities/places/demo-places.ts'
import { covers, nation } from '../../kernel/place-code.ts'
import type { Holding, Role } from '../../kernel/role.ts'
import type { Actor } from '../../platform/server/capability.ts'
import type { Db } from '../../platform/server/db.ts'
import { demoId } from './ids.ts'

/** README says it too. Long enough and no common word; secret it is not. */
export const demoPassword = 'lumbung-padi-7-sawah'

export type DemoAccount = { user: string; name: string; holdings: readonly Holding[] }

const one = (user: string, name: string, role: Role, ...places: readonly string[]): DemoAccount => ({
  user,
  name,
  holdings: places.map((place) => ({ role, place })),
})

/** In the order of the roles; README's table is this list. */
export const demoAccounts: readonly DemoAccount[] = [
  one('relawan', 'Wahyuni Prasetyaningrum', 'volunteer', tegalPanggung),
  one('petugas', 'Bagas Wirayuda', 'teller', tegalPanggung),
  one('fasilitator', 'Sekar Nugrahani', 'facilitator', tegalPanggung),
  one('anggota', 'Tri Hartadi', 'board-member', tegalPanggung),
  one('sekretaris', 'Lestari Widowati', 'board-secretary', tegalPanggung),
  one('pengelola', 'Endah Kusumawardani', 'unit-manager', tegalPanggung),
  one('kelompok', 'Marsudi Raharja', 'group-officer', tegalPanggung),
  one('lurah', 'Bambang Suryoputro', 'village-head', tegalPanggung),
  one('camat', 'Retno Adiningsih', 'district-officer', '34.71.04'),
  one('kota', 'Galih Pramudita', 'city-officer', '34.71'),
  one('provinsi', 'Ratri Hapsari', 'province-officer', '34'),
  one('nasional', 'Anindya Maheswari', 'national-officer', nation),
  one('mitra', 'Yudha Baskara', 'partner', '34.71'),
  one('auditor', 'Hendra Wicaksana', 'auditor', nation),
  one('privasi', 'Niken Larasati', 'privacy-officer', nation),
  one('admin', 'Dimas Ardiansyah', 'admin', nation),
  one('fasilitator.sosial', 'Rusdi Iskandar', 'facilitator', tanjungPasir, kampungLaut),
  one('kades.pasir', 'Zulkarnain Effendi', 'village-head', tanjungPasir),
  one('lurah.laut', 'Nurhayati Amran', 'village-head', kampungLaut),
  one('pendamping', 'Melati Situmeang', 'facilitator', bukitSuban),
  one('kades.suban', 'Abdul Rahim Yasin', 'village-head', bukitSuban),
]

/** An officer of the demonstration has nobody to set up a second factor with. */
const never = new Date('2099-01-01T00:00:00Z')

/** The first account made: where it is, the database belongs to a demonstration. */
export const markAccount = demoId('account', 'relawan')
/** The last thing made: where it is, the demonstration is whole. */
export const wholeMark = demoId('account', 'penutup')

export function actorFor(user: string): Actor {
  const found = demoAccounts.find((account) => account.user === user)
  if (!found) throw new Error(`no demo account ${user}`)
  const { name, holdings } = found
  return { account: demoId('account', user), name, holdings, session: 'demo', device: 'demo' }
}

/** Who appointed and confirmed whom; nobody is named for those whom the server itself put in, as where an installation begins. */
const appointments: Partial<Record<Role, readonly [given: string, confirmed: string]>> = {
  volunteer: ['fasilitator', 'camat'],
  teller: ['fasilitator', 'camat'],
  'board-member': ['fasilitator', 'camat'],
  'board-secretary': ['fasilitator', 'camat'],
  facilitator: ['kota', 'kota'],
  'village-head': ['camat', 'kota'],
  'district-officer': ['kota', 'provinsi'],
  'city-officer': ['provinsi', 'nasional'],
  'province-officer': ['nasional', 'admin'],
}

function appointed({ role, place }: Holding) {
  const [given, confirmed] = (appointments[role] ?? []).map((user) => {
    const [held] = actorFor(user).holdings
    return held && { account: demoId('account', user), role: held.role, place: held.place }
  })
  // An officer of elsewhere has nothing to say there.
  const here = given && confirmed && covers(given.place, place) && covers(confirmed.place, place)
  return { role, place, ...(here ? { given, confirmed } : {}) }
}

/** Makes the accounts that are not there yet. */
export async function makeAccounts(db: Db, existing: ReadonlySet<string>): Promise<void> {
  for (const { user, name, holdings } of demoAccounts) {
    const id = demoId('account', user)
    if (existing.has(id)) continue
    const appointments = holdings.map(appointed)
    await createAccount(db, {
      ...{ id, user, name, holdings: appointments, password: demoPassword, secondFactorFrom: never },
    })
  }
}

/** An account without any role, made last: it says that nothing is missing. */
export async function markWhole(db: Db): Promise<void> {
  const password = `${demoPassword}-${demoId('nobody', Date.now())}`
  await createAccount(db, { id: wholeMark, user: 'penutup', name: 'Penutup contoh', holdings: [], password })
}
