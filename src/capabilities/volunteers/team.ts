// A team of volunteers: for reflection, self-survey, the election committee, a working group. Its kinds come
// from the programme (kinds.teams).
import * as z from 'zod/mini'
import { command } from '../../kernel/command.ts'
import type { Day } from '../../kernel/day.ts'
import { basedOn, day, id, line } from '../../kernel/fields.ts'
import { rollKeepers } from './roles.ts'

export const teamCollection = 'volunteers.team'

/** coordinator, secretary and treasurer are held by one each; everybody else is a member. */
export const duties = ['coordinator', 'secretary', 'treasurer', 'member'] as const
export type Duty = (typeof duties)[number]
export type TeamMember = { volunteer: string; duty: Duty }

export type Team = {
  id: string
  enrolment: string
  /** Id of a team kind of the programme. */
  kind: string
  name: string
  /** Active volunteers: who withdraws from the roll leaves the team with it. */
  members: readonly TeamMember[]
  formedOn: Day
  /** The meeting that formed it, if one did. */
  meeting: string | null
  state: 'formed' | 'dissolved'
  dissolved: { on: Day; by: string; reason: string } | null
  version: number
}

export const isFormed = (team: Pick<Team, 'state'>): boolean => team.state === 'formed'
export const mostMembers = 100

const member = z.strictObject({ volunteer: id(), duty: z.enum(duties) })
const details = () => ({
  name: line(120),
  members: z.array(member).check(z.minLength(1), z.maxLength(mostMembers)),
  formedOn: day(),
  meeting: z.nullable(id()),
})

export const formTeam = command({
  name: 'volunteers.form-team',
  version: 1,
  roles: rollKeepers,
  scope: 'village',
  input: z.strictObject({
    team: id(),
    enrolment: id(),
    kind: z.string().check(z.regex(/^[a-z][a-z0-9_]*$/), z.maxLength(60)),
    ...details(),
  }),
  // With its members: a registration that waits for mending holds the team back too.
  records: (input) => [input.team, ...input.members.map((each) => each.volunteer)],
  summary:
    'Forms a team of active volunteers of one enrolment. Refuses a kind unknown to the programme and a member named twice.',
})
export type FormTeam = z.infer<typeof formTeam.input>

export const changeTeam = command({
  name: 'volunteers.change-team',
  version: 1,
  roles: rollKeepers,
  scope: 'village',
  input: z.strictObject({ team: id(), basedOn: basedOn(), changes: z.partial(z.strictObject(details())) }),
  records: (input) => [input.team],
  summary: 'Changes a team. Refused, field by field, when somebody else changed it meanwhile.',
})
export type ChangeTeam = z.infer<typeof changeTeam.input>

export const dissolveTeam = command({
  name: 'volunteers.dissolve-team',
  version: 1,
  roles: rollKeepers,
  scope: 'village',
  input: z.strictObject({ team: id(), on: day(), reason: line(300) }),
  records: (input) => [input.team],
  personal: ['reason'],
  summary: 'Dissolves a team, with the reason. The record stays.',
})
export type DissolveTeam = z.infer<typeof dissolveTeam.input>
