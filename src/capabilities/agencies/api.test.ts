// Who is who through the real door: put on record, read with those above, kept from the wrong role, every look logged.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, type House, testHouse } from '../../apps/server/village.testing.ts'
import { daysFromToday } from '../../kernel/day.testing.ts'
import { newId } from '../../kernel/id.ts'
import { placesWithoutNation } from '../places/regions.testing.ts'
import {
  type Appoint,
  appoint,
  changeAgency,
  changePost,
  closeAgency,
  foundAgency,
  type Post,
  postCollection,
  type WhoAt,
} from './agency.ts'
import { agenciesServer } from './server.ts'
import { agenciesTexts } from './texts.ts'

let house: House
beforeAll(async () => {
  house = await testHouse([placesWithoutNation, agenciesServer], agenciesTexts)
})
afterAll(() => house.close())

const codes = (answer: Answer) => (answer.body.errors ?? []).map(({ code }) => code)
const who = ({ body }: Answer) => body as unknown as WhoAt
const head = (more: Partial<Appoint> = {}): Appoint => ({
  ...{ id: newId(), agency: null, kind: 'rt-head', title: '', name: 'Sri Lestari', rt: 3, rw: 8 },
  ...{ from: daysFromToday(-400), until: null },
  ...more,
})
const office = (more: object = {}) => ({
  ...{ id: newId(), kind: 'social-agency' as const, name: `Dinas Sosial ${newId().slice(-4)}`, parent: null },
  ...{ from: null, ...more },
})

test('the head of an RT is named without an account, once however often it is sent, and goes to the phones of the village', async () => {
  const village = house.village()
  const facilitator = village.as('facilitator')
  const input = head()
  const once = { id: newId(), at: new Date() }
  expect((await facilitator.give(appoint, input, once)).status).toBe(200)
  expect((await facilitator.give(appoint, input, once)).status).toBe(200)
  expect(await village.as('volunteer').rows<Post>(postCollection)).toMatchObject([
    { name: 'Sri Lestari', kind: 'rt-head', rt: 3, rw: 8, place: village.place },
  ])
  expect(codes(await facilitator.give(appoint, head({ name: 'Budi' })))).toEqual(['agencies.seat-taken'])
  const ending = { ...input, basedOn: 1, until: daysFromToday(-1) }
  expect((await facilitator.give(changePost, ending)).status).toBe(200)
  expect((await facilitator.give(appoint, head({ name: 'Budi', from: daysFromToday(0) }))).status).toBe(200)
})

test('a village reads the agencies above it and who works there, and nobody of a neighbour', async () => {
  const village = house.village()
  const city = village.place.slice(0, 5)
  const district = village.place.slice(0, 8)
  const admin = village.as('admin', { at: city })
  const social = office()
  expect((await admin.give(foundAgency, social, { place: city })).status).toBe(200)
  const chief = head({ agency: social.id, kind: 'agency-head', name: 'Ratna', rt: null, rw: null })
  expect((await admin.give(appoint, chief, { place: city })).status).toBe(200)
  const camat = head({ kind: 'district-head', name: 'Wahyu', rt: null, rw: null })
  expect(
    (await village.as('district-officer', { at: district }).give(appoint, camat, { place: district })).status,
  ).toBe(200)
  const neighbour = house.village(district)
  expect((await neighbour.as('village-head').give(appoint, head({ name: 'Tetangga' }))).status).toBe(200)
  const volunteer = village.as('volunteer')
  const { agencies, posts } = who(await volunteer.ask('agencies.at'))
  expect(agencies.map(({ id }) => id)).toContain(social.id)
  const names = posts.map(({ name }) => name)
  expect(names).toContain('Ratna')
  expect(names).toContain('Wahyu')
  expect(names).not.toContain('Tetangga')
  const { rows: looks } = await house.database.pool.query(
    'select subjects from platform.view_log where village_code = $1 and actor = $2 and what = $3',
    [village.place, volunteer.actor.account, postCollection],
  )
  expect(looks.flatMap(({ subjects }) => subjects)).toEqual(expect.arrayContaining([chief.id, camat.id]))
})

test('who only gives money or counts votes sees nobody; who works below founds no agency', async () => {
  const village = house.village()
  for (const role of ['partner', 'teller', 'group-officer'] as const)
    expect((await village.as(role).ask('agencies.at')).status).toBe(403)
  for (const role of ['facilitator', 'city-officer', 'village-head'] as const)
    expect((await village.as(role).give(foundAgency, office({ kind: 'village-office' }))).status).toBe(403)
  expect((await village.as('volunteer').give(appoint, head())).status).toBe(403)
  const elsewhere = house.village('34.72.01')
  expect((await village.as('facilitator').give(appoint, head(), { place: elsewhere.place })).status).toBe(403)
})

test('an agency is renamed and ends; its kind stays, and one above with another under it does not end', async () => {
  const admin = house.person(['admin'], 'ID', '34')
  const above = office()
  const below = office({ parent: above.id })
  expect((await admin.give(foundAgency, above)).status).toBe(200)
  expect((await admin.give(foundAgency, below, { place: '34.71' })).status).toBe(200)
  const renaming = { id: above.id, basedOn: 1, name: 'Dinas Sosial DIY', parent: null, from: null }
  expect((await admin.give(changeAgency, renaming)).status).toBe(200)
  const ending = { id: above.id, basedOn: 2, until: daysFromToday(0) }
  expect(codes(await admin.give(closeAgency, ending))).toEqual(['agencies.others-under'])
  const first = { id: below.id, basedOn: 1, until: daysFromToday(0) }
  expect((await admin.give(closeAgency, first, { place: '34.71' })).status).toBe(200)
  expect((await admin.give(closeAgency, ending)).status).toBe(200)
  const { agencies } = who(await admin.ask('agencies.at'))
  expect(agencies.find(({ id }) => id === above.id)).toMatchObject({
    name: 'Dinas Sosial DIY',
    kind: 'social-agency',
    version: 3,
  })
  const { body } = await admin.ask('agencies.choices')
  expect((body as unknown as WhoAt).agencies.some(({ id }) => id === above.id)).toBe(false)
})
