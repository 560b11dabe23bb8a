// What the field app knows of meetings before it is used.
import { villageWorkers } from '../../kernel/role.ts'
import type { Manifest } from '../../platform/browser/capability.ts'

export const meetingsManifest: Manifest = {
  name: 'meetings',
  part: () => import('./part.ts'),
  waits: () => import('./entries.ts'),
  calendar: () => import('./entries.ts'),
  report: () => import('./entries.ts'),
  links: { meetings: 'rapat', 'meetings/new': 'rapat/baru', 'volunteers/trainings': 'pelatihan/baru' },
  screens: [
    { path: 'rapat', about: 'place', load: () => import('./screens/MeetingsScreen.tsx') },
    { path: 'rapat/baru', about: 'place', load: () => import('./screens/NewMeetingScreen.tsx') },
    { path: 'rapat/kode-warga', about: 'place', load: () => import('./screens/CodesScreen.tsx') },
    { path: 'rapat/:id', about: 'place', load: () => import('./screens/MeetingScreen.tsx') },
    { path: 'rapat/:id/hadir', about: 'place', load: () => import('./screens/AttendanceScreen.tsx') },
    { path: 'rapat/:id/tutup', about: 'place', load: () => import('./screens/CloseMeetingScreen.tsx') },
    { path: 'rapat/:id/ubah', about: 'place', load: () => import('./screens/ChangeMeetingScreen.tsx') },
    { path: 'rapat/:id/cetak/:what', about: 'place', load: () => import('./print/PrintMeetingScreen.tsx') },
    { path: 'pelatihan/baru', about: 'place', load: () => import('./screens/PlanTrainingScreen.tsx') },
  ],
  tabs: [
    {
      path: 'rapat',
      label: ['Rapat', 'Meetings'],
      icon: 'calendar',
      order: 20,
      roles: [...villageWorkers, 'district-officer', 'city-officer', 'province-officer', 'national-officer'],
    },
  ],
}
