import { afterAll, beforeAll, expect, test } from 'vitest'
import { daysFromToday } from '../../kernel/day.testing.ts'
import { newId } from '../../kernel/id.ts'
import { declareDemo } from '../../platform/server/installation.ts'
import { inPlace } from '../../platform/server/transaction.ts'
import { personExists, personNames } from './door.ts'
import { codes, homes, peopleHouse, persons } from './house.testing.ts'
import { blankHousehold, registerHousehold, registerMany } from './household.ts'
import { chunk, sari, syntheticNik } from './people.testing.ts'
import { changePerson, mergeDuplicates, movePerson, registerPerson } from './person.ts'

const house = await peopleHouse()
beforeAll(() => declareDemo())
afterAll(async () => {
  declareDemo(false)
  await house.close()
})
const nik = syntheticNik(1)

const died = daysFromToday(-300)

test('a facilitator registers Sari, and a phone holds her without NIK, phone and day of birth', async () => {
  const fas = house.village().as('facilitator')
  const told = sari({
    nik: '3471045708790000',
    noNik: null,
    phone: '0812 3456 7890',
    elements: ['rt', 'women'],
  })
  expect((await fas.give(registerPerson, told)).status).toBe(200)
  const [row] = await persons(fas)
  expect(row).toEqual({
    id: told.id,
    name: 'Sari Wulandari',
    sex: 'female',
    birthYear: 1979,
    localPlace: null,
    household: null,
    relation: null,
    poor: false,
    poorSource: null,
    elements: ['rt', 'women'],
    nik: '347104••••••••••',
    noNik: null,
    doubts: row?.doubts,
    known: ['birthDate', 'phone'],
    state: 'here',
    stateOn: null,
    mergedInto: null,
    version: 1,
  })
  expect(JSON.stringify(await fas.feed())).not.toMatch(/0812|57087|1979-08/)
})
test('everything wrong with a person is said at once', async () => {
  const fas = house.village().as('facilitator')
  const told = sari({
    nik: '3471043113790000',
    noNik: 'baby',
    birthDate: daysFromToday(400),
    poor: true,
    relation: 'head',
  })
  expect(codes(await fas.give(registerPerson, told))).toEqual([
    'people.nik-impossible-date nik',
    'people.nik-and-reason noNik',
    'people.born-in-future birthDate',
    'people.relation-without-household relation',
    'people.poor-needs-source poorSource',
  ])
  expect(await persons(fas)).toEqual([])
})
test('a NIK already on record is refused, with the record that has it', async () => {
  const fas = house.village().as('facilitator')
  const first = sari({ nik, noNik: null })
  await fas.give(registerPerson, first)
  const again = await fas.give(registerPerson, sari({ nik, noNik: null, name: 'Sri' }))
  expect(again.status).toBe(422)
  expect(again.body.errors).toMatchObject([{ code: 'people.nik-taken', facts: { person: first.id } }])
})
test('outside a demonstration a NIK with serial 0000 is nobody’s', async () => {
  const fas = house.village().as('facilitator')
  declareDemo(false)
  const answer = await fas.give(registerPerson, sari({ nik, noNik: null }))
  declareDemo()
  expect(codes(answer)).toEqual(['people.nik-synthetic nik'])
})
test('a volunteer registers a neighbour, and judges nobody', async () => {
  const village = house.village()
  const volunteer = village.as('volunteer')
  const poor = sari({ poor: true, poorSource: 'dtsen', disabilities: ['sight'], notes: 'x' })
  expect(codes(await volunteer.give(registerPerson, poor))).toEqual([
    'people.volunteer-cannot-verify poorSource',
    'people.not-for-volunteers disabilities',
    'people.not-for-volunteers notes',
  ])
  const told = sari({ poor: true, poorSource: 'unverified' })
  expect((await volunteer.give(registerPerson, told)).status).toBe(200)
  const change = { id: told.id, basedOn: 1, changes: { poor: false, poorSource: null, name: 'Sari W.' } }
  expect(codes(await volunteer.give(changePerson, change))).toEqual([
    'people.not-for-volunteers changes.poor',
    'people.not-for-volunteers changes.poorSource',
  ])
  expect((await volunteer.give(registerMany, { batch: newId(), ...chunk(1) })).status).toBe(403)
})
test('two edits of different fields both stand; two of one field are shown side by side', async () => {
  const fas = house.village().as('facilitator')
  const told = sari()
  await fas.give(registerPerson, told)
  expect(
    (await fas.give(changePerson, { id: told.id, basedOn: 1, changes: { name: 'Sari Wulan' } })).status,
  ).toBe(200)
  const other = { id: told.id, basedOn: 1, changes: { elements: ['youth'] } }
  expect((await fas.give(changePerson, other)).status).toBe(200)
  const clash = await fas.give(changePerson, {
    id: told.id,
    basedOn: 1,
    changes: { name: 'Sari Wulandari S.' },
  })
  expect(clash.body.errors).toMatchObject([
    {
      code: 'people.changed-meanwhile',
      field: 'changes.name',
      facts: { field: 'name', yours: 'Sari Wulandari S.', theirs: 'Sari Wulan', version: 3 },
    },
  ])
  expect((await persons(fas))[0]).toMatchObject({ name: 'Sari Wulan', elements: ['youth'], version: 3 })
})
test('an edit keeps what it does not speak of, sealed values too', async () => {
  const fas = house.village().as('facilitator')
  const told = sari({ nik, noNik: null, phone: '0812345678' })
  await fas.give(registerPerson, told)
  await fas.give(changePerson, { id: told.id, basedOn: 1, changes: { phone: null } })
  const seen = await fas.ask('people.reveal', { subject: told.id, field: 'nik', purpose: 'verify' })
  expect(seen.body).toEqual({ field: 'nik', value: nik })
  expect((await persons(fas))[0]).toMatchObject({ known: ['birthDate'], nik: '347104••••••••••' })
})
test('an RT that the village does not have is refused', async () => {
  const fas = house.village().as('facilitator')
  expect(codes(await fas.give(registerPerson, sari({ localPlace: newId() })))).toEqual([
    'people.no-such-local-place localPlace',
  ])
})
test('a household has one head, and the next after the first has died', async () => {
  const fas = house.village().as('facilitator')
  const home = blankHousehold({ id: newId(), kk: '3471040101100001' })
  const head = sari({ household: home.id, relation: 'head' })
  const son = sari({ name: 'Joko', sex: 'male', household: home.id, relation: 'head', birthDate: null })
  await fas.give(registerHousehold, home)
  await fas.give(registerPerson, head)
  expect(codes(await fas.give(registerPerson, son))).toEqual(['people.household-has-head relation'])
  expect(await homes(fas)).toMatchObject([{ head: head.id, kk: '347104••••••••••' }])
  const death = {
    id: head.id,
    basedOn: 1,
    move: newId(),
    kind: 'died',
    day: died,
    reason: 'Sakit tua',
  } as const
  const nowhere = { household: null, relation: null, localPlace: null }
  expect((await fas.give(movePerson, { ...death, ...nowhere, day: daysFromToday(400) })).status).toBe(422)
  expect((await fas.give(movePerson, { ...death, ...nowhere })).status).toBe(200)
  expect(await homes(fas)).toMatchObject([{ head: null }])
  expect((await fas.give(registerPerson, son)).status).toBe(200)
  expect(await homes(fas)).toMatchObject([{ head: son.id }])
  const told = await fas.ask('people.reveal', { subject: head.id, field: 'moves', purpose: 'letter' })
  expect(told.body).toMatchObject({ value: [{ kind: 'died', day: died, reason: 'Sakit tua' }] })
})
test('somebody who moved out comes back to another household', async () => {
  const fas = house.village().as('facilitator')
  const told = sari()
  const home = blankHousehold({ id: newId() })
  await fas.give(registerPerson, told)
  await fas.give(registerHousehold, home)
  const out = { id: told.id, basedOn: 1, move: newId(), day: daysFromToday(-300), reason: 'Kerja di kota' }
  await fas.give(movePerson, { ...out, kind: 'moved-out', household: null, relation: null, localPlace: null })
  const back = {
    ...out,
    basedOn: 2,
    move: newId(),
    kind: 'returned',
    household: home.id,
    relation: 'head',
    localPlace: null,
  } as const
  expect((await fas.give(movePerson, back)).status).toBe(200)
  expect((await persons(fas))[0]).toMatchObject({
    state: 'here',
    household: home.id,
    relation: 'head',
    version: 3,
  })
  expect(await homes(fas)).toMatchObject([{ head: told.id }])
})
test('two records of one person become one, and the other points to it', async () => {
  const fas = house.village().as('facilitator')
  const keep = sari({ elements: ['rt'] })
  const drop = sari({
    name: 'Sari W',
    nik,
    noNik: null,
    elements: ['women'],
    phone: '0812345678',
    birthDate: null,
  })
  await fas.give(registerPerson, keep)
  await fas.give(registerPerson, drop)
  const merge = { keep: keep.id, drop: drop.id, keepBasedOn: 1, dropBasedOn: 1, reason: 'Tercatat dua kali' }
  expect((await fas.give(mergeDuplicates, merge)).status).toBe(200)
  const rows = new Map((await persons(fas)).map((row) => [row.id, row]))
  expect(rows.get(keep.id)).toMatchObject({ elements: ['rt', 'women'], nik: '347104••••••••••', version: 2 })
  expect(rows.get(drop.id)).toMatchObject({ state: 'merged', mergedInto: keep.id, nik: null, known: [] })
  const at = { district: fas.place.slice(0, 8), place: fas.place }
  await inPlace(house.db, fas.place, fas.actor.account, async (tx) => {
    expect((await personNames({ tx, ...at }, [drop.id])).get(drop.id)).toBe('Sari Wulandari')
    expect(await personExists({ tx, ...at }, newId())).toBe(false)
  })
  expect(codes(await fas.give(changePerson, { id: drop.id, basedOn: 2, changes: { name: 'X' } }))).toEqual([
    'people.merged-away',
  ])
})
test('two NIKs are two people', async () => {
  const fas = house.village().as('facilitator')
  const [one, two] = [sari({ nik, noNik: null }), sari({ nik: syntheticNik(2), noNik: null })]
  await fas.give(registerPerson, one)
  await fas.give(registerPerson, two)
  const merge = { keep: one.id, drop: two.id, keepBasedOn: 1, dropBasedOn: 1, reason: 'Sama' }
  expect(codes(await fas.give(mergeDuplicates, merge))).toEqual(['people.merge-different-nik drop'])
})
