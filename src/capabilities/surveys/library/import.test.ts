// Bringing a form to the house, over HTTP: the workbook as people make it in Excel.
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { House, Person } from '../../../apps/server/village.testing.ts'
import { newId } from '../../../kernel/id.ts'
import { inPlace, nobody } from '../../../platform/server/transaction.ts'
import type { Workbook } from '../../../xlsform/workbook.ts'
import { writeWorkbook } from '../../../xlsform/write-workbook.ts'
import { outlineOf } from '../openrosa/spec.ts'
import { formModel } from '../openrosa/store-forms.ts'
import { openSurvey } from '../survey.ts'
import { ok, refusals, surveyHere, surveyInput, surveysHouse } from '../surveys.testing.ts'
import { sentenceOf } from './change-texts.ts'
import { addFormFile, type FormDetail, importForm, listMost } from './form.ts'

let house: House
beforeAll(async () => {
  house = await surveysHouse()
}, 60_000)
afterAll(() => house.close())

const rumah = (version = '1', more: string[][] = []): Workbook => ({
  sheets: [
    {
      name: 'survey',
      rows: [
        ['type', 'name', 'label', 'media::image'],
        ['text', 'nama_kepala', 'Nama kepala keluarga', ''],
        ['select_one atap', 'atap', 'Atap', ''],
        ...more,
      ],
    },
    {
      name: 'choices',
      rows: [
        ['list_name', 'name', 'label', 'media::image'],
        ['atap', 'genteng', 'Genteng', 'genteng.jpg'],
        ['atap', 'seng', 'Seng', ''],
      ],
    },
    {
      name: 'settings',
      rows: [
        ['form_title', 'form_id', 'version'],
        ['Rumah kita', 'rumah', version],
      ],
    },
  ],
})
const bytesOf = async (workbook: Workbook) => Buffer.from(await writeWorkbook(workbook))
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

async function bring(who: Person, workbook: Workbook, id = newId()): Promise<string> {
  const input = { id, fileName: 'rumah.xlsx', workbook: base64(await bytesOf(workbook)), kinds: [] }
  await ok(who.give(importForm, input))
  return id
}
const detail = async (who: Person, form: string) =>
  (await who.ask('surveys.form', { form })).body as unknown as FormDetail
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46])

describe('a form', () => {
  test('is taken in as it was written: questions, choices, the original and an XForm with its md5', async () => {
    const facilitator = house.village().as('facilitator')
    const form = newId()
    // Written once: a file in a zip carries its minute.
    const written = await bytesOf(rumah())
    await ok(
      facilitator.give(importForm, {
        id: form,
        fileName: 'rumah.xlsx',
        workbook: base64(written),
        kinds: [],
      }),
    )
    const { line, model } = await detail(facilitator, form)
    expect(line).toMatchObject({ formId: 'rumah', version: '1', title: 'Rumah kita', hasWorkbook: true })
    expect(line.files).toEqual([{ name: 'genteng.jpg', there: false, registry: false }])
    expect(model.items.map((item) => item.name)).toEqual(['nama_kepala', 'atap'])
    const original = await facilitator.http('GET', `/api/surveys/forms/${form}/workbook`)
    expect(original.status).toBe(200)
    const { rows } = await house.database.pool.query<{ workbook: Buffer; xform: string; md5: string }>(
      'select workbook, xform, md5 from surveys.form where id = $1',
      [form],
    )
    expect(rows[0]?.workbook.equals(written)).toBe(true)
    const xform = await facilitator.http('GET', `/api/surveys/forms/${form}/xform`)
    const served = (xform.body as unknown as { text: string }).text
    expect(createHash('md5').update(served).digest('hex')).toBe(rows[0]?.md5)
  })

  test('that does not compile is refused with sheet, row, column and the mend for each fault', async () => {
    const facilitator = house.village().as('facilitator')
    const wrong = rumah('1', [
      ['txt', 'umur', 'Umur', ''],
      ['select_one lantai', 'lantai', 'Lantai', ''],
    ])
    const input = { id: newId(), fileName: 'rumah.xlsx', workbook: base64(await bytesOf(wrong)), kinds: [] }
    const answer = await facilitator.give(importForm, input)
    expect(answer.status).toBe(422)
    const errors = answer.body.errors as unknown as {
      code: string
      message: string
      facts: { row: number }
    }[]
    expect(errors.map((each) => each.facts.row)).toEqual([4, 5])
    for (const each of errors) {
      expect(each.code).toMatch(/^xlsform\./)
      expect(each.message).toMatch(/^survey, baris [45]/)
    }
  })

  test('that is no workbook, or is a trap, is refused as a whole', async () => {
    const facilitator = house.village().as('facilitator')
    for (const bytes of [Buffer.from('bukan excel'), Buffer.from('PK\u0003\u0004 terpotong')]) {
      const answer = await facilitator.give(importForm, {
        id: newId(),
        fileName: 'a.xlsx',
        workbook: base64(bytes),
        kinds: [],
      })
      expect(answer.status).toBe(422)
      expect(refusals(answer)[0]).toMatch(/^xlsform\.file-/)
    }
  })

  test('stands once at a place in each version; a neighbour may bring the same', async () => {
    const village = house.village()
    const facilitator = village.as('facilitator')
    await bring(facilitator, rumah())
    const again = { id: newId(), fileName: 'rumah.xlsx', workbook: base64(await bytesOf(rumah())), kinds: [] }
    expect(refusals(await facilitator.give(importForm, again))).toEqual(['surveys.form-taken workbook'])
    await bring(facilitator, rumah('2'))
    await bring(house.village(village.place.slice(0, 8)).as('facilitator'), rumah())
  })

  test('whose new version asks otherwise under a name says so, with the row and what it means for tables', async () => {
    const facilitator = house.village().as('facilitator')
    const first = await bring(
      facilitator,
      rumah('1', [
        ['integer', 'umur', 'Umur', ''],
        ['begin_group', 'g', 'G', ''],
        ['text', 'hp', 'HP', ''],
        ['end_group', '', '', ''],
      ]),
    )
    await bring(
      facilitator,
      rumah('2', [
        ['decimal', 'umur', 'Umur', ''],
        ['begin_group', 'g', 'G', ''],
        ['text', 'hp', 'HP', ''],
        ['end_group', '', '', ''],
      ]),
    )
    const third = await bring(
      facilitator,
      rumah('3', [
        ['date', 'umur', 'Umur', ''],
        ['text', 'hp', 'HP', ''],
        ['text', 'g', 'G', ''],
      ]),
    )
    expect((await detail(facilitator, first)).warnings).toEqual([])
    const { warnings } = await detail(facilitator, third)
    const told = warnings.filter(({ code }) => code.startsWith('form-'))
    expect(
      told.map(({ code, row, column, found, facts }) => [
        code,
        row,
        column,
        found,
        facts.from,
        facts.to,
        facts.versions,
      ]),
    ).toEqual([
      ['form-type-changed', 4, 'type', 'umur', 'decimal', 'date', '2'],
      ['form-structure-changed', 6, 'type', 'g', 'begin_group', 'text', '2, 1'],
      ['form-question-moved', 5, 'name', 'hp', 'g/hp', 'hp', '2, 1'],
      ['form-type-changed', 4, 'type', 'umur', 'integer', 'date', '1'],
    ])
    expect(told.map((each) => sentenceOf(each, 'id'))).toEqual([
      expect.stringMatching(/“umur” bertipe decimal pada versi 2, sekarang date.*“umur \(v2\)”/),
      expect.stringMatching(/“g” adalah begin_group pada versi 2, 1, sekarang text/),
      expect.stringMatching(/“hp” pindah dari g\/hp \(versi 2, 1\) ke hp/),
      expect.stringMatching(/“umur \(v1\)”/),
    ])
  })

  test('whose list of villages is long keeps it beside itself: a file that came with it, known to whoever reads an answer', async () => {
    const facilitator = house.village().as('facilitator')
    const villages = Array.from({ length: 1500 }, (_, n) => ['desa', `d${n}`, `Desa ${n}`, ''])
    const workbook = rumah('1', [['select_one desa', 'desa', 'Desa', '']])
    workbook.sheets[1]?.rows.push(...villages)
    const form = await bring(facilitator, workbook)
    const { line, model } = await detail(facilitator, form)
    expect(line.files).toContainEqual({ name: 'desa.csv', there: true, registry: false })
    expect(Object.keys(model.lists)).toEqual(['atap'])
    const file = await facilitator.http('GET', `/api/surveys/forms/${form}/files/desa.csv`)
    expect((file.body as unknown as { text: string }).text).toMatch(/^name,label\r\nd0,Desa 0\r\n/)
    // What is answered is held against its names, as against those of a list in the form.
    const read = await inPlace(house.db, null, nobody, (tx) => formModel(tx, form))
    const { choices } = outlineOf(read).root.children.get('desa') ?? {}
    expect([choices?.size, choices?.has('d1499'), choices?.has('d1500')]).toEqual([1500, true, false])
  })

  test('asks for a list of all villages: it is brought packed, stands whole, and goes to phones packed', async () => {
    const facilitator = house.village().as('facilitator')
    const form = await bring(
      facilitator,
      rumah('1', [['select_one_from_file semua.csv', 'semua', 'Desa', '']]),
    )
    const text = `name,label\r\n${Array.from({ length: 30_000 }, (_, n) => `d${n},Desa ${n}\r\n`).join('')}`
    const file = { form, name: 'semua.csv' }
    await ok(facilitator.give(addFormFile, { ...file, bytes: base64(gzipSync(text)) }))
    const { files } = await detail(facilitator, form)
    expect(files).toMatchObject([{ name: 'semua.csv', bytes: text.length }])
    const address = `/api/surveys/forms/${form}/files/semua.csv`
    const got = await facilitator.http('GET', address)
    expect((got.body as unknown as { text: string }).text).toBe(text)
    // More than a list may be, packed small, is no list.
    const trap = gzipSync(Buffer.alloc(listMost + 1))
    const again = await facilitator.give(addFormFile, { ...file, bytes: base64(trap) })
    expect(refusals(again)).toEqual(['surveys.file-kind name'])
  })

  test('of a city holds in its villages, and is brought by nobody below', async () => {
    const village = house.village()
    const city = village.as('city-officer', { at: village.place.slice(0, 5) })
    const input = { id: newId(), fileName: 'rumah.xlsx', workbook: base64(await bytesOf(rumah())), kinds: [] }
    expect(
      (await village.as('facilitator').give(importForm, input, { place: village.place.slice(0, 5) })).status,
    ).toBe(403)
    await ok(city.give(importForm, input, { place: village.place.slice(0, 5) }))
    expect((await detail(village.as('facilitator'), input.id)).line.place).toBe(village.place.slice(0, 5))
  })
})

describe('the files of a form', () => {
  test('are added until a survey uses them; then they stay as they are', async () => {
    const village = house.village()
    const facilitator = village.as('facilitator')
    const form = await bring(facilitator, rumah())
    const add = (name: string, bytes = jpeg) =>
      facilitator.give(addFormFile, { form, name, bytes: base64(bytes) })
    expect(refusals(await facilitator.give(openSurvey, surveyInput(form)))).toEqual([
      'surveys.form-files-missing form',
    ])
    expect(refusals(await add('lantai.jpg'))).toEqual(['surveys.file-not-asked name'])
    expect(refusals(await add('genteng.jpg', Buffer.from('<html>')))).toEqual(['surveys.file-kind name'])
    await ok(add('genteng.jpg'))
    await ok(add('genteng.jpg'))
    const file = await facilitator.http('GET', `/api/surveys/forms/${form}/files/genteng.jpg`)
    expect(file.status).toBe(200)
    await surveyHere(house, village, { form })
    expect(refusals(await add('genteng.jpg'))).toEqual(['surveys.file-in-use name'])
  })

  test('and the form itself are for those it holds for, and those above', async () => {
    const village = house.village()
    const form = await bring(village.as('facilitator'), rumah())
    const url = `/api/surveys/forms/${form}/xform`
    const status = async (who: Person) => (await who.http('GET', url)).status
    expect(await status(village.as('volunteer'))).toBe(200)
    expect(await status(village.as('city-officer', { at: village.place.slice(0, 5) }))).toBe(200)
    expect(await status(house.village(village.place.slice(0, 8)).as('facilitator'))).toBe(404)
    expect(await status(village.as('teller'))).toBe(403)
  })
})
