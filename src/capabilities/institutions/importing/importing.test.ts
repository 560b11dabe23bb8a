// Lists of institutions as offices keep them, read into entries.
import { expect, test } from 'vitest'
import { growth, inProportion } from '../../../kernel/growth.testing.ts'
import { viewOf } from '../../../kernel/view.ts'
import { today, village, withInstitutions } from '../institutions.testing.ts'
import { planImport } from './plan.ts'

const empty = viewOf(village, [])

test('a list is read by its headings, whatever stands above them', () => {
  const plan = planImport(
    [
      ['DAFTAR LEMBAGA KELURAHAN', null],
      [],
      [
        'No',
        'Nama Lembaga',
        'Jenis',
        'Tahun Berdiri',
        'Laki-laki',
        'Perempuan',
        'Warga miskin',
        'Penting',
        'Ketua',
      ],
      [1, 'PKK RW 05', '', '1998', 0, '20 orang', 6, '4, tinggi', 'Sri'],
      [2, 'Kelompok Tani Makmur', 'Kelompok tani', 2004.0, 18, 2, '-', '', 'Budi'],
      ['', '', '', '', 18, 22, '', '', ''],
    ],
    empty,
    today,
  )
  expect(plan?.ignored).toEqual(['Ketua'])
  expect(
    plan?.rows.map(({ row, entry }) => [row, entry.name, entry.kind, entry.since, entry.men, entry.women]),
  ).toEqual([
    [4, 'PKK RW 05', 'women', 1998, 0, 20],
    [5, 'Kelompok Tani Makmur', 'business', 2004, 18, 2],
  ])
  expect(plan?.rows.map(({ entry }) => [entry.poor, entry.importance])).toEqual([
    [6, 4],
    [null, null],
  ])
  expect(plan?.rows.flatMap(({ refusals }) => refusals)).toEqual([])
})

test('what is on the register, or stands twice in the list, is said before it is kept', () => {
  const { view } = withInstitutions('Posyandu Melati I')
  const plan = planImport(
    [['Nama'], ['POSYANDU MELATI 1'], ['PKK'], ['P.K.K.'], ['Contoh: Arisan']],
    view,
    today,
  )
  expect(plan?.rows.map(({ entry, alike }) => [entry.name, alike])).toEqual([
    ['POSYANDU MELATI 1', ['Posyandu Melati I']],
    ['PKK', []],
    ['P.K.K.', ['PKK']],
  ])
})

test('a row that does not fit is told with its field, and the others are read', () => {
  const plan = planImport(
    [
      ['Nama', 'Perempuan', 'Miskin', 'Dekat', 'Potensi'],
      ['PKK', 'banyak', '', 9, 'WA 0812 3456 7890'],
      ['Arisan', 4, 9, 2, ''],
    ],
    empty,
    today,
  )
  expect(
    plan?.rows.map(({ refusals }) => refusals.map(({ code, field }) => `${code.slice(13)} ${field}`)),
  ).toEqual([
    ['import-no-number women', 'import-no-number closeness', 'number-in-it potentials'],
    ['more-poor-than-members poor'],
  ])
  expect(
    planImport(
      [
        ['NIK', 'Alamat'],
        ['1', '2'],
      ],
      empty,
      today,
    ),
  ).toBeNull()
})

test('a long list is read without holding each name against each', () => {
  const names = (size: number) =>
    Array.from({ length: size }, (_, n) => [
      `${String.fromCharCode(97 + (n % 26))}${'rukun sepakat'.slice(n % 7)} ${(n * 7919).toString(36)}`,
    ])
  const work = (size: number) => planImport([['Nama'], ...names(size)], empty, today)
  expect(growth(work, 200)).toBeLessThan(inProportion)
})
