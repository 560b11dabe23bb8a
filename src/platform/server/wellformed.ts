// What a schema says about a malformed input, as refusals that a person can mend.
import type * as z from 'zod/mini'
import { type Refusal, refuse, refuseField } from '../../kernel/refusal.ts'

const codeLike = /^[a-z]+(-[a-z]+)*\.[a-z0-9-]+$/

function codeOf(issue: z.core.$ZodIssue): Refusal {
  const field = issue.path.join('.')
  if (codeLike.test(issue.message)) return refuseField(field, issue.message)
  switch (issue.code) {
    case 'too_small':
      return refuseField(field, 'platform.too-small', { minimum: Number(issue.minimum) })
    case 'too_big':
      return issue.origin === 'string'
        ? refuseField(field, 'platform.too-long', { maximum: Number(issue.maximum) })
        : refuseField(field, 'platform.too-big', { maximum: Number(issue.maximum) })
    case 'unrecognized_keys':
      return refuseField(issue.keys[0] ?? field, 'platform.unknown-field', { name: issue.keys.join(', ') })
    case 'invalid_value':
      return refuseField(field, 'platform.not-one-of', { options: issue.values.map(String).join(', ') })
    case 'invalid_type':
      return refuseField(field, issue.input === undefined ? 'platform.required' : 'platform.wrong-type', {
        expected: issue.expected,
      })
    default:
      return refuseField(field, 'platform.malformed')
  }
}

/** One refusal an issue, each naming its field; never an empty list. */
export function issuesToRefusals(issues: readonly z.core.$ZodIssue[]): Refusal[] {
  const found = issues.slice(0, 50).map(codeOf)
  return found.length > 0 ? found : [refuse('platform.malformed')]
}
