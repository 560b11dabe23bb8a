// The meetings that come next in an area, for who answers for more than one village.
import * as z from 'zod/mini'
import { query } from '../../kernel/command.ts'
import { officers } from '../../kernel/role.ts'
import { meetingGroups } from './fields.ts'
import { meetingStates } from './meeting.ts'

const upcomingRow = z.object({
  id: z.string(),
  place: z.string(),
  title: z.string(),
  kind: z.nullable(z.string()),
  group: z.enum(meetingGroups),
  state: z.enum(meetingStates),
  date: z.string(),
})

export const upcomingMeetings = query({
  name: 'meetings.upcoming',
  roles: [...officers, 'facilitator', 'village-head'],
  scope: 'any-place',
  input: z.strictObject({}),
  output: z.object({ counts: z.record(z.string(), z.number()), upcoming: z.array(upcomingRow) }),
  summary: 'Meetings below a place: how many in each state, and the next 50. No names of attendees.',
})
