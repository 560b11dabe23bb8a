// Which submissions a table, a chart or a file is about: states, RT, surveyor, days, and answers to open questions.
import * as z from 'zod/mini'
import type { Query } from '../../../kernel/command.ts'
import { day, id } from '../../../kernel/fields.ts'
import { officers, type Role, villageWorkers } from '../../../kernel/role.ts'
import { type SubmissionState, submissionStates } from '../submission.ts'
import { surveyors } from '../survey.ts'

/** Who may see single submissions, and what tells of them: pages, cross-tables, OData, files. */
export const rowReaders = villageWorkers

/** Who may see what was asked, and figures of it. */
export const tableReaders = [...villageWorkers, ...officers, 'auditor'] as const satisfies Query['roles']

/** Who may see and take away the personal answers of a whole survey; each look is logged. */
export const personalReaders = ['facilitator', 'board-secretary'] as const satisfies readonly Role[]

/** Who learns whose answers they are, from whom and in which RT: those who see it on their phones (feed.ts). */
export const whoReaders = [...surveyors, 'village-head'] as const satisfies readonly Role[]

const keyMost = 400
const path = () => z.string().check(z.minLength(1), z.maxLength(keyMost))
const word = () => z.string().check(z.maxLength(300))
const number = () => z.number().check(z.minimum(-1e15), z.maximum(1e15))

/** One wish about an answer; of a question inside a repeat it is enough that one member answers so. */
export const wishSchema = z.strictObject({
  question: path(),
  /** One of these choices or texts. */
  in: z.optional(z.array(word()).check(z.minLength(1), z.maxLength(50))),
  /** The text contains this, capital or not. */
  has: z.optional(word()),
  /** Numbers, or days as text. */
  min: z.optional(z.union([number(), word()])),
  max: z.optional(z.union([number(), word()])),
})
export type Wish = z.infer<typeof wishSchema>
const wishesSchema = z.array(wishSchema).check(z.maxLength(10))

const states = submissionStates.join('|')

/** Fields of the address; `where` is a JSON list of wishes. */
export const selectionFields = {
  /** States with commas between. */
  state: z.optional(z.string().check(z.maxLength(60), z.regex(new RegExp(`^(${states})(,(${states}))*$`)))),
  rt: z.optional(id()),
  by: z.optional(id()),
  from: z.optional(day()),
  to: z.optional(day()),
  where: z.optional(z.string().check(z.maxLength(6000))),
}

export type Selection = {
  states: readonly SubmissionState[]
  rt: string | null
  by: string | null
  from: string | null
  to: string | null
  wishes: readonly Wish[]
}

type Fields = { [Key in keyof typeof selectionFields]?: string | undefined }

/** The wishes of an address, or null when they are not readable. */
export function wishesOf(text: string | undefined): readonly Wish[] | null {
  if (!text) return []
  try {
    const parsed = wishesSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** Refuses nothing: null where the wishes are not readable. */
export function selectionOf(fields: Fields): Selection | null {
  const wishes = wishesOf(fields.where)
  if (!wishes) return null
  return {
    states: fields.state ? (fields.state.split(',') as SubmissionState[]) : [],
    rt: fields.rt ?? null,
    by: fields.by ?? null,
    from: fields.from ?? null,
    to: fields.to ?? null,
    wishes,
  }
}

/** Whether the counts kept beside the survey answer how many there are. */
export const onlyStates = (selection: Selection): boolean =>
  !selection.rt && !selection.by && !selection.from && !selection.to && selection.wishes.length === 0
