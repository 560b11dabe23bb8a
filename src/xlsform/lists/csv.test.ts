import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvOf, readCsv } from './csv.ts'

const asRows = (text: string) => {
  const { columns, size } = readCsv(text)
  const all = [...columns]
  return [
    all.map(([head]) => head),
    ...Array.from({ length: size }, (_, n) => all.map(([, cells]) => cells[n])),
  ]
}

const cell = fc.oneof(
  fc.constantFrom('', 'a', 'Sukamaju', '"', 'a,b', 'a;b', 'dua\nbaris', ' spasi ', '“kutip”', '""'),
  fc.string({ maxLength: 8 }).map((text) => text.replace(/\r/g, '')),
)

test('a list is read as it was written, whatever stands in its cells', () => {
  const width = fc.integer({ min: 2, max: 4 })
  const table = width.chain((count) =>
    fc.array(fc.array(cell, { minLength: count, maxLength: count }), { maxLength: 6 }),
  )
  fc.assert(
    fc.property(table, (rows) => {
      const heads = (rows[0] ?? ['', '']).map((_, n) => `kolom${n}`)
      // Lines at the end that are quite empty are nothing, as for ODK's engine.
      const last = rows.findLastIndex((row) => row.some((each) => each !== ''))
      const kept = rows.slice(0, last + 1)
      expect(asRows(csvOf([heads, ...kept]))).toEqual([heads, ...kept])
    }),
  )
})

test.each([
  ['a file of a Unix machine', 'name,label\n1,Satu\n2,Dua\n', '1,Satu|2,Dua'],
  [
    'a file of Excel in Indonesian',
    '\ufeffname;label\r\n1;"Satu; atau ""esa"""\r\n2;Dua\r\n',
    '1,Satu; atau "esa"|2,Dua',
  ],
  ['tabs', 'name\tlabel\n1\tSatu\n', '1,Satu'],
  ['a line break in a cell', '"name","label"\r\n"1","dua\nbaris"\r\n', '1,dua\nbaris'],
  ['a quotation mark inside a cell', 'name,label\n1,5" pipa\n2,Dua\n', '1,5" pipa|2,Dua'],
  ['a line that is too short', 'name,label\n1\n2,Dua\n', '1,|2,Dua'],
])('%s is read', (_, text, lines) => {
  expect(asRows(text)).toEqual([['name', 'label'], ...lines.split('|').map((line) => line.split(','))])
})

test('a quotation mark that is never closed keeps no list from being read', () => {
  const lines = Array.from({ length: 20_000 }, (_, n) => `${n},desa ${n}`)
  expect(readCsv(['name,label', '"x,y', ...lines].join('\n')).size).toBeGreaterThan(19_900)
})
