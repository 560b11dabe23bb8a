// A survey whose form has changed, or whose names OData cannot tell apart: nothing breaks, nothing is lost.
import { afterAll, expect, test } from 'vitest'
import { ask, form, group, SurveyHouse, tablesHouse } from '../tables/tables.testing.ts'
import { csvRecords, filesOf } from './files.testing.ts'

const house = await tablesHouse()
afterAll(() => house.close())

test('what an older version asked otherwise under a name stands beside it, in files and in OData', async () => {
  const older = form(
    [
      ask('lokasi', 'text'),
      ask('titik', 'text'),
      ask('r', 'text'),
      group('group', 'rumah', [ask('rumah/atap', 'text')]),
      ask('umur', 'text'),
    ],
    {},
    '1',
  )
  const newer = form(
    [
      ask('lokasi', 'geotrace'),
      ask('titik', 'geopoint'),
      group('repeat', 'r', [ask('r/x', 'text')]),
      ask('rumah', 'text'),
      ask('umur', 'integer'),
    ],
    {},
    '2',
  )
  const made = await SurveyHouse.of(house, house.village(), [older, newer])
  const point = { lat: -7.79, lon: 110.37, alt: null, acc: null }
  await made.fill([
    {
      form: made.forms[0] as string,
      open: { lokasi: 'dekat masjid', titik: 'sini', r: 'teks', 'rumah/atap': 'seng', umur: 'tua' },
    },
    {
      open: {
        lokasi: [point, { ...point, lat: -7.8 }],
        titik: point,
        r: [{ x: '1' }],
        rumah: 'besar',
        umur: 40,
      },
    },
  ])
  const { get, csv } = filesOf(house, made)
  const files = await csv()
  const [first, second] = csvRecords(files.get('rumah.csv') ?? '')
  expect(first).toMatchObject({
    lokasi: '',
    'lokasi (v1)': 'dekat masjid',
    'titik-Latitude': '',
    'titik (v1)': 'sini',
    r: 'teks',
    'rumah-atap': 'seng',
    rumah: '',
    umur: '',
    'umur (v1)': 'tua',
  })
  expect(second).toMatchObject({
    lokasi: '-7.79 110.37; -7.8 110.37',
    'lokasi (v1)': '',
    'titik-Latitude': '-7.79',
    r: '',
    rumah: 'besar',
    umur: '40',
    'umur (v1)': '',
  })
  expect(csvRecords(files.get('rumah-r.csv') ?? '')).toMatchObject([{ x: '1' }])
  const asked = { survey: made.survey, columns: 'r,umur', order: 'oldest' }
  const { body } = await made.village.as('facilitator').ask('surveys.page', asked)
  expect((body as unknown as { rows: { answers: object }[] }).rows.map((row) => row.answers)).toEqual([
    { r: 'teks', umur: 'tua' },
    { r: 1, umur: 40 },
  ])
  await get('export/xlsx')
  const { features } = JSON.parse((await get('export/geojson')).toString())
  expect(features).toHaveLength(2)
  expect(features[0].properties).not.toHaveProperty('r')
  for (const more of ['', '$expand=*']) {
    const { value } = JSON.parse((await get('odata/Submissions', more)).toString())
    expect(value[0]).toMatchObject({
      lokasi: null,
      lokasi_v1: 'dekat masjid',
      titik: null,
      titik_v1: 'sini',
      r_2: 'teks',
      rumah: null,
      rumah_2: { atap: 'seng' },
      umur: null,
      umur_v1: 'tua',
    })
    expect(value[1]).toMatchObject({
      lokasi: { type: 'LineString' },
      lokasi_v1: null,
      titik: { type: 'Point' },
      r_2: null,
      rumah: 'besar',
      umur: 40,
    })
    expect(value.map((each: { r?: unknown[] }) => each.r?.length)).toEqual(
      more ? [0, 1] : [undefined, undefined],
    )
  }
  expect(
    propertiesOf((await get('odata/$metadata')).toString()).filter((name) => name.startsWith('umur')),
  ).toEqual(['umur', 'umur_v1'])
})

const propertiesOf = (metadata: string): string[] =>
  [...metadata.matchAll(/<(?:Navigation)?Property Name="([^"]+)"/g)].map(([, name]) => name as string)

test('names that are one in OData are kept apart, and none is taken for the key of a row', async () => {
  const model = form([
    ask('nama-ibu', 'text'),
    ask('nama.ibu', 'text'),
    ask('Nama_ibu', 'text'),
    ask('__id', 'text'),
    ask('__system', 'text'),
    group('group', 'a', [group('repeat', 'a/m', [ask('a/m/x', 'text')])]),
    group('group', 'b', [group('repeat', 'b/m', [ask('b/m/x', 'text')])]),
    group('repeat', 'a.m', [ask('a.m/x', 'text')]),
  ])
  const open = {
    'nama-ibu': 'Ani',
    'nama.ibu': 'Budi',
    Nama_ibu: 'Cici',
    __id: 'x',
    __system: 'y',
    'a/m': [{ x: '1' }],
    'b/m': [{ x: '2' }, { x: '3' }],
    'a.m': [],
  }
  const at = await SurveyHouse.of(house, house.village(), [model])
  const ids = await at.fill([{ open }])
  const { get } = filesOf(house, at)
  const { value } = JSON.parse((await get('odata/Submissions', '$expand=*')).toString())
  expect(value[0]).toMatchObject({
    ...{
      nama_ibu: 'Ani',
      nama_ibu_2: 'Budi',
      Nama_ibu_3: 'Cici',
      __id: `uuid:${ids[0]}`,
      __id_2: 'x',
      __system_2: 'y',
    },
    __system: { attachmentsMissing: 0 },
    m: [{ x: '1' }],
    m_2: [{ x: '2' }, { x: '3' }],
  })
  const metadata = (await get('odata/$metadata')).toString()
  for (const kind of ['EntitySet', 'EntityType', 'ComplexType']) {
    const names = [...metadata.matchAll(new RegExp(`<${kind} Name="([^"]+)"`, 'g'))].map(([, name]) => name)
    expect(new Set(names).size, kind).toBe(names.length)
  }
  const [chosen] = JSON.parse((await get('odata/Submissions', '$select=nama_ibu_2')).toString()).value
  expect(chosen).toEqual({ nama_ibu_2: 'Budi' })
})

test('a trace of an older version is no shape of today, and is drawn as what it was', async () => {
  const point = (lat: number, lon: number) => ({ lat, lon, alt: null, acc: null })
  const way = [point(-7, 110), point(-7.1, 110.1), point(-7.2, 110)]
  const versions = (['geopoint', 'geotrace', 'geoshape'] as const).map((type, at) =>
    form([ask('batas', type)], {}, String(at + 1)),
  )
  const made = await SurveyHouse.of(house, house.village(), versions)
  const [first, second] = made.forms
  await made.fill([
    { form: first as string, open: { batas: point(-7, 110) } },
    { form: second as string, open: { batas: way } },
    { open: { batas: way } },
  ])
  const { get, csv } = filesOf(house, made)
  const rows = csvRecords((await csv()).get('rumah.csv') ?? '')
  expect(rows.map((row) => [row['batas (v1)'], row['batas (v2)'], row.batas])).toEqual([
    ['-7 110', '', ''],
    ['', '-7 110; -7.1 110.1; -7.2 110', ''],
    ['', '', '-7 110; -7.2 110; -7.1 110.1; -7 110'],
  ])
  const { value } = JSON.parse((await get('odata/Submissions')).toString())
  expect(value.map((row: { batas: { type: string } | null }) => row.batas?.type ?? null)).toEqual([
    null,
    null,
    'Polygon',
  ])
  const { features } = JSON.parse((await get('export/geojson')).toString())
  expect(features.map((each: { geometry: { type: string } }) => each.geometry.type)).toEqual([
    'Point',
    'LineString',
    'Polygon',
  ])
})

test('a question that is called like a column of the system takes it from nobody', async () => {
  const named = ['KEY', 'SubmissionDate', 'ReviewState', 'question', 'FormVersion']
  const model = form([
    ...named.map((name) => ask(name, 'text')),
    ask('titik', 'geopoint'),
    group('repeat', 'r', [ask('r/KEY', 'text'), ask('r/PARENT_KEY', 'text')]),
  ])
  const made = await SurveyHouse.of(house, house.village(), [model])
  const titik = { lat: -7, lon: 110, alt: null, acc: null }
  const said = Object.fromEntries(named.map((name) => [name, 'x']))
  const [id] = await made.fill([{ open: { ...said, titik, r: [{ KEY: 'a', PARENT_KEY: 'b' }] } }])
  const { get, csv } = filesOf(house, made)
  const files = await csv()
  expect(csvRecords(files.get('rumah.csv') ?? '')).toMatchObject([
    {
      KEY: `uuid:${id}`,
      'KEY (2)': 'x',
      'SubmissionDate (2)': 'x',
      ReviewState: 'received',
      FormVersion: '1',
    },
  ])
  expect(csvRecords(files.get('rumah-r.csv') ?? '')).toEqual([
    { 'KEY (2)': 'a', 'PARENT_KEY (2)': 'b', PARENT_KEY: `uuid:${id}`, KEY: `uuid:${id}/r[1]` },
  ])
  const { features } = JSON.parse((await get('export/geojson')).toString())
  expect(features[0].properties).toMatchObject({ KEY: `uuid:${id}`, 'KEY (2)': 'x', question: 'titik' })
})

test('a day without its hour is no moment to OData, and stands in the files as it was sent', async () => {
  const made = await SurveyHouse.of(house, house.village(), [form([ask('d', 'dateTime')])])
  await made.fill([{ open: { d: '2012-10-17' } }, { open: { d: '2012-10-17T09:30:00.000+07:00' } }])
  const { get, csv } = filesOf(house, made)
  const { value } = JSON.parse((await get('odata/Submissions')).toString())
  expect(value.map((row: { d: string | null }) => row.d)).toEqual([null, '2012-10-17T09:30:00.000+07:00'])
  expect(csvRecords((await csv()).get('rumah.csv') ?? '').map((row) => row.d)[0]).toBe('2012-10-17')
})
