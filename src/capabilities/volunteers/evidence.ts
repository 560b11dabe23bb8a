// The facts that volunteers give to gates. Pure: the phone computes them over its copy, the server in the
// command that changed them. The training.* facts are given by meetings, from who came; only what they say of volunteers
// is given here, from the same rows and the roll.
import type { FactGiver, FactRecord, Facts } from '../../kernel/facts.ts'
import { isOnPaper } from '../../kernel/paper.ts'
import type { View } from '../../kernel/view.ts'
import { meetingCollection } from '../meetings/meeting.ts'
import { enrolledIn } from '../programmes/serving.ts'
import { acknowledgementCollection } from './roll.ts'
import { type Team, teamCollection } from './team.ts'
import { sessionsIn, trainingRecords } from './training-record.ts'
import {
  acknowledgedIn,
  activeIn,
  coverageIn,
  enrolmentCollection,
  rollIn,
  signedFor,
  signingsIn,
  teamsIn,
  uncheckedIn,
} from './view.ts'
import { type Volunteer, volunteerCollection } from './volunteer.ts'

const recordsOf = (collection: string, rows: readonly { id: string }[]): FactRecord[] =>
  rows.map(({ id }) => ({ collection, id }))

/** All facts of the volunteers of one enrolment. A share of nobody, or of no RT, is not known and not given. */
export const volunteerFacts: FactGiver = (view, enrolment) => ({
  ...rollAndTeamFacts(view, enrolment),
  ...trainedFacts(view, enrolment),
})

/** All but what needs to know who came to the training. Of a programme for which nobody came forward yet: nothing. */
export const rollAndTeamFacts: FactGiver = (view, enrolment) =>
  rollIn(view, enrolment).length === 0 ? {} : { ...rollFacts(view, enrolment), ...teamFacts(view, enrolment) }

/** Of each training of which a day is closed: who on the roll was there on every day. Strangers to the roll do not count. */
export function trainedFacts(view: View, enrolment: string): Facts {
  const closed = sessionsIn(view, enrolment).filter((each) => each.state === 'closed' && each.kind !== null)
  if (closed.length === 0) return {}
  const active = activeIn(view, enrolment)
  const trained = trainingRecords(view, enrolment)
  const facts: Facts = {}
  for (const [kind, days] of Map.groupBy(closed, (each) => each.kind as string)) {
    const records = recordsOf(meetingCollection, days)
    const done = active.filter(({ id }) =>
      trained.get(id)?.some((each) => each.kind === kind && each.complete),
    )
    facts[`training.${kind}.trained_volunteers`] = { value: done.length, records }
    if (active.length > 0) {
      const percent = Math.floor((done.length * 100) / active.length)
      facts[`training.${kind}.trained_volunteers_percent`] = { value: percent, records }
    }
  }
  return facts
}

function rollFacts(view: View, enrolment: string): Facts {
  const active = activeIn(view, enrolment)
  const women = active.filter((each) => each.sex === 'female').length
  const acknowledged = acknowledgedIn(view, enrolment)
  const { percent } = coverageIn(view, enrolment)
  const records = recordsOf(volunteerCollection, active)
  const counted = (value: number) => ({ value, records })
  return {
    'volunteers.registered': counted(active.length),
    'volunteers.women': counted(women),
    'volunteers.men': counted(active.length - women),
    'volunteers.poor': counted(active.filter((each) => each.poor).length),
    ...(active.length > 0
      ? { 'volunteers.women_percent': counted(Math.floor((women * 100) / active.length)) }
      : {}),
    ...(percent === null ? {} : { 'volunteers.by_rt_coverage_percent': counted(percent) }),
    'volunteers.acknowledged_on_paper': {
      value: signingsIn(view, enrolment)
        .filter(isOnPaper)
        .some((each) => signedFor(view, each).some((id) => active.some((one) => one.id === id))),
      records: [{ collection: acknowledgementCollection, id: enrolment }],
    },
    ...(uncheckedIn(view, enrolment)
      ? {
          'volunteers.acknowledged_unchecked': {
            value: true,
            records: [{ collection: acknowledgementCollection, id: enrolment }],
          },
        }
      : {}),
    'volunteers.acknowledged': {
      // Who joins later does not undo it; when all who were acknowledged have left, it is about nobody.
      value: active.some((each) => acknowledged.has(each.id)),
      records: acknowledged.size > 0 ? [{ collection: acknowledgementCollection, id: enrolment }] : records,
    },
  }
}

/** The kinds of the programme, and those of teams formed under an earlier version of it. */
function kindsIn(view: View, enrolment: string): Set<string> {
  const kinds = enrolledIn(view, enrolment)?.programme.kinds.teams.map((each) => each.id) ?? []
  return new Set([...kinds, ...teamsIn(view, enrolment).map((each) => each.kind)])
}

/** The active volunteers of these teams, each once. */
export function membersOf(teams: readonly Team[], active: readonly Volunteer[]): Volunteer[] {
  const named = new Set(teams.flatMap((team) => team.members.map((each) => each.volunteer)))
  return active.filter((each) => named.has(each.id))
}

function teamFacts(view: View, enrolment: string): Facts {
  const active = activeIn(view, enrolment)
  const facts: Facts = {}
  for (const kind of kindsIn(view, enrolment)) {
    const teams = teamsIn(view, enrolment, kind)
    const members = membersOf(teams, active)
    const records =
      teams.length > 0
        ? recordsOf(teamCollection, teams)
        : [{ collection: enrolmentCollection, id: enrolment }]
    facts[`team.${kind}.formed`] = { value: members.length > 0, records }
    facts[`team.${kind}.members`] = { value: members.length, records }
    facts[`team.${kind}.women`] = { value: members.filter((each) => each.sex === 'female').length, records }
    facts[`team.${kind}.poor`] = { value: members.filter((each) => each.poor).length, records }
  }
  return facts
}
