import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, testHouse } from '../../apps/server/village.testing.ts'
import { newId } from '../../kernel/id.ts'
import { viewOf } from '../../kernel/view.ts'
import { placesApplies } from './apply.ts'
import { shippedEdition } from './catalogue.ts'
import { tegalPanggung } from './demo-places.ts'
import { isKnownVillage } from './door.ts'
import {
  addLocalPlace,
  addLocalPlaces,
  changeLocalPlace,
  closeLocalPlace,
  type LocalPlace,
  localCollection,
  type NewLocalPlace,
  nameVillage,
  type VillageWords,
  villageCollection,
} from './local-place.ts'
import type { FoundPlace, RegionCard } from './region.ts'
import { noteEdition } from './region-store.ts'
import { placesWithoutNation, seedRegions } from './regions.testing.ts'
import { placesTexts } from './texts.ts'
import { planRange } from './tree.ts'

let house: House
beforeAll(async () => {
  house = await testHouse([placesWithoutNation], placesTexts)
  await seedRegions(house.owner, [tegalPanggung, '34.71.04.1001', '16.10.05.2036'])
})
afterAll(() => house.close())

const place = (kind: NewLocalPlace['kind'], more: Partial<NewLocalPlace>): NewLocalPlace => ({
  id: newId(),
  kind,
  number: null,
  name: null,
  parent: null,
  households: null,
  settlement: null,
  ...more,
})

test('a command about a village that does not exist is refused, whoever may act there', async () => {
  const whole = await testHouse([placesWithoutNation], placesTexts)
  try {
    await seedRegions(whole.owner, [tegalPanggung])
    await noteEdition(whole.owner, { ...shippedEdition(), added: 1, changed: 0, closed: 0, at: new Date() })
    const facilitator = whole.person(['facilitator'], tegalPanggung.slice(0, 8), tegalPanggung)
    const rw = place('rw', { number: 3 })
    const nowhere = await facilitator.give(addLocalPlace, rw, { place: `${tegalPanggung.slice(0, 8)}.1999` })
    expect(nowhere).toMatchObject({ status: 400, body: { code: 'platform.no-such-place' } })
    expect((await facilitator.give(addLocalPlace, rw)).status).toBe(200)
  } finally {
    await whole.close()
  }
})

describe('asking for places', () => {
  const somebody = () => house.village().as('volunteer')

  test('finds a mistyped village, and says whose data it is', async () => {
    const { status, body } = await somebody().ask('places.search', { q: 'tegal pangung', limit: 3 })
    expect(status).toBe(200)
    const { places, source } = body as unknown as { places: FoundPlace[]; source: string }
    expect(places[0]).toMatchObject({ code: tegalPanggung, title: 'Kelurahan Tegalpanggung' })
    expect(source).toContain('Kepmendagri')
  })

  test('is refused with its reason when the question makes no sense', async () => {
    expect((await somebody().ask('places.search', { q: 'x'.repeat(101) })).status).toBe(400)
    expect((await somebody().ask('places.search', { q: 'a', below: 'nowhere' })).status).toBe(400)
    expect((await somebody().ask('places.search', { q: 'a', limit: 99 })).status).toBe(400)
    expect((await somebody().ask('places.search')).status).toBe(400)
    const unknown = await somebody().ask('places.region', { code: '99.99' })
    expect(unknown).toMatchObject({ status: 422, body: { code: 'places.unknown-region' } })
  })

  test('shows a place with all above it, its zone and its decree', async () => {
    const { body } = await somebody().ask('places.region', { code: tegalPanggung })
    expect(body as unknown as RegionCard).toMatchObject({
      line: 'Kecamatan Danurejan, Kota Yogyakarta, DI Yogyakarta',
      full: 'Kelurahan Tegalpanggung, Kecamatan Danurejan, Kota Yogyakarta, DI Yogyakarta',
      zone: 'WIB',
      source: 'Kepmendagri 300.2.2-2138/2025',
      validTo: null,
      above: [{ code: '34.71.04' }, { code: '34.71' }, { code: '34' }],
    })
  })

  test('knows the nation', async () => {
    expect((await somebody().ask('places.region', { code: 'ID' })).body).toMatchObject({
      title: 'Indonesia',
      level: 'nation',
    })
  })

  test('lists what lies straight below', async () => {
    const { body } = await somebody().ask('places.children', { code: '34.71.04' })
    expect((body as unknown as { places: FoundPlace[] }).places.map((each) => each.title)).toEqual([
      'Kelurahan Suryatmajan',
      'Kelurahan Tegalpanggung',
    ])
    const nation = await somebody().ask('places.children', { code: 'ID' })
    expect((nation.body as unknown as { places: FoundPlace[] }).places.map((each) => each.code)).toEqual([
      '16',
      '34',
    ])
  })
})

describe('the local places of a village', () => {
  test('reach every phone of the village as the phone that made them showed them', async () => {
    const village = house.village()
    const facilitator = village.as('facilitator')
    const places = planRange([], { parent: null, rw: { from: 1, to: 5 }, rt: { from: 1, to: 8 } }, newId)
    // An RT that was parted stands beside the other.
    places.push(place('rt', { number: 1, name: 'A', parent: places[0]?.id ?? null }))
    expect((await facilitator.give(addLocalPlaces, { places })).status).toBe(200)
    const settlement = place('settlement', {
      name: 'Sungai Contoh',
      households: 34,
      settlement: {
        people: 'Orang Contoh',
        habitat: 'forest',
        category: 'II',
        latitude: -1.861234,
        longitude: 102.6,
        access: ['foot', 'boat'],
        accessNote: 'Tiga jam berjalan kaki.',
      },
    })
    expect((await facilitator.give(addLocalPlace, settlement)).status).toBe(200)
    const [, rt] = places as [NewLocalPlace, NewLocalPlace]
    const change = {
      id: rt.id,
      basedOn: 1,
      number: 9,
      name: null,
      parent: rt.parent,
      households: 21,
      settlement: null,
    }
    expect((await facilitator.give(changeLocalPlace, change)).status).toBe(200)
    const rows = await village.as('volunteer').rows<LocalPlace>(localCollection)
    expect(rows).toHaveLength(places.length + 1)

    const envelope = {
      id: '',
      name: '',
      version: 1,
      place: village.place,
      at: new Date().toISOString(),
      device: '',
    }
    const steps = [
      placesApplies['places.add-many-local'](viewOf(village.place, []), { ...envelope, input: { places } }),
      placesApplies['places.add-local'](viewOf(village.place, []), { ...envelope, input: settlement }),
    ].flat()
    const after = placesApplies['places.change-local'](viewOf(village.place, steps), {
      ...envelope,
      input: change,
    })
    const shown = viewOf(village.place, [...steps, ...after]).all<LocalPlace>(localCollection)
    const byId = (a: LocalPlace, b: LocalPlace) => (a.id < b.id ? -1 : 1)
    expect([...rows].sort(byId)).toEqual([...shown].sort(byId))
  })

  test('are refused with every reason, and nothing of a batch is stored', async () => {
    const village = house.village()
    const facilitator = village.as('facilitator')
    const rw = place('rw', { number: 1 })
    const wrong = [rw, place('rw', { number: 1 }), place('rt', { number: 1 })]
    const answer = await facilitator.give(addLocalPlaces, { places: wrong })
    expect(answer.status).toBe(422)
    expect(answer.body.errors?.map(({ code, field }) => [code, field])).toEqual([
      ['places.number-taken', 'places.1.number'],
      ['places.parent-needed', 'places.2.parent'],
    ])
    expect(await facilitator.rows(localCollection)).toEqual([])
    expect((await facilitator.give(addLocalPlaces, { places: [] })).status).toBe(400)
    const tooHigh = await facilitator.give(addLocalPlace, place('rw', { number: 1000 }))
    expect(tooHigh.body.errors?.[0]).toMatchObject({ code: 'platform.too-big', field: 'number' })
  })

  test('are closed with a reason, from below upwards, and stay readable', async () => {
    const village = house.village()
    const head = village.as('village-head')
    const rw = place('rw', { number: 1 })
    const rt = place('rt', { number: 1, parent: rw.id })
    await head.give(addLocalPlaces, { places: [rw, rt] })
    const early = await head.give(closeLocalPlace, { id: rw.id, basedOn: 1, reason: 'Digabung dengan RW 02' })
    expect(early.body.errors?.[0]?.code).toBe('places.open-below')
    expect((await head.give(closeLocalPlace, { id: rt.id, basedOn: 1, reason: 'Digabung' })).status).toBe(200)
    expect((await head.give(closeLocalPlace, { id: rw.id, basedOn: 1, reason: 'Digabung' })).status).toBe(200)
    expect((await head.give(addLocalPlace, place('rw', { number: 1 }))).status).toBe(200)
    const rows = await head.rows<LocalPlace>(localCollection)
    expect(rows.filter((row) => !row.active).map((row) => row.closedReason)).toEqual(['Digabung', 'Digabung'])
  })

  test('cannot be touched from the village next door, nor by somebody without the role', async () => {
    const village = house.village()
    const rw = place('rw', { number: 1 })
    await village.as('facilitator').give(addLocalPlace, rw)
    const next = house.village(village.place.slice(0, 8)).as('facilitator')
    expect((await next.give(closeLocalPlace, { id: rw.id, basedOn: 1, reason: 'x' })).status).toBe(422)
    expect(
      (await next.give(closeLocalPlace, { id: rw.id, basedOn: 1, reason: 'x' }, { place: village.place }))
        .status,
    ).toBe(403)
    expect(
      (await next.give(addLocalPlace, place('rt', { number: 1, parent: rw.id }))).body.errors?.[0]?.code,
    ).toBe('places.parent-unknown')
    expect((await village.as('volunteer').give(addLocalPlace, place('rw', { number: 2 }))).status).toBe(403)
    expect(await next.rows(localCollection)).toEqual([])
  })

  test('a clash between two phones shows what stands', async () => {
    const village = house.village()
    const rw = place('rw', { number: 1 })
    await village.as('facilitator').give(addLocalPlace, rw)
    const change = {
      id: rw.id,
      basedOn: 1,
      number: 2,
      name: null,
      parent: null,
      households: null,
      settlement: null,
    }
    expect((await village.as('facilitator').give(changeLocalPlace, change)).status).toBe(200)
    const late = await village.as('village-head').give(changeLocalPlace, { ...change, number: 3 })
    expect(late.body.errors?.[0]).toMatchObject({
      code: 'places.changed-meanwhile',
      facts: { number: 2, version: 2 },
    })
  })
})

test('a village says how it is called, and is called so', async () => {
  const village = house.village()
  const head = village.as('village-head')
  expect((await head.give(nameVillage, { basedOn: 0, kind: null, name: 'Contoh Raya' })).status).toBe(200)
  expect(await village.as('volunteer').rows<VillageWords>(villageCollection)).toMatchObject([
    { kind: null, name: 'Contoh Raya', version: 1 },
  ])
  expect(
    (await head.give(nameVillage, { basedOn: 0, kind: null, name: 'Lain' })).body.errors?.[0]?.code,
  ).toBe('places.changed-meanwhile')
})

test('only villages in force are known', async () => {
  await house.db.transaction().execute(async (tx) => {
    expect(await isKnownVillage(tx, tegalPanggung)).toBe(true)
    expect(await isKnownVillage(tx, '34.71.04.1009')).toBe(false)
  })
})
