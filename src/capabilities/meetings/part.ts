// What the phone loads of meetings when its outbox holds a command of it, or a screen of it is opened.

import { awaitsCheck, isTaken } from '../../kernel/paper.ts'
import type { Part } from '../../platform/browser/capability.ts'
import { meetingsApplies } from './apply.ts'
import { meetingFacts } from './evidence.ts'
import { acknowledgementOf, isPending, type Meeting, meetingCollection, signedMinutesOf } from './meeting.ts'

const pending = { of: meetingCollection, fits: isPending }
const unseen = { of: meetingCollection, fits: (meeting: Meeting) => !isTaken(acknowledgementOf(meeting)) }
const minutesOpen = (meeting: Meeting) => !isTaken(signedMinutesOf(meeting))
const minutesWait = (meeting: Meeting) => awaitsCheck(signedMinutesOf(meeting))
const onPaper = { of: meetingCollection, fits: (meeting: Meeting) => awaitsCheck(acknowledgementOf(meeting)) }

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
    'meetings.paper': unseen,
    'meetings.check-paper': onPaper,
    'meetings.sign-minutes': { of: meetingCollection, fits: minutesOpen },
    'meetings.check-minutes': { of: meetingCollection, fits: minutesWait },
  },
  titles: {
    'meetings.plan': ['Rencana rembug', 'Plan of a meeting'],
    'meetings.plan-training': ['Rencana pelatihan', 'Plan of a training'],
    'meetings.change': ['Perubahan rencana rembug', 'Change of a meeting'],
    'meetings.invite': ['Undangan rembug', 'Invitations to a meeting'],
    'meetings.postpone': ['Penundaan rembug', 'Postponement of a meeting'],
    'meetings.cancel': ['Pembatalan rembug', 'Cancellation of a meeting'],
    'meetings.open': ['Pembukaan rembug', 'Opening of a meeting'],
    'meetings.check-in': ['Kehadiran rembug', 'Attendance of a meeting'],
    'meetings.withdraw-check-in': ['Pencoretan nama hadir', 'Name taken off an attendance'],
    'meetings.count': ['Hitungan kepala', 'Head-count'],
    'meetings.close': ['Penutupan rembug', 'Closing of a meeting'],
    'meetings.record': ['Catatan rembug yang sudah lewat', 'Record of a past meeting'],
    'meetings.amend': ['Ralat rembug', 'Amendment of a meeting'],
    'meetings.acknowledge': ['Pengesahan lurah/kepala desa', 'Acknowledgement by the village head'],
    'meetings.acknowledge-on-paper': ['Tanda tangan di kertas', 'Signature on paper'],
    'meetings.check-paper': ['Pemeriksaan kertas', 'Check of a paper'],
    'meetings.sign-minutes': ['Berita acara bertanda tangan', 'Signed minutes'],
    'meetings.check-minutes': ['Pemeriksaan berita acara', 'Check of signed minutes'],
    'meetings.serve': ['Rembug untuk program lain', 'Meeting for another programme'],
    'meetings.attach': ['Foto dan pindaian rembug', 'Photos and scans of a meeting'],
    'meetings.detach': ['Pelepasan berkas rembug', 'File taken off a meeting'],
    'meetings.propose': ['Butir yang ditawarkan', 'Points brought to a meeting'],
    'meetings.finish-follow-up': ['Tindak lanjut selesai', 'Follow-up done'],
  },
}
