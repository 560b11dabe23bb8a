import { expect, test } from 'vitest'
import { codesIn, districtsIn, judge, mostAtOnce } from './pasted.ts'

const names = new Map([
  ['34.71.04.1001', 'Kelurahan Tegalpanggung'],
  ['34.71.04.1002', 'Kelurahan Bausasran'],
])
const read = new Set(['34.71.04'])

test.each([
  ['34.71.04.1001 Tegalpanggung', ['34.71.04.1001']],
  ['Tegalpanggung\t3471041001', ['34.71.04.1001']],
  ['1. 34 71 04 1001 Tegalpanggung', ['34.71.04.1001']],
  ['34-71-04-1001, 34.71.04.1002.', ['34.71.04.1001', '34.71.04.1002']],
  ['3471041001\t3471041002', ['34.71.04.1001', '34.71.04.1002']],
  ['3471041001.0', ['34.71.04.1001']],
  ['34.71.04.1001 12 RT', ['34.71.04.1001']],
  ['NIK 3471041001900001', []],
  ['NIK 34.7104.100190.0001', []],
  ['0812345678 Pak RT', []],
  ['Tegalpanggung', []],
])('%s holds %j', (line, codes) => {
  expect(codesIn(line)).toEqual(codes)
})

test('no code of a pasted text is lost, whatever parts the lines, and a village ticked already is not asked for twice', () => {
  const text = '34.71.04.1001 Tegalpanggung\r34.71.04.1002, 34.71.04.1099\u2028Bausasran'
  const told = judge(text, '34.71', names, read, new Set(['34.71.04.1001']))
  expect(told.map(({ line, verdict }) => [line, verdict])).toEqual([
    ['34.71.04.1001 Tegalpanggung', 'twice'],
    ['34.71.04.1002', 'ok'],
    ['34.71.04.1099', 'unknown'],
    ['Bausasran', 'no-code'],
  ])
})

test('every line that was pasted is told what becomes of it', () => {
  const text = [
    '34.71.04.1001 Tegalpanggung',
    '3471041002',
    '34.71.04.1001',
    '34.71.04.1099',
    '16.10.02.2001 Tanjung Pasir',
    'Bausasran',
    '',
  ].join('\n')
  expect(judge(text, '34.71', names, read).map(({ code, verdict, name }) => [code, verdict, name])).toEqual([
    ['34.71.04.1001', 'ok', 'Kelurahan Tegalpanggung'],
    ['34.71.04.1002', 'ok', 'Kelurahan Bausasran'],
    ['34.71.04.1001', 'twice', 'Kelurahan Tegalpanggung'],
    ['34.71.04.1099', 'unknown', ''],
    ['16.10.02.2001', 'elsewhere', ''],
    [null, 'no-code', ''],
  ])
  // Only the districts of this area are asked for.
  expect(districtsIn(text, '34.71')).toEqual(['34.71.04'])
})

test('of a district that could not be read nobody says that it has no such village', () => {
  const text = '34.71.04.1099\n34.71.05.1001'
  expect(judge(text, '34.71', names, read).map(({ verdict }) => verdict)).toEqual(['unknown', 'unread'])
  expect(judge(text, '34.71', names, new Set()).map(({ verdict }) => verdict)).toEqual(['unread', 'unread'])
})

test('what is more than fits at once is said too', () => {
  const many = Array.from({ length: mostAtOnce + 1 }, (_, i) => `34.71.04.${1000 + i}`)
  const all = new Map(many.map((code) => [code, code]))
  const verdicts = judge(many.join('\n'), '34', all, read).map(({ verdict }) => verdict)
  expect(verdicts.filter((verdict) => verdict === 'ok')).toHaveLength(mostAtOnce)
  expect(verdicts.at(-1)).toBe('too-many')
})
