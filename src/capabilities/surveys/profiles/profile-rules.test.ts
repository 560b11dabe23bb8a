// A profile by its rules: counted in any order of pages it is the same, and what hangs in public tells of nobody.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSmall } from '../../../kernel/suppression.ts'
import type { Column, Table } from '../tables/columns.ts'
import type { ProfileQuestion } from './profile.ts'
import { Profiling, placeWritten, publicly, type Row } from './profile-rules.ts'

const column = (key: string, given: Partial<Column> = {}): Column => ({
  ...{
    key,
    type: 'text',
    label: { '': key },
    groups: [],
    privacy: 'open',
    metadata: null,
    choices: [],
    ...given,
  },
})
const choices = (...names: string[]) =>
  names.map((name) => ({ name, label: { '': name }, media: {}, extra: {} }))
const tables: Table[] = [
  {
    ...{ path: '', parent: null, key: '', label: {} },
    columns: [
      column('speaker/rt'),
      column('needs/first', { type: 'select_one', choices: choices('water', 'road') }),
      column('needs/share', { type: 'select_multiple', choices: choices('labour', 'money') }),
      column('needs/ideal'),
      column('name', { privacy: 'personal' }),
    ],
  },
  {
    ...{ path: 'problem', parent: '', key: 'problem', label: { '': 'Persoalan' } },
    columns: [column('field', { type: 'select_one', choices: choices('economy', 'works') }), column('text')],
  },
]
const row = (id: string, place: string | null, answers: Row['answers']): Row => ({ id, place, answers })
const profileOf = (...pages: Row[][]) => {
  const profiling = new Profiling(tables, (each) => each.place)
  for (const page of pages) profiling.add(page)
  return profiling.profile()
}
const rows = [
  row('a', 'rt1', { 'needs/first': 'water', 'needs/share': ['labour', 'money'], 'needs/ideal': 'Bersih' }),
  row('b', 'rt1', {
    'needs/first': 'water',
    problem: [
      { field: 'works', text: 'Jalan  rusak' },
      { field: 'works', text: 'jalan rusak' },
    ],
  }),
  row('c', null, { 'needs/first': 'road', name: 'Bu Sari', problem: [{ field: 'economy', text: 'Modal' }] }),
]

describe('a profile', () => {
  test('counts each answer by RT, a submission once for what its members say, and the same words once', () => {
    const { answers, questions, texts } = profileOf(rows)
    expect(answers).toBe(3)
    const of = (path: string) => questions.find((each) => each.path === path)?.places
    expect(of('needs/first')).toEqual([
      { place: 'rt1', answered: 2, counts: [2, 0] },
      { place: null, answered: 1, counts: [0, 1] },
    ])
    expect(of('needs/share')).toEqual([{ place: 'rt1', answered: 1, counts: [1, 1] }])
    expect(of('problem/field')).toEqual([
      { place: 'rt1', answered: 1, counts: [0, 1] },
      { place: null, answered: 1, counts: [1, 0] },
    ])
    expect(texts.find((each) => each.path === 'problem/text')?.texts).toEqual([
      {
        place: 'rt1',
        text: 'Jalan rusak',
        about: { path: 'problem/field', choice: 'works' },
        submissions: ['b', 'b'],
      },
      { place: null, text: 'Modal', about: { path: 'problem/field', choice: 'economy' }, submissions: ['c'] },
    ])
    // What is personal is in none of it, nor where somebody wrote they are.
    expect(JSON.stringify(profileOf(rows))).not.toContain('Bu Sari')
    expect(texts.map((each) => each.path)).not.toContain('speaker/rt')
  })

  test('is the same however it is cut into pages', () => {
    expect(profileOf(rows.slice(0, 1), rows.slice(1))).toEqual(profileOf(rows))
  })

  test('takes no member of what is no repeat, and no answer that is none of the choices', () => {
    const odd = row('x', 'rt1', { 'needs/first': 'moon', problem: 'text', 'needs/share': [] })
    expect(profileOf([odd]).questions).toEqual([
      expect.objectContaining({
        path: 'needs/first',
        places: [{ place: 'rt1', answered: 1, counts: [0, 0] }],
      }),
    ])
  })
})

test('an RT that somebody wrote is found by its number, with the RW where two have it', () => {
  const [rw1, rw2] = [
    { id: 'w1', kind: 'rw' as const, number: 1, parent: null },
    { id: 'w2', kind: 'rw' as const, number: 2, parent: null },
  ]
  const rt = (id: string, number: number, parent: string) => ({ id, kind: 'rt' as const, number, parent })
  const locals = [rw1, rw2, rt('a', 1, 'w1'), rt('b', 1, 'w2'), rt('c', 3, 'w2')]
  expect(placeWritten('003/002', locals)).toBe('c')
  expect(placeWritten('RT 3', locals)).toBe('c')
  expect(placeWritten('RT 1 RW 2', locals)).toBe('b')
  expect(placeWritten('RT 1', locals)).toBeNull()
  expect(placeWritten('di kali', locals)).toBeNull()
  expect(placeWritten(7, locals)).toBeNull()
})

describe('in public', () => {
  const question = (places: ProfileQuestion['places'], several = false): ProfileQuestion => ({
    ...{ path: 'q', label: {}, within: [], choices: choices('a', 'b', 'c'), several, places },
  })

  test('no figure of few is told, and none can be worked out of a sum', () => {
    const told = publicly(
      question([
        { place: 'rt1', answered: 20, counts: [15, 3, 2] },
        { place: 'rt2', answered: 30, counts: [10, 10, 10] },
      ]),
      5,
    )
    expect(told.places[0]?.counts.filter((each) => each !== null && isSmall(each, 5))).toEqual([])
    // One hidden figure alone would follow from the sum of its row.
    for (const { answered, counts } of [told.total, ...told.places])
      if (answered !== null) expect(counts.filter((each) => each === null).length).not.toBe(1)
  })

  test('how many answered is known from the question beside it, so it gives nothing away', () => {
    for (const counts of [
      [15, 3, 0],
      [16, 2, 0],
      [10, 4, 4],
    ]) {
      const told = publicly(question([{ place: 'rt1', answered: 18, counts }]), 5)
      expect(told.places[0]?.answered).toBe(18)
      const known = (told.places[0]?.counts ?? []).reduce<number>((sum, each) => sum + (each ?? 0), 0)
      // What is left is enough that each that is hidden may be none, or many.
      expect(18 - known).toBeGreaterThanOrEqual(5)
    }
    expect(
      publicly(question([{ place: 'rt1', answered: 3, counts: [3, 0, 0] }]), 5).places[0]?.answered,
    ).toBeNull()
  })

  test('whatever was answered, what is told are true figures, and never one of few', () => {
    const one = fc.array(fc.nat({ max: 9 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 4 }), fc.boolean(), (all, several) => {
        const places = all.map((counts, n) => ({
          place: `rt${n}`,
          answered: several ? Math.max(...counts) + 3 : counts.reduce((sum, each) => sum + each, 0),
          counts,
        }))
        const told = publicly(question(places, several), 5)
        told.places.forEach(({ counts, answered }, row) => {
          if (answered !== null) expect(isSmall(answered, 5)).toBe(false)
          counts.forEach((each, choice) => {
            if (each === null) return
            expect(each).toBe(places[row]?.counts[choice])
            expect(isSmall(each, 5)).toBe(false)
          })
        })
      }),
      { numRuns: 40 },
    )
  })
})
