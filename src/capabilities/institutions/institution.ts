// An institution (lembaga) of a village: an organisation that residents have, formal or not. Read by both sides.
import * as z from 'zod/mini'
import { command } from '../../kernel/command.ts'
import type { Day } from '../../kernel/day.ts'
import { basedOn, count, day, id, line, optionalLine, prose } from '../../kernel/fields.ts'
import { villageWorkers } from '../../kernel/role.ts'
import {
  type InstitutionKind,
  institutionKindNames,
  type Legal,
  legalNames,
  type Reach,
  type Rhythm,
  reachNames,
  rhythmNames,
} from './kinds.ts'
import { institutionKeepers } from './roles.ts'

export const institutionCollection = 'institutions.institution'
export const institutionReaders = villageWorkers

export type Institution = {
  id: string
  name: string
  /** As it is called besides, also by those who merged a second record into this one. */
  otherNames: readonly string[]
  kind: InstitutionKind
  legal: Legal
  /** Number and day of its deed or decree, in words. */
  legalNote: string
  reach: Reach
  /** The RT, RW or hamlets where it works, where that is not the whole village. */
  localPlaces: readonly string[]
  /** The year it was founded. */
  since: number | null
  services: string
  assets: string
  meets: Rhythm | null
  /** Members, counted and not listed; the poor are among the women and men. */
  women: number | null
  men: number | null
  poor: number | null
  potentials: string
  constraints: string
  /** For poor residents, 1 to 5, as the questionnaire asks: the size of its circle in the Venn picture. */
  importance: number | null
  /** To poor residents, 1 to 5: how near its circle is to the middle. */
  closeness: number | null
  state: 'active' | 'ended' | 'merged'
  ended: { on: Day; reason: string } | null
  mergedInto: string | null
  /** Where it was taken from (an answer of a survey), as an id that means nothing here. */
  origin: string | null
  version: number
}

/** On one register, what ended among it: several times what the largest kelurahan has. */
export const mostInstitutions = 1000
export const mostOtherNames = 12
export const mostLocalPlaces = 30

const score = () => z.nullable(z.int().check(z.minimum(1), z.maximum(5)))
const details = () => ({
  name: line(120),
  otherNames: z.array(line(120)).check(z.maxLength(mostOtherNames)),
  kind: z.enum(institutionKindNames),
  legal: z.enum(legalNames),
  legalNote: optionalLine(160),
  reach: z.enum(reachNames),
  localPlaces: z.array(id()).check(z.maxLength(mostLocalPlaces)),
  since: z.nullable(z.int().check(z.minimum(1500), z.maximum(2100))),
  services: prose(1000),
  assets: prose(1000),
  meets: z.nullable(z.enum(rhythmNames)),
  women: z.nullable(count()),
  men: z.nullable(count()),
  poor: z.nullable(count()),
  potentials: prose(1000),
  constraints: prose(1000),
  importance: score(),
  closeness: score(),
})
const changeable = z.strictObject(details())
export type Details = z.infer<typeof changeable>

/** "Those of nearly the same name are others": said by whoever has seen them. */
const different = () => z.boolean()

export const newInstitution = z.strictObject({
  ...{ id: id(), ...details(), origin: z.nullable(id()), different: different() },
})
export type NewInstitution = z.infer<typeof newInstitution>

/** A form brings one; a file or a survey brings handfuls. */
export const mostAtOnce = 50

export const registerInstitutions = command({
  name: 'institutions.register',
  version: 1,
  roles: institutionKeepers,
  scope: 'village',
  input: z.strictObject({
    institutions: z.array(newInstitution).check(z.minLength(1), z.maxLength(mostAtOnce)),
  }),
  records: (input) => input.institutions.map((each) => each.id),
  summary:
    'Puts up to 50 institutions on the register. Refused, all of them: one of nearly the same name is on it and nobody said that it is another; an answer that was taken already.',
})
export type RegisterInstitutions = z.infer<typeof registerInstitutions.input>

export const changeInstitution = command({
  name: 'institutions.change',
  version: 1,
  roles: institutionKeepers,
  scope: 'village',
  input: z.strictObject({
    institution: id(),
    basedOn: basedOn(),
    changes: z.partial(changeable),
    different: different(),
  }),
  records: (input) => [input.institution],
  summary:
    'Changes what is known of an institution. Refused, field by field, when somebody else changed it meanwhile.',
})
export type ChangeInstitution = z.infer<typeof changeInstitution.input>

export const endInstitution = command({
  name: 'institutions.end',
  version: 1,
  roles: institutionKeepers,
  scope: 'village',
  input: z.strictObject({ institution: id(), on: day(), reason: line(300) }),
  records: (input) => [input.institution],
  personal: ['reason'],
  summary:
    'Notes that an institution is no more, with the day and the reason. Its record stays, and its ties end.',
})
export type EndInstitution = z.infer<typeof endInstitution.input>

export const mergeInstitutions = command({
  name: 'institutions.merge',
  version: 1,
  roles: institutionKeepers,
  scope: 'village',
  input: z.strictObject({ keep: id(), drop: id(), keepBasedOn: basedOn(), dropBasedOn: basedOn() }),
  records: (input) => [input.keep, input.drop],
  summary:
    'Two records of one institution become one: names, officers and ties go to the one that is kept, which is filled up from the other.',
})
export type MergeInstitutions = z.infer<typeof mergeInstitutions.input>
