// The profile of a survey over HTTP: of approved answers alone, to those who see where each was given, and logged.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { House } from '../../../apps/server/village.testing.ts'
import { newId } from '../../../kernel/id.ts'
import { addLocalPlaces } from '../../places/local-place.ts'
import { seedRegions } from '../../places/regions.testing.ts'
import { answersHere } from '../answers.testing.ts'
import { ok, surveyHere, surveysHouse } from '../surveys.testing.ts'
import type { Profile } from './profile.ts'

let house: House
beforeAll(async () => {
  house = await surveysHouse()
}, 60_000)
afterAll(() => house.close())

test('approved answers are counted by RT, for those who go from door to door and the village head', async () => {
  const village = house.village()
  await seedRegions(house.owner, [village.place])
  const blank = { name: null, households: null, settlement: null }
  const rw = { id: newId(), kind: 'rw' as const, number: 1, parent: null, ...blank }
  const rt = { id: newId(), kind: 'rt' as const, number: 1, parent: rw.id, ...blank }
  await ok(village.as('facilitator').give(addLocalPlaces, { places: [rw, rt] }))
  const { survey } = await surveyHere(house, village)
  await answersHere(house, village, survey, [
    { state: 'approved', localPlace: rt.id, open: { roof: 'tile' }, personal: { head_name: 'Bu Sari' } },
    { state: 'approved', localPlace: rt.id, open: { roof: 'zinc' } },
    { state: 'approved', open: { roof: 'zinc' } },
    { state: 'received', localPlace: rt.id, open: { roof: 'tile' } },
  ])
  const answer = await village.as('village-head').ask('surveys.profile', { survey })
  const profile = answer.body as unknown as Profile
  expect(answer.status).toBe(200)
  expect(profile.answers).toBe(3)
  const [roof] = profile.questions
  expect(roof?.choices.map(({ name }) => name)).toEqual(['tile', 'zinc'])
  expect(new Map(roof?.places.map((each) => [each.place, each.counts]))).toEqual(
    new Map([
      [rt.id, [1, 1]],
      [null, [0, 1]],
    ]),
  )
  expect(JSON.stringify(profile)).not.toContain('Bu Sari')
  for (const role of ['board-member', 'city-officer'] as const)
    expect((await village.as(role).ask('surveys.profile', { survey })).status).toBe(403)
})

test('a survey with thousands of answers is counted page by page', async () => {
  const village = house.village()
  const { survey } = await surveyHere(house, village)
  const many = Array.from({ length: 1100 }, (_, n) => ({
    ...{ state: 'approved' as const, open: { roof: n % 4 === 0 ? 'tile' : 'zinc' } },
  }))
  await answersHere(house, village, survey, many)
  const profile = (await village.as('facilitator').ask('surveys.profile', { survey }))
    .body as unknown as Profile
  expect(profile.answers).toBe(1100)
  expect(profile.questions[0]?.places).toEqual([{ place: null, answered: 1100, counts: [275, 825] }])
}, 60_000)
