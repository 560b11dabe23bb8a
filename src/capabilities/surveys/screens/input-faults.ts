// The shape of an input as refusals a person can mend, before a rule is asked: the same limits as on the server.
import type * as z from 'zod/mini'
import { type Refusal, refuseField } from '../../../kernel/refusal.ts'

/** One refusal for each field that is empty or too long; none when the input is well formed. */
export function inputFaults<T>(schema: z.ZodMiniType<T>, input: unknown): Refusal[] {
  const parsed = schema.safeParse(input)
  if (parsed.success) return []
  const fields = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0] ?? '')))]
  return fields.map((field) => refuseField(field, 'survey.fill-in'))
}
