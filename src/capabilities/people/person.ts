// A person of the village. What a phone may hold is `PersonRow`; what is of the specific kind is sealed.
import * as z from 'zod/mini'
import { command } from '../../kernel/command.ts'
import { basedOn, day, id, line, prose, sex } from '../../kernel/fields.ts'
import {
  type Disability,
  type Doubt,
  disabilities,
  elementPattern,
  type NoNik,
  noNikReasons,
  type PersonState,
  type PoorSource,
  poorSources,
  type Relation,
  relations,
  type Sex,
} from './words.ts'

export const personCollection = 'people.person'

/** A person as phones, screens and rules see them: no full NIK, no phone, no address, no disability. */
export type PersonRow = {
  id: string
  name: string
  sex: Sex
  birthYear: number | null
  /** RT, RW, hamlet or settlement: a local place of places. */
  localPlace: string | null
  household: string | null
  relation: Relation | null
  poor: boolean
  poorSource: PoorSource | null
  elements: readonly string[]
  /** "347104••••••••••", or null when there is none on record. */
  nik: string | null
  noNik: NoNik | null
  doubts: readonly Doubt[]
  /** Which sealed values exist, of those that say nothing by existing. */
  known: readonly Known[]
  state: PersonState
  stateOn: string | null
  mergedInto: string | null
  version: number
}

export const knowable = ['birthDate', 'phone', 'address'] as const
export type Known = (typeof knowable)[number]

/** What the vault keeps of a person, under the person's own key. */
export type PersonSecret = {
  nik: string | null
  birthDate: string | null
  phone: string | null
  address: string | null
  disabilities: readonly Disability[]
  notes: string | null
}

const element = () => z.string().check(z.regex(elementPattern, 'people.not-an-element'))
export const latestYear = 2200

const fields = {
  name: line(120),
  sex: sex(),
  birthDate: z.nullable(day()),
  birthYear: z.nullable(z.int().check(z.minimum(1880), z.maximum(latestYear))),
  localPlace: z.nullable(id()),
  household: z.nullable(id()),
  relation: z.nullable(z.enum(relations)),
  poor: z.boolean(),
  poorSource: z.nullable(z.enum(poorSources)),
  elements: z.array(element()).check(z.maxLength(20)),
  /** Judged by rules.ts, so that the reason is said in words; 16 digits as text. */
  nik: z.nullable(z.string().check(z.maxLength(40))),
  noNik: z.nullable(z.enum(noNikReasons)),
  phone: z.nullable(z.string().check(z.regex(/^\+?[0-9][0-9 -]{5,19}$/, 'people.not-a-phone'))),
  address: z.nullable(line(300)),
  disabilities: z.array(z.enum(disabilities)).check(z.maxLength(6)),
  notes: z.nullable(prose(2000)),
}

export const personInput = z.strictObject({ id: id(), ...fields })
export type PersonInput = z.infer<typeof personInput>

/** Fields that stay with the household's own command or with people.move-person. */
const { household: _household, ...changeable } = fields
export const personChanges = z.partial(z.strictObject(changeable))
export type PersonChanges = z.infer<typeof personChanges>

const personalFields = [
  'name',
  'sex',
  'birthDate',
  'birthYear',
  'relation',
  'poor',
  'poorSource',
  'elements',
  'nik',
  'noNik',
  'phone',
  'address',
  'disabilities',
  'notes',
]

/** A person with nothing told but what is given: for walk-ins, tests and imports. */
export function blankPerson(
  given: Pick<PersonInput, 'id' | 'name' | 'sex'> & Partial<PersonInput>,
): PersonInput {
  return {
    birthDate: null,
    birthYear: null,
    localPlace: null,
    household: null,
    relation: null,
    poor: false,
    poorSource: null,
    elements: [],
    nik: null,
    noNik: given.nik ? null : 'unknown',
    phone: null,
    address: null,
    disabilities: [],
    notes: null,
    ...given,
  }
}

export const registerPerson = command({
  name: 'people.register-person',
  version: 1,
  roles: ['facilitator', 'volunteer', 'board-secretary'],
  scope: 'village',
  input: personInput,
  records: (input) => (input.household ? [input.id, input.household] : [input.id]),
  personal: personalFields,
  summary:
    'Registers a person of the village. Refuses an impossible NIK, a NIK already on record, and a second head of a household.',
})

export const changePerson = command({
  name: 'people.change-person',
  version: 1,
  roles: ['facilitator', 'volunteer', 'board-secretary'],
  scope: 'village',
  input: z.strictObject({ id: id(), basedOn: basedOn(), changes: personChanges }),
  records: (input) => [input.id],
  personal: personalFields.map((field) => `changes.${field}`),
  summary:
    'Changes what is on record about a person; only the fields given. Refuses a field that somebody else changed since, field by field. A volunteer may not change NIK, poverty, disability or notes.',
})
export type ChangePerson = z.infer<typeof changePerson.input>

export const moveKinds = ['died', 'moved-out', 'moved-household', 'returned'] as const
export type MoveKind = (typeof moveKinds)[number]

export const movePerson = command({
  name: 'people.move-person',
  version: 1,
  roles: ['facilitator', 'board-secretary', 'village-head'],
  scope: 'village',
  input: z.strictObject({
    id: id(),
    basedOn: basedOn(),
    move: id(),
    kind: z.enum(moveKinds),
    day: day(),
    reason: line(300),
    /** With moved-household or returned: where to; null is a person without a household. */
    household: z.nullable(id()),
    relation: z.nullable(z.enum(relations)),
    localPlace: z.nullable(id()),
  }),
  records: (input) => (input.household ? [input.id, input.household] : [input.id]),
  personal: ['kind', 'day', 'reason', 'relation'],
  summary:
    'Notes that a person died, moved out, moved to another household or came back, with the day and the reason. Refuses a day to come.',
})
export type MovePerson = z.infer<typeof movePerson.input>

export const mergeDuplicates = command({
  name: 'people.merge-duplicates',
  version: 1,
  roles: ['facilitator', 'board-secretary'],
  scope: 'village',
  input: z.strictObject({
    keep: id(),
    keepBasedOn: basedOn(),
    drop: id(),
    dropBasedOn: basedOn(),
    reason: line(300),
  }),
  records: (input) => [input.keep, input.drop],
  personal: ['reason'],
  summary:
    'Joins two records of one person. The dropped one stays as a signpost to the kept one, and its sealed values go. Refuses two different NIKs.',
})
export type MergeDuplicates = z.infer<typeof mergeDuplicates.input>
