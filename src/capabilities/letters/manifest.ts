// What the field app knows of letters before it is used.
import { villageWorkers } from '../../kernel/role.ts'
import type { Manifest } from '../../platform/browser/capability.ts'

export const lettersManifest: Manifest = {
  name: 'letters',
  part: () => import('./part.ts'),
  waits: () => import('./entries.ts'),
  report: () => import('./entries.ts'),
  links: { letters: 'surat', 'letters/new': 'surat/baru' },
  screens: [
    { path: 'surat', about: 'place', load: () => import('./screens/RegisterScreen.tsx') },
    { path: 'surat/kop', about: 'place', load: () => import('./screens/LetterheadScreen.tsx') },
    { path: 'surat/baru', about: 'place', load: () => import('./screens/NewLetterScreen.tsx') },
    { path: 'surat/:id', about: 'place', load: () => import('./screens/LetterScreen.tsx') },
  ],
  tabs: [{ path: 'surat', label: ['Surat', 'Letters'], icon: 'file', order: 60, roles: villageWorkers }],
}
