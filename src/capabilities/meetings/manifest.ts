// What the field app knows of meetings before it is used.
import { villageWorkers } from '../../kernel/role.ts'
import type { Manifest } from '../../platform/browser/capability.ts'
import { helpers } from './roles.ts'

export const meetingsManifest: Manifest = {
  name: 'meetings',
  part: () => import('./part.ts'),
  waits: () => import('./entries.ts'),
  calendar: () => import('./entries.ts'),
  report: () => import('./entries.ts'),
  links: {
    meetings: {
      path: 'rembug',
      does: ['meetings.acknowledge', 'meetings.acknowledge-on-paper', 'meetings.sign-minutes'],
      roles: [...villageWorkers, 'district-officer', 'city-officer'],
    },
    'meetings/documents': { path: 'rembug', does: ['meetings.attach'], roles: helpers },
    'meetings/new': { path: 'rembug/baru', does: ['meetings.plan'], roles: helpers },
    'workshops/new': { path: 'fgd/baru', does: ['meetings.plan'], roles: helpers },
    'volunteers/trainings': { path: 'pelatihan/baru', does: ['meetings.plan-training'], roles: helpers },
  },
  screens: [
    { path: 'rembug', about: 'place', load: () => import('./screens/MeetingsScreen.tsx') },
    { path: 'rembug/baru', about: 'place', load: () => import('./screens/NewMeetingScreen.tsx') },
    { path: 'rembug/kode-warga', about: 'place', load: () => import('./screens/CodesScreen.tsx') },
    { path: 'rembug/:id', about: 'place', load: () => import('./screens/MeetingScreen.tsx') },
    { path: 'rembug/:id/hadir', about: 'place', load: () => import('./screens/AttendanceScreen.tsx') },
    { path: 'rembug/:id/tutup', about: 'place', load: () => import('./screens/CloseMeetingScreen.tsx') },
    { path: 'rembug/:id/ubah', about: 'place', load: () => import('./screens/ChangeMeetingScreen.tsx') },
    { path: 'rembug/:id/cetak/:what', about: 'place', load: () => import('./print/PrintMeetingScreen.tsx') },
    { path: 'fgd/baru', about: 'place', load: () => import('./screens/NewWorkshopScreen.tsx') },
    { path: 'pelatihan/baru', about: 'place', load: () => import('./screens/PlanTrainingScreen.tsx') },
  ],
  tabs: [
    {
      path: 'rembug',
      label: ['Rembug', 'Meetings'],
      icon: 'calendar',
      order: 20,
      roles: [...villageWorkers, 'district-officer', 'city-officer', 'province-officer', 'national-officer'],
    },
  ],
}
