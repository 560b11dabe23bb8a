// A volunteer (relawan warga): a resident who comes forward to help the village run a programme it has taken
// up. Read by the server and by the field app.
import * as z from 'zod/mini'
import { command, query } from '../../kernel/command.ts'
import type { Day } from '../../kernel/day.ts'
import { basedOn, day, id, line, optionalLine, prose, sex } from '../../kernel/fields.ts'
import { officers, type Role } from '../../kernel/role.ts'
import { alsoForInput, type Serving, servingsInput } from '../programmes/serving.ts'
import { rollKeepers } from './roles.ts'

export const volunteerCollection = 'volunteers.volunteer'
/** Who gets the roll with the names. */
export const volunteerHolders = [
  'facilitator',
  'volunteer',
  'board-member',
  'board-secretary',
  'village-head',
] as const satisfies readonly Role[]
export const volunteerReaders: readonly Role[] = [...volunteerHolders, ...officers]

export type Sex = 'female' | 'male'

/** A volunteer as phones, screens and rules see it: without the telephone number, which stays sealed. */
export type Volunteer = {
  id: string
  enrolment: string
  /** Other programmes of the village that they help as well; left out in a copy kept by an older app. */
  alsoFor?: readonly Serving[] | undefined
  /** A person on record (people), or null for somebody known by name only. */
  person: string | null
  /** '' when the person's data was erased, and for officers above the village. */
  name: string
  sex: Sex
  /** Above the village nobody is told apart as poor: there it is a figure (`volunteers.poor`). */
  poor: boolean
  /** Where the volunteer lives: a local place (RT), or its name as text. */
  localPlace: string | null
  localPlaceText: string
  /** Whether a number is on record; who may, asks for it (`volunteers.phone`). */
  hasPhone: boolean
  skills: string
  motivation: string
  /** Interests of their own or of their group that they declared; '' when they declared none, null when not asked yet. */
  interests: string | null
  registeredOn: Day
  /** Account id; '' until the server has confirmed it. */
  registeredBy: string
  state: 'active' | 'withdrawn'
  withdrawn: { on: Day; by: string; reason: string } | null
  /** Counts changes, withdrawal included. */
  version: number
  /** Counts, from 1 on, changes of what people sign for: see `onTheRoll`; left out in a copy kept by an older app. */
  edition?: number | undefined
}

/** What a line of the roll says, and whoever acknowledges it has read. */
export const onTheRoll = ['person', 'name', 'sex', 'poor', 'localPlace', 'localPlaceText'] as const
export const editionOf = ({ edition = 1 }: Pick<Volunteer, 'edition'>): number => edition

export const isActive = (volunteer: Pick<Volunteer, 'state'>): boolean => volunteer.state === 'active'

/** Who keeps the roll. Volunteers see it and do not write it: the facilitator answers for it. */
/** A phone sends the roll in handfuls. */
export const mostAtOnce = 60
/** On one roll, withdrawn ones included: several times what the largest kelurahan registers. */
export const mostVolunteers = 2000

const phoneNumber = () =>
  z.nullable(z.string().check(z.trim(), z.regex(/^\+?[0-9][0-9 .-]{6,18}[0-9]$/, 'volunteers.not-a-phone')))

const details = () => ({
  person: z.nullable(id()),
  name: line(120),
  sex: sex(),
  poor: z.boolean(),
  localPlace: z.nullable(id()),
  localPlaceText: optionalLine(80),
  phone: phoneNumber(),
  skills: optionalLine(200),
  motivation: prose(400),
  interests: z.nullable(prose(400)),
})
const personalDetails = ['name', 'poor', 'localPlaceText', 'phone', 'skills', 'motivation', 'interests']

const newVolunteer = z.strictObject({ id: id(), ...details() })
export type NewVolunteer = z.infer<typeof newVolunteer>

/** Version 1 asked nobody for a declaration. */
const liftRegister = ({ volunteers, ...older }: { volunteers: readonly object[] }): object => ({
  ...older,
  volunteers: volunteers.map((each) => ({ ...each, interests: null })),
})

export const registerVolunteers = command({
  name: 'volunteers.register',
  version: 3,
  roles: rollKeepers,
  scope: 'village',
  input: z.strictObject({
    enrolment: id(),
    /** The day they came forward. */
    on: day(),
    alsoFor: alsoForInput(),
    volunteers: z.array(newVolunteer).check(z.minLength(1), z.maxLength(mostAtOnce)),
  }),
  records: (input) => input.volunteers.map((each) => each.id),
  lift: { 1: liftRegister, 2: (older: object) => older },
  personal: personalDetails.map((field) => `volunteers.*.${field}`),
  summary:
    'Registers up to 60 volunteers for a running enrolment. Refuses a person who is on its roll already or not on record.',
})
export type RegisterVolunteers = z.infer<typeof registerVolunteers.input>

export const changeVolunteer = command({
  name: 'volunteers.change',
  version: 2,
  roles: rollKeepers,
  scope: 'village',
  input: z.strictObject({
    volunteer: id(),
    basedOn: basedOn(),
    changes: z.partial(z.strictObject(details())),
  }),
  records: (input) => [input.volunteer],
  lift: { 1: (older: object) => older },
  personal: personalDetails.map((field) => `changes.${field}`),
  summary:
    'Changes what is known of a volunteer. Refused, field by field, when somebody else changed it meanwhile.',
})
export type ChangeVolunteer = z.infer<typeof changeVolunteer.input>

export const serveAlso = command({
  name: 'volunteers.serve',
  version: 1,
  roles: rollKeepers,
  scope: 'village',
  input: z.strictObject({
    volunteers: z.array(id()).check(z.minLength(1), z.maxLength(mostAtOnce)),
    alsoFor: servingsInput().check(z.minLength(1)),
  }),
  records: (input) => input.volunteers,
  summary:
    'Volunteers help other running programmes of the village as well. Refused where they are on that roll already.',
})
export type ServeAlso = z.infer<typeof serveAlso.input>

export const withdrawVolunteer = command({
  name: 'volunteers.withdraw',
  version: 1,
  roles: rollKeepers,
  scope: 'village',
  input: z.strictObject({ volunteer: id(), on: day(), reason: line(300) }),
  records: (input) => [input.volunteer],
  personal: ['reason'],
  summary: 'A volunteer steps back, with the reason: off the roll and out of all teams. The record stays.',
})
export type WithdrawVolunteer = z.infer<typeof withdrawVolunteer.input>

export const volunteerPhone = query({
  name: 'volunteers.phone',
  roles: ['facilitator', 'board-secretary', 'village-head'],
  scope: 'village',
  input: z.strictObject({ volunteer: id() }),
  output: z.object({ phone: z.nullable(z.string()) }),
  summary: 'The telephone number of one volunteer, to call them. Looking is logged.',
})
