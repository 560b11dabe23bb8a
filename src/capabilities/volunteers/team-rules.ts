// What a team must be. Minimum sizes are not asked: no programme file states one for its teams.
import type { Day } from '../../kernel/day.ts'
import { type Refusal, reasons, refuse, refuseField } from '../../kernel/refusal.ts'
import type { View } from '../../kernel/view.ts'
import { type Meeting, meetingCollection } from '../meetings/meeting.ts'
import { enrolledIn, serves } from '../programmes/serving.ts'
import { clashes, dayChecks, enrolmentChecks } from './rules.ts'
import { changedTeam } from './steps.ts'
import type { ChangeTeam, DissolveTeam, FormTeam, Team, TeamMember } from './team.ts'
import { rollIn, teamsIn } from './view.ts'

type Composed = Pick<Team, 'id' | 'enrolment' | 'kind' | 'name' | 'members' | 'formedOn' | 'meeting'>

function memberChecks(view: View, enrolment: string, members: readonly TeamMember[]): Refusal[] {
  const roll = new Map(rollIn(view, enrolment).map((each) => [each.id, each]))
  const ids = members.map((each) => each.volunteer)
  const twice = ids.findIndex((each, i) => ids.indexOf(each) < i)
  const single = (['coordinator', 'secretary', 'treasurer'] as const).filter(
    (duty) => members.filter((each) => each.duty === duty).length > 1,
  )
  return reasons(
    twice >= 0 &&
      refuseField('members', 'volunteers.member-twice', { name: roll.get(ids[twice] as string)?.name ?? '' }),
    ...single.map((duty) => refuseField('members', `volunteers.one-${duty}`)),
    ...members.flatMap(({ volunteer }, i) => {
      const found = roll.get(volunteer)
      if (!found) return [refuseField(`members.${i}.volunteer`, 'volunteers.member-not-on-roll')]
      return reasons(
        found.state !== 'active' &&
          refuseField(`members.${i}.volunteer`, 'volunteers.member-withdrawn', { name: found.name }),
      )
    }),
  )
}

const spelling = (name: string) => name.toLowerCase().replace(/\s+/g, ' ').trim()

function compositionChecks(view: View, team: Composed, today: Day): Refusal[] {
  const namesake = teamsIn(view, team.enrolment, team.kind).some(
    (each) => each.id !== team.id && spelling(each.name) === spelling(team.name),
  )
  const meeting = team.meeting === null ? null : view.get<Meeting>(meetingCollection, team.meeting)
  const fits = meeting && serves(meeting, team.enrolment) && meeting.state !== 'cancelled'
  return reasons(
    namesake && refuseField('name', 'volunteers.team-name-taken', { name: team.name }),
    team.meeting !== null && !fits && refuseField('meeting', 'volunteers.no-such-meeting'),
    ...dayChecks(view, team.enrolment, team.formedOn, today, 'formedOn'),
    ...memberChecks(view, team.enrolment, team.members),
  )
}

export function whyNotFormTeam(view: View, input: FormTeam, today: Day): Refusal[] {
  const missing = enrolmentChecks(view, input.enrolment)
  if (missing.length > 0) return missing
  const { team: id, kind, ...told } = input
  const known = enrolledIn(view, input.enrolment)?.programme.kinds.teams.some((each) => each.id === kind)
  return reasons(
    !known && refuseField('kind', 'volunteers.unknown-team', { kind }),
    ...compositionChecks(view, { id, kind, ...told }, today),
  )
}

const over = (team: Team): Refusal | false =>
  team.state !== 'formed' && refuse('volunteers.team-dissolved', { on: team.dissolved?.on ?? '' }, 'team')

export function whyNotChangeTeam(view: View, team: Team, input: ChangeTeam, today: Day): Refusal[] {
  const ended = over(team)
  if (ended) return [ended]
  const next = changedTeam(team, input.changes)
  const composed = compositionChecks(view, next, today).map((each) => ({
    ...each,
    ...(each.field ? { field: `changes.${each.field}` } : {}),
  }))
  return [...clashes(team, input.basedOn, input.changes), ...composed]
}

export function whyNotDissolve(team: Team, input: DissolveTeam, today: Day): Refusal[] {
  const { on } = input
  const formed = team.formedOn
  return reasons(
    over(team),
    on > today && refuseField('on', 'volunteers.day-ahead', { on, today }),
    on < formed && refuseField('on', 'volunteers.before-formation', { on, formed }),
  )
}
