// A refused command is mended on the phone by people, who never typed `persons.0.nik`.
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { fieldWords } from '../field/field-texts.ts'
import { fieldOf } from '../field/field-words.ts'
import { serverCapabilities } from './capabilities.ts'

type Schema = {
  properties?: Record<string, Schema>
  propertyNames?: unknown
  additionalProperties?: Schema | boolean
  items?: Schema | boolean
  prefixItems?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
}

/** Every path that a refusal of this input may name, with the first of each list for all of them. */
function pathsOf(at: Schema | boolean | undefined, path: string[] = []): string[] {
  if (at === undefined || typeof at === 'boolean') return path.length > 0 ? [path.join('.')] : []
  const inside = [
    ...Object.entries(at.properties ?? {}).map(([name, schema]) => pathsOf(schema, [...path, name])),
    ...[at.items, ...(at.prefixItems ?? [])].map((schema) => (schema ? pathsOf(schema, [...path, '0']) : [])),
    ...[...(at.anyOf ?? []), ...(at.oneOf ?? []), ...(at.allOf ?? [])].map((schema) => pathsOf(schema, path)),
    ...(at.propertyNames ? [pathsOf(at.additionalProperties, [...path, 'key'])] : []),
  ]
  return [...new Set([...(path.length > 0 ? [path.join('.')] : []), ...inside.flat()])]
}

const commands = serverCapabilities.flatMap((part) => part.commands ?? []).map(({ command }) => command)
const paths = [
  ...new Set(
    commands.flatMap(({ input }) =>
      pathsOf(z.toJSONSchema(input as z.ZodMiniType, { io: 'input', unrepresentable: 'any' }) as Schema),
    ),
  ),
]

test('every field of every command has its words, in both languages, and no path is shown', () => {
  expect(paths.length).toBeGreaterThan(400)
  expect(paths).toContain('persons.0.nik')
  // Its own: that it stands in something that has words is not enough. What stands in a list or a table is one of it.
  const ownName = (path: string) =>
    path
      .replace(/(\.(\d+|key))+$/, '')
      .split('.')
      .at(-1) ?? ''
  expect(paths.map(ownName).filter((name) => !Object.hasOwn(fieldWords, name))).toEqual([])
  for (const language of ['id', 'en'] as const) {
    expect(paths.filter((path) => !fieldOf(path, language))).toEqual([])
    // "NIK (Warga 1)": a path has a point, or small letters with a capital in the midst.
    expect(paths.filter((path) => /\.|[a-z][A-Z]/.test(fieldOf(path, language)?.label ?? ''))).toEqual([])
  }
})

test('no words are kept for a field that is gone', () => {
  const named = new Set(paths.flatMap((path) => path.split('.')))
  expect(Object.keys(fieldWords).filter((name) => !named.has(name))).toEqual([])
})

test('a field in a list says which one of the list it is; what nobody typed is not offered for typing', () => {
  expect(fieldOf('persons.0.nik', 'id')).toEqual({ label: 'NIK (Warga 1)', typed: true })
  expect(fieldOf('agenda.2', 'en')).toEqual({ label: 'Agenda 3', typed: true })
  expect(fieldOf('count.elements.unsur_pkk', 'id')?.label).toBe('Unsur')
  expect(fieldOf('basedOn', 'id')).toEqual({ label: 'Versi catatan', typed: false })
  expect(fieldOf('made-by-a-newer-server', 'id')).toBeNull()
})
