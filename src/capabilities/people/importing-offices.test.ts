// Lists as village offices keep them: titles and sums, two lines of headings, signatures, a sheet for each RT, exports of other
// programs. Invented people only: their NIK has the serial 0000.
import { expect, test } from 'vitest'
import { localTitle } from '../places/tree.ts'
import { findHeader } from './importing/headings.ts'
import { planImport } from './importing/plan.ts'
import { alike, joined } from './importing/sheets.ts'
import { syntheticNik, importVillage as village } from './people.testing.ts'

const plan = (...table: unknown[][]) => planImport(table, village)
const names = (...table: unknown[][]) =>
  plan(...table).chunks.flatMap(({ persons }) => persons.map(({ name }) => name))

test('L and P below one heading, and a day below "Tempat, Tgl Lahir", are read also where one line names as many columns', () => {
  const rina = ['Rina', '', 'P', 'Bantul', '02-01-1980', '003', '005']
  const born = plan(
    ['NAMA LENGKAP', 'JENIS KELAMIN', '', 'TEMPAT, TGL LAHIR', '', 'ALAMAT', ''],
    ['', 'L', 'P', 'TEMPAT', 'TANGGAL', 'RT', 'RW'],
    rina,
  )
  expect(born.rows.map(({ person, errors }) => [person.name, person.sex, person.birthDate, errors])).toEqual([
    ['Rina', 'female', '1980-01-02', []],
  ])
  const short = plan(
    ['NO', 'NAMA', 'JENIS KELAMIN', ''],
    ['', '', 'L', 'P'],
    [1, 'Rina', '', 'P'],
    [2, 'Budi', 'L', ''],
  )
  expect(short.rows.map(({ person, errors }) => [person.name, person.sex, errors])).toEqual([
    ['Rina', 'female', []],
    ['Budi', 'male', []],
  ])
})

test('headings in two lines are read as one: merged cells over RT and RW, over day and place, over L and P', () => {
  const upper = ['NO', 'NOMOR', '', 'NAMA', 'JENIS KELAMIN', '', 'LAHIR', '', 'ALAMAT', '', '', 'KET']
  const lower = ['', 'KK', 'NIK', '', 'L', 'P', 'TEMPAT', 'TANGGAL', 'JALAN', 'RT', 'RW', '']
  const slamet = [
    1,
    '3471040101100001',
    syntheticNik(0, 'male'),
    'SLAMET',
    '√',
    '',
    'Bantul',
    '01-01-1980',
    'Jl. Mawar 3',
    '003',
    '005',
    '',
  ]
  const sari = [
    2,
    '3471040101100001',
    syntheticNik(1),
    'SARI',
    '',
    'v',
    'Sleman',
    '02-01-1980',
    'Jl. Mawar 3',
    '003',
    '005',
    '',
  ]
  const neither = [3, '', '', 'RINA', '', '', '', '', '', '', '', '']
  const read = plan(
    ['DATA PENDUDUK RT 003'],
    [],
    upper,
    lower,
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    slamet,
    sari,
    neither,
  )
  expect(
    read.rows.map(({ row, person, errors }) => [
      row,
      person.name,
      person.sex,
      person.birthDate,
      errors.map(({ code }) => code),
    ]),
  ).toEqual([
    [6, 'SLAMET', 'male', '1980-01-01', []],
    [7, 'SARI', 'female', '1980-01-02', []],
    [8, 'RINA', 'female', null, ['people.import-sex-unclear']],
  ])
  expect(read.chunks[0]?.households).toMatchObject([{ kk: '3471040101100001', address: 'Jl. Mawar 3' }])
  expect(read.newPlaces.map((each) => localTitle(each, village.place))).toEqual(['RW 05', 'RT 03'])
  expect(read.ignored).toEqual(['LAHIR TEMPAT', 'KET'])
})
test('the first person is never taken for a second line of headings', () => {
  const head = ['Nama', 'Jenis Kelamin', 'Hubungan', 'Alamat']
  expect(names(head, ['Sari', 'P', 'KK', 'Jalan'], ['Rina', 'P', 'Anak', ''])).toEqual(['Sari', 'Rina'])
  const nameless = plan(head, ['', 'P', 'KK', 'RT'], ['Rina', 'P', 'Anak', ''])
  expect(nameless.rows).toHaveLength(2)
  expect(
    findHeader([
      ['Nama Kepala Keluarga', 'L/P'],
      ['Slamet', 'L'],
    ]),
  ).toMatchObject({ row: 0, headsOnly: true })
})
test('sums, titles between, repeated headings, days and signatures are no persons, and are said', () => {
  const head = ['No', 'NIK', 'Nama Lengkap', 'L/P', 'RT', 'RW']
  const sari = (n: number) => [n, syntheticNik(n), `Sari ${n}x`, 'P', '003', '005']
  const read = plan(
    head,
    ['RT 003 / RW 005'],
    sari(1),
    ['', '', 'Jumlah Laki-laki : 1'],
    head,
    sari(2),
    ['JUMLAH', '', '', 2],
    ['Total seluruh warga', null, null, null, null, 2],
    [],
    ['', '', '', '', 'Tegal Panggung, 17 Agustus ....'],
    ['Mengetahui,', '', '', '', 'Ketua RT 003'],
    ['Lurah Tegal Panggung'],
    ['( SUPRIYADI, S.IP )', '', '', '', 'WAGIMAN'],
    ['NIP. 19700101 199003 1 001'],
  )
  expect(read).toMatchObject({ good: 2, refusals: [] })
  expect(read.rows.map(({ row }) => row)).toEqual([3, 6])
  expect(read.passed).toEqual([2, 4, 5, 7, 8, 10, 11, 12, 13, 14])
})
test('a line above people tells the card and the RT of those below it, where no column does', () => {
  const head = ['No', 'Nama Lengkap', 'NIK', 'Jenis Kelamin', 'Status Hubungan Dalam Keluarga']
  const cards = plan(
    ['KARTU KELUARGA', '', 'RT/RW : 003/005'],
    ['No. KK : 3471040101100001'],
    head,
    ['(1)', '(2)', '(3)', '(4)', '(5)'],
    [1, 'SLAMET', syntheticNik(0, 'male'), 'L', 'KEPALA KELUARGA'],
    [2, 'SARI', syntheticNik(1), 'P', 'ISTRI'],
    ['Nomor KK', '3471 0401 0110 0002', '', ''],
    head,
    [1, 'WATI', syntheticNik(3), 'P', 'KEPALA KELUARGA'],
    ['RT 01A / RW 06'],
    ['No. Kartu Keluarga 3471040101100003'],
    [1, 'RINA', syntheticNik(5), 'P', 'KEPALA KELUARGA'],
    ['Jumlah RT 04', '', 1],
    [2, 'BUDI', syntheticNik(6, 'male'), 'L', 'ANAK'],
  )
  expect(
    cards.rows.map(({ person, kk, home }) => [person.name, kk?.slice(-1), home.rt?.number, home.rw?.number]),
  ).toEqual([
    ['SLAMET', '1', 3, 5],
    ['SARI', '1', 3, 5],
    ['WATI', '2', 3, 5],
    ['RINA', '3', 1, 6],
    ['BUDI', '3', 1, 6],
  ])
  expect(cards).toMatchObject({ good: 5, households: 3 })
  expect(cards.newPlaces.map((each) => localTitle(each, village.place))).toEqual([
    'RW 05',
    'RT 03',
    'RW 06',
    'RT 01A',
  ])
  const own = plan(
    ['WARGA RT 003 RW 005'],
    ['Nama', 'L/P', 'RT', 'RW'],
    ['Sari', 'P', '', ''],
    ['Rina', 'P', '7', '8'],
  )
  expect(own.rows.map(({ home }) => [home.rt?.number, home.rw?.number])).toEqual([
    [undefined, undefined],
    [7, 8],
  ])
})
test('whoever may be somebody is never passed over', () => {
  const head = ['No', 'NIK', 'Nama Lengkap', 'L/P']
  const total = ['1', syntheticNik(1), 'Jumlah', 'P']
  const sexless = [2, '', 'Rina', '']
  const after = [3, syntheticNik(3), 'Total Wulandari', 'P']
  const read = plan(head, total, sexless, ['', '', 'Mengetahui', ''], after)
  expect(read.rows.map(({ person }) => person.name)).toEqual(['Jumlah', 'Rina', 'Total Wulandari'])
  expect(read).toMatchObject({ good: 2, passed: [4] })
})
test('a list of family cards tells heads', () => {
  const read = plan(
    ['No. KK', 'Nama Kepala Keluarga', 'L/P', 'Jml Anggota'],
    ['3471040101100001', 'Slamet', 'L', 4],
  )
  expect(read.chunks[0]).toMatchObject({
    persons: [{ name: 'Slamet', relation: 'head' }],
    households: [{ membersTold: 4 }],
  })
  const both = plan(
    ['No. KK', 'Nama Kepala Keluarga', 'Nama', 'L/P'],
    ['3471040101100001', 'Slamet', 'Sari', 'P'],
  )
  expect(both).toMatchObject({ chunks: [{ persons: [{ name: 'Sari' }] }], ignored: ['Nama Kepala Keluarga'] })
})
test('a NIK is read behind an apostrophe, in groups, with what programs and messengers leave in it', () => {
  const nik = syntheticNik(1)
  const groups = `${nik.slice(0, 6)} ${nik.slice(6, 12)} ${nik.slice(12)}`
  for (const cell of [
    `'${nik}`,
    groups,
    groups.replaceAll(' ', '.'),
    `${nik}.0`,
    `\u202a${nik}\u202c`,
    `\u00a0${nik} `,
    `="${nik}"`,
  ])
    expect(plan(['NIK', 'Nama', 'L/P'], [cell, 'Sari', 'P']).chunks[0]?.persons).toMatchObject([{ nik }])
})
test('days in words, in figures and as Excel keeps them are read; two figures of a year wait for mending', () => {
  const days = [
    '17 Agustus 1980',
    '17 AGUSTUS 1980',
    '17/08/1980',
    '17-8-1980',
    29450,
    new Date(Date.UTC(1980, 7, 17)),
  ]
  const read = plan(['Nama', 'L/P', 'Tgl Lahir'], ...days.map((day, n) => [`Sari ${n}x`, 'P', day]))
  expect(read.rows.map(({ person }) => person.birthDate)).toEqual(days.map(() => '1980-08-17'))
  const short = plan(['Nama', 'L/P', 'Tgl Lahir'], ['Sari', 'P', '17/08/80'])
  expect(short).toMatchObject({ good: 1, rows: [{ warnings: [{ code: 'people.import-date-unclear' }] }] })
})
test('sex is read in every form that lists have it', () => {
  const read = plan(
    ['Nama', 'JK'],
    ...['L', 'Lk.', 'LAKI-LAKI', 'Laki - Laki', 1, '1', 'Pria'].map((sex, n) => [`Budi ${n}x`, sex]),
  )
  expect(new Set(read.rows.map(({ person, errors }) => `${person.sex} ${errors.length}`))).toEqual(
    new Set(['male 0']),
  )
})
test('sheets with equal headings are one list, and a sheet called by its RT tells it', () => {
  const sheet = (name: string, ...rows: unknown[][]) => ({ name, rows, hidden: false })
  const head = ['Nama', 'L/P']
  const sheets = [
    sheet('RT 01 RW 02', ['DATA WARGA'], head, ['Sari', 'P']),
    sheet('Rekap', ['RT', 'Jumlah'], ['01', '1']),
    sheet('RT 02 RW 02', head, ['Rina', 'P'], ['', 'P']),
    { ...sheet('RT 03 RW 02', head, ['Rahasia', 'P']), hidden: true },
  ]
  expect(alike(sheets, 0)).toEqual([0, 2])
  expect(alike(sheets, 1)).toEqual([1])
  const whole = joined(alike(sheets, 0).map((index) => sheets[index] ?? sheet('')))
  const read = planImport(whole.rows, village)
  expect(read.chunks[0]?.persons.map(({ name }) => name)).toEqual(['Sari', 'Rina'])
  expect(read.newPlaces.map((each) => localTitle(each, village.place))).toEqual(['RW 02', 'RT 01', 'RT 02'])
  expect(read.rows.map(({ row }) => whole.where(row))).toEqual([
    'RT 01 RW 02: 3',
    'RT 02 RW 02: 2',
    'RT 02 RW 02: 3',
  ])
  const alone = joined([sheet('Warga', head, ['Sari', 'P'])])
  expect([alone.rows, alone.where(2)]).toEqual([[head, ['Sari', 'P']], '2'])
})
