import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffAnswers, mergeAnswers } from './answers.ts'

const repeats = new Set(['member', 'member/job'])

test('who changed what is said question by question, with members counted as people count', () => {
  const before = {
    'house/roof': 'zinc',
    gps: { lat: -7.8, lon: 110.4, alt: 0, acc: 5 },
    member: [{ age: 7 }, { age: 40, job: [{ what: 'farmer' }] }],
  }
  const after = {
    'house/roof': 'tile',
    gps: { lon: 110.4, lat: -7.8, alt: 0, acc: 5 },
    member: [{ age: 8 }, { age: 40, job: [{ what: 'trader' }, { what: 'driver' }] }],
    water: ['well', 'rain'],
  }
  expect(diffAnswers(before, after, repeats)).toEqual([
    { path: 'house/roof', question: 'house/roof', before: 'zinc', after: 'tile' },
    { path: 'member[1]/age', question: 'member/age', before: 7, after: 8 },
    { path: 'member[2]/job[1]/what', question: 'member/job/what', before: 'farmer', after: 'trader' },
    { path: 'member[2]/job[2]/what', question: 'member/job/what', before: null, after: 'driver' },
    { path: 'water', question: 'water', before: null, after: ['well', 'rain'] },
  ])
})
test('a line of points is one answer, and no list of members', () => {
  const point = { lat: 1, lon: 2, alt: 0, acc: 1 }
  const changes = diffAnswers({ border: [point] }, { border: [point, point] }, repeats)
  expect(changes).toEqual([{ path: 'border', question: 'border', before: [point], after: [point, point] }])
})
test('personal and open answers of one member come together', () => {
  const open = { member: [{ age: 7 }, { age: 9 }], roof: 'zinc', water: ['well'] }
  const personal = { name: 'Sari', member: [{ name: 'Budi' }, {}] }
  expect(mergeAnswers(open, personal)).toEqual({
    ...{ roof: 'zinc', water: ['well'], name: 'Sari' },
    member: [{ age: 7, name: 'Budi' }, { age: 9 }],
  })
})

const leaf = fc.oneof(fc.string(), fc.integer(), fc.array(fc.string()))
const member = fc.dictionary(fc.constantFrom('age', 'name'), leaf)
const tree = fc.record(
  { roof: leaf, member: fc.array(member, { maxLength: 3 }), name: leaf },
  { requiredKeys: [] },
)
test('the same answers have nothing changed, and a change read backwards is the same change', () => {
  fc.assert(
    fc.property(tree, tree, (a, b) => {
      expect(diffAnswers(a, structuredClone(a), repeats)).toEqual([])
      const there = diffAnswers(a, b, repeats).map(({ path, before, after }) => ({ path, before, after }))
      const back = diffAnswers(b, a, repeats).map(({ path, before, after }) => ({
        ...{ path, before: after, after: before },
      }))
      const byPath = (x: { path: string }, y: { path: string }) => (x.path < y.path ? -1 : 1)
      expect(there.sort(byPath)).toEqual(back.sort(byPath))
    }),
  )
})
