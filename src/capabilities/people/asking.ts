// What may be asked about people, and how looking is written down.
import * as z from 'zod/mini'
import { command, query } from '../../kernel/command.ts'
import { id, line } from '../../kernel/fields.ts'
import { officers, type Role } from '../../kernel/role.ts'

/** Who may see which sealed value. Nobody above the village sees any. */
export const revealFields = {
  nik: ['facilitator', 'board-secretary', 'village-head'],
  birthDate: ['facilitator', 'board-secretary', 'village-head'],
  phone: ['facilitator', 'board-secretary', 'village-head', 'volunteer'],
  address: ['facilitator', 'board-secretary', 'village-head', 'volunteer'],
  disabilities: ['facilitator', 'board-secretary'],
  notes: ['facilitator', 'board-secretary'],
  moves: ['facilitator', 'board-secretary', 'village-head'],
  kk: ['facilitator', 'board-secretary', 'village-head'],
} as const satisfies Record<string, readonly Role[]>
export type RevealField = keyof typeof revealFields
export const revealNames = Object.keys(revealFields) as [RevealField, ...RevealField[]]

export const purposes = ['verify', 'contact', 'correct', 'letter', 'referral', 'request-of-person'] as const
export type Purpose = (typeof purposes)[number]

export type Move = { kind: string; day: string; reason: string }
export const revealPerson = query({
  name: 'people.reveal',
  roles: ['facilitator', 'volunteer', 'board-secretary', 'village-head'],
  scope: 'village',
  input: z.strictObject({ subject: id(), field: z.enum(revealNames), purpose: z.enum(purposes) }),
  output: z.strictObject({ field: z.enum(revealNames), value: z.unknown() }),
  summary:
    'One sealed value of one person (or the card number of one household), for a stated purpose. Looking is logged with field and purpose; each field has its own roles.',
})
export type Revealed = z.infer<typeof revealPerson.output>

/** Above the village null stands for a figure that is hidden, so that nobody is known by it. */
const told = () => z.nullable(z.string())
const cells = () => z.array(z.strictObject({ key: z.nullable(z.string()), count: told() }))
export const countPeople = query({
  name: 'people.counts',
  roles: ['facilitator', 'board-secretary', 'board-member', 'village-head', ...officers],
  scope: 'village',
  input: z.strictObject({}),
  output: z.strictObject({
    residents: told(),
    households: told(),
    poorHouseholds: told(),
    bySex: cells(),
    byAge: cells(),
    byPoverty: cells(),
    byLocalPlace: cells(),
  }),
  summary:
    'How many people and households are on record, by RT, sex, age band and poverty. Above the village not by RT, and no figure of few: it is null, with as many others as keep it from being worked out.',
})
export type Counts = z.infer<typeof countPeople.output>

/** A command, not a query: a number must not stand in an address, and the search itself belongs in the log. */
export const findNumber = command({
  name: 'people.find-number',
  version: 1,
  roles: ['facilitator', 'board-secretary', 'village-head'],
  scope: 'village',
  input: z.strictObject({
    kind: z.enum(['nik', 'kk']),
    numbers: z
      .array(z.string().check(z.regex(/^\d{16}$/, 'people.nik-not-16-digits')))
      .check(z.minLength(1), z.maxLength(1000)),
  }),
  records: () => [],
  personal: ['numbers'],
  summary:
    'Whether these NIKs or family card numbers, exact and whole, are on record in the village; the answer names the records. Every search is logged.',
})
export type Found = { found: { index: number; id: string }[] }

const instant = () => z.string().check(z.regex(/^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z$/, 'platform.not-an-instant'))

export const logViews = command({
  name: 'people.log-views',
  version: 1,
  roles: ['facilitator', 'volunteer', 'board-secretary', 'village-head'],
  scope: 'village',
  input: z.strictObject({
    views: z
      .array(
        z.strictObject({
          what: line(60),
          subjects: z.array(id()).check(z.minLength(1), z.maxLength(500)),
          at: instant(),
        }),
      )
      .check(z.minLength(1), z.maxLength(200)),
  }),
  records: () => [],
  summary: 'Writes down which persons somebody looked at on a phone, and when; sent with the next sync.',
})
export type LogViews = z.infer<typeof logViews.input>
