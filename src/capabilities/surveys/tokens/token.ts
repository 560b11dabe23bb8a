// What lets Excel or Power BI read one survey by OData: a secret of its own, bound to that survey and one person, for some days.
import * as z from 'zod/mini'
import { command, query } from '../../../kernel/command.ts'
import { id, line } from '../../../kernel/fields.ts'
import { rowReaders } from '../tables/selection.ts'

export const tokenCollection = 'surveys.token'

/** The user name that a client is told; whatever stands there, the secret alone says whose it is. */
export const tokenUser = 'rembug'
/** Marks it where secrets are looked for that somebody left lying about. */
export const tokenPrefix = 'rbt_'
/** Behind the prefix 32 random bytes in base64url, made by the screen that shows them once; only their digest is kept. */
export const tokenPattern = /^rbt_[A-Za-z0-9_-]{43}$/

export const tokenDaysMost = 180
/** What the screen offers; the second is chosen unless said otherwise. */
export const tokenDays = [7, 30, 90, tokenDaysMost] as const
/** That work at one time, of one person and one survey: a few computers, and a new one beside one that is forgotten. */
export const tokensMost = 5

export type TokenRow = {
  id: string
  survey: string
  name: string
  /** Whose it is. */
  account: string
  personal: boolean
  madeAt: string
  expiresAt: string
  endedAt: string | null
  version: number
}

export const issueToken = command({
  name: 'surveys.issue-token',
  version: 1,
  roles: rowReaders,
  scope: 'village',
  input: z.strictObject({
    id: id(),
    survey: id(),
    name: line(80),
    days: z.int().check(z.minimum(1), z.maximum(tokenDaysMost)),
    personal: z.boolean(),
    secret: z.string().check(z.regex(tokenPattern)),
  }),
  records: (input) => [input.id],
  personal: ['name'],
  secret: ['secret'],
  summary:
    'Lets Excel or Power BI read one survey by OData in the sender’s name, for up to 180 days. Refuses a sixth at a time, and personal answers to who may not take them.',
})
export type IssueToken = z.infer<typeof issueToken.input>

export const endToken = command({
  name: 'surveys.end-token',
  version: 1,
  roles: rowReaders,
  scope: 'village',
  input: z.strictObject({ id: id() }),
  records: (input) => [input.id],
  summary:
    'Ends a token: it reads nothing any more. One’s own, or, for facilitator and board secretary, any of the village.',
})
export type EndToken = z.infer<typeof endToken.input>

const instant = () => z.nullable(z.iso.datetime())

export const tokenUses = query({
  name: 'surveys.token-uses',
  roles: rowReaders,
  scope: 'village',
  input: z.strictObject({ survey: id() }),
  output: z.strictObject({
    uses: z.array(z.strictObject({ id: id(), by: z.string(), at: instant(), from: z.nullable(z.string()) })),
  }),
  summary:
    'Whose each token of a survey is, and when and from which network it last read: one’s own, or, for facilitator and board secretary, all of them.',
})
export type TokenUses = z.infer<typeof tokenUses.output>
