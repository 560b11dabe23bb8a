// Maps through the real door: drawn by two, closed, agreed; who sees a home; what is refused.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { House, Village } from '../../apps/server/village.testing.ts'
import { daysFromToday } from '../../kernel/day.testing.ts'
import { newId } from '../../kernel/id.ts'
import { detachFile, planMeeting } from '../meetings/commands.ts'
import { type Meeting, meetingCollection } from '../meetings/meeting.ts'
import { plan } from '../meetings/meetings.testing.ts'
import { enrolled, factsOf, meetingHeld, ok, refusals, signedAndChecked } from '../surveys/surveys.testing.ts'
import * as f from './feature.ts'
import * as m from './map.ts'
import { area, baseInput, bow, drawn, mapInput, mapsHouse, on, spot, square } from './maps.testing.ts'
import { mapsServer } from './server.ts'

let house: House
beforeAll(async () => {
  house = await mapsHouse()
})
afterAll(() => house.close())

async function begun(given: Partial<m.OpenMap> = {}) {
  const village = house.village()
  const enrolment = await enrolled(village)
  const facilitator = village.as('facilitator')
  const input = mapInput(enrolment, given)
  await ok(facilitator.give(m.openMap, input))
  const add = (...features: f.NewFeature[]) => ({ map: input.id, on, features })
  return { village, enrolment, facilitator, map: input.id, add }
}
const closing = (id: string, given: Partial<m.CloseMap> = {}): m.CloseMap => ({
  ...{ id, basedOn: 1, on: daysFromToday(-1), makers: ['Bu Sri', 'Pak Budi'] },
  ...given,
})
const factsIn = (village: Village, enrolment: string) => factsOf(house, village, enrolment)

test('two draw a map, it is closed with its makers, and residents agree on it in a meeting with signed minutes', async () => {
  const { village, enrolment, facilitator, map, add } = await begun()
  expect(await factsIn(village, enrolment)).toMatchObject({ 'map.problems_potentials.drawn': false })
  expect(refusals(await facilitator.give(m.closeMap, closing(map)))).toEqual(['maps.nothing-drawn'])
  await ok(facilitator.give(f.addFeatures, add(drawn(), area(square))))
  const volunteer = village.as('volunteer')
  await ok(
    volunteer.give(
      f.addFeatures,
      add(drawn({ layer: 'potentials', name: 'Lapangan', spots: [spot(50, 9)] })),
    ),
  )
  const makers = (await facilitator.rows<f.Feature>(f.featureCollection)).map(({ byName }) => byName)
  expect(new Set(makers).size).toBe(2)
  await ok(volunteer.give(m.closeMap, closing(map)))
  expect(await factsIn(village, enrolment)).toMatchObject({
    'map.problems_potentials.drawn': true,
    'map.problems_potentials.agreed': false,
    'map.poor_families.drawn': false,
  })
  expect(refusals(await volunteer.give(f.addFeatures, add(drawn())))).toEqual(['maps.is-closed map'])

  const meeting = await meetingHeld(house, village, { enrolment })
  const agreement = { id: map, basedOn: 2, meeting, on: daysFromToday(0), note: '' }
  expect((await volunteer.give(m.agreeMap, agreement)).status).toBe(403)
  const early = { ...agreement, on: daysFromToday(-1) }
  expect(refusals(await facilitator.give(m.agreeMap, early))).toEqual(['maps.before-meeting on'])
  const training = plan({ enrolment, group: 'training', kind: 'basic', batch: 1, day: 1 })
  await ok(facilitator.give(planMeeting, training))
  const trained = { ...agreement, meeting: training.meeting }
  expect(refusals(await facilitator.give(m.agreeMap, trained))).toEqual(['maps.meeting-is-training meeting'])
  await ok(facilitator.give(m.agreeMap, agreement))
  expect(await factsIn(village, enrolment)).toMatchObject({ 'map.problems_potentials.agreed': true })

  const again = { id: map, basedOn: 3, reason: 'Ada yang terlewat' }
  await ok(volunteer.give(m.reopenMap, again))
  expect(refusals(await volunteer.give(m.reopenMap, again))).toContain('maps.not-closed')
  expect(await factsIn(village, enrolment)).toMatchObject({
    'map.problems_potentials.drawn': false,
    'map.problems_potentials.agreed': false,
  })
})

test('where homes are goes to who sees names; others are told how many, where they are not few, and officers above get no feature', async () => {
  const { village, facilitator, map, add } = await begun({ kind: 'poor_families' })
  const home = (name: string, x: number) => drawn({ layer: 'homes', name, spots: [spot(x, 0)] })
  await ok(facilitator.give(f.addFeatures, add(home('Mbok Yem', 0), home('Pak Kromo', 90), drawn())))
  const [seen] = (await village.as('village-head').rows<f.Feature>(f.homeCollection)).toSorted((a, b) =>
    a.name.localeCompare(b.name),
  )
  expect(seen).toMatchObject({ name: 'Mbok Yem', spots: [spot(0, 0)] })

  for (const role of ['board-member', 'unit-manager'] as const) {
    const { rows } = await village.as(role).feed()
    expect(JSON.stringify(rows)).not.toMatch(/Mbok Yem|Kromo|maps\.home/)
    const [told] = await village.as(role).rows<m.MapRow>(m.mapCollection)
    expect(told?.homes).toEqual([{ localPlace: null, count: null }])
    expect(await village.as(role).rows(f.featureCollection)).toHaveLength(1)
  }
  await ok(facilitator.give(f.addFeatures, add(home('A', 200), home('B', 300), home('C', 400))))
  const [more] = await village.as('board-member').rows<m.MapRow>(m.mapCollection)
  expect(more?.homes).toEqual([{ localPlace: null, count: 5 }])
  const officer = village.as('city-officer', { at: village.place.slice(0, 5) })
  const { rows } = await officer.feed()
  expect(rows.filter(({ collection }) => /maps\.(home|feature|base)/.test(collection))).toEqual([])
  expect((await officer.rows<m.MapRow>(m.mapCollection))[0]).not.toHaveProperty('homes')
  expect(await house.village().as('facilitator').rows(f.featureCollection)).toEqual([])
  const [longitude] = String(spot(0, 0)[1]).match(/^\d+\.\d{4}/) ?? []
  for (const table of ['platform.log', 'maps.home', 'maps.map']) {
    const found = await sql<{ t: string }>`select t::text as t from ${sql.raw(table)} t
      where village_code = ${village.place}`.execute(house.owner)
    expect(found.rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(found.rows)).not.toMatch(new RegExp(`Mbok Yem|${longitude}`))
  }
  await ok(village.as('volunteer').give(m.closeMap, closing(map)))
  // What stood on it, without what they see, would be the homes that are too few to be told.
  for (const who of [village.as('board-member'), officer]) {
    const [closed] = await who.rows<m.MapRow>(m.mapCollection)
    expect(closed?.closed).not.toHaveProperty('count')
  }
  expect((await facilitator.rows<m.MapRow>(m.mapCollection))[0]?.closed?.count).toBe(6)
})

test('what was agreed on a map lasts as long as the signed minutes of its meeting', async () => {
  const { village, enrolment, facilitator, map, add } = await begun()
  await ok(facilitator.give(f.addFeatures, add(drawn())))
  await ok(facilitator.give(m.closeMap, closing(map)))
  const meeting = await meetingHeld(house, village, { enrolment })
  await ok(facilitator.give(m.agreeMap, { id: map, basedOn: 2, meeting, on: daysFromToday(0), note: '' }))
  const agreed = async () => (await factsIn(village, enrolment))['map.problems_potentials.agreed']
  expect(await agreed()).toBe(true)
  const held = (await facilitator.rows<Meeting>(meetingCollection)).find((each) => each.id === meeting)
  const file = held?.signedMinutes?.paper.scan?.id ?? ''
  await ok(facilitator.give(detachFile, { meeting, file, reason: 'Salah pindai' }))
  expect(await agreed()).toBe(false)
  await signedAndChecked(house, village, meeting)
  expect(await agreed()).toBe(true)
})

test('bad drawings are refused, each with its field and the place of the mistake', async () => {
  const { facilitator, add } = await begun()
  const crossed = area(bow)
  const flipped = drawn({ spots: [[110.36, -7.79]] })
  const answer = await facilitator.give(
    f.addFeatures,
    add(crossed, flipped, area(square, { layer: 'paths' })),
  )
  expect(refusals(answer)).toEqual([
    'maps.crosses-itself features.0.spots',
    'maps.swapped features.1.spots',
    'maps.no-area-there features.2.layer',
  ])
  const twice = drawn()
  await ok(facilitator.give(f.addFeatures, add(twice)))
  expect(refusals(await facilitator.give(f.addFeatures, add(twice)))).toEqual(['maps.feature-twice features'])
  const tomorrow = { ...add(drawn()), on: daysFromToday(2) }
  expect(refusals(await facilitator.give(f.addFeatures, tomorrow))).toEqual(['maps.day-ahead on'])
})

test('no map is filled with so many points that the phones of a village cannot hold it', async () => {
  const { facilitator, add } = await begun()
  const path = Array.from({ length: 500 }, (_, i) => spot(i, 0))
  const long = () => drawn({ layer: 'paths', shape: 'line', spots: path })
  await ok(facilitator.give(f.addFeatures, add(...Array.from({ length: 20 }, long))))
  const many = add(...Array.from({ length: 21 }, long))
  expect(refusals(await facilitator.give(f.addFeatures, many))).toEqual(['maps.too-many-points features'])
})

test('a feature that somebody else changed clashes field by field; of a home the clash tells nothing', async () => {
  const { village, facilitator, add } = await begun({ kind: 'poor_families' })
  const [open, home] = [drawn(), drawn({ layer: 'homes', name: 'Mbok Yem', spots: [spot(9, 9)] })]
  await ok(facilitator.give(f.addFeatures, add(open, home)))
  const rename = (feature: string, name: string, basedOn = 1) => ({ feature, basedOn, changes: { name } })
  for (const { id } of [open, home]) await ok(facilitator.give(f.changeFeature, rename(id, 'Baru')))
  const clash = await village.as('volunteer').give(f.changeFeature, rename(open.id, 'Lain'))
  expect(refusals(clash)).toEqual(['maps.changed-meanwhile changes.name'])
  expect(JSON.stringify(clash.body)).toContain('Baru')
  const quiet = await village.as('volunteer').give(f.changeFeature, rename(home.id, 'Lain'))
  expect(JSON.stringify(quiet.body)).not.toMatch(/Baru|Lain/)
  const moving = { feature: open.id, basedOn: 2, changes: { layer: 'homes' as const } }
  expect(refusals(await facilitator.give(f.changeFeature, moving))).toEqual([
    'maps.home-stays-home changes.layer',
  ])
})

test('two that are one are merged by a person, others are kept apart, and what is merged is not drawn on any more', async () => {
  const { facilitator, map, add } = await begun()
  const [one, two, three] = [drawn(), drawn({ spots: [spot(9, 0)] }), drawn({ spots: [spot(0, 9)] })]
  await ok(facilitator.give(f.addFeatures, add(one, two, three)))
  const merging = { keep: one.id, keepBasedOn: 1, drop: two.id, dropBasedOn: 1 }
  await ok(facilitator.give(f.mergeFeatures, merging))
  expect(refusals(await facilitator.give(f.mergeFeatures, merging))).toContain('maps.feature-merged drop')
  await ok(facilitator.give(f.keepApart, { one: one.id, other: three.id }))
  const rows = await facilitator.rows<f.Feature>(f.featureCollection)
  expect(rows.find(({ id }) => id === two.id)).toMatchObject({ state: 'merged', into: one.id })
  expect(rows.find(({ id }) => id === one.id)?.apart).toEqual([three.id])
  await ok(facilitator.give(f.removeFeature, { feature: three.id, reason: 'Salah tempat' }))
  await ok(facilitator.give(m.closeMap, closing(map)))
  expect((await facilitator.rows<m.MapRow>(m.mapCollection))[0]?.closed?.count).toBe(1)
})

test('maps are drawn on an outline or a photograph with three fixed points; the photograph goes to who sees homes', async () => {
  const { village, facilitator, map } = await begun()
  const outline = baseInput()
  await ok(facilitator.give(m.addBase, outline))
  await ok(facilitator.give(m.changeMap, { id: map, basedOn: 1, changes: { base: outline.id } }))
  const fix = (x: number, y: number) => ({ x, y, spot: spot(x * 900, -y * 900) })
  const file = { id: newId(), mediaType: 'image/jpeg' as const, bytes: 9, sha256: 'a'.repeat(64) }
  const photo = baseInput({ kind: 'photo', rings: [], file, fixes: [fix(0, 0), fix(1, 0), fix(0, 1)] })
  const onLine = { ...photo, fixes: [fix(0, 0), fix(0.5, 0.5), fix(1, 1)] }
  expect(refusals(await facilitator.give(m.addBase, onLine))).toEqual(['maps.fixes-on-line fixes'])
  expect(refusals(await facilitator.give(m.addBase, { ...photo, file: null }))).toEqual([
    'maps.file-needed file',
  ])
  await ok(facilitator.give(m.addBase, photo))
  const fine = Array.from({ length: 3 }, () =>
    Array.from({ length: 500 }, (_, i) => spot(Math.cos(i / 80) * 99, Math.sin(i / 80) * 99)),
  )
  expect(refusals(await facilitator.give(m.addBase, baseInput({ rings: fine })))).toContain(
    'maps.outline-long rings',
  )
  const crossed = baseInput({ rings: [bow.map(([x, y]) => spot(x, y))] })
  expect(refusals(await facilitator.give(m.addBase, crossed))).toEqual(['maps.crosses-itself rings.0'])
  const seen = await village.as('board-member').rows<m.Base>(m.baseCollection)
  expect(seen.map(({ kind, file: shown }) => [kind, shown])).toEqual([
    ['outline', null],
    ['photo', null],
  ])
})

test('a map that two began without signal is joined into one, and nothing drawn is lost', async () => {
  const { village, enrolment, facilitator, map, add } = await begun()
  const volunteer = village.as('volunteer')
  const other = mapInput(enrolment, { title: 'Peta persoalan, RT 02' })
  await ok(volunteer.give(m.openMap, other))
  const home = drawn({ layer: 'homes', name: 'Mbok Yem', spots: [spot(50, 0)] })
  await ok(volunteer.give(f.addFeatures, { map: other.id, on, features: [drawn(), home] }))
  await ok(facilitator.give(f.addFeatures, add(drawn({ spots: [spot(9, 0)] }))))
  const joining = { id: other.id, basedOn: 1, into: map }
  expect(refusals(await facilitator.give(m.joinMaps, { ...joining, into: other.id }))).toEqual([
    'maps.no-such-join into',
  ])
  await ok(facilitator.give(m.joinMaps, joining))
  const rows = [
    ...(await facilitator.rows<f.Feature>(f.featureCollection)),
    ...(await facilitator.rows<f.Feature>(f.homeCollection)),
  ]
  expect(rows.map((each) => each.map)).toEqual([map, map, map])
  expect(rows.find(({ id }) => id === home.id)).toMatchObject({
    name: 'Mbok Yem',
    by: volunteer.actor.account,
  })
  const late = { map: other.id, on, features: [drawn()] }
  await ok(volunteer.give(f.addFeatures, late))
  const renaming = { id: other.id, basedOn: 2, changes: { title: 'Lain' } }
  expect(refusals(await volunteer.give(m.changeMap, renaming))).toEqual(['maps.is-joined map'])
  await ok(facilitator.give(m.closeMap, closing(map)))
  expect(
    (await facilitator.rows<m.MapRow>(m.mapCollection)).find(({ id }) => id === map)?.closed?.count,
  ).toBe(4)
})

test('a map of poor families without a home, and one of institutions without any, are not closed as such', async () => {
  const { village, enrolment, facilitator } = await begun()
  for (const [kind, layer] of [
    ['poor_families', 'homes'],
    ['institutions', 'institutions'],
    ['real_needs', 'needs'],
  ] as const) {
    const input = mapInput(enrolment, { kind })
    await ok(facilitator.give(m.openMap, input))
    await ok(
      facilitator.give(f.addFeatures, { map: input.id, on, features: [drawn({ layer: 'facilities' })] }),
    )
    expect(refusals(await facilitator.give(m.closeMap, closing(input.id)))).toEqual([`maps.no-${kind}-drawn`])
    await ok(facilitator.give(f.addFeatures, { map: input.id, on, features: [drawn({ layer })] }))
    await ok(facilitator.give(m.closeMap, closing(input.id)))
  }
  expect(await factsIn(village, enrolment)).toMatchObject({ 'map.poor_families.drawn': true })
})

test('a map is begun of a kind that the programme knows, and nobody draws in another village or role', async () => {
  const { village, enrolment, facilitator, map, add } = await begun()
  const unknown = mapInput(enrolment, { kind: 'harta_karun' })
  expect(refusals(await facilitator.give(m.openMap, unknown))).toEqual(['maps.unknown-kind kind'])
  expect((await village.as('board-member').give(f.addFeatures, add(drawn()))).status).toBe(403)
  const stranger = house.village().as('facilitator')
  expect(refusals(await stranger.give(f.addFeatures, add(drawn())))).toEqual(['maps.no-such-map map'])
  expect((await stranger.give(m.closeMap, closing(map), { place: village.place })).status).toBe(403)
  const sent = { id: newId(), at: new Date() }
  const input = add(drawn())
  for (const _ of [1, 2]) expect((await facilitator.give(f.addFeatures, input, sent)).status).toBe(200)
  expect(await facilitator.rows(f.featureCollection)).toHaveLength(1)
})

test('what is drawn is digested by its id alone, because thousands are joined at once', () => {
  // By any index of the village each walks through all of it: ten thousand homes took most of a minute.
  const parts = (collection: string) =>
    mapsServer.records?.find((each) => each.collection === collection)?.parts.map(({ alone }) => alone)
  expect([parts(f.featureCollection), parts(f.homeCollection)]).toEqual([[true], [true]])
})
