// Who helps one programme may help another of the village: one person, one roll each, and what each programme counts.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { House } from '../../apps/server/village.testing.ts'
import { newId } from '../../kernel/id.ts'
import { blankPerson, registerPerson } from '../people/person.ts'
import { enrolled, factsOf, ok, on, refusals, volunteersHouse } from './house.testing.ts'
import { formTeam } from './team.ts'
import { registerVolunteers, serveAlso, withdrawVolunteer } from './volunteer.ts'
import { newcomer } from './volunteers.testing.ts'

let house: House
beforeAll(async () => {
  house = await volunteersHouse()
})
afterAll(() => house.close())

async function twoProgrammes() {
  const village = house.village()
  const own = await enrolled(village)
  const other = await enrolled(village, 'pnpm-urban')
  const facilitator = village.as('facilitator')
  const count = async (enrolment: string) =>
    (await factsOf(house, village, enrolment))['volunteers.registered'] ?? 0
  return { village, own, other, facilitator, count }
}
const asWell = (...enrolments: string[]) => enrolments.map((enrolment) => ({ enrolment, kind: null }))

test('who comes forward for two programmes is counted by both, and may be in the team of either', async () => {
  const { village, own, other, facilitator, count } = await twoProgrammes()
  const [siti, budi] = [newcomer({ name: 'Siti' }), newcomer({ name: 'Budi', sex: 'male' })]
  const handful = { enrolment: own, on, volunteers: [siti, budi], alsoFor: asWell(other) }
  await ok(facilitator.give(registerVolunteers, handful))
  expect([await count(own), await count(other)]).toEqual([2, 2])
  const members = [{ volunteer: siti.id, duty: 'coordinator' as const }]
  const team = { team: newId(), kind: 'mapping', name: 'Tim', members, formedOn: on, meeting: null }
  await ok(facilitator.give(formTeam, { ...team, enrolment: other }))
  expect((await factsOf(house, village, other))['team.mapping.members']).toBe(1)
  await ok(facilitator.give(withdrawVolunteer, { volunteer: budi.id, on, reason: 'Pindah' }))
  expect([await count(own), await count(other)]).toEqual([1, 1])
})

test('one resident on the rolls of two programmes is added to a third once, however the lines are put together', async () => {
  const { village, own, other, facilitator, count } = await twoProgrammes()
  const third = await enrolled(village, 'tkpk-neighbourhood')
  const kartika = blankPerson({ id: newId(), name: 'Kartika Wulandari', sex: 'female' })
  await ok(facilitator.give(registerPerson, kartika))
  const rows = [own, other].map((enrolment) => ({
    enrolment,
    row: newcomer({ name: kartika.name, person: kartika.id }),
  }))
  for (const { enrolment, row } of rows)
    await ok(facilitator.give(registerVolunteers, { enrolment, on, volunteers: [row] }))
  const serve = (...volunteers: string[]) =>
    facilitator.give(serveAlso, { volunteers, alsoFor: asWell(third) })
  const [one, two] = rows.map(({ row }) => row.id) as [string, string]
  expect(refusals(await serve(one, two))).toEqual(['volunteers.same-person-twice volunteers'])
  expect(refusals(await serve(one, one))).toEqual([
    'volunteers.same-id-twice volunteers',
    'volunteers.same-person-twice volunteers',
  ])
  await ok(serve(one))
  expect(refusals(await serve(two))).toEqual(['volunteers.already-volunteer volunteers'])
  expect(await count(third)).toBe(1)
})

test('who was registered for one is added to another later, once, and only to one that runs here', async () => {
  const { own, other, facilitator, count } = await twoProgrammes()
  const siti = newcomer({ name: 'Siti' })
  await ok(facilitator.give(registerVolunteers, { enrolment: own, on, volunteers: [siti] }))
  expect([await count(own), await count(other)]).toEqual([1, 0])
  const serve = (enrolment: string) =>
    facilitator.give(serveAlso, { volunteers: [siti.id], alsoFor: asWell(enrolment) })
  const elsewhere = await enrolled(house.village())
  expect(refusals(await serve(elsewhere))).toEqual(['programmes.no-such-enrolment alsoFor'])
  expect(refusals(await serve(own))).toEqual(['programmes.served-twice alsoFor'])
  await ok(serve(other))
  expect([await count(own), await count(other)]).toEqual([1, 1])
  expect(refusals(await serve(other))).toEqual(['programmes.served-twice alsoFor'])
})
