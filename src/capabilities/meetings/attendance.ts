// Who was there. Attendance only grows: a mistake is withdrawn with a reason, never erased.
import * as z from 'zod/mini'
import { command } from '../../kernel/command.ts'
import { id, line } from '../../kernel/fields.ts'
import { attendeeInput, headCountInput } from './fields.ts'

export const attendanceCollection = 'meetings.attendance'

export type Sex = 'female' | 'male'

/** One person at one meeting. */
export type Attendance = {
  id: string
  meeting: string
  /** A person on record, or null for a walk-in. */
  person: string | null
  /** '' when the person's data was erased; the row still counts. */
  name: string
  sex: Sex
  poor: boolean
  elements: string[]
  /** Where the person lives: a local place (RT), or its name as text. */
  localPlace: string | null
  localPlaceText: string
  walkIn: boolean
  checkedInBy: 'name' | 'code' | 'qr'
  at: string
  withdrawn: { at: string; by: string; reason: string } | null
}

/**
 * Heads: `total` = women + men. By name where names were taken, else the head-count; `headCount` is kept
 * beside names so that a difference is seen.
 */
export type Tally = {
  mode: 'by-name' | 'head-count' | 'none'
  total: number
  women: number
  men: number
  poor: number
  elements: Record<string, number>
  walkIns: number
}
export const withoutAttendees: Tally = {
  mode: 'none',
  total: 0,
  women: 0,
  men: 0,
  poor: 0,
  elements: {},
  walkIns: 0,
}

export type Attendee = z.infer<ReturnType<typeof attendeeInput>>

/** A phone sends attendance in handfuls, so that a kill loses at most what was not yet typed. */
export const mostAttendees = 100

const attendanceRoles = [
  'facilitator',
  'volunteer',
  'board-member',
  'board-secretary',
  'village-head',
] as const

export const checkIn = command({
  name: 'meetings.check-in',
  version: 1,
  roles: attendanceRoles,
  scope: 'village',
  input: z.strictObject({
    meeting: id(),
    attendees: z.array(attendeeInput()).check(z.minLength(1), z.maxLength(mostAttendees)),
  }),
  records: (input) => [input.meeting],
  personal: ['attendees.*.name', 'attendees.*.poor', 'attendees.*.elements', 'attendees.*.localPlaceText'],
  summary:
    'Adds up to 100 people to the attendance of an open meeting. Refused when the meeting is not open.',
})
export type CheckIn = z.infer<typeof checkIn.input>

export const withdrawCheckIn = command({
  name: 'meetings.withdraw-check-in',
  version: 1,
  roles: attendanceRoles,
  scope: 'village',
  input: z.strictObject({ meeting: id(), attendance: id(), reason: line(200) }),
  records: (input) => [input.meeting],
  personal: ['reason'],
  summary: 'Takes one name off the attendance of an open meeting, with the reason. The row stays, withdrawn.',
})
export type WithdrawCheckIn = z.infer<typeof withdrawCheckIn.input>

export const countHeads = command({
  name: 'meetings.count',
  version: 1,
  roles: attendanceRoles,
  scope: 'village',
  input: z.strictObject({ meeting: id(), count: headCountInput() }),
  records: (input) => [input.meeting],
  summary:
    'Sets the head-count of an open meeting. Refused when more poor, or more of an element, than people.',
})
export type CountHeads = z.infer<typeof countHeads.input>
