// Who may not be named in an observation, and what else is refused.
import { expect, test } from 'vitest'
import { daysFromToday } from '../../kernel/day.testing.ts'
import { newId } from '../../kernel/id.ts'
import { enrolled } from '../programmes/changes.ts'
import { shippedProgramme, takenUp } from '../programmes/shipped.testing.ts'
import { holdsNumber, namesOneOf } from './naming.ts'
import { observedIn, whyNotNote } from './rules.ts'

const names = [
  ...['Hj. Sri Lestari, S.Pd.', 'Muhammad Yusuf bin Ahmad', 'Slamet', 'Murtini', 'Kartika Dewi Wulandari'],
  ...['Raden Ayu Siti Nur Aini Kusuma Wardani Puspita', 'محمد يوسف'],
]

test.each([
  'Sri Lestari menangis saat bercerita',
  'kata Bu Sri, warga sekarang mau datang',
  'menurut pak slamet, dahulu tidak begitu',
  'Moh. Yusuf mengajak tetangganya',
  'Slamet berkata warga mau datang',
  'Menurut Moertini selokan itu bersih',
  'Kartika Wulandari memimpin kerja bakti',
  'Kemarin Kartika Dewi yang memulai',
  'di rumah ayu siti nur aini kusuma wardani puspita warga berkumpul',
  'Kata محمد يوسف selokan itu bersih',
])('it names somebody on record: %s', (text) => {
  expect(namesOneOf(text, names)).toBe(true)
})

test.each([
  'Seorang ibu dari RT 03 mengajak tetangganya ikut',
  'Pak Lurah hadir dan mendengarkan',
  'Semua selamat dan slamet artinya aman',
  'Warga miskin dan kaya duduk bersama',
  'Anak-anak bermain di Gang Slamet',
  'Dewi Sri dipuja pada wulandari bulan purnama',
])('it names nobody: %s', (text) => {
  expect(namesOneOf(text, names)).toBe(false)
})

test('a NIK and a telephone number are found however they are grouped; days, times and rupiah are not', () => {
  for (const text of [
    '3471 0412 0390 0001',
    '34.7104.120390.0001',
    '0812-3456-7890',
    '+62 812 3456 789',
    '0274-512345',
    '(021) 7654 3210',
    '3471  0410  0190  0001',
    '08 12 34 56 78 90',
    '０８１２３４５６７８９０',
  ])
    expect(holdsNumber(`hubungi ${text} ya`), text).toBe(true)
  for (const text of [
    '08.30 sampai 21.00',
    '08-11-2026',
    '08 12 2026 15.30 sampai 17.00',
    'Rp1.500.000',
    '1.021.500.000',
    '2019-02-11',
    'RT 03 RW 08, 42 orang',
  ])
    expect(holdsNumber(text), text).toBe(false)
})

const tkpk = shippedProgramme('tkpk-neighbourhood')
const today = daysFromToday(0)
const start = daysFromToday(-30)
const enrolment = newId()
const who = { account: newId(), name: 'Fasilitator', on: start }
const taken = {
  id: enrolment,
  programme: newId(),
  ...takenUp,
}
const row = enrolled({ ...taken, startOn: start }, who, true)
const input = {
  ...{ id: newId(), enrolment, outcome: 'settlement_quality', on: daysFromToday(-1), photo: null },
  ...{ seen: 'Selokan RT 03 dibersihkan warga sendiri', quote: '', checks: ['clean', 'orderly'] },
}
const codes = (more: object, noted = 0, known: readonly string[] | null = names) =>
  whyNotNote({ programme: tkpk, row, names: known, noted, today }, { ...input, ...more }).map(
    ({ code, field }) => `${code} ${field ?? ''}`.trim(),
  )

test('what was seen of the settlement is noted with the qualities that were seen', () => {
  expect(codes({})).toEqual([])
})

test('every reason is given at once', () => {
  expect(
    codes({ checks: ['beautiful', 'rich'], on: daysFromToday(1), seen: 'Bu Murtini 081234567890' }),
  ).toEqual([
    'observations.no-such-mark checks',
    'observations.day-ahead on',
    'observations.number-in-it seen',
    'observations.names-like seen',
  ])
  expect(codes({ quote: '“Kami mau,” kata Sri Lestari' })).toEqual(['observations.names-like quote'])
  expect(codes({ quote: 'kata sri lestari kami mau' })).toEqual(['observations.names-somebody quote'])
  expect(codes({ outcome: 'works', checks: [] })).toEqual(['observations.no-such-outcome outcome'])
  expect(codes({ on: daysFromToday(-31) })).toEqual(['observations.before-start on'])
  expect(codes({}, 500)).toEqual(['observations.enough'])
})

test('who may not read the names on record hears the same of a name that is there and of one that is not', () => {
  const said = (seen: string) => codes({ seen }, 0, null)
  for (const seen of ['Warga bilang Murtini rajin', 'Kata Zubaedah begitu', 'Kemarin Sri Lestari datang'])
    expect(said(seen)).toEqual(['observations.looks-named seen'])
  for (const seen of [
    'Warga RT 03 di Desa Sukamaju menyapu. Hari Senin BKM datang',
    input.seen,
    'murtini rajin',
  ])
    expect(said(seen)).toEqual([])
})

test('who is refused for a name is told the words of the own text that look like one, never what is on record', () => {
  const about = { programme: tkpk, row, names, noted: 0, today }
  const [refusal] = whyNotNote(about, { ...input, seen: 'Kemarin ada Sri Lestari dan Zubaedah' })
  expect(refusal).toMatchObject({
    code: 'observations.names-like',
    facts: { words: 'Sri, Lestari, Zubaedah' },
  })
})

test('an outcome that is a paper is not observed, one that only people can see is', () => {
  expect(observedIn(shippedProgramme('p2kp-2006')).map(({ outcome }) => outcome.id)).toContain('unity')
  expect(observedIn(shippedProgramme('p2kp-2006')).map(({ outcome }) => outcome.id)).not.toContain('decision')
})
