// The shape of an input as refusals a person can mend, before a rule is asked: the same limits as on the server.
import type * as z from 'zod/mini'
import type { Refusal } from '../../../kernel/refusal.ts'

/** The little of zod's issues that decides the sentence. */
type Issue = {
  code?: string | undefined
  origin?: unknown
  minimum?: unknown
  maximum?: unknown
  message: string
  path: readonly PropertyKey[]
}

/** The fields of the kernel give these as their reason; here each has a sentence that names the field. */
const kernelCodes: Readonly<Record<string, string>> = {
  'platform.required': 'form.empty',
  'platform.not-a-day': 'form.not-a-day',
  'platform.day-out-of-reach': 'form.day-out-of-reach',
  'platform.not-a-time': 'form.not-a-time',
  'platform.not-an-id': 'form.not-chosen',
  'platform.not-a-place': 'form.not-chosen',
}
const ownCode = /^[a-z]+\.[a-z0-9-]+$/

function reasonOf(issue: Issue, empty: boolean): Pick<Refusal, 'code' | 'facts'> {
  if (empty) return { code: 'form.empty' }
  if (ownCode.test(issue.message)) return { code: kernelCodes[issue.message] ?? issue.message }
  const [least, most] = [Number(issue.minimum), Number(issue.maximum)]
  if (issue.code === 'too_big') {
    if (issue.origin === 'string') return { code: 'form.too-long', facts: { most } }
    return issue.origin === 'array'
      ? { code: 'form.too-many', facts: { most } }
      : { code: 'form.too-big', facts: { most } }
  }
  if (issue.code === 'too_small')
    return issue.origin === 'string' || issue.origin === 'array'
      ? { code: 'form.empty' }
      : { code: 'form.too-small', facts: { least } }
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') return { code: 'form.not-chosen' }
  return { code: 'form.not-so' }
}

const at = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    input,
  )

/** Whether nobody wrote or chose anything in a field yet. */
export const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '')

/**
 * One refusal for each field that is empty, too long or no number; none when the input is well formed. `blank` knows what stands
 * in a field: what a form makes of nothing (a number: 0) is not what is wrong with it.
 */
export function inputFaults<T>(
  schema: z.ZodMiniType<T>,
  input: unknown,
  fieldOf: (path: string) => string = (path) => path,
  blank: (field: string) => boolean = () => false,
): Refusal[] {
  const parsed = schema.safeParse(input)
  if (parsed.success) return []
  const found = new Map<string, Refusal>()
  for (const issue of parsed.error.issues) {
    const field = fieldOf(issue.path.map(String).join('.'))
    const empty = isBlank(at(input, issue.path)) || blank(field)
    if (!found.has(field)) found.set(field, { field, ...reasonOf(issue, empty) })
  }
  return [...found.values()]
}

/** The reasons of the rules, and those faults of input whose field no rule speaks of already. */
export function withoutEchoes(rules: readonly Refusal[], faults: readonly Refusal[]): Refusal[] {
  const spoken = new Set(rules.map((each) => each.field))
  return [...rules, ...faults.filter((each) => !spoken.has(each.field))]
}
