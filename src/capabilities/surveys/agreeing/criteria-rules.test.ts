// A measure as residents read it.
import { expect, test } from 'vitest'
import type { FormModel, Question } from '../../../xlsform/model.ts'
import type { Indicator, MeasureBody } from '../measure/measure.ts'
import { type CriteriaWords, criteriaSaid } from './criteria-rules.ts'

const words: CriteriaWords = {
  in: (label, answers) => `${label}: ${answers}`,
  below: (label, bound) => `${label}: kurang dari ${bound}`,
  above: (label, bound) => `${label}: lebih dari ${bound}`,
  missing: (label) => `${label}: tidak ada`,
  cut: (percent) => `miskin dari ${percent} persen`,
  stages: 'Pra Sejahtera atau KS I',
  criteria: (count) => `${count} kriteria`,
  or: 'atau',
}
const question = (name: string, list: string | null = null) =>
  ({ kind: 'question', name, path: `/data/${name}`, label: { '': name }, list }) as unknown as Question
const model = {
  ...{ root: '/data', languages: [''], defaultLanguage: '' },
  items: [question('roof', 'roofs'), question('members'), question('head_name')],
  lists: { roofs: ['tile', 'zinc'].map((name) => ({ name, label: { '': name } })) },
} as unknown as FormModel
const indicator = (id: string, deprivedWhen: Indicator['deprivedWhen'], question = id): Indicator => ({
  ...{
    id,
    label: [`Tentang ${id}`, `About ${id}`],
    dimension: 'a',
    weight: 1,
    question,
    deprivedWhen,
    source: '',
  },
})
const body = (indicators: Indicator[]): MeasureBody => ({
  ...{
    title: 'Ukuran',
    k: 0.3333,
    dimensions: [{ id: 'a', label: ['A', 'A'] }],
    indicators,
    missing: 'leave-out',
  },
})
const said = (of: MeasureBody | null, language: 'id' | 'en' = 'id') =>
  criteriaSaid('multidimensional', of, { model, language, words })

test('each indicator is a sentence with the answers that count, and the last says from when on a family is poor', () => {
  const measure = body([
    indicator('roof', { in: ['zinc', 'tile'] }),
    indicator('members', { above: 6 }),
    indicator('head_name', { missing: true }),
  ])
  expect(said(measure)).toEqual([
    'Tentang roof: zinc atau tile',
    'Tentang members: lebih dari 6',
    'Tentang head_name: tidak ada',
    'miskin dari 33 persen',
  ])
  expect(said(measure, 'en')[0]).toBe('About roof: zinc atau tile')
})

test('what the form works out by itself is said by its label alone, and no measure says nothing', () => {
  expect(said(body([indicator('d_nutrition', { in: ['1'] }, 'mpi/d_nutrition')]))[0]).toBe(
    'Tentang d_nutrition',
  )
  expect(said(null)).toEqual([])
})

test('no sentence is longer than one may be, none is said twice, and the last is never lost', () => {
  const many = body(Array.from({ length: 30 }, (_, n) => indicator(`i${n}`, { in: ['x'] }, 'roof')))
  expect(said(many)).toHaveLength(31)
  const long = { ...indicator('roof', { below: 2 }), label: ['x'.repeat(400), 'x'] as [string, string] }
  expect(said(body([long, long]))).toHaveLength(2)
  expect(said(body([long]))[0]).toHaveLength(300)
})
