// Where an input is open-ended: a text without an end, a list without a length, a number without a size.
import * as z from 'zod/mini'

type Schema = {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  format?: string
  pattern?: string
  maxLength?: number
  minimum?: number
  maximum?: number
  maxItems?: number
  prefixItems?: Schema[]
  items?: Schema | boolean
  properties?: Record<string, Schema>
  propertyNames?: Schema
  maxProperties?: number
  additionalProperties?: Schema | boolean
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  $ref?: string
  $defs?: Record<string, Schema>
}

/** An anchored pattern with nothing in it that repeats for ever. */
function endsItself(pattern: string): boolean {
  const bare = pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x')
  return pattern.startsWith('^') && pattern.endsWith('$') && !/[*+]|,\}/.test(bare)
}

const limited = {
  string: (at: Schema) =>
    at.maxLength !== undefined || at.format !== undefined || endsItself(at.pattern ?? '.*'),
  number: ({ minimum, maximum }: Schema) =>
    Number.isFinite(minimum) &&
    Number.isFinite(maximum) &&
    Math.max(Math.abs(minimum ?? 0), maximum ?? 0) < Number.MAX_SAFE_INTEGER,
  array: (at: Schema) => at.maxItems !== undefined || (at.prefixItems !== undefined && at.items === false),
}

const complaints: Record<string, (at: Schema, path: string) => string[]> = {
  boolean: () => [],
  null: () => [],
  string: (at, path) => (limited.string(at) ? [] : [`${path}: a text without an end`]),
  number: (at, path) => (limited.number(at) ? [] : [`${path}: a number without a size`]),
  integer: (at, path) => (limited.number(at) ? [] : [`${path}: a number without a size`]),
  array: (at, path) => (limited.array(at) ? [] : [`${path}: a list without a length`]),
  object: ofObject,
}

function ofType(at: Schema, path: string): string[] {
  if (at.enum !== undefined || at.const !== undefined) return []
  const types = [at.type ?? []].flat()
  if (types.length > 0) return types.flatMap((type) => complaints[type]?.(at, path) ?? [])
  return at.anyOf || at.oneOf || at.allOf || at.$ref ? [] : [`${path}: anything at all`]
}

function ofObject(at: Schema, path: string): string[] {
  if (at.additionalProperties === false) return []
  if (!at.propertyNames) return [`${path}: takes unknown fields`]
  // A record: its keys must end themselves, or be one of a list.
  return at.propertyNames.enum ? [] : ofType({ type: 'string', ...at.propertyNames }, `${path}.<key>`)
}

function walk(at: Schema, path: string): string[] {
  const below: [Schema | boolean | undefined, string][] = [
    ...Object.entries(at.properties ?? {}).map(([name, part]): [Schema, string] => [part, `${path}.${name}`]),
    ...Object.entries(at.$defs ?? {}).map(([name, part]): [Schema, string] => [part, `${path}#${name}`]),
    ...[...(at.anyOf ?? []), ...(at.oneOf ?? []), ...(at.allOf ?? [])].map((part): [Schema, string] => [
      part,
      path,
    ]),
    ...(at.prefixItems ?? []).map((part, index): [Schema, string] => [part, `${path}[${index}]`]),
    [at.items, `${path}[]`],
    [at.additionalProperties, `${path}.<value>`],
  ]
  return [
    ...ofType(at, path),
    ...below.flatMap(([part, where]) => (typeof part === 'object' ? walk(part, where) : [])),
  ]
}

/** Every place of an input that a sender could stretch without end; empty when there is none. */
export function openEnds(input: z.ZodMiniType, name: string): string[] {
  const schema = z.toJSONSchema(input, { unrepresentable: 'any', io: 'input' }) as Schema
  const forms = schema.oneOf ?? schema.anyOf ?? [schema]
  const whole = forms.every((form) => form.type === 'object') ? [] : [`${name}: is not an object`]
  return [...new Set([...whole, ...walk(schema, name)])]
}
