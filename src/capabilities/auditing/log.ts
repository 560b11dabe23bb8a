// The log of a place, as whoever audits it sees it.
import * as z from 'zod/mini'
import { query } from '../../kernel/command.ts'
import { line } from '../../kernel/fields.ts'
import type { Head } from '../../kernel/head.ts'
import { auditors } from './roles.ts'

const head = { place: z.string(), seq: z.number(), hash: z.string() }

export const logAt = query({
  name: 'auditing.log',
  roles: auditors,
  scope: 'any-place',
  input: z.strictObject({ head: z.optional(line(200)) }),
  output: z.object({
    newest: z.nullable(z.object({ ...head, at: z.string() })),
    judged: z.nullable(z.object({ ...head, at: z.nullable(z.string()) })),
    gone: z.array(z.object({ ...head, foundAt: z.string() })),
  }),
  summary:
    'Where the log of a place stands; whether a head that somebody types from a paper (place, number, at least 12 hex digits) is in the log of that place, at it or below; heads that phones brought back and no log had any more.',
})
export type LogAt = {
  newest: (Head & { at: string }) | null
  /** `at`: when the entry came; null where no log has it. */
  judged: (Head & { at: string | null }) | null
  gone: readonly (Head & { foundAt: string })[]
}
