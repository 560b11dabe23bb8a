// Whether a definition may be loaded: its shape by the schema, then everything a schema cannot see. Every
// error is found in one go, because a person who mends a file wants to mend it once.

import { programmeSchema } from '../definition-schema.ts'
import { expressionFindings } from './check-expressions.ts'
import { letterFindings } from './check-letters.ts'
import { referenceFindings } from './check-references.ts'
import { type Finding, finding } from './finding.ts'
import { lookAt, type Path } from './loose.ts'

/** Everything that is wrong with a definition as it was read, in the order of the file's own nesting. */
export function checkProgramme(definition: unknown): Finding[] {
  return [
    ...schemaFindings(definition),
    ...referenceFindings(definition),
    ...letterFindings(definition),
    ...expressionFindings(definition),
  ]
}

type Issue = {
  code: string
  path: PropertyKey[]
  expected?: string
  keys?: string[]
  values?: unknown[]
}

function schemaFindings(definition: unknown): Finding[] {
  const result = programmeSchema.safeParse(definition)
  if (result.success) return []
  return result.error.issues.flatMap((issue) => issueFindings(issue as Issue, definition))
}

function issueFindings(issue: Issue, definition: unknown): Finding[] {
  const path = issue.path as Path
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map((key) => ({
      ...finding([...path, key], 'programmes.field-unknown', { field: key }),
      onKey: true,
    }))
  }
  return [issueFinding(issue, path, definition)]
}

function issueFinding(issue: Issue, path: Path, definition: unknown): Finding {
  const value = lookAt(definition, path)
  const field = String(path.at(-1) ?? 'programme')
  const shown = typeof value === 'object' ? field : String(value).slice(0, 80)
  if (value === undefined || value === null || value === '') return missing(path, field)
  if (issue.code === 'invalid_type') {
    return finding(path, 'programmes.field-wrong-type', { field, expected: issue.expected ?? '' })
  }
  if (issue.code === 'invalid_union' && field === 'role')
    return finding(path, 'programmes.unknown-role', { value: shown })
  if (issue.code === 'invalid_value') {
    const isRole = field === 'role' || path.at(-2) === 'roles'
    if (isRole) return finding(path, 'programmes.unknown-role', { value: shown })
    return finding(path, 'programmes.field-wrong-value', {
      value: shown,
      options: (issue.values ?? []).join(', '),
    })
  }
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    return finding(path, 'programmes.field-out-of-range', { field })
  }
  return finding(path, 'programmes.field-wrong-form', { field, value: shown })
}

function missing(path: Path, field: string): Finding {
  if (field === 'en') return finding(path, 'programmes.missing-english')
  if (field === 'id' && isBilingual(path)) return finding(path, 'programmes.missing-indonesian')
  return finding(path, 'programmes.field-missing', { field })
}

const bilingualFields = new Set([
  ...[
    'title',
    'label',
    'question',
    'purpose',
    'summary',
    'edition',
    'principles',
    'participants',
    'organiser',
    'bodyTitle',
  ],
  ...['text', 'note', 'task', 'to', 'expectations', 'signatories', 'by'],
  ...['addressees', 'subject', 'paragraphs', 'attachments'],
])

/** `id` is also the name of the thing itself; under a text it is the Indonesian. */
function isBilingual(path: Path): boolean {
  const owner = path.at(-2)
  return bilingualFields.has(String(typeof owner === 'number' ? path.at(-3) : owner))
}
