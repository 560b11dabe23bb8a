// What the field app knows of programmes before it is used.
import { officers } from '../../kernel/role.ts'
import type { Manifest } from '../../platform/browser/capability.ts'
import { closers } from './roles.ts'

export const programmesManifest: Manifest = {
  name: 'programmes',
  part: () => import('./part.ts'),
  waits: () => import('./entries.ts'),
  calendar: () => import('./entries.ts'),
  links: {
    programmes: { path: '', does: ['programmes.sign'], roles: closers },
    'programmes/stage/': { path: 'tahap/:enrolment/', does: ['programmes.sign'], roles: closers },
  },
  areas: [
    {
      ...{ path: '/kemajuan', label: ['Kemajuan program', 'Progress of programmes'], icon: 'chart' },
      ...{ asks: 'programmes.progress', roles: [...officers, 'auditor', 'admin'] },
    },
  ],
  screens: [
    { path: '/', about: 'account', load: () => import('./screens/MyVillagesScreen.tsx') },
    {
      path: '/kemajuan/:area',
      about: 'account',
      desk: true,
      load: () => import('./screens/ProgressScreen.tsx'),
    },
    {
      path: '/daftar/:area',
      about: 'account',
      desk: true,
      load: () => import('./screens/EnrolManyScreen.tsx'),
    },
    {
      path: '/naskah/:area',
      about: 'account',
      desk: true,
      load: () => import('./screens/DefinitionsScreen.tsx'),
    },
    { path: '', about: 'place', load: () => import('./screens/PlaceHomeScreen.tsx') },
    { path: 'program/baru', about: 'place', load: () => import('./screens/EnrolScreen.tsx') },
    { path: 'ketentuan/:enrolment', about: 'place', load: () => import('./screens/NumbersScreen.tsx') },
    { path: 'jadwal/:enrolment', about: 'place', load: () => import('./screens/ScheduleScreen.tsx') },
    { path: 'tahap/:enrolment/:stage', about: 'place', load: () => import('./screens/StageScreen.tsx') },
  ],
}
