// The letters that a programme asks for, and the papers that decide. See `../definition-schema.ts`.
import * as z from 'zod/mini'
import { many, name, sourced, words } from '../definition-fields.ts'

/** What every kind of record says of itself. */
export const kind = z.strictObject({ id: name(), title: words(), note: z.optional(words()), ...sourced() })

/** The office on whose paper somebody signs as its head: the village government, or the board (BKM/LKM, TKPK). */
export const letterOffices = ['village', 'board'] as const

/** Facts that must hold before it can be; one that nobody gives yet is said to be missing, and hinders nothing. */
const needs = () =>
  z.optional(
    z.array(z.string().check(z.regex(/^[a-z_]+(\.[a-z0-9_]+)+$/), z.maxLength(160))).check(z.maxLength(8)),
  )

/** A letter that the programme asks for. Its texts may hold the placeholders of `letter-words.ts`. */
export const letterKind = z.strictObject({
  ...kind.shape,
  to: words(),
  /** Lines under "Kepada Yth."; `to` when left out. */
  addressees: z.optional(z.array(words(160)).check(z.minLength(1), z.maxLength(8))),
  subject: z.optional(words(300)),
  paragraphs: z.optional(z.array(words(2000)).check(z.minLength(1), z.maxLength(12))),
  attachments: z.optional(words(120)),
  /** The meeting, and the option of its decision, without which the letter cannot be written. */
  basis: z.optional(z.strictObject({ meeting: name(), decision: name() })),
  needs: needs(),
  /** In the order of the sheet. It goes out on the paper of the first office named, whose head signs for it. */
  signatories: many(z.strictObject({ ...words().shape, office: z.optional(z.enum(letterOffices)) })),
})
/** A paper that decides: an approval, a decree (SK), a designation. It comes from outside and is put on record. */
export const decisionKind = z.strictObject({
  ...kind.shape,
  by: words(),
  /** It is nobody's of the village: who of the village signs it has not decided it. */
  beyondVillage: z.optional(z.boolean()),
  /** The meeting that it decides about: it is not dated before it was held. */
  after: z.optional(z.strictObject({ meeting: name() })),
  /** It may be older than the programme here. */
  mayPrecede: z.optional(z.boolean()),
})
