// No stored value stops a writer, whatever a form says of it: random forms of two versions, and random answers in every place.
import fc from 'fast-check'
import readXlsx from 'read-excel-file/node'
import { afterAll, expect, test } from 'vitest'
import { types } from '../openrosa/instance.testing.ts'
import { ask, choice, form, group, SurveyHouse, tablesHouse } from '../tables/tables.testing.ts'
import { csvRecords, filesOf } from './files.testing.ts'

const house = await tablesHouse()
afterAll(() => house.close())

const lists = { l: [choice('a', 'Satu', 'One'), choice('1', 'Dua', 'Two')] }
const names = ['a', 'b', 'c', 'd', 'e', 'r', 'g/x', 'g/y', 'constructor']

/** A form with each of these names, of any type; now and then a repeat. */
const anyForm = (version: string) =>
  fc
    .tuple(
      fc.array(fc.constantFrom(...types), { minLength: names.length, maxLength: names.length }),
      fc.boolean(),
    )
    .map(([kinds, repeats]) => {
      const question = (name: string, at: number) =>
        ask(name, kinds[at] ?? 'text', { list: 'l', row: at + 2 })
      const items = names.filter((name) => name !== 'r' && !name.startsWith('g/')).map(question)
      const within = group('group', 'g', [question('g/x', 6), question('g/y', 7)])
      const r = repeats ? group('repeat', 'r', [question('r/x', 5), question('r/y', 2)]) : question('r', 5)
      return form([...items, within, r], lists, version)
    })

const point = fc.record(
  {
    lat: fc.oneof(fc.double(), fc.constant('7')),
    lon: fc.double(),
    alt: fc.option(fc.double()),
    acc: fc.constant(null),
  },
  { requiredKeys: [] },
)
// What JSON and the database can hold: no NUL, no halves of a letter.
const anyText = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '',
      '=1+1',
      '0012',
      '3471040101100001',
      '-7 110 0 0',
      '2012-02-30',
      '\u0001\u001f',
      'a\r\n;b',
    ),
  )
  .map((text) => text.replaceAll('\u0000', '').toWellFormed())
const anyNumber = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 3471040101100001, 1e21, 5e-324),
)
const plain = fc.oneof(anyText, anyNumber, fc.boolean(), fc.constant(null), point)
const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  plain,
  fc.array(plain, { maxLength: 4 }),
  fc.array(point, { minLength: 2, maxLength: 5 }),
  fc.array(fc.dictionary(fc.constantFrom('x', 'y'), plain), { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('x', 'lat', 'length', 'toString'), plain, { maxKeys: 3 }),
)
const anyAnswers = fc.dictionary(fc.constantFrom(...names, 'unknown'), anyValue, { maxKeys: 9 })
const json = <T>(value: T): T => JSON.parse(JSON.stringify(value))

test('every door writes every stored value, and every submission once', async () => {
  const answers = fc.array(fc.tuple(anyAnswers, anyAnswers), { minLength: 60, maxLength: 60 })
  // Four of them, with many rows each: a door is opened so often in a minute.
  for (const [older, newer, rows] of fc.sample(fc.tuple(anyForm('1'), anyForm('2'), answers), 4)) {
    const at = await SurveyHouse.of(house, house.village(), [older, newer])
    const filled = rows.map(([open, personal], n) => ({
      ...{ open: json(open), personal: json(personal), form: at.forms[n % 2] as string },
    }))
    await at.fill(filled)
    const { get, csv } = filesOf(house, at)
    const told = JSON.stringify([older.items, newer.items, filled])
    for (const more of ['personal=yes', 'personal=yes&words=id&split=yes']) {
      const files = await csv(more)
      expect(csvRecords(files.get('rumah.csv') ?? ''), told).toHaveLength(60)
      const [broken = ''] =
        /\bNaN\b|\[object |\bundefined\b|null null/.exec([...files.values()].join('')) ?? []
      expect(told).toContain(broken)
    }
    const [sheet] = await readXlsx(await get('export/xlsx', 'personal=yes'))
    expect(sheet?.data, told).toHaveLength(61)
    expect(JSON.parse((await get('export/geojson', 'personal=yes')).toString()).type).toBe(
      'FeatureCollection',
    )
    for (const more of ['', '$expand=*'])
      expect(JSON.parse((await get('odata/Submissions', more)).toString()).value, told).toHaveLength(60)
    const who = at.village.as('facilitator')
    const page = { survey: at.survey, columns: names.join(','), order: 'oldest' }
    expect((await who.ask('surveys.page', page)).status, told).toBe(200)
    for (const question of names) {
      const { status } = await who.ask('surveys.chart', { survey: at.survey, question })
      expect([200, 422], `${question} ${told}`).toContain(status)
    }
  }
}, 120_000)
