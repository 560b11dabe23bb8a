// Meetings as tests speak of them: the readiness meeting of a kelurahan, its people, its programme.
import { createHash } from 'node:crypto'
import { daysFromToday, momentOn } from '../../kernel/day.testing.ts'
import { addDays } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { rightCheck, unknownHand } from '../../kernel/paper.ts'
import type { Attendance, Attendee } from './attendance.ts'
import type { PlanMeeting } from './commands.ts'
import type { ClosingInput, Meeting } from './meeting.ts'
import type { Setting } from './plan-rules.ts'
import { type CheckMinutes, minutesChecked, minutesSigned, type SignMinutes } from './signed-minutes.ts'
import { attendanceOf, closed, opened, planned } from './steps.ts'

export const today = daysFromToday(0)
export const meetingDay = addDays(today, -7)
export const stamp = { at: momentOn(meetingDay, '19:00').toISOString(), by: '' }

export function plan(given: Partial<PlanMeeting> = {}): PlanMeeting {
  return {
    meeting: newId(),
    enrolment: null,
    group: 'meeting',
    kind: null,
    batch: null,
    day: null,
    title: 'Rembug Kesiapan Masyarakat',
    agenda: ['Pembukaan', 'Pernyataan kesiapan'],
    placeText: 'Balai RW 05',
    localPlace: null,
    date: meetingDay,
    start: '19:30',
    end: '22:00',
    organiser: 'Lurah',
    invitees: [],
    expected: null,
    ...given,
  }
}

export function attendee(given: Partial<Attendee> = {}): Attendee {
  return {
    id: newId(),
    person: null,
    name: 'Warga',
    sex: 'female',
    poor: false,
    elements: [],
    localPlace: null,
    localPlaceText: 'RT 01',
    walkIn: true,
    checkedInBy: 'name',
    ...given,
  }
}

export const present = (meeting: string, given: Partial<Attendee> = {}, at = stamp.at): Attendance =>
  attendanceOf(meeting, attendee(given), at)

export function minutes(meeting: string, given: Partial<ClosingInput> = {}): ClosingInput {
  return {
    meeting,
    date: meetingDay,
    start: '19:30',
    end: '21:45',
    chair: 'Bu Lurah',
    notulis: 'Pak Carik',
    minutes: 'Warga membahas kesiapan.',
    decision: null,
    decisions: [],
    ...given,
  }
}

/** A setting whose kind asks whether the village is ready. */
export const readiness: Setting = {
  kind: {
    id: 'rkm',
    title: { id: 'RKM', en: 'RKM' },
    source: 'siklus',
    evidence: 'V',
    organiser: { id: 'Lurah', en: 'Village head' },
    participants: { id: 'Warga', en: 'Residents' },
    expectations: [],
    elements: ['rt_heads'],
    documents: [],
    decision: {
      question: { id: 'Siap?', en: 'Ready?' },
      options: [
        { id: 'siap', title: { id: 'Siap', en: 'Ready' } },
        { id: 'menolak', title: { id: 'Menolak', en: 'Refuses' } },
      ],
    },
  },
  running: true,
  startedOn: addDays(today, -20),
  elements: new Set(['rt_heads', 'community_leaders']),
}

/** The scan of the minutes that were signed, as a phone registers it. */
export function signedMinutes(meeting: string, on = today, content = new Uint8Array(9)): SignMinutes {
  const sha256 = createHash('sha256').update(content).digest('hex')
  const scan = { id: newId(), mediaType: 'image/jpeg' as const, bytes: content.length, sha256 }
  const signed = { chair: 'Bu Lurah', notulis: 'Pak Carik', residents: 'Mbok Darmi, Bu Nyai' }
  return { meeting, sheet: { on, scan, signed } }
}
/** Somebody else has held the scan against it. */
export const rightMinutes = ({ meeting, sheet }: SignMinutes): CheckMinutes => ({
  meeting,
  ...rightCheck(sheet),
})
export const withSignedMinutes = (meeting: Meeting): Meeting => {
  const input = signedMinutes(meeting.id)
  return minutesChecked(
    minutesSigned(meeting, input, stamp, unknownHand),
    rightMinutes(input),
    unknownHand,
    today,
  )
}

export const ready = { option: 'siap', text: 'Warga menyatakan siap.', consensus: true, votes: null }

export const openMeeting = (given: Partial<PlanMeeting> = {}): Meeting =>
  opened(planned(plan(given), new Set()), stamp)

export function closedMeeting(
  given: Partial<PlanMeeting> = {},
  attendance: (meeting: string) => readonly Attendance[] = (id) => [present(id)],
  minuted: Partial<ClosingInput> = {},
): Meeting {
  const meeting = openMeeting(given)
  return closed(
    meeting,
    minutes(meeting.id, { date: meeting.date, ...minuted }),
    attendance(meeting.id),
    stamp,
  )
}
