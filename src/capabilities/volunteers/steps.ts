// What each command makes of the rows, as pure functions: the server stores what they give, the phone shows it
// before the server answers, so the two are the same by construction. The rules have been asked before.
import type { Day } from '../../kernel/day.ts'
import { type Behind, checked, type Hand, isTaken, unknownHand } from '../../kernel/paper.ts'
import type { Certificate, IssueCertificates } from './certificate.ts'
import { type Acknowledgement, type CheckRollPaper, foundWrongMost, type Signing } from './roll.ts'
import type { ChangeTeam, DissolveTeam, FormTeam, Team } from './team.ts'
import {
  type ChangeVolunteer,
  editionOf,
  onTheRoll,
  type RegisterVolunteers,
  type ServeAlso,
  type Volunteer,
  type WithdrawVolunteer,
} from './volunteer.ts'

/** Drops the fields that were not given, so that a change touches only what it names. */
function given<T extends object>(changes: T): { [K in keyof T]-?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as never
}

export function registered(input: RegisterVolunteers, by: string): Volunteer[] {
  return input.volunteers.map(({ phone, ...told }) => ({
    ...told,
    enrolment: input.enrolment,
    alsoFor: input.alsoFor ?? [],
    hasPhone: phone !== null,
    registeredOn: input.on,
    registeredBy: by,
    state: 'active',
    withdrawn: null,
    version: 1,
    edition: 1,
  }))
}

export function changed(volunteer: Volunteer, changes: ChangeVolunteer['changes']): Volunteer {
  const { phone, ...told } = changes
  const next = { ...volunteer, ...given(told) }
  const anew = onTheRoll.some((field) => next[field] !== volunteer[field])
  return {
    ...next,
    edition: editionOf(volunteer) + (anew ? 1 : 0),
    hasPhone: phone === undefined ? volunteer.hasPhone : phone !== null,
    version: volunteer.version + 1,
  }
}

export function served(volunteer: Volunteer, { alsoFor }: Pick<ServeAlso, 'alsoFor'>): Volunteer {
  const all = [...(volunteer.alsoFor ?? []), ...alsoFor]
  return { ...volunteer, alsoFor: all, version: volunteer.version + 1 }
}

export function withdrawn(volunteer: Volunteer, input: WithdrawVolunteer, by: string): Volunteer {
  const { on, reason } = input
  return { ...volunteer, state: 'withdrawn', withdrawn: { on, by, reason }, version: volunteer.version + 1 }
}

/** The teams that lose a member with this volunteer. */
export function teamsWithout(teams: readonly Team[], volunteer: string): Team[] {
  return teams
    .filter((team) => team.state === 'formed' && team.members.some((each) => each.volunteer === volunteer))
    .map((team) => ({
      ...team,
      members: team.members.filter((each) => each.volunteer !== volunteer),
      version: team.version + 1,
    }))
}

export function formed(input: FormTeam): Team {
  const { team: id, ...told } = input
  return { id, ...told, state: 'formed', dissolved: null, version: 1 }
}

export function changedTeam(team: Team, changes: ChangeTeam['changes']): Team {
  return { ...team, ...given(changes), version: team.version + 1 }
}

export function dissolved(team: Team, input: DissolveTeam, by: string): Team {
  const { on, reason } = input
  return { ...team, state: 'dissolved', dissolved: { on, by, reason }, version: team.version + 1 }
}

/** Each line of the roll once, in the edition that was seen. */
const linesOf = ({
  volunteers,
  editions,
}: {
  volunteers: readonly string[]
  editions?: readonly (number | undefined)[] | undefined
}) =>
  new Map(
    volunteers.map((id, i) => {
      const edition = editions?.[i] ?? 1
      return [`${id} ${edition}`, { id, edition }]
    }),
  )

/** Without the oldest that were found wrong. */
function withoutOldWrong(signings: readonly Signing[]): Signing[] {
  const old = new Set(signings.filter((each) => !isTaken(each)).slice(0, -foundWrongMost))
  return signings.filter((each) => !old.has(each))
}

/** `before` is what was signed until now; only those not signed for yet are noted with this signing. */
export function acknowledged(
  before: Acknowledgement | undefined,
  input: Pick<Signing, 'name' | 'note' | 'volunteers' | 'paper'> & {
    enrolment: string
    editions?: readonly (number | undefined)[] | undefined
  },
  stamp: Behind & { on: Day; by: string },
): Acknowledgement {
  const { enrolment, name, note, paper } = input
  const known = new Set(before?.signings.filter(isTaken).flatMap((each) => [...linesOf(each).keys()]) ?? [])
  const lines = [...linesOf(input)].filter(([key]) => !known.has(key)).map(([, line]) => line)
  const [volunteers, editions] = [lines.map(({ id }) => id), lines.map(({ edition }) => edition)]
  const signing = { ...stamp, name, note, volunteers, editions, ...(paper ? { paper } : {}) }
  return {
    id: enrolment,
    enrolment,
    signings: [...withoutOldWrong(before?.signings ?? []), signing],
    version: (before?.version ?? 0) + 1,
  }
}

/** The paper that waits was held against what was typed. */
export function paperChecked(
  before: Acknowledgement,
  input: CheckRollPaper,
  { hand = unknownHand, on }: { hand?: Hand; on: Day },
): Acknowledgement {
  const wrong = input.agrees ? {} : { volunteers: [], editions: [] }
  const signings = before.signings.map((each) =>
    each.paper?.check === null ? { ...each, ...wrong, paper: checked(each.paper, input, hand, on) } : each,
  )
  return { ...before, signings, version: before.version + 1 }
}

/** Without numbers: those are the server's to give. */
export function issued(
  input: IssueCertificates,
  daysOf: (volunteer: string) => readonly Day[],
): Certificate[] {
  const { enrolment, kind, on } = input
  return input.certificates.map(({ id, volunteer }) => ({
    ...{ id, enrolment, volunteer, kind, on },
    number: null,
    days: daysOf(volunteer),
  }))
}
