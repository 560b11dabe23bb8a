// Which places may take a programme up, and what it says of itself. See `../definition-schema.ts`.
import * as z from 'zod/mini'
import { evidence, name, sourced, words, year } from '../definition-fields.ts'

/** The years it was carried out, from the first to the last; null: no source gives an end. `source` is that of its end, or else of its beginning. */
export const era = z.strictObject({
  from: year(),
  to: z.nullable(year()),
  source: z.optional(name()),
  evidence: z.optional(evidence()),
})

export const eligibility = z.strictObject({
  id: name(),
  question: words(),
  /** The answer that lets the place in; where there are choices, any one of them is a yes. */
  needed: z.boolean(),
  choices: z.optional(
    z.array(z.strictObject({ id: name(), title: words() })).check(z.minLength(2), z.maxLength(10)),
  ),
  kind: z.enum(['rule', 'advice']),
  ...sourced(),
})

export const category = z.strictObject({
  id: name(),
  title: words(),
  plannedYears: z.int().check(z.minimum(1), z.maximum(10)),
  ...sourced(),
})

/** What the programme says of itself, in the order in which it is read: what it rests on, aims for and is judged by. */
const statementKinds = [
  'general',
  'meaning',
  'aim',
  'target',
  'pillar',
  'value',
  'approach',
  'policy',
  'strategy',
  'benefit',
  'qualitative',
  'quantitative',
] as const
export const statement = z.strictObject({
  id: name(),
  as: z.enum(statementKinds),
  text: words(600),
  ...sourced(),
})
