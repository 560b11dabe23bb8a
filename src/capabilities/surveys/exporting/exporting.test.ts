import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import readXlsx from 'read-excel-file/node'
import { afterAll, expect, test } from 'vitest'
import type { Person } from '../../../apps/server/village.testing.ts'
import { momentOn } from '../../../kernel/day.testing.ts'
import { newId } from '../../../kernel/id.ts'
import { districtOf } from '../../../kernel/place-code.ts'
import { household, SurveyHouse, sentOn, tablesHouse } from '../tables/tables.testing.ts'
import { csvRecords, take, unzip } from './files.testing.ts'

const house = await tablesHouse()
afterAll(() => house.close())

const home = {
  open: {
    'house/roof': 'tiles',
    'house/water': ['well', 'pipe'],
    'house/area': 36.5,
    visited: '2012-10-17',
    agree: true,
    remark: 'dua baris\nkata "Ibu", lalu selesai',
    member: [
      { age: 41, sex: 'f', work: [{ kind: 'tani' }, { kind: 'dagang' }] },
      { age: 7, sex: 'm' },
    ],
    size: '2',
  },
  personal: {
    head: '=HYPERLINK("http://jahat")',
    kk: '3471040101100001',
    point: { lat: -7.79, lon: 110.36, alt: 114, acc: 4.5 },
    member: [{ name: 'Ani' }, { name: '+Budi' }],
  },
  name: 'Rumah Ani',
}

const urlOf = (at: SurveyHouse, kind: string, more = '') =>
  `/api/surveys/${at.village.place}/${at.survey}/export/${kind}?${more}`
async function filled(rows = [home]) {
  const at = await SurveyHouse.of(house, house.village())
  const ids = await at.fill(rows)
  const csv = async (who: Person, more = '') => {
    const taken = await take(house, who, urlOf(at, 'csv', more))
    expect(taken.status, taken.bytes.toString('utf8', 0, 300)).toBe(200)
    return new Map([...unzip(taken.bytes)].map(([name, bytes]) => [name, bytes.toString()]))
  }
  return {
    at,
    ids,
    csv,
    facilitator: at.village.as('facilitator'),
    member: at.village.as('board-member'),
  }
}

test('CSV has a table for the submissions and one for each repeat, exactly so', async () => {
  const { ids, csv, facilitator } = await filled()
  const files = await csv(facilitator, 'personal=yes')
  const [id] = ids
  expect([...files.keys()]).toEqual(['rumah.csv', 'rumah-member.csv', 'rumah-member-work.csv'])
  expect(files.get('rumah-member.csv')).toBe(
    `\ufeffname,age,sex,PARENT_KEY,KEY\r\nAni,41,f,uuid:${id},uuid:${id}/member[1]\r\n'+Budi,7,m,uuid:${id},uuid:${id}/member[2]\r\n`,
  )
  expect(files.get('rumah-member-work.csv')).toBe(
    `\ufeffkind,PARENT_KEY,KEY\r\ntani,uuid:${id}/member[1],uuid:${id}/member[1]/work[1]\r\ndagang,uuid:${id}/member[1],uuid:${id}/member[1]/work[2]\r\n`,
  )
  const [root] = csvRecords(files.get('rumah.csv') ?? '')
  expect(root).toMatchObject({
    SubmissionDate: momentOn(sentOn).toISOString(),
    head: `'=HYPERLINK("http://jahat")`,
    kk: '3471040101100001',
    'house-roof': 'tiles',
    'house-water': 'well pipe',
    'house-area': '36.5',
    'point-Latitude': '-7.79',
    'point-Accuracy': '4.5',
    visited: '2012-10-17',
    agree: 'OK',
    remark: 'dua baris\nkata "Ibu", lalu selesai',
    'meta-instanceName': 'Rumah Ani',
    KEY: `uuid:${id}`,
    ReviewState: 'received',
    FormVersion: '1',
  })
})

test('labels instead of names, choices in columns of their own, headings without groups', async () => {
  const { csv, facilitator } = await filled()
  const [root] = csvRecords((await csv(facilitator, 'words=id&split=yes')).get('rumah.csv') ?? '')
  expect(root).toMatchObject({
    'Bagian house - Tanya roof': 'Genteng',
    'Bagian house - Tanya water': 'Sumur; Ledeng',
    'Bagian house - Tanya water/Ledeng': '1',
    'Bagian house - Tanya water/Sungai': '0',
  })
  const [bare] = csvRecords((await csv(facilitator, 'groups=no')).get('rumah.csv') ?? '')
  expect(bare).toMatchObject({ roof: 'tiles', area: '36.5' })
})

test('a board member, and whoever does not ask for them, gets no personal column and nobody’s name', async () => {
  const { at, csv, facilitator, member } = await filled()
  for (const who of [facilitator, member]) {
    const whole = [...(await csv(who)).values()].join()
    expect(whole).toContain('tiles')
    expect(whole).not.toMatch(/Ani|Budi|3471040101100001|HYPERLINK|110\.36|head|kk|name/)
  }
  expect((await csv(member)).get('rumah.csv')).not.toMatch(/SubmitterID|DeviceID|LocalPlace/)
  for (const kind of ['csv', 'xlsx', 'geojson', 'media', 'xml'])
    expect((await take(house, member, urlOf(at, kind, 'personal=yes'))).status, kind).toBe(403)
  for (const kind of ['media', 'xml']) expect((await take(house, member, urlOf(at, kind))).status).toBe(422)
})

test('another village is refused, an unknown survey and kind are not found', async () => {
  const { at, facilitator } = await filled()
  const stranger = house.village(districtOf(at.village.place)).as('facilitator')
  expect((await take(house, stranger, urlOf(at, 'csv'))).status).toBe(403)
  const elsewhere = urlOf(at, 'csv').replace(at.village.place, stranger.place)
  expect((await take(house, stranger, elsewhere)).status).toBe(404)
  expect((await take(house, facilitator, urlOf(at, 'pdf'))).status).toBe(404)
  expect((await take(house, facilitator, urlOf(at, 'csv').replace(at.survey, newId()))).status).toBe(404)
  expect((await take(house, facilitator, urlOf(at, 'csv', 'from=kemarin'))).status).toBe(400)
})

test('taking personal answers away is logged with whose they were; the total is said beforehand', async () => {
  const { ids, at, facilitator } = await filled([home, home, home])
  const taken = await take(house, facilitator, urlOf(at, 'csv', 'personal=yes'))
  expect(taken.headers['x-rembug-rows']).toBe('3')
  const { rows } = await house.database.pool.query(
    'select what, subjects from platform.view_log where actor = $1',
    [facilitator.actor.account],
  )
  expect(rows).toEqual([{ what: 'surveys.export:csv', subjects: ids }])
})

test('filters hold for files as for the table, and many batches follow one another', async () => {
  const many = Array.from({ length: 1203 }, (_, n) => ({ ...home, open: { ...home.open, 'house/area': n } }))
  const { at, csv, facilitator } = await filled(many)
  const areas = async (more: string) =>
    csvRecords((await csv(facilitator, more)).get('rumah.csv') ?? '').map((row) => Number(row['house-area']))
  expect(await areas('')).toEqual(many.map((_, n) => n))
  const where = encodeURIComponent(JSON.stringify([{ question: 'house/area', min: 600, max: 602 }]))
  expect(await areas(`where=${where}`)).toEqual([600, 601, 602])
  // A script may ask by an address, but for what somebody typed.
  expect((await facilitator.http('GET', urlOf(at, 'csv', 'state=approved'))).status).toBe(200)
  const byAddress = await facilitator.http('GET', urlOf(at, 'csv', `where=${where}`))
  expect([byAddress.status, byAddress.body]).toMatchObject([405, { code: 'surveys.filter-by-body' }])
  expect(await areas('state=approved')).toEqual([])
})

test('a workbook has a sheet for each repeat; long digits and formulas are text, days are days', async () => {
  const { at, facilitator } = await filled()
  const { status, bytes } = await take(house, facilitator, urlOf(at, 'xlsx', 'personal=yes'))
  expect(status).toBe(200)
  const sheet = unzip(bytes).get('xl/worksheets/sheet1.xml')?.toString() ?? ''
  expect(sheet).toContain('t="inlineStr"><is><t xml:space="preserve">3471040101100001</t>')
  const sheets = await readXlsx(bytes)
  expect(sheets.map((each) => each.sheet)).toEqual(['rumah', 'rumah-member', 'rumah-member-work'])
  const [heads = [], values = []] = sheets[0]?.data ?? []
  const row = Object.fromEntries(heads.map((head, index) => [head as string, values[index]]))
  expect(row).toMatchObject({
    head: '=HYPERLINK("http://jahat")',
    kk: '3471040101100001',
    'house-area': 36.5,
    visited: new Date('2012-10-17T00:00:00Z'),
    remark: 'dua baris\nkata "Ibu", lalu selesai',
  })
  expect(sheets[1]?.data[2]).toEqual(['+Budi', 7, 'm', expect.any(String), expect.any(String)])
})

test('GeoJSON has a feature for each point, with open answers only', async () => {
  const { at, facilitator, member } = await filled()
  const read = async (who: Person, more = '') =>
    JSON.parse((await take(house, who, urlOf(at, 'geojson', more))).bytes.toString())
  expect(await read(member)).toEqual({ type: 'FeatureCollection', features: [] })
  const { features } = await read(facilitator, 'personal=yes')
  expect(features).toHaveLength(1)
  expect(features[0]).toMatchObject({
    geometry: { type: 'Point', coordinates: [110.36, -7.79, 114] },
    properties: { question: 'point', 'house/roof': 'tiles' },
  })
  expect(JSON.stringify(features)).not.toContain('HYPERLINK')
})

test('originals come byte for byte, photos as they lie on the disk, and what has not come is listed', async () => {
  const [photo, lost] = [newId(), newId()]
  const xml = '<data id="rumah"><head>Ani &amp; Budi</head>\r\n</data>'
  const files = [
    { name: 'atap.jpg', id: photo, bytes: 5 },
    { name: '../pintu.jpg', id: lost, bytes: 5 },
  ]
  const { at, ids, facilitator } = await filled([{ ...home, xml, files } as typeof home])
  const { place } = at.village
  await house.database.pool.query(
    `insert into platform.file (district_code, village_code, id, owner_collection, owner_id, kind, media_type, bytes, sha256, created_by, created_at, stored_at)
     values ($1, $2, $3, 'surveys.submission', $4, 'survey', 'image/jpeg', 5, '', $4, now(), now())`,
    [districtOf(place), place, photo, ids[0]],
  )
  const folder = join(house.services.dataFolder, 'files', place)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, photo), 'bytes')
  const originals = unzip((await take(house, facilitator, urlOf(at, 'xml', 'personal=yes'))).bytes)
  expect([...originals.values()].map(String)).toEqual([xml])
  const media = unzip((await take(house, facilitator, urlOf(at, 'media', 'personal=yes'))).bytes)
  expect([...media].map(([name, bytes]) => [name, bytes.toString()])).toEqual([
    [`${ids[0]}/atap.jpg`, 'bytes'],
    ['belum-datang.csv', `\ufeffKEY,File\r\nuuid:${ids[0]},../pintu.jpg\r\n`],
  ])
})

test('how far a file has come is told to whoever takes it, and to nobody else', async () => {
  const { at, facilitator, member } = await filled()
  const watch = newId()
  await take(house, facilitator, urlOf(at, 'csv', `watch=${watch}`))
  const url = `/api/surveys/${at.village.place}/${at.survey}/progress/${watch}`
  expect((await facilitator.http('GET', url)).body).toEqual({ rows: 1, share: 1, done: true })
  expect((await member.http('GET', url)).status).toBe(404)
})

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('=1+1', '+62812', '-5', '@x', '\t', '"', 'a,b', '\r\n', "'"),
)
const anyHome = fc.record({
  remark: texts.filter((text) => !/[\0\ud800-\udfff]/.test(text) && text !== ''),
  area: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
  water: fc.subarray(['well', 'pipe', 'river']),
  ages: fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 4 }),
  name: texts.filter((text) => !/[\0\ud800-\udfff]/.test(text) && text !== ''),
})

test('whatever was answered is found again in the CSV: as typed, but for the apostrophe before a formula', async () => {
  const said = fc.sample(anyHome, 150)
  const { csv, facilitator } = await filled(
    said.map(({ remark, area, water, ages, name }) => ({
      open: { remark, 'house/area': area, 'house/water': water, member: ages.map((age) => ({ age })) },
      personal: { head: name, member: ages.map(() => ({ name })) },
    })) as unknown as (typeof home)[],
  )
  const files = await csv(facilitator, 'personal=yes')
  const bare = (text = '') => (/^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text)
  const members = csvRecords(files.get('rumah-member.csv') ?? '')
  const read = csvRecords(files.get('rumah.csv') ?? '').map((row) => {
    const own = members.filter((member) => member.PARENT_KEY === row.KEY)
    expect(own.every((member) => bare(member.name) === bare(row.head))).toBe(true)
    return {
      remark: bare(row.remark),
      area: Number(row['house-area']),
      water: (row['house-water'] ?? '').split(' ').filter(Boolean),
      ages: own.map((member) => Number(member.age)),
      name: bare(row.head),
    }
  })
  // JSON knows no minus zero.
  expect(read).toEqual(said.map((each) => ({ ...each, area: each.area + 0 })))
  for (const line of csvRecords(files.get('rumah.csv') ?? '')) expect(line.remark).not.toMatch(/^[=+\-@\t\r]/)
})

test('a survey without submissions is a file with headings', async () => {
  const { csv, facilitator } = await filled([])
  expect(csvRecords((await csv(facilitator)).get('rumah.csv') ?? '')).toEqual([])
  expect(household.formId).toBe('rumah')
})
