// What a command does to the local copy before the server answers: the same steps as on the server.
import type { Envelope } from '../../kernel/command.ts'
import { type Day, today } from '../../kernel/day.ts'
import { behind, type Hand, typed, unknownHand } from '../../kernel/paper.ts'
import { zoneOf } from '../../kernel/place-code.ts'
import type { Change, View } from '../../kernel/view.ts'
import { certificateCollection, type IssueCertificates } from './certificate.ts'
import {
  type Acknowledgement,
  type AcknowledgeRoll,
  type AcknowledgeRollOnPaper,
  acknowledgementCollection,
  acknowledgeRoll,
  type CheckRollPaper,
} from './roll.ts'
import * as steps from './steps.ts'
import { type ChangeTeam, type DissolveTeam, type FormTeam, type Team, teamCollection } from './team.ts'
import { trainingRecords } from './training-record.ts'
import {
  type ChangeVolunteer,
  type RegisterVolunteers,
  type ServeAlso,
  type Volunteer,
  volunteerCollection,
  type WithdrawVolunteer,
} from './volunteer.ts'

/** Who did it, by account id, and the day it was done; on a phone the account is '' until the server answers. */
export type Doer = { by: string; on: Day; hand?: Hand }
type Work<Input> = (view: View, input: Input, doer: Doer) => Change[]

const row =
  (collection: string) =>
  (value: { id: string }): Change => ({ collection, id: value.id, value })
const volunteerRow = row(volunteerCollection)
const teamRow = row(teamCollection)

const onVolunteer = <I extends { volunteer: string }>(
  work: (volunteer: Volunteer, input: I, doer: Doer, view: View) => Change[],
): Work<I> => {
  return (view, input, doer) => {
    const volunteer = view.get<Volunteer>(volunteerCollection, input.volunteer)
    return volunteer ? work(volunteer, input, doer, view) : []
  }
}

const onTeam = <I extends { team: string }>(work: (team: Team, input: I, doer: Doer) => Team): Work<I> => {
  return (view, input, doer) => {
    const team = view.get<Team>(teamCollection, input.team)
    return team ? [teamRow(work(team, input, doer))] : []
  }
}

function signed(
  view: View,
  input: Parameters<typeof steps.acknowledged>[1],
  { by, on, hand }: Pick<Doer, 'by' | 'on' | 'hand'>,
): Change[] {
  const before = view.get<Acknowledgement>(acknowledgementCollection, input.enrolment)
  const known = hand && !input.paper ? behind(hand, acknowledgeRoll.roles, []) : {}
  return [row(acknowledgementCollection)(steps.acknowledged(before, input, { by, on, ...known }))]
}

/** The rows that a command leaves, on either side. The rules have been asked before. */
export const works = {
  register: (_: View, input: RegisterVolunteers, { by }: Doer) =>
    steps.registered(input, by).map(volunteerRow),
  change: onVolunteer<ChangeVolunteer>((volunteer, { changes }) => [
    volunteerRow(steps.changed(volunteer, changes)),
  ]),
  serve: (view: View, input: ServeAlso) =>
    input.volunteers.flatMap((id) => {
      const volunteer = view.get<Volunteer>(volunteerCollection, id)
      return volunteer ? [volunteerRow(steps.served(volunteer, input))] : []
    }),
  withdraw: onVolunteer<WithdrawVolunteer>((volunteer, input, { by }, view) => [
    volunteerRow(steps.withdrawn(volunteer, input, by)),
    ...steps.teamsWithout(view.all<Team>(teamCollection), volunteer.id).map(teamRow),
  ]),
  formTeam: (_: View, input: FormTeam) => [teamRow(steps.formed(input))],
  changeTeam: onTeam<ChangeTeam>((team, { changes }) => steps.changedTeam(team, changes)),
  dissolveTeam: onTeam<DissolveTeam>((team, input, { by }) => steps.dissolved(team, input, by)),
  acknowledge: (view: View, input: AcknowledgeRoll, doer: Doer) => signed(view, input, doer),
  acknowledgeOnPaper: (view: View, { paper, ...input }: AcknowledgeRollOnPaper, doer: Doer) =>
    signed(
      view,
      { ...input, name: paper.name, paper: typed(paper, doer.hand ?? unknownHand) },
      { ...doer, on: paper.on },
    ),
  checkPaper: (view: View, input: CheckRollPaper, doer: Doer) => {
    const before = view.get<Acknowledgement>(acknowledgementCollection, input.enrolment)
    return before ? [row(acknowledgementCollection)(steps.paperChecked(before, input, doer))] : []
  },
  issue: (view: View, input: IssueCertificates) => {
    const records = trainingRecords(view, input.enrolment)
    const daysOf = (volunteer: string) =>
      records.get(volunteer)?.find((each) => each.kind === input.kind)?.days ?? []
    return steps.issued(input, daysOf).map(row(certificateCollection))
  },
} as const

const onPhone =
  (work: Work<never>) =>
  (view: View, envelope: Envelope<never>): Change[] =>
    work(view, envelope.input, {
      by: '',
      on: today(zoneOf(envelope.place), new Date(envelope.at)),
    })

export const volunteersApplies = {
  'volunteers.register': onPhone(works.register),
  'volunteers.change': onPhone(works.change),
  'volunteers.serve': onPhone(works.serve),
  'volunteers.withdraw': onPhone(works.withdraw),
  'volunteers.form-team': onPhone(works.formTeam),
  'volunteers.change-team': onPhone(works.changeTeam),
  'volunteers.dissolve-team': onPhone(works.dissolveTeam),
  'volunteers.acknowledge-roll': onPhone(works.acknowledge),
  'volunteers.acknowledge-roll-on-paper': onPhone(works.acknowledgeOnPaper),
  'volunteers.check-paper': onPhone(works.checkPaper),
  'volunteers.issue-certificate': onPhone(works.issue),
}
