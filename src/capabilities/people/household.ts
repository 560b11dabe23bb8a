// A household (keluarga, KK) of the village.
import * as z from 'zod/mini'
import { command } from '../../kernel/command.ts'
import { basedOn, id, line } from '../../kernel/fields.ts'
import { personInput } from './person.ts'
import { type PoorSource, poorSources } from './words.ts'

export const householdCollection = 'people.household'

export type HouseholdRow = {
  id: string
  /** "347104••••••••••", or null when no family card number is on record. */
  kk: string | null
  localPlace: string | null
  address: string | null
  /** The person whose relation is `head`; it follows from the persons. */
  head: string | null
  poor: boolean
  poorSource: PoorSource | null
  /** How many people the family says it has; the persons on record may be fewer. */
  membersTold: number | null
  version: number
}

/** What the vault keeps of a household, under the household's own key. */
export type HouseholdSecret = { kk: string | null }

const fields = {
  kk: z.nullable(z.string().check(z.maxLength(40))),
  localPlace: z.nullable(id()),
  address: z.nullable(line(300)),
  poor: z.boolean(),
  poorSource: z.nullable(z.enum(poorSources)),
  membersTold: z.nullable(z.int().check(z.minimum(1), z.maximum(60))),
}

export const householdInput = z.strictObject({ id: id(), ...fields })
export type HouseholdInput = z.infer<typeof householdInput>
export const householdChanges = z.partial(z.strictObject(fields))
export type HouseholdChanges = z.infer<typeof householdChanges>

export function blankHousehold(given: Pick<HouseholdInput, 'id'> & Partial<HouseholdInput>): HouseholdInput {
  return {
    kk: null,
    localPlace: null,
    address: null,
    poor: false,
    poorSource: null,
    membersTold: null,
    ...given,
  }
}

const personalFields = ['kk', 'address', 'poor', 'poorSource', 'membersTold']

export const registerHousehold = command({
  name: 'people.register-household',
  version: 1,
  roles: ['facilitator', 'volunteer', 'board-secretary'],
  scope: 'village',
  input: householdInput,
  records: (input) => [input.id],
  personal: personalFields,
  summary:
    'Registers a household. Refuses a family card number that is not 16 digits or is already on record.',
})

export const changeHousehold = command({
  name: 'people.change-household',
  version: 1,
  roles: ['facilitator', 'volunteer', 'board-secretary'],
  scope: 'village',
  input: z.strictObject({ id: id(), basedOn: basedOn(), changes: householdChanges }),
  records: (input) => [input.id],
  personal: personalFields.map((field) => `changes.${field}`),
  summary:
    'Changes what is on record about a household; only the fields given. Refuses a field that somebody else changed since. A volunteer may not change the card number or poverty.',
})
export type ChangeHousehold = z.infer<typeof changeHousehold.input>

/** Rows of one chunk of an import. */
export const chunkMost = 200

export const registerMany = command({
  name: 'people.register-many',
  version: 1,
  roles: ['facilitator', 'board-secretary'],
  scope: 'village',
  input: z.strictObject({
    /** One import, over all its chunks. */
    batch: id(),
    households: z.array(householdInput).check(z.maxLength(chunkMost)),
    persons: z.array(personInput).check(z.maxLength(chunkMost)),
  }),
  records: (input) => [...input.households, ...input.persons].map((row) => row.id),
  personal: ['households', 'persons'],
  summary:
    'Registers a chunk of an import, up to 200 households and 200 persons, all or none, each row judged as if it came alone. A row whose id is on record already is passed over.',
})
export type RegisterMany = z.infer<typeof registerMany.input>
