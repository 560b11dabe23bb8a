// What meetings brings to the field app.
import { villageWorkers } from '../../kernel/role.ts'
import type { FieldCapability } from '../../platform/browser/capability.ts'
import { meetingsApplies } from './apply.ts'
import { meetingFacts } from './evidence.ts'

export const meetingsField: FieldCapability = {
  name: 'meetings',
  applies: meetingsApplies,
  facts: meetingFacts,
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
  commandTitles: {
    'meetings.plan': ['Rencana rapat', 'Plan of a meeting'],
    'meetings.plan-training': ['Rencana pelatihan', 'Plan of a training'],
    'meetings.change': ['Perubahan rencana rapat', 'Change of a meeting'],
    'meetings.invite': ['Undangan rapat', 'Invitations to a meeting'],
    'meetings.postpone': ['Penundaan rapat', 'Postponement of a meeting'],
    'meetings.cancel': ['Pembatalan rapat', 'Cancellation of a meeting'],
    'meetings.open': ['Pembukaan rapat', 'Opening of a meeting'],
    'meetings.check-in': ['Kehadiran rapat', 'Attendance of a meeting'],
    'meetings.withdraw-check-in': ['Pencoretan nama hadir', 'Name taken off an attendance'],
    'meetings.count': ['Hitungan kepala', 'Head-count'],
    'meetings.close': ['Penutupan rapat', 'Closing of a meeting'],
    'meetings.record': ['Catatan rapat yang sudah lewat', 'Record of a past meeting'],
    'meetings.amend': ['Ralat rapat', 'Amendment of a meeting'],
    'meetings.acknowledge': ['Pengesahan lurah/kepala desa', 'Acknowledgement by the village head'],
    'meetings.attach': ['Foto dan scan rapat', 'Photos and scans of a meeting'],
    'meetings.detach': ['Pelepasan berkas rapat', 'File taken off a meeting'],
    'meetings.finish-follow-up': ['Tindak lanjut selesai', 'Follow-up done'],
  },
}
