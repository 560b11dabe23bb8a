// The tools of these tests must see a fault when there is one; a test that cannot fail says nothing.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import * as fields from '../../src/kernel/fields.ts'
import { codesIn } from './codes.ts'
import { crowded } from './folders.ts'
import { openEnds } from './limits.ts'

test('an open end is found wherever it hides', () => {
  const open = z.strictObject({
    text: z.string(),
    pattern: z.string().check(z.regex(/^a+$/)),
    number: z.number(),
    whole: z.int(),
    list: z.array(z.boolean()),
    maybe: z.nullable(z.optional(z.string())),
    loose: z.object({ a: z.boolean() }),
    record: z.record(z.string(), z.boolean()),
    unknown: z.unknown(),
    either: z.union([
      z.literal('x'),
      z.array(fields.line()).check(z.maxLength(3)),
      z.strictObject({ deep: z.string() }),
    ]),
  })
  expect(openEnds(open, 'in').sort()).toEqual([
    'in.either.deep: a text without an end',
    'in.list: a list without a length',
    'in.loose: takes unknown fields',
    'in.maybe: a text without an end',
    'in.number: a number without a size',
    'in.pattern: a text without an end',
    'in.record.<key>: a text without an end',
    'in.text: a text without an end',
    'in.unknown: anything at all',
    'in.whole: a number without a size',
  ])
  expect(openEnds(z.array(z.boolean()).check(z.maxLength(2)), 'in')).toEqual(['in: is not an object'])
})

test('the fields of the kernel all have their end', () => {
  const { id, line, prose, day, clock, placeCode, count, sex, basedOn } = fields
  const all = {
    a: id(),
    b: line(),
    c: prose(),
    d: day(),
    e: clock(),
    f: placeCode(),
    g: count(),
    h: sex(),
    i: basedOn(),
  }
  expect(openEnds(z.strictObject(all), 'in')).toEqual([])
})

test('codes are found in calls, choices, templates and schemas, and not in strangers', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rembug-codes-'))
  const file = path.join(folder, 'x.ts')
  writeFileSync(
    file,
    `refuse('meetings.one', { a: 1, b })
     refuseField('field', late ? 'meetings.two' : 'meetings.three', facts)
     refuse(\`meetings.\${kind}-four\`)
     z.string().check(z.regex(/x/, 'meetings.five'), z.refine(f, { error: 'meetings.six' }), z.literal('other.seven'))
     tusRefusal(409, whole ? 'meetings.seven' : 'meetings.eight')
     throw new Turned(413, 'meetings.nine', { file: 1 })
     console.log('meetings.not-a-refusal')`,
  )
  const found = codesIn('x.ts', file, new Set(['meetings']))
  rmSync(folder, { recursive: true })
  const codes = ['one', 'two', 'three', '*-four', 'five', 'six', 'seven', 'eight', 'nine'].map(
    (name) => `meetings.${name}`,
  )
  expect(found.map(({ code }) => code)).toEqual(codes)
  expect(found.map(({ facts }) => facts)).toEqual([
    ...[['a', 'b'], null, null, [], null, null],
    ...[[], [], ['file']],
  ])
  expect(found[3]?.pattern.test('meetings.post-four')).toBe(true)
})

test('a folder is crowded by its own files, not by those of its rooms', () => {
  const tree = (folder: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${folder}/file-${index}.ts`)
  const slice = 'src/capabilities/surveys'
  const rooms = [...tree(slice, 40), ...tree(`${slice}/screens`, 60), ...tree(`${slice}/review`, 60)]
  expect(crowded(rooms)).toEqual([])
  expect(crowded([...rooms, `${slice}/screens/OneMore.tsx`])).toEqual([`${slice}/screens/: 61`])
})
