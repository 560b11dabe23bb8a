// One survey for several programmes of a village: asked once, and counted by each under a kind that the form was made for.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { House } from '../../apps/server/village.testing.ts'
import { today } from '../../kernel/day.ts'
import { answersHere } from './answers.testing.ts'
import {
  agreeSurvey,
  closeSurvey,
  openSurvey,
  type SurveyRow,
  serveAlso,
  surveyCollection,
} from './survey.ts'
import {
  enrolled,
  factsOf,
  formHere,
  meetingHeld,
  ok,
  refusals,
  surveyInput,
  surveysHouse,
} from './surveys.testing.ts'

let house: House
beforeAll(async () => {
  house = await surveysHouse()
}, 60_000)
afterAll(() => house.close())

const asResilience = (enrolment: string, kind: string | null = 'resilience') => [{ enrolment, kind }]

/** P2KP and the resilience programme side by side, and a form that fits a kind of each. */
async function twoProgrammes(kinds = ['problems_potentials', 'resilience']) {
  const village = house.village()
  const facilitator = village.as('facilitator')
  const [p2kp, resilience] = [await enrolled(village), await enrolled(village, 'social-resilience')]
  const form = await formHere(house, { about: { kinds } })
  const input = surveyInput(form, { enrolment: p2kp, kind: 'problems_potentials', population: 'open' })
  const { id } = input
  const basedOn = async () =>
    (await facilitator.rows<SurveyRow>(surveyCollection)).find((each) => each.id === id)?.version ?? 0
  const serve = async (alsoFor: ReturnType<typeof asResilience>) =>
    facilitator.give(serveAlso, { id, basedOn: await basedOn(), alsoFor })
  const agree = async (what: 'criteria' | 'result', meeting: string) =>
    facilitator.give(agreeSurvey, {
      ...{ id, basedOn: await basedOn(), what, on: today(), meeting, note: '', points: ['Lantai tanah'] },
    })
  const finish = async () => {
    await answersHere(house, village, id, [{ state: 'approved' }, { state: 'approved' }])
    const closing = { id, basedOn: await basedOn(), on: today(), complete: true, reason: '' }
    await ok(facilitator.give(closeSurvey, closing))
  }
  const told = async (enrolment: string, kind: string) => {
    const facts = await factsOf(house, village, enrolment)
    const names = ['completed', 'respondents', 'criteria_agreed', 'result_agreed']
    return names.map((name) => facts[`survey.${kind}.${name}`])
  }
  const both = async () => [await told(p2kp, 'problems_potentials'), await told(resilience, 'resilience')]
  return { village, facilitator, p2kp, resilience, input, serve, agree, finish, both }
}

test('what is asked for two programmes is counted by both, and agreed for both in a meeting of the village', async () => {
  const { village, facilitator, resilience, input, agree, finish, both } = await twoProgrammes()
  await ok(facilitator.give(openSurvey, { ...input, alsoFor: asResilience(resilience) }))
  await finish()
  await ok(agree('result', await meetingHeld(house, village)))
  const counted = [true, 2, false, true]
  expect(await both()).toEqual([counted, counted])
  const camat = village.as('district-officer')
  const found = await camat.ask('surveys.overview', { place: village.place, kind: 'resilience' })
  expect(found.body).toMatchObject({ surveys: [{ survey: input.id, kind: 'problems_potentials' }] })
})

test('a closed survey serves another programme later; what was agreed in a meeting of its own only is not agreed there', async () => {
  const { village, facilitator, p2kp, resilience, input, serve, agree, finish, both } = await twoProgrammes()
  await ok(facilitator.give(openSurvey, input))
  await finish()
  await ok(agree('criteria', await meetingHeld(house, village, { enrolment: p2kp })))
  await ok(serve(asResilience(resilience)))
  expect(await both()).toEqual([
    [true, 2, true, false],
    [true, 2, false, false],
  ])
  const shared = { enrolment: p2kp, alsoFor: asResilience(resilience, 'socialisation') }
  await ok(agree('criteria', await meetingHeld(house, village, shared)))
  expect((await both())[1]).toEqual([true, 2, true, false])
})

test('not for a programme of another village, one it serves already, or under a kind that neither it nor the form knows', async () => {
  const { facilitator, p2kp, resilience, input, serve } = await twoProgrammes(['problems_potentials'])
  await ok(facilitator.give(openSurvey, input))
  const why = async (alsoFor: ReturnType<typeof asResilience>) => refusals(await serve(alsoFor))
  expect(await why(asResilience(await enrolled(house.village())))).toEqual([
    'programmes.no-such-enrolment alsoFor',
  ])
  expect(await why(asResilience(p2kp, 'problems_potentials'))).toEqual(['programmes.served-twice alsoFor'])
  for (const kind of ['poor_families', null])
    expect(await why(asResilience(resilience, kind))).toEqual(['programmes.served-kind-unknown alsoFor'])
  expect(await why(asResilience(resilience))).toEqual(['surveys.form-of-other-kind alsoFor'])
})
