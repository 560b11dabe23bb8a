import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { daysFromToday, momentOn } from '../../kernel/day.testing.ts'
import { today } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { viewOf } from '../../kernel/view.ts'
import { declareDemo } from '../../platform/server/installation.ts'
import { lookInPlace } from '../../platform/server/transaction.testing.ts'
import { inPlace } from '../../platform/server/transaction.ts'
import { peopleApplies } from './apply.ts'
import { findNumber, logViews } from './asking.ts'
import { countsAtVillage } from './door.ts'
import { tallyOf } from './evidence.ts'
import { codes, homes, peopleHouse, persons } from './house.testing.ts'
import { blankHousehold, changeHousehold, registerHousehold, registerMany } from './household.ts'
import { chunk, sari, syntheticNik } from './people.testing.ts'
import { changePerson, mergeDuplicates, movePerson, registerPerson } from './person.ts'

const house = await peopleHouse()
beforeAll(() => declareDemo())
afterAll(async () => {
  declareDemo(false)
  await house.close()
})
const nik = syntheticNik(1)

test('neither the log nor the tables hold a NIK in plain', async () => {
  const fas = house.village().as('facilitator')
  await fas.give(registerPerson, sari({ nik, noNik: null, phone: '081234567890' }))
  await fas.give(registerMany, { batch: newId(), ...chunk(2, 7000) })
  const found = await lookInPlace(house.db, fas.place, async (tx) => {
    const log =
      await sql`select fields, answer, records from platform.log where village_code = ${fas.place}`.execute(
        tx,
      )
    const rows = await sql`select * from people.person where village_code = ${fas.place}`.execute(tx)
    return JSON.stringify([log.rows, rows.rows])
  })
  expect(found.length).toBeGreaterThan(1000)
  expect(found).not.toContain(nik)
  expect(found).not.toContain(nik.slice(6))
  expect(found).not.toContain('081234567890')
})
test('a chunk is taken in whole or not at all, and says which rows are wrong', async () => {
  const fas = house.village().as('facilitator')
  const batch = chunk(3)
  const twice = batch.persons.map((each, index) =>
    index === 5 ? { ...each, nik: batch.persons[1]?.nik ?? null } : each,
  )
  expect(codes(await fas.give(registerMany, { batch: newId(), ...batch, persons: twice }))).toEqual([
    'people.nik-taken persons.5.nik',
  ])
  expect(await persons(fas)).toEqual([])
  const first = await fas.give(registerMany, { batch: newId(), ...batch })
  expect(first.body).toMatchObject({ answer: { taken: 15, before: 0 } })
  const [member] = batch.persons
  const seen = await fas.ask('people.reveal', { subject: member?.id ?? '', field: 'nik', purpose: 'verify' })
  expect(seen.body).toMatchObject({ value: member?.nik })
  const again = await fas.give(registerMany, { batch: newId(), ...batch })
  expect(again.body).toMatchObject({ answer: { taken: 0, before: 15 } })
  expect((await homes(fas)).every((home) => home.head !== null)).toBe(true)
})
test('4,000 people, registered 200 at a time, come down the feed', async () => {
  const fas = house.village().as('facilitator')
  for (let n = 0; n < 20; n++)
    expect((await fas.give(registerMany, { batch: newId(), ...chunk(50, n * 50) })).status).toBe(200)
  const rows = await persons(fas)
  expect(rows.length).toBe(4000)
  const at = { district: fas.place.slice(0, 8), place: fas.place }
  const day = today()
  const counted = await inPlace(house.db, fas.place, fas.actor.account, (tx) =>
    countsAtVillage({ tx, ...at }, day),
  )
  const view = viewOf(fas.place, [
    ...rows.map((value) => ({ collection: 'people.person', id: value.id, value })),
    ...(await homes(fas)).map((value) => ({ collection: 'people.household', id: value.id, value })),
  ])
  expect(counted).toEqual(tallyOf(view, day))
  expect(counted).toMatchObject({ residents: 4000, households: 1000, poorHouseholds: 200 })
}, 120_000)
test('a phone shows at once what the server will say', async () => {
  const fas = house.village().as('facilitator')
  const local = new Map<string, { collection: string; id: string; value: unknown }>()
  const act = async (command: { name: string }, input: unknown) => {
    const view = viewOf(fas.place, [...local.values()])
    const apply = peopleApplies[command.name as keyof typeof peopleApplies] as (
      view: unknown,
      envelope: unknown,
    ) => never[]
    for (const change of apply(view, { input, at: new Date().toISOString() }) as {
      collection: string
      id: string
      value: unknown
    }[])
      local.set(`${change.collection}:${change.id}`, change)
    expect((await fas.give(command as never, input as never)).status).toBe(200)
    for (const row of (await fas.feed()).rows)
      expect(row.value).toEqual(local.get(`${row.collection}:${row.id}`)?.value)
  }
  const home = blankHousehold({ id: newId(), kk: '3471040101100002' })
  const told = sari({ household: home.id, relation: 'head', nik, noNik: null })
  const twin = sari({ name: 'Sari W.', birthDate: null, birthYear: 1979 })
  const nowhere = { household: null, relation: null, localPlace: null }
  await act(registerHousehold, home)
  await act(registerPerson, told)
  await act(registerMany, { batch: newId(), ...chunk(2, 900) })
  await act(changePerson, {
    id: told.id,
    basedOn: 1,
    changes: { name: 'Sari', relation: 'spouse', phone: '081234567' },
  })
  await act(changeHousehold, {
    id: home.id,
    basedOn: 1,
    changes: { poor: true, poorSource: 'bps', kk: null },
  })
  await act(registerPerson, twin)
  await act(mergeDuplicates, { keep: told.id, drop: twin.id, keepBasedOn: 2, dropBasedOn: 1, reason: 'Sama' })
  await act(movePerson, {
    id: told.id,
    basedOn: 3,
    move: newId(),
    kind: 'moved-out',
    day: daysFromToday(-300),
    reason: 'Pindah',
    ...nowhere,
  })
})
test('looking at a NIK is asked for a purpose, by those who may, and written down', async () => {
  const village = house.village()
  const fas = village.as('facilitator')
  const told = sari({ nik, noNik: null, disabilities: ['sight'] })
  await fas.give(registerPerson, told)
  const ask = { subject: told.id, field: 'nik', purpose: 'verify' }
  expect((await village.as('volunteer').ask('people.reveal', ask)).status).toBe(422)
  expect((await village.as('city-officer', { at: '34.71' }).ask('people.reveal', ask)).status).toBe(403)
  expect(
    (await house.village(fas.place.slice(0, 8)).as('facilitator').ask('people.reveal', ask)).status,
  ).toBe(422)
  expect((await fas.ask('people.reveal', { ...ask, purpose: 'curiosity' })).status).toBe(400)
  expect((await fas.ask('people.reveal', { ...ask, field: 'disabilities' })).body).toMatchObject({
    value: ['sight'],
  })
  const seen = { what: 'person', subjects: [told.id], at: momentOn(daysFromToday(-30)).toISOString() }
  expect((await fas.give(logViews, { views: [seen] })).status).toBe(200)
  const found = await fas.give(findNumber, { kind: 'nik' as const, numbers: [syntheticNik(3), nik] })
  expect(found.body).toMatchObject({ answer: { found: [{ index: 1, id: told.id }] } })
  const written = await lookInPlace(house.db, fas.place, (tx) =>
    sql<{
      what: string
    }>`select what from platform.view_log where village_code = ${fas.place} order by what`.execute(tx),
  )
  expect(written.rows.map((row) => row.what)).toEqual([
    'offline:person',
    'reveal:disabilities:verify',
    'search:nik',
  ])
})
test('an officer above the village sees counts, and none so small that it names somebody', async () => {
  const village = house.village()
  const fas = village.as('facilitator')
  await fas.give(registerMany, { batch: newId(), ...chunk(3) })
  const above = village.as('district-officer', { at: village.place.slice(0, 8) })
  // One household of three is poor: neither that nor whose people they are can be worked out.
  expect((await above.ask('people.counts')).body).toMatchObject({
    ...{ residents: '12', households: '3', poorHouseholds: null, byLocalPlace: [] },
    bySex: [
      { key: 'female', count: '6' },
      { key: 'male', count: '6' },
    ],
    byPoverty: [
      { key: 'not-poor', count: null },
      { key: 'poor', count: null },
    ],
  })
  expect((await fas.ask('people.counts')).body).toMatchObject({ households: '3' })
  await expect(above.feed()).rejects.toThrow('403')
})
test('another village of the same kecamatan sees nothing', async () => {
  const village = house.village()
  const fas = village.as('facilitator')
  const told = sari({ nik, noNik: null })
  await fas.give(registerPerson, told)
  const neighbour = house.village(village.place.slice(0, 8)).as('facilitator')
  expect(await persons(neighbour)).toEqual([])
  expect((await neighbour.give(registerPerson, sari({ nik, noNik: null }))).status).toBe(200)
  expect(
    codes(await neighbour.give(changePerson, { id: told.id, basedOn: 1, changes: { name: 'X' } })),
  ).toEqual(['people.not-on-record id'])
  expect(
    (
      await neighbour.give(
        changePerson,
        { id: told.id, basedOn: 1, changes: { name: 'X' } },
        { place: fas.place },
      )
    ).status,
  ).toBe(403)
})
