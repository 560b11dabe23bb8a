import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysFromToday } from '../../kernel/day.testing.ts'
import { parseCsv, textOf } from '../../platform/browser/lists/csv.ts'
import type { LocalPlace } from '../places/local-place.ts'
import { readPlaceNumber, readPoor, readRelation, readRtRw, readSex } from './importing/columns.ts'
import { readDate } from './importing/dates.ts'
import { findHeader } from './importing/headings.ts'
import { planImport } from './importing/plan.ts'
import { syntheticNik, importVillage as village } from './people.testing.ts'

const head = [
  'No',
  'No KK',
  'NIK',
  'Nama',
  'L/P',
  'Tgl Lahir',
  'RT',
  'RW',
  'Alamat',
  'Hubungan',
  'Miskin',
  'Agama',
]
const kk = '3471040101100001'
const line = (more: Partial<Record<number, unknown>> = {}) =>
  Object.assign(
    [1, kk, syntheticNik(1), 'Sari', 'P', '', '003', '05', 'Jl. Mawar 3', 'Istri', 'Tidak', 'x'],
    more,
  )
const wrong = (cells: unknown[]) =>
  planImport([head, cells], village).rows.flatMap((row) =>
    row.errors.map((error) => `${error.code} ${error.field}`),
  )

test('CSV is read with comma, semicolon or tab, with quotes, marks and line breaks in cells', () => {
  for (const delimiter of [',', ';', '\t'])
    expect(parseCsv(`\uFEFFa${delimiter}"b ""c""${delimiter}\nd"\r\n1${delimiter}`)).toEqual([
      ['a', `b "c"${delimiter}\nd`],
      ['1', ''],
    ])
})
test('any table written as CSV is read back', () => {
  const table = fc.array(fc.array(fc.stringMatching(/^[a-z;,"\n ]{0,6}$/), { minLength: 2, maxLength: 4 }), {
    minLength: 1,
  })
  fc.assert(
    fc.property(table, (rows) => {
      const written = rows
        .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';'))
        .join('\r\n')
      expect(parseCsv(`"x";"y"\r\n${written}`).slice(1)).toEqual(rows)
    }),
  )
})
test('an old Windows file is read too', () => {
  expect(textOf(Uint8Array.of(0x53, 0xe9))).toBe('Sé')
  expect(textOf(new TextEncoder().encode('Sé'))).toBe('Sé')
})
test('a date is read in every form that villages write', () => {
  const forms = [
    '17-08-1979',
    '17/8/1979',
    '17.08.1979',
    '17 Agustus 1979',
    '17 Agt 1979',
    '1979-08-17',
    'Yogyakarta, 17-08-1979',
    29084,
    new Date('1979-08-17'),
  ]
  for (const written of forms) expect(readDate(written)).toEqual({ day: '1979-08-17' })
  expect(readDate('1979')).toEqual({ year: 1979 })
  expect(readDate(' ')).toBeNull()
})
test('what may be two days, or none, is not guessed at', () => {
  for (const written of ['17-08-79', '08/17/1979', '31-02-1979', 'besok', 3, true])
    expect(readDate(written)).toEqual({ unclear: true })
})
test('headings are found below a title, in Indonesian and English', () => {
  expect(findHeader([['DAFTAR WARGA'], [], head])).toMatchObject({ row: 2, ignored: ['Agama'] })
  expect([...(findHeader([['Full name', 'Sex', 'Date of birth']])?.at.keys() ?? [])]).toEqual([
    'name',
    'sex',
    'birth',
  ])
  expect(findHeader([['a', 'b']])).toBeNull()
  // A line of a million columns is no heading, and nobody waits until it was looked through.
  expect(findHeader([[...Array.from({ length: 300 }, () => ''), ...head]])).toBeNull()
})
test('cells mean what people mean by them', () => {
  expect([readSex('Laki-laki'), readSex('P'), readSex(2), readSex('?')]).toEqual([
    'male',
    'female',
    'female',
    undefined,
  ])
  expect([readRelation('Kepala Keluarga'), readRelation('ISTRI'), readRelation('Orang Tua')]).toEqual([
    'head',
    'spouse',
    'parent',
  ])
  expect([readPoor('Ya'), readPoor(''), readPoor('x'), readPoor('agak')]).toEqual([
    true,
    false,
    true,
    undefined,
  ])
  expect([
    readPlaceNumber('RT 003'),
    readPlaceNumber(3),
    readPlaceNumber('-'),
    readPlaceNumber('tiga'),
  ]).toEqual([{ number: 3, letter: '' }, { number: 3, letter: '' }, null, undefined])
  expect(readRtRw('003/005')).toEqual({ rt: { number: 3, letter: '' }, rw: { number: 5, letter: '' } })
})
test('a family of a list becomes a household with its head, its RT and its poverty', () => {
  const rows = [
    line({
      3: 'Slamet',
      4: 'L',
      2: syntheticNik(2, 'male'),
      9: 'Kepala Keluarga',
      10: 'Ya',
      5: '17 Agustus 1975',
    }),
    line(),
    line({ 1: '', 2: '', 3: 'Bayu', 4: 'L', 9: 'Anak', 5: new Date('2019-01-02') }),
  ]
  const plan = planImport([head, ...rows], village)
  expect(plan).toMatchObject({ good: 3, households: 1, refusals: [], ignored: ['Agama'] })
  expect(plan.newPlaces.map((place) => `${place.kind} ${place.number}`)).toEqual(['rw 5', 'rt 3'])
  const [home] = plan.chunks[0]?.households ?? []
  expect(home).toMatchObject({
    kk,
    poor: true,
    poorSource: 'unverified',
    address: 'Jl. Mawar 3',
    localPlace: plan.newPlaces[1]?.id,
  })
  expect(
    plan.chunks[0]?.persons.map((person) => [person.household === home?.id, person.relation, person.poor]),
  ).toEqual([
    [true, 'head', false],
    [true, 'spouse', false],
    [true, 'child', false],
  ])
})
test('an RT that the village has is found, not added', () => {
  const rw = { id: 'rw', kind: 'rw', number: 5, name: null, parent: null, active: true } as LocalPlace
  const rt = { ...rw, id: 'rt', kind: 'rt', number: 3, parent: 'rw' } as LocalPlace
  const plan = planImport([head, line()], { ...village, localPlaces: [rw, rt] })
  expect(plan.newPlaces).toEqual([])
  expect(plan.chunks[0]?.households[0]?.localPlace).toBe('rt')
  const without = planImport([head, line()], { ...village, mayAddPlaces: false })
  expect(without.rows[0]?.warnings).toMatchObject([{ code: 'people.import-rt-unknown' }])
})
test('each row says what is wrong with it, by column', () => {
  expect(wrong(line({ 2: 3471045708790000 }))).toEqual(['people.import-number-spoilt nik'])
  expect(wrong(line({ 2: '3,47105E+15' }))).toEqual(['people.import-number-spoilt nik'])
  expect(wrong(line({ 2: '347104' }))).toEqual(['people.nik-not-16-digits nik'])
  expect(wrong(line({ 3: '', 4: '?', 5: '17-08-79', 9: 'teman', 10: 'agak' }))).toEqual([
    'platform.required name',
    'people.import-sex-unclear sex',
  ])
  expect(wrong(line({ 5: daysFromToday(1) }))).toEqual(['people.born-in-future birth'])
})
test('a NIK that stands twice in the list, or on record, is refused in its row', () => {
  const plan = planImport([head, line(), line({ 3: 'Rina' })], village)
  expect(plan.rows.map((row) => row.errors.map((error) => error.code))).toEqual([[], ['people.nik-taken']])
  const known = { ...village, ground: { ...village.ground, nikOwner: new Map([[syntheticNik(1), 'p']]) } }
  expect(planImport([head, line()], known).refusals).toMatchObject([{ code: 'people.import-nothing' }])
})
test('a likely duplicate is a warning, in the list and on record', () => {
  const rows = [line({ 3: 'Moch. Yusuf', 2: '' }), line({ 3: 'Muhammad Yusup', 2: '' })]
  const plan = planImport([head, ...rows], village)
  expect(plan.good).toBe(2)
  expect(plan.rows[1]?.warnings).toMatchObject([{ code: 'people.import-likely-in-list' }])
})
test('an import of nothing is an error', () => {
  expect(planImport([head], village).refusals).toMatchObject([{ code: 'people.import-nothing' }])
  expect(planImport([['x']], village).refusals).toMatchObject([{ code: 'people.import-no-header' }])
  expect(planImport([head, line({ 3: 'Contoh: Sari' })], village).refusals).toMatchObject([
    { code: 'people.import-nothing' },
  ])
})
test('chunks hold at most 200 people, whole families, everybody once', () => {
  const rows = Array.from({ length: 1000 }, (_, n) =>
    line({
      1: `34710401011${String(Math.floor(n / 5)).padStart(5, '0')}`,
      2: syntheticNik(n),
      3: `Warga ${n}`,
      9: n % 5 === 0 ? 'Kepala Keluarga' : 'Anak',
    }),
  )
  const plan = planImport([head, ...rows], village)
  expect(plan).toMatchObject({ good: 1000, households: 200 })
  expect(plan.chunks.map((chunk) => chunk.persons.length)).toEqual([200, 200, 200, 200, 200])
  for (const { households, persons } of plan.chunks) {
    const homes = new Set(households.map((home) => home.id))
    expect(persons.every((person) => homes.has(person.household ?? ''))).toBe(true)
  }
})
test('20,000 rows are judged, without comparing each with each', () => {
  const rows = Array.from({ length: 20_000 }, (_, n) =>
    line({ 1: '', 2: syntheticNik(n), 3: `Warga Desa ${n}`, 5: String(1950 + (n % 70)), 9: '' }),
  )
  expect(planImport([head, ...rows], village).good).toBe(20_000)
}, 60_000)
