// A value of sixteen digits, or with a nought before it, is never lost at any door: not where a form calls it a number either.
import readXlsx from 'read-excel-file/node'
import { afterAll, expect, test } from 'vitest'
import { compile } from '../../../xlsform/compile.ts'
import { meantType } from '../../../xlsform/names.ts'
import { workbookFrom } from '../../../xlsform/sheet.testing.ts'
import { csvRecords, filesOf } from '../exporting/files.testing.ts'
import { formHere, surveyHere, surveysHouse } from '../surveys.testing.ts'
import { deviceIn, send, uuid } from './collect.testing.ts'
import { xmlOf } from './instance.testing.ts'

const house = await surveysHouse()
afterAll(() => house.close())

const made = compile(
  workbookFrom(`
    | survey | type | name | label | personal | calculation |
    | | integer | nik | NIK | no | |
    | | integer | hp | No HP | no | |
    | | decimal | no_kk | Nomor KK | no | |
    | | integer | kode | Kode | no | |
    | | text | teks | Teks | no | |
    | | select_one l | pilih | Pilih | no | |
    | | select_multiple l | banyak | Banyak | no | |
    | | calculate | hitung | | no | \${teks} |
    | | integer | umur | Umur | no | |
    | choices | list_name | name | label |
    | | l | 0012 | Dua belas |
    | | l | 3471040101100001 | Kartu |
    | settings | form_id | version |
    | | angka | 1 |`),
  { name: 'angka' },
)
if (!made.ok) throw new Error(JSON.stringify(made.faults))

const told = {
  ...{ nik: '3471040101100001', hp: '081234567890', no_kk: '3471040101109990', kode: '0012' },
  ...{ teks: '3471040101100007', pilih: '0012', banyak: '0012 3471040101100001' },
  ...{ hitung: '081234567899', umur: '41' },
}

test('what a phone sends in digits stands in every table, file and list as it was written', async () => {
  const village = house.village()
  const form = await formHere(house, { model: made.model, xform: made.xform })
  const { survey } = await surveyHere(house, village, { form, population: 'open' })
  const device = await deviceIn(house, village)
  const xml = xmlOf(told, { id: 'angka', version: made.model.version, instance: uuid() })
  expect((await send(device.keyed, xml)).status).toBe(201)

  const { get, csv } = filesOf(house, { village, survey })
  const [commas] = csvRecords((await csv('personal=yes')).get('angka.csv') ?? '')
  expect(commas).toMatchObject(told)
  const semicolons = (await csv('personal=yes&separator=semicolon')).get('angka.csv') ?? ''
  for (const digits of Object.values(told)) expect(semicolons).toContain(digits)
  // A number would be one without its quotes: 41 is, a NIK is not.
  expect(semicolons).toMatch(/"3471040101100001";"081234567890";"3471040101109990";.*;41;/)

  const [sheet] = await readXlsx(await get('export/xlsx', 'personal=yes'))
  const [heads = [], cells = []] = sheet?.data ?? []
  const row = Object.fromEntries(heads.map((head, at) => [String(head), cells[at]]))
  expect(row).toMatchObject({ ...told, umur: 41 })

  const { value } = JSON.parse((await get('odata/Submissions', 'personal=yes')).toString())
  expect(value[0]).toMatchObject({
    nik: told.nik,
    hp: told.hp,
    no_kk: told.no_kk,
    pilih: '0012',
    banyak: told.banyak,
    umur: 41,
    ...{ kode: null, __unread: 'kode: 0012' },
  })

  const columns = Object.keys(told).join(',')
  const facilitator = village.as('facilitator')
  const { body } = await facilitator.ask('surveys.page', { survey, columns, personal: 'yes' })
  const [line] = (
    body as unknown as { rows: { id: string; answers: Record<string, unknown>; personal?: object }[] }
  ).rows
  expect({ ...line?.answers, ...line?.personal }).toMatchObject({
    ...told,
    banyak: told.banyak.split(' '),
    umur: 41,
  })

  const detail = await facilitator.ask('surveys.submission-detail', { submission: line?.id ?? '' })
  for (const digits of Object.values(told).flatMap((each) => each.split(' ')))
    expect(JSON.stringify(detail.body)).toContain(digits)
  const chart = await facilitator.ask('surveys.chart', { survey, question: 'pilih' })
  expect(JSON.stringify(chart.body)).toContain('"0012"')
})

test('a cell of a form in which Excel rounded a number is said, with its row; one that is a text keeps its digits', () => {
  const sheets = [
    {
      name: 'survey',
      rows: [
        ['type', 'name', 'label', 'default'],
        ['text', 'teks', 'Teks', 3471040101100001],
        ['select_one l', 'p', 'P', '0012'],
      ],
    },
    {
      name: 'choices',
      rows: [
        ['list_name', 'name', 'label'],
        ['l', 3471040101100002, 'Satu'],
        ['l', '0012', 'Dua'],
        ['l', 12, 'Tiga'],
      ],
    },
  ]
  const form = compile({ sheets }, { name: 'f' })
  expect(
    form.warnings
      .filter(({ code }) => code === 'cell-rounded')
      .map(({ sheet, row, column }) => [sheet, row, column]),
  ).toEqual([
    ['survey', 2, 'default'],
    ['choices', 2, 'name'],
  ])
  expect(form.ok && form.model.lists.l?.map(({ name }) => name)).toEqual(['3471040101100002', '0012', '12'])
})

test('what may be a figure stays one: only what surely is a number of somebody is read as a text', () => {
  const typeOf = (name: string, label = '') => meantType({ type: 'integer', name, label: { '': label } })
  const figures = ['kk_miskin', 'anggota_kk', 'hp', 'jumlah_no_hp', 'umur', 'nomor_urut', 'jumlah_kk'].map(
    (name) => typeOf(name, name),
  )
  expect(new Set(figures)).toEqual(new Set(['integer']))
  const numbers = [
    typeOf('nik'),
    typeOf('nik2'),
    typeOf('no_kk'),
    typeOf('nomor_wa'),
    typeOf('hp', 'Nomor HP'),
    typeOf('a', 'NIK kepala'),
  ]
  expect(new Set(numbers)).toEqual(new Set(['text']))
})
