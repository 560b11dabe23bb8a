import { readSheet } from 'read-excel-file/universal'
import { expect, test } from 'vitest'
import { cellsOf, xlsxOf } from './export-xlsx.ts'

const head = ['Kode', 'Nama', 'Catatan']

test('long numbers and dotted codes come out of Excel as they went in', async () => {
  const rows = [
    ['34.71.04.1001', '3471044107900000', '003/BA-RKM/XI/2026'],
    ['0812', 'Ibu Sri "Rahayu" <RT 05>', null],
  ]
  const sheet = await readSheet(await xlsxOf({ head, rows }))
  expect(sheet).toEqual([head, ...rows])
})

test('what looks like a formula stays text', async () => {
  const rows = [['=1+1', '@SUM(A1)', '-2']]
  expect(cellsOf({ head, rows })[1]).toMatchObject(rows[0]?.map((value) => ({ value, type: String })) ?? [])
  expect(await readSheet(await xlsxOf({ head, rows }))).toEqual([head, ...rows])
})

test('an empty list still has its heading', async () => {
  expect(await readSheet(await xlsxOf({ head, rows: [] }))).toEqual([head])
})
