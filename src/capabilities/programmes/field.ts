// Programmes, as the field app composes them.
import type { FactGiver } from '../../kernel/facts.ts'
import type { FieldCapability } from '../../platform/browser/capability.ts'
import { programmesApplies } from './apply.ts'

/** Its own facts are added where progress is told, because they need the definition too. */
const none: FactGiver = () => ({})

export const programmesField: FieldCapability = {
  name: 'programmes',
  applies: programmesApplies,
  facts: none,
  screens: [
    { path: '/', about: 'account', load: () => import('./screens/MyVillagesScreen.tsx') },
    { path: '/kemajuan/:area', about: 'account', load: () => import('./screens/ProgressScreen.tsx') },
    { path: '/daftar/:area', about: 'account', load: () => import('./screens/EnrolManyScreen.tsx') },
    { path: '/definisi/:area', about: 'account', load: () => import('./screens/DefinitionsScreen.tsx') },
    { path: '', about: 'place', load: () => import('./screens/PlaceHomeScreen.tsx') },
    { path: 'program/baru', about: 'place', load: () => import('./screens/EnrolScreen.tsx') },
    { path: 'ketentuan/:enrolment', about: 'place', load: () => import('./screens/NumbersScreen.tsx') },
    { path: 'tahap/:enrolment/:stage', about: 'place', load: () => import('./screens/StageScreen.tsx') },
  ],
  commandTitles: {
    'programmes.enrol': ['Pendaftaran program', 'Enrolment in a programme'],
    'programmes.start': ['Mulai program', 'Start of a programme'],
    'programmes.sign': ['Tanda tangan penutupan tahap', 'Signature of a stage'],
    'programmes.record-refusal': ['Penolakan warga', 'Refusal by the community'],
    'programmes.close-from-archive': ['Tutup dari arsip', 'Closing from the archive'],
    'programmes.reopen': ['Buka kembali tahap', 'Reopening of a stage'],
    'programmes.note-step': ['Tanggal langkah', 'Dates of a step'],
    'programmes.set-number': ['Angka ketentuan', 'Number of the programme'],
    'programmes.stop': ['Penghentian program', 'Stop of a programme'],
    'programmes.move': ['Pindah versi definisi', 'Move to another version'],
  },
}
