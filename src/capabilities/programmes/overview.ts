// How the enrolments of an area stand, for officers: totals, and their lines a page at a time.
import * as z from 'zod/mini'
import { query } from '../../kernel/command.ts'
import { officers } from '../../kernel/role.ts'
import { type ProgressEntry, progressEntry } from './enrolment.ts'

const totals = z.object({
  running: z.number(),
  /** Of those that run. */
  late: z.number(),
  completed: z.number(),
  all: z.number(),
})
export type Totals = z.infer<typeof totals>

/** With the names of the village and of what lies above it, so that a page of fifty asks once. */
const line = z.extend(progressEntry, { name: z.string(), above: z.string() })
export type ProgressLine = ProgressEntry & Pick<z.infer<typeof line>, 'name' | 'above'>

export const progress = query({
  name: 'programmes.progress',
  roles: [...officers, 'auditor', 'admin'],
  scope: 'any-place',
  input: z.strictObject({
    after: z.optional(
      z
        .string()
        .check(
          z.regex(
            /^(infinity|\d{4}-\d{2}-\d{2}) \d{2}\.\d{2}\.\d{2}\.\d{4} [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
          ),
        ),
    ),
  }),
  output: z.object({ totals, villages: z.array(line), next: z.nullable(z.string()) }),
  summary:
    'Enrolments at and below a place, a page at a time, late ones first, with stage, lateness and what is missing; and how many there are in all.',
})
