// What the field app knows of letters before it is used.
import { villageWorkers } from '../../kernel/role.ts'
import type { Manifest } from '../../platform/browser/capability.ts'
import { letterWriters } from './roles.ts'

export const lettersManifest: Manifest = {
  name: 'letters',
  part: () => import('./part.ts'),
  waits: () => import('./entries.ts'),
  calendar: () => import('./entries.ts'),
  report: () => import('./entries.ts'),
  links: {
    letters: { path: 'surat', does: ['letters.issue', 'letters.mark-sent'], roles: letterWriters },
    'letters/incoming': { path: 'surat/masuk', does: ['letters.register-incoming'], roles: letterWriters },
    'letters/documents': { path: 'surat/dokumen', does: ['letters.register-document'], roles: letterWriters },
  },
  screens: [
    { path: 'surat', about: 'place', load: () => import('./screens/RegisterScreen.tsx') },
    { path: 'surat/kop', about: 'place', load: () => import('./screens/LetterheadScreen.tsx') },
    { path: 'surat/baru', about: 'place', load: () => import('./screens/NewLetterScreen.tsx') },
    { path: 'surat/masuk', about: 'place', load: () => import('./screens/IncomingScreen.tsx') },
    { path: 'surat/masuk/:id', about: 'place', load: () => import('./screens/IncomingLetterScreen.tsx') },
    { path: 'surat/dokumen', about: 'place', load: () => import('./screens/DocumentsScreen.tsx') },
    { path: 'surat/:id', about: 'place', load: () => import('./screens/LetterScreen.tsx') },
  ],
  tabs: [{ path: 'surat', label: ['Surat', 'Letters'], icon: 'file', order: 60, roles: villageWorkers }],
}
