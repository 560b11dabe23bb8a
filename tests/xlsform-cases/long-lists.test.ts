// An index offers what the engine itself would, whatever stands in the list and whatever is answered before.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LineIndex } from '../../src/capabilities/surveys/filling/lists/line-index.ts'
import { LongSelects } from '../../src/capabilities/surveys/filling/lists/long-selects.ts'
import { compile } from '../../src/xlsform/compile.ts'
import { answer, nodeAt, openXForm, optionLabelsAt, optionsAt } from '../../src/xlsform/engine.testing.ts'
import { csvOf } from '../../src/xlsform/lists/csv.ts'
import { withoutLists } from '../../src/xlsform/lists/without-lists.ts'
import { workbookFrom } from '../../src/xlsform/sheet.testing.ts'

const few = fc.constantFrom('', '1', '01', '1.0', 'a', 'A', 'dua kata', "o'clock", '“b”')
const lines = fc.array(fc.record({ prov: few, kab: few }), { maxLength: 12 })
const terms = fc.constantFrom(
  '',
  'prov = ${prov}',
  '${prov} = prov',
  'prov=${prov} and kab=${kab}',
  "kab = ${kab} and prov = 'a'",
  'prov = ${angka}',
  'prov = ${hitung} and kab = ${tersembunyi}',
)

const formOf = (filter: string) => `
| survey | type | name | label | choice_filter | calculation | relevant |
| | text | prov | P | | | |
| | integer | angka | A | | | |
| | calculate | hitung | | | concat(\${prov}, '') | |
| | begin_repeat | rumah | R | | | |
| | text | kab | K | | | |
| | text | tersembunyi | T | | | \${kab} != 'a' |
| | select_one_from_file desa.csv | satu | S | ${filter} | | |
| | select_multiple_from_file desa.csv | banyak | B | ${filter} | | |
| | end_repeat | | | | | |`

test('an index offers exactly what the engine offers', async () => {
  await fc.assert(
    fc.asyncProperty(
      lines,
      terms,
      few,
      few,
      few,
      fc.boolean(),
      async (rows, filter, prov, kab, hidden, second) => {
        const text = csvOf([
          ['name', 'label', 'prov', 'kab'],
          ...rows.map((row, n) => [`n${n}`, `Desa ${n}`, row.prov, row.kab]),
        ])
        const made = compile(workbookFrom(formOf(filter)), { version: '1' })
        if (!made.ok) throw new Error(JSON.stringify(made.faults))
        const indexed = made.model.indexed ?? []
        expect(indexed).toHaveLength(2)
        const whole = await openXForm(made.xform, { 'desa.csv': text })
        const spared = await openXForm(withoutLists(made.xform, indexed))
        const index = new LineIndex(text)
        const lists = new LongSelects(spared as never, made.model, indexed, async (_, asked) =>
          index.find(asked),
        )
        const line = second ? 2 : 1
        for (const root of [whole, spared]) {
          if (second) (root.currentState.children[3] as unknown as { addInstances(): void }).addInstances()
          answer(root, '/data/prov', prov)
          if (/^\d+$/.test(prov)) answer(root, '/data/angka', Number(prov))
          answer(root, `/data/rumah[${line}]/tersembunyi`, hidden)
          answer(root, `/data/rumah[${line}]/kab`, kab)
        }
        for (const name of ['satu', 'banyak']) {
          const path = `/data/rumah[${line}]/${name}`
          const found = await lists.find(nodeAt(spared, path) as never, '', 100)
          expect(found?.lines.map(({ value }) => value)).toEqual(optionsAt(whole, path))
          expect(found?.lines.map(({ label }) => label)).toEqual(optionLabelsAt(whole, path))
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('what is offered no more is taken back, one question after the other, and a list that is not there takes nothing', async () => {
  const made = compile(
    workbookFrom(`
| survey | type | name | label | choice_filter |
| | text | prov | P | |
| | select_one_from_file kab.csv | kab | K | prov = \${prov} |
| | select_multiple_from_file desa.csv | desa | D | kab = \${kab} |`),
    { version: '1' },
  )
  if (!made.ok) throw new Error(JSON.stringify(made.faults))
  const indexed = made.model.indexed ?? []
  const root = await openXForm(withoutLists(made.xform, indexed))
  const files = new Map([
    ['kab.csv', new LineIndex('name,label,prov\nk1,Satu,1\nk2,Dua,1\nk3,Tiga,2\n')],
    ['desa.csv', new LineIndex('name,label,kab\na,A,k1\nb,B,k1\nb,B lain,k2\nc,C,k2\n')],
  ])
  const lists = new LongSelects(
    root as never,
    made.model,
    indexed,
    async (file, asked) => files.get(file)?.find(asked) ?? null,
  )
  const settle = () => lists.settle((node, value) => void node.setValue(value))
  const values = () =>
    ['kab', 'desa'].map((name) => (nodeAt(root, `/data/${name}`).currentState as { value: unknown }).value)
  answer(root, '/data/prov', '1')
  answer(root, '/data/kab', 'k1')
  answer(root, '/data/desa', 'a b')
  expect(await settle()).toBe(true)
  expect(values()).toEqual(['k1', 'a b'])
  expect(await settle()).toBe(false)
  answer(root, '/data/kab', 'k2')
  await settle()
  expect(values()).toEqual(['k2', 'b'])
  answer(root, '/data/prov', '2')
  await settle()
  expect(values()).toEqual(['', ''])
  files.clear()
  answer(root, '/data/kab', 'k9')
  await settle()
  expect(values()).toEqual(['k9', ''])
})

test('a few letters find a line among those that fit, what begins with them first', () => {
  const index = new LineIndex('name,label,kab\n1,Karang Suka,1\n2,Sukamaju,1\n3,Sukasari,2\n4,Tegal,1\n')
  const asked = {
    value: 'name',
    label: 'label',
    equal: [{ column: 'kab', is: '1' }],
    most: 1,
    chosen: ['4', '3'],
  }
  expect(index.find({ ...asked, typed: 'SUKA' })).toEqual({
    ...{ all: 3, matching: 2, lines: [{ value: '2', label: 'Sukamaju' }] },
    chosen: [{ value: '4', label: 'Tegal' }],
  })
  expect(index.find({ ...asked, typed: 'zz' })).toMatchObject({ all: 3, matching: 0, lines: [] })
  expect(index.find({ ...asked, typed: '', equal: [{ column: 'lain', is: '' }] })).toMatchObject({ all: 0 })
})
