// Who may be on the roll, and why not. Pure; the screen and the server ask the same questions over the same
// rows, and every question gives all its reasons at once. Teams are asked in team-rules.ts, the
// signature for the roll in roll-rules.ts.
import type { Day } from '../../kernel/day.ts'
import { type Refusal, reasons, refuse, refuseField } from '../../kernel/refusal.ts'
import type { View } from '../../kernel/view.ts'
import { enrolledIn, enrolmentsOf, type Servable, whyNotServe } from '../programmes/serving.ts'
import { type Certificate, certificateCollection, type IssueCertificates } from './certificate.ts'
import { trainingRecords } from './training-record.ts'
import { activeIn, localPlaceIn, personIn, personKey, rollIn } from './view.ts'
import {
  type ChangeVolunteer,
  isActive,
  mostVolunteers,
  type NewVolunteer,
  type RegisterVolunteers,
  type ServeAlso,
  type Volunteer,
  type WithdrawVolunteer,
} from './volunteer.ts'

/** Whether the enrolment is there and runs. */
export function enrolmentChecks(view: View, enrolment: string): Refusal[] {
  const enrolled = enrolledIn(view, enrolment)
  if (!enrolled) return [refuseField('enrolment', 'volunteers.no-such-enrolment')]
  const { status } = enrolled.row
  return reasons(status !== 'started' && refuseField('enrolment', 'volunteers.enrolment-not-running'))
}

/** Nothing happens tomorrow, or before the programme was started at this village. */
export function dayChecks(view: View, enrolment: string, on: Day, today: Day, field: string): Refusal[] {
  const started = enrolledIn(view, enrolment)?.row.startedOn ?? null
  return reasons(
    on > today && refuseField(field, 'volunteers.day-ahead', { on, today }),
    started !== null && on < started && refuseField(field, 'volunteers.before-enrolment', { on, started }),
  )
}

type Told = Pick<NewVolunteer, 'person' | 'localPlace'>

/** What is said of one volunteer, against who and what is on record. */
function whyNotTold(view: View, told: Partial<Told>, prefix: string): Refusal[] {
  const { person, localPlace } = told
  const known = person ? personIn(view, person) : undefined
  const lived = localPlace ? localPlaceIn(view, localPlace) : undefined
  return reasons(
    Boolean(person) && !known && refuseField(`${prefix}person`, 'volunteers.no-such-person'),
    known &&
      known.state !== 'here' &&
      refuseField(`${prefix}person`, 'volunteers.person-not-here', { name: known.name }),
    Boolean(localPlace) && !lived && refuseField(`${prefix}localPlace`, 'volunteers.no-such-local-place'),
    lived && !lived.active && refuseField(`${prefix}localPlace`, 'volunteers.local-place-closed'),
  )
}

/** Everybody's key on the active roll, by person. */
const personsOnRoll = (view: View, enrolment: string) =>
  new Map(
    activeIn(view, enrolment).flatMap((each) =>
      each.person ? [[personKey(view, each.person), each] as const] : [],
    ),
  )

const personsOnRolls = (view: View, enrolments: readonly string[]) =>
  new Map(enrolments.flatMap((each) => [...personsOnRoll(view, each)]))

const rollFull = (view: View, enrolments: readonly string[], coming: number): Refusal | false =>
  enrolments.some((each) => rollIn(view, each).length + coming > mostVolunteers) &&
  refuseField('volunteers', 'volunteers.roll-full', { most: mostVolunteers })

export function whyNotRegister(view: View, input: RegisterVolunteers, today: Day): Refusal[] {
  const { enrolment, volunteers } = input
  const missing = enrolmentChecks(view, enrolment)
  if (missing.length > 0) return missing
  const alsoFor = input.alsoFor ?? []
  const served = enrolmentsOf(input)
  const onRoll = personsOnRolls(view, served)
  return reasons(
    ...dayChecks(view, enrolment, input.on, today, 'on'),
    ...whyNotServe({ enrolment }, alsoFor, servable(view)),
    rollFull(view, served, volunteers.length),
    ...twiceAmong(view, volunteers, (i) => `volunteers.${i}.person`),
    ...volunteers.flatMap((each, i) => [
      ...whyNotTold(view, each, `volunteers.${i}.`),
      ...alreadyThere(onRoll, keyOf(view, each), each.name, `volunteers.${i}.person`),
    ]),
  )
}

const keyOf = (view: View, { person }: Pick<Volunteer, 'person'>): string | null =>
  person ? personKey(view, person) : null

/** Of those who come together, each beside the ones before: nobody comes twice, also not as two rows of one person. */
function twiceAmong(
  view: View,
  volunteers: readonly Pick<Volunteer, 'id' | 'person' | 'name'>[],
  field: (i: number) => string,
): Refusal[] {
  const ids = new Set(volunteers.map((each) => each.id))
  const keys = volunteers.map((each) => keyOf(view, each))
  const twice = keys.findIndex((key, i) => key !== null && keys.indexOf(key) < i)
  return reasons(
    ids.size < volunteers.length && refuseField('volunteers', 'volunteers.same-id-twice'),
    twice >= 0 &&
      refuseField(field(twice), 'volunteers.same-person-twice', { name: volunteers[twice]?.name ?? '' }),
  )
}

/** A volunteer is of no kind. */
const servable = (view: View): Servable => ({
  find: (enrolment) => enrolledIn(view, enrolment),
  knows: (_, kind) => kind === null,
})

/** `view` holds the rolls of the programmes that they are to help as well. */
export function whyNotServeAlso(
  view: View,
  volunteers: readonly Volunteer[],
  { alsoFor }: ServeAlso,
): Refusal[] {
  const others = alsoFor.map((each) => each.enrolment)
  const onRoll = personsOnRolls(view, others)
  return reasons(
    rollFull(view, others, volunteers.length),
    ...twiceAmong(view, volunteers, () => 'volunteers'),
    ...volunteers.flatMap((each) => [
      ...reasons(notActive(each)),
      ...whyNotServe(each, alsoFor, servable(view)),
      ...alreadyThere(onRoll, keyOf(view, each), each.name, 'volunteers'),
    ]),
  )
}

function alreadyThere(
  onRoll: ReadonlyMap<string, Volunteer>,
  key: string | null,
  name: string,
  field: string,
): Refusal[] {
  return reasons(
    key !== null && onRoll.has(key) && refuseField(field, 'volunteers.already-volunteer', { name }),
  )
}

const shown = (value: unknown): string | number =>
  typeof value === 'string' || typeof value === 'number' ? value : (JSON.stringify(value) ?? '')

/** Each field of an edit that somebody else changed meanwhile to something else: theirs and yours. */
export function clashes(row: { version: number }, basedOn: number, changes: object): Refusal[] {
  if (row.version === basedOn) return []
  const now = row as unknown as Record<string, unknown>
  const fields = Object.entries(changes).filter(
    ([field, value]) => value !== undefined && JSON.stringify(now[field]) !== JSON.stringify(value),
  )
  return fields.map(([field, value]) =>
    refuseField(`changes.${field}`, 'volunteers.changed-meanwhile', {
      field,
      // A sealed value is not told to whoever asks by sending a clash.
      ...(field === 'phone'
        ? { theirs: '•••', yours: '•••' }
        : { theirs: shown(now[field]), yours: shown(value) }),
      version: row.version,
    }),
  )
}

const notActive = (volunteer: Volunteer): Refusal | false =>
  !isActive(volunteer) &&
  refuse('volunteers.is-withdrawn', { on: volunteer.withdrawn?.on ?? '' }, 'volunteer')

export function whyNotChange(view: View, volunteer: Volunteer, input: ChangeVolunteer): Refusal[] {
  const ended = notActive(volunteer)
  if (ended) return [ended]
  const { person } = input.changes
  const other = person
    ? enrolmentsOf(volunteer)
        .map((each) => personsOnRoll(view, each).get(personKey(view, person)))
        .find((each) => each && each.id !== volunteer.id)
    : undefined
  // Who moved away stays what they were: only a new tie is looked at.
  const tied = {
    ...(person !== volunteer.person ? { person } : {}),
    ...(input.changes.localPlace !== volunteer.localPlace ? { localPlace: input.changes.localPlace } : {}),
  }
  return reasons(
    ...clashes(volunteer, input.basedOn, input.changes),
    ...whyNotTold(view, tied as Partial<Told>, 'changes.'),
    other && refuseField('changes.person', 'volunteers.already-volunteer', { name: other.name }),
  )
}

export function whyNotWithdraw(volunteer: Volunteer, input: WithdrawVolunteer, today: Day): Refusal[] {
  const { on, registered } = { ...input, registered: volunteer.registeredOn }
  return reasons(
    notActive(volunteer),
    on > today && refuseField('on', 'volunteers.day-ahead', { on, today }),
    on < registered && refuseField('on', 'volunteers.before-registration', { on, registered }),
  )
}

/** Certificates are for those who were there on every day; also when they have withdrawn since. */
export function whyNotIssue(view: View, input: IssueCertificates, today: Day): Refusal[] {
  const enrolled = enrolledIn(view, input.enrolment)
  if (!enrolled) return [refuseField('enrolment', 'volunteers.no-such-enrolment')]
  const { kind, certificates } = input
  const training = enrolled.programme.kinds.trainings.some((each) => each.id === kind)
  if (!training) return [refuseField('kind', 'volunteers.unknown-training', { kind })]
  const given = new Set(
    view
      .all<Certificate>(certificateCollection)
      .flatMap((each) => (each.kind === kind ? [each.volunteer] : [])),
  )
  const records = trainingRecords(view, input.enrolment)
  const roll = new Map(rollIn(view, input.enrolment).map((each) => [each.id, each]))
  const wanted = certificates.map((each) => each.volunteer)
  return reasons(
    ...dayChecks(view, input.enrolment, input.on, today, 'on'),
    (new Set(wanted).size < wanted.length ||
      new Set(certificates.map((each) => each.id)).size < wanted.length) &&
      refuseField('certificates', 'volunteers.certificate-twice'),
    ...wanted.flatMap((each, i) => {
      const volunteer = roll.get(each)
      const record = records.get(each)?.find((found) => found.kind === kind)
      return whyNotCertify(volunteer, record, given.has(each), input.on, `certificates.${i}.volunteer`)
    }),
  )
}

type Attended = { days: readonly Day[]; needed: number; complete: boolean }

function whyNotCertify(
  volunteer: Volunteer | undefined,
  record: Attended | undefined,
  given: boolean,
  on: Day,
  field: string,
): Refusal[] {
  if (!volunteer) return [refuseField(field, 'volunteers.not-on-roll', { count: 1 })]
  const { name } = volunteer
  const last = record?.days.at(-1) ?? ''
  return reasons(
    given && refuseField(field, 'volunteers.certified-already', { name }),
    !record?.complete &&
      refuseField(field, 'volunteers.days-missed', {
        name,
        days: record?.days.length ?? 0,
        needed: record?.needed ?? 0,
      }),
    record?.complete && on < last && refuseField('on', 'volunteers.certificate-too-early', { on, last }),
  )
}
