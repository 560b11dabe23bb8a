import { afterAll, beforeAll, expect, test } from 'vitest'
import type { House } from '../../apps/server/village.testing.ts'
import { type Change, viewOf } from '../../kernel/view.ts'
import { type Told, toldCollection } from '../programmes/told.ts'
import { volunteerFacts } from './evidence.ts'
import { enrolled, ok, on, refusals, rows, volunteersHouse } from './house.testing.ts'
import { type Acknowledgement, acknowledgeRoll } from './roll.ts'
import { changeVolunteer, registerVolunteers, type Volunteer } from './volunteer.ts'
import { newcomer } from './volunteers.testing.ts'

let house: House
beforeAll(async () => {
  house = await volunteersHouse()
})
afterAll(() => house.close())

test('the telephone number never goes to a phone; who may, asks for it, and it is written down', async () => {
  const village = house.village()
  const enrolment = await enrolled(village)
  const facilitator = village.as('facilitator')
  const siti = newcomer({ name: 'Siti', phone: '081234567890' })
  await ok(facilitator.give(registerVolunteers, { enrolment, on, volunteers: [siti] }))
  const [row] = await rows<Volunteer>(facilitator, 'volunteer')
  expect(row).toMatchObject({ name: 'Siti', hasPhone: true })
  expect(JSON.stringify(row)).not.toContain('081234567890')
  const asked = await facilitator.ask('volunteers.phone', { volunteer: siti.id })
  expect(asked.body).toMatchObject({ phone: '081234567890' })
  expect((await village.as('volunteer').ask('volunteers.phone', { volunteer: siti.id })).status).toBe(403)
  await ok(
    facilitator.give(changeVolunteer, {
      volunteer: siti.id,
      basedOn: 1,
      changes: { motivation: 'Menolong' },
    }),
  )
  const again = await facilitator.ask('volunteers.phone', { volunteer: siti.id })
  expect(again.body).toMatchObject({ phone: '081234567890' })
  await ok(facilitator.give(changeVolunteer, { volunteer: siti.id, basedOn: 2, changes: { phone: null } }))
  expect((await facilitator.ask('volunteers.phone', { volunteer: siti.id })).body).toMatchObject({
    phone: null,
  })
})

test('officers above the village count the same people, and learn neither names nor who is poor', async () => {
  const village = house.village()
  const enrolment = await enrolled(village)
  const facilitator = village.as('facilitator')
  const told = { name: 'Siti Rahasia', poor: true, skills: 'Menjahit', phone: '0812345678' }
  const siti = newcomer({ ...told, interests: 'Punya toko bahan bangunan' })
  await ok(facilitator.give(registerVolunteers, { enrolment, on, volunteers: [siti] }))
  expect(JSON.stringify(await rows(facilitator, 'volunteer'))).toContain('Punya toko bahan bangunan')
  const camat = village.as('district-officer')
  const feed = JSON.stringify(await rows(camat, 'volunteer'))
  expect(feed).not.toMatch(/Rahasia|Menjahit|bangunan/)
  const view = viewOf(village.place, (await camat.feed()).rows as Change[])
  expect(volunteerFacts(view, enrolment)).toMatchObject({ 'volunteers.registered': { value: 1 } })
  expect(view.all<Volunteer>('volunteers.volunteer').map((each) => each.poor)).toEqual([false])
  const figure = view.all<Told>(toldCollection).find((each) => each.facts['volunteers.registered'])
  expect(figure?.facts).not.toHaveProperty('volunteers.poor')
  expect(JSON.stringify(figure)).not.toContain(siti.id)
  expect((await camat.give(registerVolunteers, { enrolment, on, volunteers: [newcomer()] })).status).toBe(403)
})

test('whoever registered on an older app was asked for no declaration, which is not the same as having none', async () => {
  const village = house.village()
  const enrolment = await enrolled(village)
  const facilitator = village.as('facilitator')
  const { interests: _, ...older } = newcomer({ name: 'Siti' })
  const input = { enrolment, on, volunteers: [older as never] }
  await ok(facilitator.give(registerVolunteers, input, { version: 1 }))
  await ok(facilitator.give(registerVolunteers, { enrolment, on, volunteers: [newcomer({ interests: '' })] }))
  const declared = (await rows<{ id: string; interests: string | null }>(facilitator, 'volunteer')).map(
    (each) => each.interests,
  )
  expect(declared.sort()).toEqual(['', null])
})

test('only the village head acknowledges, and nobody of another village is touched', async () => {
  const village = house.village()
  const neighbour = house.village(village.place.slice(0, 8))
  const enrolment = await enrolled(village)
  const siti = newcomer({ name: 'Siti' })
  await ok(village.as('facilitator').give(registerVolunteers, { enrolment, on, volunteers: [siti] }))
  const signing = { enrolment, volunteers: [siti.id], name: 'Lurah', note: '' }
  expect((await village.as('facilitator').give(acknowledgeRoll, signing)).status).toBe(403)
  const other = neighbour.as(['facilitator', 'village-head'])
  expect(refusals(await other.give(acknowledgeRoll, signing))).toEqual([
    'volunteers.no-such-enrolment enrolment',
  ])
  const taken = await other.give(changeVolunteer, { volunteer: siti.id, basedOn: 1, changes: { name: 'X' } })
  expect(refusals(taken)).toEqual(['volunteers.no-such-volunteer volunteer'])
  expect((await other.ask('volunteers.phone', { volunteer: siti.id })).status).toBe(422)
  expect(await rows(other, 'volunteer')).toEqual([])
  await ok(village.as('village-head').give(acknowledgeRoll, signing))
  const [row] = await rows<Acknowledgement>(village.as('village-head'), 'acknowledgement')
  expect(row).toMatchObject({ id: enrolment, signings: [{ name: 'Lurah', volunteers: [siti.id] }] })
})

test('malformed input is refused with the field it concerns', async () => {
  const village = house.village()
  const enrolment = await enrolled(village)
  const facilitator = village.as('facilitator')
  const bad = await facilitator.give(registerVolunteers, {
    enrolment,
    on: '2012-02-30',
    volunteers: [newcomer({ phone: 'tidak ada' })],
  })
  expect(bad.status).toBe(400)
  expect(refusals(bad)).toEqual(['platform.not-a-day on', 'volunteers.not-a-phone volunteers.0.phone'])
  const many = await facilitator.give(registerVolunteers, {
    enrolment,
    on,
    volunteers: Array.from({ length: 61 }, () => newcomer()),
  })
  expect(many.status).toBe(400)
})
