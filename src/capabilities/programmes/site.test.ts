// Sites through the real door: two of one village, one of them twice, its category, its calendar, and programmes that
// nobody takes up any more.

import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, type Person, testHouse, type Village } from '../../apps/server/village.testing.ts'
import { daysFromToday as day } from '../../kernel/day.testing.ts'
import { newId } from '../../kernel/id.ts'
import { placesWithoutNation } from '../places/regions.testing.ts'
import type { EnrolmentRow } from './enrolment.ts'
import { enrol, importDefinition, start } from './enrolment.ts'
import { whyNotAgain } from './enrolment-rules.ts'
import type { DefinitionEntry } from './overview.ts'
import { programmesServer } from './server.ts'
import { takenUp } from './shipped.testing.ts'
import { setCategory, setCustomaryDay } from './site.ts'
import { sitesMost } from './subject.ts'

let house: House
beforeAll(async () => {
  house = await testHouse([placesWithoutNation, programmesServer])
})
afterAll(() => house.close())

const codes = (answer: { body: { errors?: { code: string }[] } }) =>
  answer.body.errors?.map((error) => error.code)
const entries = async (person: Person) =>
  ((await person.ask('programmes.available')).body as unknown as { definitions: DefinitionEntry[] })
    .definitions

async function keyOf(person: Person, id: string): Promise<string> {
  return (await entries(person)).find((each) => each.id === id && each.newest)?.key ?? ''
}

const eligibility = {
  earlier_allocation: 'year_1',
  evaluated: true,
  own_agency: true,
  neighbours_included: true,
}

async function taking(village: Village, id: 'kat-empowerment' | 'kat-strengthening') {
  const facilitator = village.as('facilitator')
  const programme = await keyOf(facilitator, id)
  const answers = id === 'kat-strengthening' ? eligibility : {}
  const take = (name: string, more: { id?: string; site?: string; eligibility?: object } = {}) =>
    facilitator.give(enrol, {
      id: more.id ?? newId(),
      programme,
      subject: { id: more.site ?? newId(), name },
      archive: false,
      afterEra: true,
      startOn: day(-40),
      category: null,
      eligibility: { ...answers, ...more.eligibility },
    })
  return { facilitator, programme, take }
}

const row = async (person: Person, id: string) =>
  (await person.rows<EnrolmentRow>('programmes.enrolment')).find((each) => each.id === id) as EnrolmentRow

test('two sites of one village are enrolled, each under its name; the same site is not enrolled twice', async () => {
  const { facilitator, take } = await taking(house.village(), 'kat-empowerment')
  const [hulu, hilir] = [newId(), newId()]
  const site = newId()
  expect((await take('Sungai Hulu', { id: hulu, site })).status).toBe(200)
  expect((await take('Sungai Hilir', { id: hilir })).status).toBe(200)
  expect((await row(facilitator, hulu)).subject).toEqual({ id: site, name: 'Sungai Hulu' })
  expect((await row(facilitator, hilir)).subject?.name).toBe('Sungai Hilir')
  expect(codes(await take('Nama lain', { site }))).toEqual(['programmes.runs-already'])
  expect(codes(await take(' sungai  HILIR'))).toEqual(['programmes.runs-already'])
  const list = await facilitator.ask('programmes.mine')
  const sites = (list.body as unknown as { villages: { site: string }[] }).villages.map((each) => each.site)
  expect(sites.sort()).toEqual(['Sungai Hilir', 'Sungai Hulu'])
})

test('a programme for sites is not taken up for a whole village', async () => {
  const { facilitator, programme } = await taking(house.village(), 'kat-empowerment')
  const whole = {
    id: newId(),
    programme,
    startOn: null,
    ...takenUp,
  }
  expect(codes(await facilitator.give(enrol, whole))).toEqual(['programmes.needs-site'])
})

test('a site that had an allocation enters strengthening with the year of it; a site that had none does not', async () => {
  const { facilitator, take } = await taking(house.village(), 'kat-strengthening')
  expect(codes(await take('Sungai Baru', { eligibility: { earlier_allocation: false } }))).toEqual([
    'programmes.not-eligible',
  ])
  const id = newId()
  expect((await take('Sungai Lama', { id, eligibility: { earlier_allocation: 'year_3' } })).status).toBe(200)
  expect((await row(facilitator, id)).eligibility.earlier_allocation).toBe('year_3')
})

test('a phone of the app before sites still sends its settlement', async () => {
  const village = house.village()
  const { facilitator, programme } = await taking(village, 'kat-empowerment')
  const input = {
    id: newId(),
    programme,
    settlement: newId(),
    startOn: null,
    category: null,
    eligibility: {},
  }
  const older = { ...enrol, version: 1 } as unknown as typeof enrol
  expect((await facilitator.give(older, input as never)).status).toBe(200)
  expect((await row(facilitator, input.id)).subject).toEqual({
    id: input.settlement,
    name: 'Lokasi tanpa nama',
  })
  const again = await facilitator.give(older, { ...input, id: newId(), settlement: newId() } as never)
  expect(codes(again), 'two without a name cannot be told apart').toEqual(['programmes.runs-already'])
})

test('a programme of a whole village is taken up once, whatever sites are made up; a site has a name', async () => {
  const { facilitator, take } = await taking(house.village(), 'kat-empowerment')
  const nameless = await take(null as unknown as string)
  expect(codes(nameless)).toEqual(['programmes.site-unnamed'])
  const programme = await keyOf(facilitator, 'p2kp-2006')
  const whole = { programme, startOn: day(-40), ...takenUp }
  const subject = { id: newId(), name: 'Sungai Karangan' }
  expect(codes(await facilitator.give(enrol, { ...whole, id: newId(), subject }))).toEqual([
    'programmes.of-no-site',
  ])
  expect((await facilitator.give(enrol, { ...whole, id: newId() })).status).toBe(200)
})

test('a village has sites, not thousands of them', () => {
  const runs = Array.from({ length: sitesMost }, (_, n) => ({
    ...{ programme: 'k', status: 'started', subject: { id: newId(), name: `Sungai ${n}` } },
  })) as EnrolmentRow[]
  const one = { subject: { id: newId(), name: 'Sungai Baru' }, archive: false }
  const why = (rows: readonly EnrolmentRow[]) =>
    whyNotAgain(rows, 'k', () => false, one).map(({ code }) => code)
  expect(why(runs)).toEqual(['programmes.sites-enough'])
  expect(why(runs.slice(1))).toEqual([])
})

test('the first exploration fixes the category, with the report it rests on', async () => {
  const { facilitator, take } = await taking(house.village(), 'kat-empowerment')
  const enrolment = newId()
  await take('Sungai Kategori', { id: enrolment })
  const fix = (category: string, was: string | null = null) =>
    facilitator.give(setCategory, { enrolment, category, was, reason: 'Laporan penjajagan awal' })
  expect(codes(await fix('iv'))).toEqual(['programmes.category-not-served'])
  expect((await fix('ii')).status).toBe(200)
  expect(codes(await fix('i'))).toEqual(['programmes.category-changed-meanwhile'])
  const fixed = await row(facilitator, enrolment)
  expect(fixed.category).toBe('ii')
  expect(fixed.history.at(-1)).toMatchObject({
    what: 'category-set',
    note: '– → ii. Laporan penjajagan awal',
  })
})

test('a programme without categories takes none', async () => {
  const { facilitator, take } = await taking(house.village(), 'kat-strengthening')
  const enrolment = newId()
  await take('Sungai Tanpa Kategori', { id: enrolment })
  const answer = await facilitator.give(setCategory, {
    enrolment,
    category: 'i',
    was: null,
    reason: 'Laporan',
  })
  expect(codes(answer)).toEqual(['programmes.category-of-enrolment', 'programmes.category-not-served'])
})

test('a day of the customary calendar is noted with who told it, and only for a step that follows that calendar', async () => {
  const village = house.village()
  const { facilitator, take } = await taking(village, 'kat-strengthening')
  const enrolment = newId()
  await take('Sungai Adat', { id: enrolment })
  const note = (step: string, on: string) =>
    facilitator.give(setCustomaryDay, { enrolment, step, on, toldBy: 'Tumenggung' })
  expect(codes(await note('social_hall', day(30)))).toEqual(['programmes.not-customary'])
  expect(codes(await note('no_such_step', day(30)))).toEqual(['programmes.no-such-step'])
  expect(codes(await note('customary_event', day(-41)))).toEqual(['programmes.before-start'])
  expect((await note('customary_event', day(30))).status).toBe(200)
  expect((await note('customary_event', day(37))).status).toBe(200)
  const { customary, history } = await row(facilitator, enrolment)
  expect(customary).toMatchObject({ customary_event: { on: day(37), toldBy: 'Tumenggung' } })
  expect(history.filter(({ what }) => what === 'customary-day').map(({ stage }) => stage)).toEqual([
    'year_3',
    'year_3',
  ])
  const stranger = village.as('volunteer')
  const wanted = { enrolment, step: 'customary_event', on: day(1), toldBy: 'Tumenggung' }
  expect((await stranger.give(setCustomaryDay, wanted)).status).toBe(403)
})

test('a programme that others replace is read by places in it as before, and taken up by nobody else', async () => {
  const village = house.village()
  const city = village.place.slice(0, 5)
  const officer = village.as('city-officer', { at: city })
  const facilitator = village.as('facilitator')
  const name = `programme-${newId().slice(-8)}`
  const text = readFileSync('programmes/p2kp-2006.yaml', 'utf8')
  const bring = (body: string) =>
    officer.give(importDefinition, { file: 'x.yaml', text: body }, { place: city })
  expect((await bring(text.replace(/^id: .*$/m, `id: ${name}`))).status).toBe(200)
  const programme = await keyOf(facilitator, name)
  const id = newId()
  const input = {
    id,
    programme,
    startOn: null,
    ...takenUp,
  }
  expect((await facilitator.give(enrol, input)).status).toBe(200)
  const before = await facilitator.ask('programmes.definition', { key: programme })

  const next = `id: ${name}-next\nreplaces: [${name}]`
  expect((await bring(text.replace(/^id: .*$/m, next))).status).toBe(200)
  const old = (await entries(facilitator)).find((each) => each.id === name)
  expect(old).toMatchObject({ newest: false, replacedBy: [{ id: expect.any(String) }] })
  const other = house.person(['facilitator'], `${city}.01.2009`, `${city}.01.2009`)
  expect(codes(await other.give(enrol, { ...input, id: newId() }))).toEqual(['programmes.replaced'])
  expect((await facilitator.ask('programmes.definition', { key: programme })).body).toEqual(before.body)
  expect((await facilitator.give(start, { enrolment: id, on: day(-1) })).status).toBe(200)
})
