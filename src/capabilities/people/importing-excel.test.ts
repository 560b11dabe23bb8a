// Lists as they come out of Excel, of family cards, of SIAK and of OpenSID. Invented people only: their NIK has the serial 0000;
// where a test is about the end of a number, it is the number of nobody.
import { expect, test } from 'vitest'
import { today } from '../../kernel/day.ts'
import { growth, inProportion } from '../../kernel/growth.testing.ts'
import { parseCsv } from '../../platform/browser/lists/csv.ts'
import { bounded, sheetsOf } from '../../platform/browser/lists/sheets.ts'
import { localTitle } from '../places/tree.ts'
import { readPlaceNumber, readRelation } from './importing/columns.ts'
import { readDate } from './importing/dates.ts'
import { findHeader } from './importing/headings.ts'
import { planImport } from './importing/plan.ts'
import { isFigure } from './importing/reading.ts'
import { likelySheet } from './importing/sheets.ts'
import { syntheticNik, importVillage as village } from './people.testing.ts'

const plan = (...table: unknown[][]) => planImport(table, village)
const persons = (...table: unknown[][]) => plan(...table).chunks.flatMap((chunk) => chunk.persons)
const said = (...table: unknown[][]) => {
  const { rows, refusals } = plan(...table)
  const of = (found: readonly { code: string; field?: string | undefined }[]) =>
    found.map(({ code, field }) => [code, field].filter(Boolean).join(' '))
  return {
    refusals: of(refusals),
    errors: rows.flatMap((row) => of(row.errors)),
    warnings: rows.flatMap((row) => of(row.warnings)),
  }
}
const rounded = 'people.import-column-rounded'

test('numbers that Excel rounded are refused as a column, for whole families would become one', () => {
  const head = ['No. KK', 'NIK', 'Nama', 'L/P']
  const kk = '3471040101100000'
  const both = ['10', '20', '30'].map((end) => [kk, `34710457087900${end}`, 'Sari', 'P'])
  expect(said(head, ...both)).toEqual({
    refusals: [`${rounded} kk`, `${rounded} nik`],
    errors: [],
    warnings: [],
  })
  const cards = [1, 2, 3].map((n) => [`34710401011000${n}0`, syntheticNik(n), `Sari ${n}`, 'P'])
  expect(said(head, ...cards).refusals).toEqual([`${rounded} kk`])
  const heads = [1, 2].map((n) => ['3471040101100010', syntheticNik(n), `Sari ${n}`, 'P', 'Kepala Keluarga'])
  expect(said([...head, 'Hubungan'], ...heads).refusals).toEqual([`${rounded} kk`])
  expect(said(head, [kk, syntheticNik(1), 'Sari', 'P']).refusals).toEqual([`${rounded} kk`])
  const figures = [1, 2, 3].map((n) => ['', '3,47105E+15', `Sari ${n}`, 'P'])
  expect(said(head, ...figures).refusals).toEqual([`${rounded} nik`])
  const mended = Array.from({ length: 12 }, (_, n) => [
    `34710401011${String(n).padStart(4, '0')}0`,
    '',
    `Sari ${n}`,
    'P',
  ])
  expect(said(head, ...mended, ['3471040101109991', '', 'Rina', 'P']).refusals).toEqual([`${rounded} kk`])
})
test('numbers of which some end in 0, one card, and invented people are no rounded column', () => {
  const head = ['No. KK', 'NIK', 'Nama', 'L/P']
  const one = [1, 2, 3].map((n) => ['3471040101100010', syntheticNik(n), `Sari ${n}`, 'P'])
  expect(plan(head, ...one)).toMatchObject({ good: 3, refusals: [] })
  const mixed = ['10', '21', '30'].map((end, n) => [
    `34710401011000${end}`,
    syntheticNik(n),
    `Sari ${n}`,
    'P',
  ])
  expect(plan(head, ...mixed)).toMatchObject({ good: 3, refusals: [] })
})
test('a formula whose result the file does not hold is said, and only what nobody can be known without refuses', () => {
  expect(said(['NIK', 'Nama', 'L/P', 'No HP'], ['=', 'Sari', 'P', '='])).toMatchObject({
    errors: ['people.import-no-result nik'],
    warnings: ['people.import-no-result phone'],
  })
  const head = ['NIK', 'Nama', 'L/P']
  expect(said(head, ['#N/A', 'Sari', 'P'])).toMatchObject({ errors: ['people.import-no-result nik'] })
  expect(plan(head, [syntheticNik(1), 'Sari', 'P'], ['=', '=', ''])).toMatchObject({ good: 1, refusals: [] })
  expect(said(head, ['=', '=', '='])).toMatchObject({ refusals: ['people.import-no-result'] })
  expect(persons(head, [`="${syntheticNik(1)}"`, 'Sari', 'P'])).toMatchObject([{ nik: syntheticNik(1) }])
})
test('a telephone number that Excel kept as a figure gets its 0 or its + again', () => {
  const phones = [
    [6281234567890, '+6281234567890'],
    ['6281234567890', '+6281234567890'],
    ['62 812-3456-7890', '+62 812-3456-7890'],
    ['+62 812-3456-7890', '+62 812-3456-7890'],
    [81234567890, '081234567890'],
    ['81234567890', '081234567890'],
    [622431234, '0622431234'],
    ['(0274) 512345', '0274 512345'],
    ["'081234567890", '081234567890'],
    ['0812 3456 7890 (WA)', '0812 3456 7890'],
    ['tidak ada', null],
    [0, null],
  ]
  const read = persons(['Nama', 'L/P', 'No HP'], ...phones.map(([cell], n) => [`Sari ${n}x`, 'P', cell]))
  expect(read.map((person) => person.phone)).toEqual(phones.map(([, phone]) => phone))
})
test('the line that numbers the columns is no person', () => {
  const head = ['Nama', 'L/P', 'RT', 'RW']
  for (const numbers of [
    [1, 2, 3, 4],
    ['(1)', '(2)', '(3)', '(4)'],
    ['1.', '2.', '3.', '4.'],
  ])
    expect(persons(head, numbers, ['Sari', 'P', '003', '005']).map((person) => person.name)).toEqual(['Sari'])
  expect(said(head, ['12', 'P', '003', ''])).toMatchObject({ errors: ['people.import-name-no-letters name'] })
})
test('a cell that need not be there and cannot be read waits for mending, and its row is taken in', () => {
  const head = ['No KK', 'Nama', 'L/P', 'Tgl Lahir', 'Hubungan', 'Miskin', 'Alasan tanpa NIK', 'No HP', 'RT']
  const row = ['3471040101100001', 'Sari', 'P', '17-08-79', 'teman', 'agak', 'entah', '0812 / 0813', 'tiga']
  expect(said(head, row)).toEqual({
    refusals: [],
    errors: [],
    warnings: [
      'people.import-date-unclear birth',
      'people.import-no-nik-unclear noNik',
      'people.import-poor-unclear poor',
      'people.import-relation-unclear relation',
      'people.import-phone-unclear phone',
      'people.import-rt-unclear rt',
    ],
  })
  expect(persons(head, row)).toMatchObject([{ birthDate: null, relation: null, phone: null, poor: false }])
})
test('who is related in a word that nobody knows stays in the family, and so do those below', () => {
  const rows = [
    ['Slamet', 'L', 'Kepala Keluarga'],
    ['Rina', 'P', 'teman'],
    ['Bayu', 'L', 'Anak'],
  ]
  const read = persons(['Nama', 'L/P', 'Hubungan'], ...rows)
  expect(new Set(read.map((person) => person.household)).size).toBe(1)
})
test('a relation with a number, and an RT behind a stroke, are read', () => {
  expect(['Anak ke-2', 'Istri 1', 'Kep. Keluarga', '4'].map((cell) => readRelation(cell))).toEqual([
    'child',
    'spouse',
    'head',
    undefined,
  ])
  const three = { number: 3, letter: '' }
  expect(['RT/003', 'RT-3', 'RT.03', '3a', 'A3', '01 A'].map((cell) => readPlaceNumber(cell))).toEqual([
    three,
    three,
    three,
    { number: 3, letter: 'A' },
    undefined,
    { number: 1, letter: 'A' },
  ])
})
test('an RT with a letter is no other RT: it is found, or added, as itself', () => {
  const head = ['No KK', 'Nama', 'L/P', 'RT', 'RW', 'Alamat']
  const row = (end: number, rt: string) => [
    `347104010110000${end}`,
    `Sari ${end}x`,
    'P',
    rt,
    '02',
    'Jl. Mawar 3',
  ]
  const lettered = plan(head, row(1, '01A'), row(2, '1'), row(3, '001 a'))
  expect(lettered.rows.flatMap((each) => each.warnings)).toEqual([])
  expect(lettered.newPlaces.map((each) => localTitle(each, village.place))).toEqual([
    'RW 02',
    'RT 01A',
    'RT 01',
  ])
  const [parted, whole, same] = lettered.chunks[0]?.households ?? []
  expect(parted).toMatchObject({ address: 'Jl. Mawar 3', localPlace: lettered.newPlaces[1]?.id })
  expect([whole?.localPlace, same?.localPlace]).toEqual([lettered.newPlaces[2]?.id, parted?.localPlace])
  const both = plan(['Nama', 'L/P', 'RT/RW'], ['Sari', 'P', '01A/02'])
  expect(both.newPlaces.map((each) => localTitle(each, village.place))).toEqual(['RW 02', 'RT 01A'])
  expect(persons(['Nama', 'L/P', 'RT'], ['Sari', 'P', 'tiga'])).toMatchObject([{ address: 'RT tiga' }])
  for (const cell of [new Date(today()), 1.2, '02-Jan'])
    expect(said(['Nama', 'L/P', 'RT/RW'], ['Sari', 'P', cell])).toMatchObject({
      errors: [],
      warnings: ['people.import-rt-unclear rtRw'],
    })
  const swapped = plan(['Nama', 'L/P', 'RT/RW'], ['Sari', 'P', 'RW 05 / RT 03'])
  expect(swapped.newPlaces.map((each) => `${each.kind} ${each.number}`)).toEqual(['rw 5', 'rt 3'])
})
test('headings of family cards, of SIAK and of OpenSID are known', () => {
  const known = (...cells: string[]) => [...(findHeader([cells])?.at.keys() ?? [])]
  expect(
    known(
      'No.',
      'Nomor Kartu Keluarga',
      'N.I.K',
      'Nama Lengkap',
      'Jenis Kelamin (L/P)',
      'Tempat/Tgl Lahir',
      'Status Hubungan Dalam Keluarga',
      'No. Handphone',
    ),
  ).toEqual(['kk', 'nik', 'name', 'sex', 'birth', 'relation', 'phone'])
  expect(
    known('NO_KK', 'No. NIK', 'NAMA_LGKP', 'JENIS_KLMIN', 'TGL_LHR', 'STAT_HBKEL', 'NO_RT', 'NO_RW'),
  ).toEqual(['kk', 'nik', 'name', 'sex', 'birth', 'relation', 'rt', 'rw'])
  expect(
    known('alamat', 'dusun', 'rw', 'rt', 'nama', 'no_kk', 'nik', 'sex', 'tanggallahir', 'kk_level'),
  ).toHaveLength(10)
})
test('SIAK and OpenSID tell relations by number; another list that does so is not guessed at', () => {
  const rows = ['1', 3, '04', '11', '12'].map((level, n) => ['3471040101100001', `Sari ${n}x`, '2', level])
  expect(persons(['no_kk', 'nama', 'sex', 'kk_level'], ...rows).map((person) => person.relation)).toEqual([
    'head',
    'spouse',
    'child',
    'other',
    null,
  ])
  expect(said(['no_kk', 'nama', 'sex', 'hubungan'], rows[0] ?? [])).toMatchObject({
    warnings: ['people.import-relation-unclear relation'],
  })
})
test('place and day of birth in one cell give the day', () => {
  for (const cell of [
    'Bantul, 17-08-1979',
    'BANTUL/17-08-1979',
    'Bantul 17 Agustus 1979',
    '17/08/1979 00:00:00',
  ])
    expect(readDate(cell)).toEqual({ day: '1979-08-17' })
})
test('a title with commas above a list that parts by semicolon hides none of its headings', () => {
  const list = 'Daftar warga, RT 1, RW 2, Kelurahan Tegal Panggung\r\nNo. KK;Nama;L/P\r\n;Titik, S.Pd;L\r\n'
  expect(parseCsv(list, (cells) => findHeader([cells]) !== null).slice(1)).toEqual([
    ['No. KK', 'Nama', 'L/P'],
    ['', 'Titik, S.Pd', 'L'],
  ])
  expect(parseCsv('sep=;\r\nDaftar, warga\r\na;b')[1]).toEqual(['a', 'b'])
})
test('who is in no family keeps the address of the list', () => {
  expect(persons(['Nama', 'L/P', 'Alamat'], ['Sari', 'P', 'Jl. Mawar 3'])).toMatchObject([
    { address: 'Jl. Mawar 3' },
  ])
})
test('the sheet with the headings is chosen, a hidden one never by itself', () => {
  const sheet = (name: string, rows: string[][], hidden = false) => ({ name, rows, hidden })
  const note = sheet('Petunjuk', [['Isi lembar Data']])
  const list = sheet('Data', [['NIK', 'Nama', 'L/P']])
  const short = sheet('Rekap', [['Nama', 'RT']])
  const secret = sheet('ref', [['NIK', 'Nama', 'L/P', 'RT']], true)
  expect([
    likelySheet([note, list]),
    likelySheet([short, list]),
    likelySheet([secret, list]),
    likelySheet([secret, note]),
    likelySheet([]),
  ]).toEqual([1, 1, 1, 1, 0])
})
test('a formula without its result is marked where it stands', () => {
  const rows = [
    ['NIK', 'Nama', 'L/P'],
    [null, 'Sari', 'P'],
  ]
  const [list] = sheetsOf({ sheets: [{ name: 'Data', rows, noResult: [{ row: 1, column: 0 }] }] })
  expect(said(...(list?.rows ?? []).map((cells) => [...cells]))).toMatchObject({
    errors: ['people.import-no-result nik'],
  })
})

test('a cell of a million digits keeps nobody waiting', () => {
  const long = (length: number) => '1'.repeat(length)
  const [sheet] = bounded([{ name: 'RT 01', hidden: false, rows: [[long(1_000_000), 3, 'Sari']] }])
  expect(sheet?.rows).toEqual([[long(400), 3, 'Sari']])
  expect(growth((length) => isFigure(long(length)), 30_000)).toBeLessThan(inProportion)
  expect(['3,47104E+15', '3.471e15', '1e5', 'e5', '12 e5', '347104'].map(isFigure)).toEqual([
    ...[true, true, true, false, false, false],
  ])
})
