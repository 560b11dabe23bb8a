import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refused } from '../../../kernel/refusal.ts'
import { xmlMost } from '../submission.ts'
import { ask, everyType, types, within, xmlOf } from './instance.testing.ts'
import { type Answers, membersMost, readInstance } from './instance.ts'

const about = { id: 'semua', version: '7', instance: 'uuid:1' }
const refusal = (xml: string | Uint8Array) => {
  try {
    readInstance(xml, everyType)
  } catch (error) {
    if (error instanceof Refused) return error.refusals[0]?.code
    throw error
  }
  return 'taken'
}

// What XML can carry: no control characters, no half of a pair.
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .filter((text) => text.isWellFormed() && !/[\p{Cc}\p{Cn}\uFFFE\uFFFF]/u.test(text))
const point = fc
  .record({
    lat: fc.integer({ min: -90_000, max: 90_000 }),
    lon: fc.integer({ min: -180_000, max: 180_000 }),
    alt: fc.integer({ min: 0, max: 4000 }),
    acc: fc.integer({ min: 0, max: 300 }),
  })
  .map(({ lat, lon, alt, acc }) => ({ lat: lat / 1000, lon: lon / 1000, alt, acc }))
const say = (p: { lat: number; lon: number; alt: number; acc: number }) =>
  `${p.lat} ${p.lon} ${p.alt} ${p.acc}`
const chosen = fc.uniqueArray(fc.constantFrom('satu', 'dua', 'tiga'), { minLength: 1 })
const decimals = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => n / 100)
const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-30'), noInvalidDate: true })
type Pair = { text: string; value: unknown }
const same = (text: string): Pair => ({ text, value: text })

const answer: Record<(typeof types)[number], fc.Arbitrary<Pair>> = {
  text: words.map(same),
  integer: fc.integer().map((value) => ({ text: String(value), value })),
  decimal: decimals.map((value) => ({ text: String(value), value })),
  range: decimals.map((value) => ({ text: String(value), value })),
  select_one: fc.constantFrom('satu', 'dua').map(same),
  select_multiple: chosen.map((value) => ({ text: value.join(' '), value })),
  rank: chosen.map((value) => ({ text: value.join('  '), value })),
  date: day.map((at) => same(at.toISOString().slice(0, 10))),
  time: fc.constantFrom('07:30:00.000+07:00', '23:59', '00:00:00').map(same),
  dateTime: day.map((at) => same(at.toISOString().replace('Z', '+00:00'))),
  geopoint: point.map((value) => ({ text: say(value), value })),
  geotrace: fc
    .array(point, { minLength: 1, maxLength: 4 })
    .map((value) => ({ text: value.map(say).join('; '), value })),
  geoshape: fc
    .array(point, { minLength: 1, maxLength: 4 })
    .map((value) => ({ text: `${value.map(say).join(';')};`, value })),
  image: fc.uuid().map((id) => same(`${id}.jpg`)),
  audio: fc.uuid().map((id) => same(`${id}.m4a`)),
  video: fc.uuid().map((id) => same(`${id}.mp4`)),
  file: fc.uuid().map((id) => same(`${id}.pdf`)),
  calculate: words.map(same),
  hidden: words.map(same),
  acknowledge: fc.constant({ text: 'OK', value: true }),
  barcode: words.map(same),
}

const names = types.flatMap((type) => (['open', 'personal'] as const).map((side) => [type, side] as const))
const level = fc.record(
  Object.fromEntries(
    names.map(([type, side]) => [`${type}_${side}`, fc.option(answer[type], { freq: 2, nil: undefined })]),
  ),
) as fc.Arbitrary<Record<string, Pair | undefined>>
const repeats = fc.array(fc.record({ own: level, inner: fc.array(level, { maxLength: 2 }) }), {
  maxLength: 3,
})

const given = (pairs: Record<string, Pair | undefined>) =>
  Object.entries(pairs).filter(([, pair]) => pair !== undefined)
const asXml = (pairs: Record<string, Pair | undefined>) =>
  Object.fromEntries(given(pairs).map(([name, pair]) => [name, pair?.text ?? '']))
const side = (pairs: Record<string, Pair | undefined>, of: string, prefix = '') =>
  Object.fromEntries(
    given(pairs).flatMap(([name, pair]) => (name.endsWith(of) ? [[prefix + name, pair?.value]] : [])),
  )

test('whatever is answered comes back as it was answered, on its side, in its repeat', () => {
  fc.assert(
    fc.property(level, level, repeats, words, (top, group, members, name) => {
      const xml = xmlOf(
        {
          ...asXml(top),
          g: asXml(group),
          r: members.map(({ own, inner }) => ({ ...asXml(own), g: { rr: inner.map(asXml) } })),
        },
        { ...about, meta: `<orx:instanceName>x</orx:instanceName>` },
      )
      const read = readInstance(Buffer.from(xml), everyType)
      for (const of of ['open', 'personal'] as const) {
        const r = members.map(({ own, inner }) => ({
          ...side(own, of),
          ...(inner.length > 0 ? { 'g/rr': inner.map((each) => side(each, of)) } : {}),
        }))
        expect(read[of]).toEqual({
          ...side(top, of),
          ...side(group, of, 'g/'),
          ...(r.length > 0 ? { r } : {}),
        })
      }
      expect(read.doubts).toEqual([])
      expect(read.name).toBe('x')
      expect(name).toBeTruthy()
    }),
    { numRuns: 60 },
  )
})

describe('nobody makes a table endless', () => {
  const read = (answers: Parameters<typeof xmlOf>[0]) =>
    readInstance(Buffer.from(xmlOf(answers, about)), everyType)
  test('of a list each choice counts once, of a file so many', () => {
    const text = `satu ${'dua satu '.repeat(20_000)}`
    const { open, doubts } = read({ select_multiple_open: text, rank_open: 'tiga satu' })
    expect(open).toEqual({ select_multiple_open: ['satu', 'dua'], rank_open: ['tiga', 'satu'] })
    expect(doubts).toEqual([{ path: '/data/select_multiple_open', code: 'surveys.doubt-too-many' }])
  })
  test('and of a repeat so many members', () => {
    const r = Array.from({ length: membersMost + 3 }, () => ({ integer_open: '1' }))
    const { open, doubts } = read({ r })
    expect(open.r).toHaveLength(membersMost)
    expect(doubts.map(({ code }) => code)).toEqual(Array.from({ length: 3 }, () => 'surveys.doubt-too-many'))
  })
})

describe('what is refused, and stores nothing', () => {
  const body = '<data id="semua" version="7"><meta><instanceID>uuid:1</instanceID></meta></data>'
  test.each([
    [
      'an entity that grows',
      `<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${body}`,
      'surveys.xml-doctype',
    ],
    [
      'an entity from outside',
      `<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>${body}`,
      'surveys.xml-doctype',
    ],
    ['an unknown entity', body.replace('uuid:1', '&x;'), 'surveys.xml-malformed'],
    ['a cut-off', body.slice(0, -9), 'surveys.xml-malformed'],
    ['nothing', '', 'surveys.xml-malformed'],
    ['no XML', 'halo', 'surveys.xml-malformed'],
    ['another form', body.replace('semua', 'lain'), 'surveys.xml-other-form'],
    ['another root', body.replaceAll('data', 'datum'), 'surveys.xml-other-form'],
    ['another version', body.replace('"7"', '"8"'), 'surveys.unknown-version'],
    ['no instanceID', body.replace('uuid:1', ''), 'surveys.no-instance-id'],
    [
      '31 levels',
      `<data id="semua" version="7">${'<a>'.repeat(31)}${'</a>'.repeat(31)}</data>`,
      'surveys.xml-too-deep',
    ],
    ['400 kB and one', body.replace('uuid:1', 'x'.repeat(xmlMost)), 'surveys.xml-too-large'],
  ])('%s', (_what, xml, code) => {
    expect(refusal(xml)).toBe(code)
  })
  test('bytes that are not UTF-8', () => {
    expect(refusal(Buffer.from(body.replace('uuid:1', 'uuid:\xff'), 'latin1'))).toBe('surveys.xml-malformed')
  })
})

describe('what is odd is a doubt, and nothing is lost', () => {
  const read = (inside: Record<string, string>) => readInstance(xmlOf(inside, about), everyType)
  test('a date in the wrong century stays, with a doubt', () => {
    const { open, doubts } = read({ date_open: '1024-05-01' })
    expect(open).toEqual({ date_open: '1024-05-01' })
    expect(doubts).toEqual([{ path: '/data/date_open', code: 'surveys.doubt-century' }])
  })
  test.each([
    ['integer_open', 'dua belas', 'surveys.doubt-not-a-number'],
    ['decimal_open', '1,5', 'surveys.doubt-not-a-number'],
    ['date_open', '2012-02-30', 'surveys.doubt-not-a-day'],
    ['time_open', 'pagi', 'surveys.doubt-not-a-time'],
    ['dateTime_open', 'kemarin', 'surveys.doubt-not-a-time'],
    ['geopoint_open', '200 10 0 0', 'surveys.doubt-not-a-point'],
    ['geotrace_open', '1 2; x', 'surveys.doubt-not-a-point'],
    ['acknowledge_open', 'tidak', 'surveys.doubt-not-acknowledged'],
  ])('%s "%s" is kept as written among the sealed answers, where nobody counts it', (name, text, code) => {
    const { open, personal, doubts } = read({ [name]: text })
    expect(open).toEqual({})
    expect(personal).toEqual({ [name]: text })
    expect(doubts).toEqual([{ path: `/data/${name}`, code }])
  })
  test('a choice that is not in the list, and a question that is not in the form', () => {
    const { open, doubts } = read({ select_one_open: 'empat', ekstra: 'x' })
    expect(open).toEqual({ select_one_open: 'empat' })
    expect(doubts.map((doubt) => doubt.code).sort()).toEqual([
      'surveys.doubt-choice',
      'surveys.doubt-unknown-question',
    ])
  })
})

test('files, the first point and the beginning are noticed', () => {
  const inside = {
    start: '2012-11-22T08:00:00.000+07:00',
    image_personal: 'a.jpg',
    geopoint_personal: '-7.8 110.4 100 5',
  }
  const read = readInstance(xmlOf(inside, { ...about, meta: '<orx:audit>audit.csv</orx:audit>' }), everyType)
  expect(read.files).toEqual(['a.jpg', 'audit.csv'])
  expect(read.point).toEqual([-7.8, 110.4])
  expect(read.startedAt?.toISOString()).toBe('2012-11-22T01:00:00.000Z')
})

test('entities of the form and of each repeat are read with their values', () => {
  const model = {
    ...everyType,
    items: [
      ask('/data/tempat', 'text'),
      within('repeat', '/data/warga', [ask('/data/warga/nama', 'text', { privacy: 'personal' })]),
    ],
    entities: [
      {
        dataset: 'keluarga',
        path: '/data/meta/entity',
        repeat: null,
        creates: false,
        updates: true,
        properties: { tempat_id: '/data/tempat', alamat: '/data/alamat' },
      },
      {
        dataset: 'warga',
        path: '/data/warga/meta/entity',
        repeat: '/data/warga',
        creates: true,
        updates: false,
        properties: { nama: '/data/warga/nama', tempat_id: '/data/tempat' },
      },
    ],
  }
  const id = '0198f1a0-0000-7000-8000-000000000001'
  const xml =
    `<data id="semua" version="7"><tempat>rt1</tempat><warga><nama>Ani</nama><meta><entity dataset="warga" id="${id}" create="1"><label>Ani</label></entity></meta></warga>` +
    `<meta><instanceID>uuid:1</instanceID><entity dataset="keluarga" id="${id}" update="1" baseVersion="3" trunkVersion="" branchId="b"><label/></entity></meta></data>`
  const { entities, personal } = readInstance(xml, model)
  expect(personal).toEqual({ warga: [{ nama: 'Ani' }] } satisfies Answers)
  expect(entities).toEqual([
    {
      dataset: 'warga',
      id,
      action: 'create',
      label: 'Ani',
      baseVersion: null,
      trunkVersion: null,
      branchId: null,
      values: { nama: 'Ani', tempat_id: 'rt1' },
    },
    {
      dataset: 'keluarga',
      id,
      action: 'update',
      label: '',
      baseVersion: 3,
      trunkVersion: null,
      branchId: 'b',
      values: { tempat_id: 'rt1' },
    },
  ])
})
