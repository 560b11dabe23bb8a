// What a village finds when it opens the files of its survey.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { newId } from '../../../kernel/id.ts'
import { districtOf } from '../../../kernel/place-code.ts'
import { compile } from '../../../xlsform/compile.ts'
import type { FormModel } from '../../../xlsform/model.ts'
import { workbookFrom } from '../../../xlsform/sheet.testing.ts'
import {
  ask,
  type Filled,
  form,
  group,
  household,
  SurveyHouse,
  tablesHouse,
} from '../tables/tables.testing.ts'
import { csvRecords, filesOf, unzip } from './files.testing.ts'

const house = await tablesHouse()
afterAll(() => house.close())

const home = {
  open: { 'house/roof': 'tiles', 'house/water': ['well', 'pipe'], 'house/area': 36.5 },
  personal: { kk: '3471040101100001' },
}

async function taken(rows: readonly Filled[] = [home], models: readonly FormModel[] = [household]) {
  const at = await SurveyHouse.of(house, house.village(), models)
  return { at, ids: await at.fill(rows), ...filesOf(house, at) }
}

test('a CSV for Excel in Indonesian parts its columns by semicolons and writes a decimal comma', async () => {
  const { csv } = await taken()
  const [heads, line] = ((await csv('personal=yes&separator=semicolon')).get('rumah.csv') ?? '').split('\r\n')
  expect(heads).toMatch(/^\ufeffSubmissionDate;head;kk;/)
  expect(line).toContain(`;"3471040101100001";tiles;well pipe;36,5;`)
})

test('two lists whose names differ only in a sign are two files, and a long name keeps its own', async () => {
  const long = 'daftar'.repeat(25)
  const list = (path: string, question = 'x') => group('repeat', path, [ask(`${path}/${question}`, 'text')])
  const model = form([
    group('group', 'a', [list('a/b')]),
    list('a-b'),
    list('A-b'),
    list(`${long}1`),
    list(`${long}2`),
  ])
  const { csv, get } = await taken(
    [{ open: { 'a/b': [{ x: '1' }], 'a-b': [{ x: '2' }], 'A-b': [{ x: '3' }] } }],
    [model],
  )
  const files = await csv()
  expect([...files.keys()].slice(0, 4)).toEqual([
    'rumah.csv',
    'rumah-a-b.csv',
    'rumah-a-b (2).csv',
    'rumah-A-b (3).csv',
  ])
  expect(files.size).toBe(6)
  const said = ['rumah-a-b.csv', 'rumah-a-b (2).csv', 'rumah-A-b (3).csv'].map(
    (name) => csvRecords(files.get(name) ?? '')[0]?.x,
  )
  expect(said).toEqual(['1', '2', '3'])
  const sheets =
    unzip(await get('export/xlsx'))
      .get('xl/workbook.xml')
      ?.toString() ?? ''
  expect(new Set([...sheets.matchAll(/sheet name="([^"]+)"/g)].map(([, name]) => name)).size).toBe(6)
})

test('photos of like names lie side by side in the zip, under the names that the table gives', async () => {
  const names = [
    'a+b.jpg',
    'a&b.jpg',
    'a/b.jpg',
    'a:b.jpg',
    '../x.jpg',
    `${'f'.repeat(190)}1.jpg`,
    `${'f'.repeat(190)}2.jpg`,
    'rumah.jpg',
    'Rumah.jpg',
    'RUMAH.JPG',
    'Sendiri.JPG',
  ]
  const model = form(names.map((_, n) => ask(`p${n}`, 'image')))
  const files = names.map((name) => ({ name, id: newId(), bytes: 5 }))
  const rows = [{ open: Object.fromEntries(names.map((name, n) => [`p${n}`, name])), files }]
  const { at, ids, csv, get } = await taken(rows, [model])
  const { place } = at.village
  const folder = join(house.services.dataFolder, 'files', place)
  mkdirSync(folder, { recursive: true })
  for (const { id } of files) {
    await house.database.pool.query(
      `insert into platform.file (district_code, village_code, id, owner_collection, owner_id, kind, media_type, bytes, sha256, created_by, created_at, stored_at)
       values ($1, $2, $3, 'surveys.submission', $4, 'survey', 'image/jpeg', 5, '', $4, now(), now())`,
      [districtOf(place), place, id, ids[0]],
    )
    writeFileSync(join(folder, id), id)
  }
  const inZip = [...unzip(await get('export/media', 'personal=yes'))].map(([name, bytes]) => [
    name,
    bytes.toString(),
  ])
  const [row] = csvRecords((await csv()).get('rumah.csv') ?? '')
  const inTable = files.map(({ id }, n) => [`${ids[0]}/${row?.[`p${n}`]}`, id])
  expect(new Map(inZip as [string, string][])).toEqual(new Map(inTable as [string, string][]))
  // A folder of Windows does not part names by capitals.
  expect(new Set(inTable.map(([name]) => name?.toLowerCase())).size).toBe(names.length)
  expect([row?.p0, row?.p1, row?.p7, row?.p10]).toEqual(['a+b.jpg', 'a&b.jpg', 'rumah.jpg', 'Sendiri.JPG'])
})

const corners = (...at: readonly (readonly [number, number])[]) =>
  at.map(([lat, lon]) => ({ lat, lon, alt: null, acc: null }))

test('a road and a plot are the same in every file: heights only where measured, plots closed and against the clock', async () => {
  const model = form([ask('road', 'geotrace'), ask('plot', 'geoshape'), ask('spot', 'geopoint')])
  const road = [
    { lat: -7.79, lon: 110.37, alt: null, acc: null },
    { lat: -7.791, lon: 110.371, alt: 114.5, acc: 4 },
    { lat: -7.792, lon: 110.372, alt: 0, acc: 0 },
  ]
  // With the clock, and open.
  const plot = corners([-7.8, 110.38], [-7.8, 110.37], [-7.79, 110.38])
  const { csv, get } = await taken([{ open: { road, plot, spot: road[0] } }], [model])
  const [row] = csvRecords((await csv()).get('rumah.csv') ?? '')
  expect(row).toMatchObject({
    road: '-7.79 110.37; -7.791 110.371 114.5 4; -7.792 110.372 0 0',
    plot: '-7.8 110.38; -7.79 110.38; -7.8 110.37; -7.8 110.38',
    'spot-Altitude': '',
  })
  const ring = [
    [110.38, -7.8],
    [110.38, -7.79],
    [110.37, -7.8],
    [110.38, -7.8],
  ]
  const shapes = {
    road: {
      type: 'LineString',
      coordinates: [
        [110.37, -7.79],
        [110.371, -7.791, 114.5],
        [110.372, -7.792],
      ],
    },
    plot: { type: 'Polygon', coordinates: [ring] },
  }
  const { features } = JSON.parse((await get('export/geojson')).toString())
  const told = new Map(
    features.map((each: { properties: { question: string }; geometry: object }) => [
      each.properties.question,
      each.geometry,
    ]),
  )
  expect(told.get('road')).toEqual(shapes.road)
  expect(told.get('plot')).toEqual(shapes.plot)
  const { value } = JSON.parse((await get('odata/Submissions')).toString())
  expect(value[0]).toMatchObject({ ...shapes, spot: { coordinates: [110.37, -7.79] } })
})

test('what a form reckoned is a number in a workbook, but for digits that are none', async () => {
  const model = form(['sum', 'rt', 'nik'].map((name) => ask(name, 'calculate')))
  const { get } = await taken([{ open: { sum: '12.5', rt: '007', nik: '3471040101100001' } }], [model])
  const sheet =
    unzip(await get('export/xlsx'))
      .get('xl/worksheets/sheet1.xml')
      ?.toString() ?? ''
  expect(sheet).toContain('<v>12.5</v>')
  for (const text of ['007', '3471040101100001'])
    expect(sheet).toContain(`<t xml:space="preserve">${text}</t>`)
})

test('choices that lie in a file of the form stand in words, as the form says which column names them', async () => {
  const from = (name: string, type: 'select_one' | 'select_multiple', list: string) =>
    ask(name, type, { list })
  const model = form([
    from('desa', 'select_one', 'desa.csv'),
    from('sumur', 'select_multiple', 'sumur.geojson'),
  ])
  const at = await SurveyHouse.of(house, house.village(), [model])
  const markdown = `| survey |
    | | type | name | label | parameters |
    | | select_one_from_file desa.csv | desa | Desa | value=kode, label=nama |
    | | select_multiple_from_file sumur.geojson | sumur | Sumur | |`
  const compiled = compile(workbookFrom(markdown), { version: '1' })
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.faults))
  const { pool } = house.database
  await pool.query('update surveys.form set xform = $1 where id = $2', [compiled.xform, at.forms[0]])
  const wells = {
    features: [
      { id: 's1', properties: { title: 'Sumur Bor' } },
      { properties: { id: 's2', title: 'Sumur Gali' } },
      { properties: { id: 's3', title: { toString: 1 } } },
    ],
  }
  for (const [name, text] of [
    ['desa.csv', 'kode,nama\n01,"Suka, Maju"\n02,Sukasari\n'],
    ['sumur.geojson', JSON.stringify(wells)],
  ])
    await pool.query(
      `insert into surveys.form_file (form_id, name, media_type, bytes, md5) values ($1, $2, 'text/csv', $3, '')`,
      [at.forms[0], name, Buffer.from(text as string)],
    )
  await at.fill([{ open: { desa: '01', sumur: ['s2', 's1', 's9', 's3'] } }])
  const { csv } = filesOf(house, at)
  const [row] = csvRecords((await csv('words=id')).get('rumah.csv') ?? '')
  expect(row).toMatchObject({
    'Tanya desa': 'Suka, Maju',
    'Tanya sumur': 'Sumur Gali; Sumur Bor; s9; {"toString":1}',
  })
  const [names] = csvRecords((await csv()).get('rumah.csv') ?? '')
  expect(names).toMatchObject({ desa: '01', sumur: 's2 s1 s9 s3' })
})
