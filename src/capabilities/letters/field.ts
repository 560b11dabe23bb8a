// What letters bring to the field app.
import { villageWorkers } from '../../kernel/role.ts'
import type { FieldCapability } from '../../platform/browser/capability.ts'
import { lettersApplies } from './apply.ts'
import { lettersEvidence } from './evidence.ts'

export const lettersField: FieldCapability = {
  name: 'letters',
  applies: lettersApplies,
  facts: lettersEvidence,
  screens: [
    { path: 'surat', about: 'place', load: () => import('./screens/RegisterScreen.tsx') },
    { path: 'surat/kop', about: 'place', load: () => import('./screens/LetterheadScreen.tsx') },
    { path: 'surat/baru', about: 'place', load: () => import('./screens/NewLetterScreen.tsx') },
    { path: 'surat/:id', about: 'place', load: () => import('./screens/LetterScreen.tsx') },
  ],
  tabs: [{ path: 'surat', label: ['Surat', 'Letters'], icon: 'file', order: 60, roles: villageWorkers }],
  commandTitles: {
    'letters.set-letterhead': ['Kop surat', 'Letterhead'],
    'letters.reserve': ['Cadangan nomor surat', 'Reserve of letter numbers'],
    'letters.issue': ['Surat terbit', 'Letter issued'],
    'letters.mark-sent': ['Pengiriman surat', 'Letter sent'],
    'letters.acknowledge': ['Surat diketahui', 'Letter acknowledged'],
    'letters.cancel': ['Pembatalan surat', 'Letter cancelled'],
    'letters.explain-gap': ['Alasan nomor tidak dipakai', 'Reason for unused numbers'],
  },
}
