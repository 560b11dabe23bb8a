// What the phone loads of meetings when its outbox holds a command of it, or a screen of it is opened.

import type { Part } from '../../platform/browser/capability.ts'
import { meetingsApplies } from './apply.ts'
import { meetingFacts } from './evidence.ts'
import { isPending, type Meeting, meetingCollection } from './meeting.ts'

const pending = { of: meetingCollection, fits: isPending }
const unseen = { of: meetingCollection, fits: (meeting: Meeting) => meeting.acknowledgement === null }

export const part: Part = {
  applies: meetingsApplies,
  facts: meetingFacts,
  forms: {
    'meetings.change': pending,
    'meetings.heads': pending,
    'meetings.close': pending,
    'meetings.postpone': pending,
    'meetings.invite': pending,
    'meetings.cancel': pending,
    'meetings.acknowledge': unseen,
  },
  titles: {
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
