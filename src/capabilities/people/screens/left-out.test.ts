// What an import left out waits until it is mended. Invented people only: their NIK has the serial 0000.
import { afterEach, expect, test, vi } from 'vitest'
import { newId } from '../../../kernel/id.ts'
import { newDevice, openCopy } from '../../../platform/browser/local/device.testing.ts'
import { readNoNik, readRelation } from '../importing/columns.ts'
import { findHeader } from '../importing/headings.ts'
import { afterImport, type LeftList, leftByServer, leftOf, without } from '../importing/left-out.ts'
import { planImport } from '../importing/plan.ts'
import { withoutRefused } from '../importing/without-refused.ts'
import { chunk, importVillage, syntheticNik } from '../people.testing.ts'
import { peopleWords } from '../texts.ts'
import { noNikReasons, relations } from '../words.ts'
import { changeLeft, columnWord, leftSheets, ownTitles } from './left-out.ts'

const place = importVillage.place
type Table = readonly (readonly unknown[])[]

/** An import of this table, and what it leaves out. */
function imported(table: Table, nikOwner: ReadonlyMap<string, string> = new Map(), file = 'warga.xlsx') {
  const plan = planImport(table, { ...importVillage, ground: { ...importVillage.ground, nikOwner } })
  const header = findHeader(table)
  if (!header) throw new Error('no heading')
  const from = { id: newId(), file, at: new Date().toISOString(), table, where: String, header }
  return { plan, left: leftOf(plan.rows, from, columnWord, ownTitles) }
}

/** The list as its file, which is what comes back: `mend` changes a cell by its heading. */
const fileOf = ({ titles, rows }: LeftList, mend: Record<string, Record<string, unknown>> = {}): Table => [
  [...['import.what', 'import.row'].map((_, at) => ownTitles[at * 2] ?? ''), columnWord('mark'), ...titles],
  ...rows.map(({ mark, where, name, cells }) => [
    'alasan',
    where,
    mark,
    ...titles.map((title, at) => mend[name]?.[title] ?? cells[at]),
  ]),
]

const head = ['No KK', 'NIK', 'Nama', 'L/P', 'Tgl Lahir', 'RT', 'RW']
const table: Table = [
  head,
  ['', syntheticNik(0, 'male'), 'Slamet', 'L', '01-01-1900', '3', '5'],
  ['', '347104', 'Sari', 'P', '17-08-1979', '3', '5'],
  ['', syntheticNik(3), 'Rina', '', '17-08-79', '3', '5'],
  ['', '', 'Wati', 'P', '17-08-79', '3', '5'],
]

afterEach(() => void vi.unstubAllGlobals())

test('rows that were refused, and people taken in without a part, wait with their reasons and their cells', () => {
  const { plan, left } = imported(table)
  expect(plan.good).toBe(2)
  expect(left.titles).toEqual(head)
  expect(
    left.rows.map(({ name, where, person, errors }) => [
      name,
      where,
      person !== null,
      errors.map(({ code }) => code),
    ]),
  ).toEqual([
    ['Sari', '3', false, ['people.nik-not-16-digits']],
    ['Rina', '4', false, ['people.import-sex-unclear']],
    ['Wati', '5', true, []],
  ])
  expect(left.rows[2]).toMatchObject({
    person: plan.rows[3]?.person.id,
    cells: [null, null, 'Wati', 'P', '17-08-79', '3', '5'],
  })
  expect(new Set(left.rows.map(({ mark }) => mark)).size).toBe(3)
})
test('the mended file takes its rows from the list, and what is still wrong waits with its new reason, once', () => {
  const first = imported(table)
  const waiting = afterImport([], first.plan, first.left)
  const owners = new Map([[syntheticNik(4), 'somebody']])
  const mended = imported(
    fileOf(first.left, { Sari: { NIK: syntheticNik(4) }, Rina: { 'L/P': 'P' } }),
    owners,
  )
  expect(mended.plan).toMatchObject({
    good: 2,
    rows: [{ errors: [{ code: 'people.nik-taken' }] }, { errors: [] }, {}],
  })
  expect(mended.left.titles).toEqual(head)
  const after = afterImport(waiting, mended.plan, mended.left)
  expect(after.flatMap(({ rows }) => rows.map(({ name, errors }) => [name, errors[0]?.code]))).toEqual([
    ['Sari', 'people.nik-taken'],
    ['Rina', undefined],
    ['Wati', undefined],
  ])
  const other = imported([head, ['', syntheticNik(9), 'Dewi', 'P', '', '3', '5']])
  expect(afterImport(waiting, other.plan, other.left)).toEqual(waiting)
  expect(without(waiting, new Set(first.left.rows.map(({ mark }) => mark)))).toEqual([])
})
test('a file with two lines of headings, ticks and codes comes back in one line and means the same', () => {
  const two: Table = [
    ['NAMA', 'JENIS KELAMIN', '', 'LAHIR', '', 'ALAMAT', '', 'kk_level', 'No KK'],
    ['', 'L', 'P', 'TEMPAT', 'TANGGAL', 'RT', 'RW', '', ''],
    ['Sari', '', 'v', 'Bantul', '17-08-79', '3', '5', 3, '3471040101100001'],
  ]
  const { left } = imported(two)
  const again = planImport(fileOf(left, { Sari: { 'Tgl Lahir': '17-08-1979' } }), importVillage)
  expect(again).toMatchObject({
    good: 1,
    rows: [{ errors: [], person: { sex: 'female', birthDate: '1979-08-17', relation: 'spouse' } }],
  })
  expect(again.newPlaces).toHaveLength(2)
})
test('two heads on a card whose number ends in 0 were left out, and their mended rows are no rounded column', () => {
  const row = (n: number, kk: string) => [
    kk,
    syntheticNik(n),
    `Sari ${n}x`,
    'P',
    '17-08-1979',
    '3',
    '5',
    'Kepala Keluarga',
  ]
  const others = Array.from({ length: 9 }, (_, n) => row(n, `347104010110100${n + 1}`))
  const { left } = imported([
    [...head, 'Hubungan'],
    ...others,
    row(20, '3471040101101010'),
    row(21, '3471040101101010'),
    row(22, '3471040101101010'),
  ])
  expect(left.rows.filter(({ person }) => person === null)).toHaveLength(2)
  expect(planImport(fileOf(left), importVillage).refusals).toEqual([])
})
test('the sheet of those who are in says that it is for looking at, and its heading is nobody’s column', () => {
  const { left } = imported(table)
  const [out, taken] = leftSheets({
    ...left,
    rows: left.rows.map((row, at) => ({ ...row, person: at === 0 ? newId() : null })),
  })
  expect(taken?.head[0]).toContain('untuk dilihat saja')
  expect(out?.head[0]).not.toContain('untuk dilihat saja')
  const columns = (head: readonly string[] = []) => [...(findHeader([head])?.at.keys() ?? [])]
  expect(columns(taken?.head)).toEqual(columns(out?.head))
  expect(ownTitles).toContain(taken?.head[0])
})
test('a list is kept sealed on the device, survives its closing, and is gone when nothing waits', async () => {
  const device = newDevice()
  const open = await openCopy()
  const { left } = imported(table)
  await changeLeft(open, place, (lists) => [...lists, left])
  let seen: readonly LeftList[] = []
  await changeLeft(open, place, (lists) => (seen = lists))
  expect(seen).toEqual([left])
  expect(
    await device.find({ name: 'Sari', nik: syntheticNik(3), file: 'warga.xlsx', list: left.id }),
  ).toEqual([])
  await changeLeft(open, place, (lists) => without(lists, new Set(left.rows.map(({ mark }) => mark))))
  expect(await open.store.drafts.count()).toBe(0)
})
test('persons whom the server refused wait as a list would tell them, with those whose family was refused', () => {
  const input = { batch: newId(), ...chunk(2) }
  const refusals = [
    { code: 'people.nik-taken', field: 'persons.1.nik' },
    { code: 'people.kk-taken', field: 'households.1.kk' },
  ]
  const stays = new Set(withoutRefused(input, refusals).rest.persons.map(({ id }) => id))
  const words = {
    column: columnWord,
    of: (kind: string, value: string) => peopleWords[`people.${kind}.${value}` as 'people.relation.head'][0],
    poor: 'Ya',
  }
  const home = () => ({ rt: '01A', rw: '2' })
  const left = leftByServer(input, refusals, stays, { id: newId(), file: '', at: '', words, home })
  expect(left.rows.map(({ errors }) => errors)).toEqual([
    [{ code: 'people.nik-taken', field: 'nik' }],
    ...Array.from({ length: 4 }, () => [{ code: 'people.kk-taken', field: 'kk' }]),
  ])
  const again = planImport(fileOf(left), importVillage)
  expect(
    again.rows.map(({ person, kk, home: at }) => [
      person.name,
      person.nik,
      person.sex,
      person.birthYear,
      person.relation,
      kk,
      at.rt,
    ]),
  ).toEqual(
    [1, 4, 5, 6, 7].map((n) => {
      const { name, nik, sex, birthYear, relation } = input.persons[n] ?? {}
      return [
        name,
        nik,
        sex,
        birthYear,
        relation,
        input.households[n < 4 ? 0 : 1]?.kk,
        { number: 1, letter: 'A' },
      ]
    }),
  )
})
test('words of the house are read as it writes them, in both languages', () => {
  for (const language of [0, 1] as const) {
    const word = (key: string) => peopleWords[key as 'people.relation.head'][language]
    expect(relations.map((each) => readRelation(word(`people.relation.${each}`)))).toEqual([...relations])
    expect(noNikReasons.map((each) => readNoNik(word(`people.no-nik.${each}`)))).toEqual([...noNikReasons])
  }
})
