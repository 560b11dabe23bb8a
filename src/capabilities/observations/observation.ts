// An observation of an outcome that only people can see, and what may be asked of it. Read by both sides.
import * as z from 'zod/mini'
import { command, query } from '../../kernel/command.ts'
import type { Day } from '../../kernel/day.ts'
import * as fields from '../../kernel/fields.ts'
import { officers, type Role, villageWorkers } from '../../kernel/role.ts'

export const observationCollection = 'observations.observation'

export type Observation = {
  id: string
  enrolment: string
  /** Id of an outcome of the programme whose evidence is `observation`. */
  outcome: string
  on: Day
  /** What was seen or heard; empty once withdrawn. */
  seen: string
  quote: string
  /** Marks of the outcome's checklist that were seen. */
  checks: string[]
  photo: { file: string; mediaType: string; bytes: number } | null
  /** The observer; on a phone the account is '' until the server answers. */
  by: string
  byName: string
  withdrawn: { on: Day; byName: string; reason: string } | null
}

export const observers = [
  ...villageWorkers,
  'district-officer',
  'city-officer',
] as const satisfies readonly Role[]
export const observationReaders = [
  ...villageWorkers,
  ...officers,
  'auditor',
] as const satisfies readonly Role[]

/** Most observations of one outcome of an enrolment. */
export const observationsMost = 500
const name = () => z.string().check(z.regex(/^[a-z][a-z0-9_]*$/), z.maxLength(60))

export const noteObservation = command({
  name: 'observations.note',
  version: 1,
  roles: observers,
  scope: 'village',
  input: z.strictObject({
    id: fields.id(),
    enrolment: fields.id(),
    outcome: name(),
    on: fields.day(),
    seen: fields.writing(1000),
    quote: fields.prose(500),
    checks: z.array(name()).check(z.maxLength(60)),
    photo: z.nullable(
      z.strictObject({
        id: fields.id(),
        mediaType: z.enum(['image/jpeg', 'image/png', 'image/webp']),
        ...fields.fileContent(),
      }),
    ),
  }),
  records: (input) => [input.id],
  personal: ['seen', 'quote'],
  summary:
    'Notes what was seen or heard of an outcome that only people can see; refused where it names a resident, a NIK or a telephone number.',
})
export type NoteObservation = z.infer<typeof noteObservation.input>

export const withdrawObservation = command({
  name: 'observations.withdraw',
  version: 1,
  roles: observers,
  scope: 'village',
  input: z.strictObject({ observation: fields.id(), reason: fields.line(300) }),
  records: (input) => [input.observation],
  personal: ['reason'],
  summary:
    'Withdraws an observation that was wrong, with a reason; what it said is gone then. Only its author, the facilitator or the secretary may.',
})
export type WithdrawObservation = z.infer<typeof withdrawObservation.input>

const day = () => z.string()
export const observationsOf = query({
  name: 'observations.list',
  roles: observationReaders,
  scope: 'village',
  input: z.strictObject({ enrolment: fields.id(), outcome: z.optional(name()) }),
  output: z.object({
    observations: z.array(
      z.object({
        ...{ id: z.string(), enrolment: z.string(), outcome: z.string(), on: day() },
        ...{ seen: z.string(), quote: z.string(), checks: z.array(z.string()), by: z.string() },
        byName: z.string(),
        photo: z.nullable(z.object({ file: z.string(), mediaType: z.string(), bytes: z.number() })),
        withdrawn: z.nullable(z.object({ on: day(), byName: z.string(), reason: z.string() })),
      }),
    ),
  }),
  summary:
    'The observations of an enrolment, or of one of its outcomes, newest first, those withdrawn among them; at most 500.',
})
