// What surveys tell the gates: the same on the phone, which counts rows, and on the server, which asks the database.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { House, Village } from '../../apps/server/village.testing.ts'
import { today } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { viewOf } from '../../kernel/view.ts'
import { detachFile } from '../meetings/commands.ts'
import { type Meeting, meetingCollection } from '../meetings/meeting.ts'
import { blankHousehold, householdCollection, registerMany } from '../people/household.ts'
import { addLocalPlaces, localCollection } from '../places/local-place.ts'
import { seedRegions } from '../places/regions.testing.ts'
import { type Gate, gatesOf, type Programme } from '../programmes/definition.ts'
import { gateState } from '../programmes/gates.ts'
import { type Answered, answersHere } from './answers.testing.ts'
import { surveyFacts } from './evidence.ts'
import { listingCollection, setListing } from './listing.ts'
import { type SubmissionState, submissionCollection, submissionStates } from './submission.ts'
import { agreeSurvey, closeSurvey, reopenSurvey, type SurveyRow, surveyCollection } from './survey.ts'
import {
  enrolled,
  factsOf,
  formHere,
  meetingHeld,
  ok,
  refusals,
  signedAndChecked,
  surveyHere,
  surveysHouse,
} from './surveys.testing.ts'

let house: House
beforeAll(async () => {
  house = await surveysHouse()
}, 60_000)
afterAll(() => house.close())

const collections = [
  meetingCollection,
  surveyCollection,
  submissionCollection,
  listingCollection,
  householdCollection,
  localCollection,
]

/** The facts by the phone's own copy. */
async function factsByPhone(village: Village, enrolment: string) {
  const facilitator = village.as('facilitator')
  const rows = await Promise.all(
    collections.map(async (collection) =>
      (await facilitator.rows<{ id: string }>(collection)).map((value) => ({
        collection,
        id: value.id,
        value,
      })),
    ),
  )
  const facts = surveyFacts(viewOf(village.place, rows.flat()), enrolment)
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, fact.value]))
}

/** So many households in each of so many RT, and as many without one. */
async function withHouseholds(village: Village, rts: number, each: number) {
  await seedRegions(house.owner, [village.place])
  const blank = { name: null, households: null, settlement: null }
  const rw = { id: newId(), kind: 'rw' as const, number: 1, parent: null, ...blank }
  const places = Array.from({ length: rts }, (_, i) => ({
    ...{ id: newId(), kind: 'rt' as const, number: i + 1, parent: rw.id },
    ...blank,
  }))
  await ok(village.as('facilitator').give(addLocalPlaces, { places: [rw, ...places] }))
  const homes = [...places, { id: null }].flatMap(({ id: localPlace }) =>
    Array.from({ length: each }, () => blankHousehold({ id: newId(), localPlace })),
  )
  await ok(village.as('facilitator').give(registerMany, { batch: newId(), households: homes, persons: [] }))
  return { rw: rw.id, rts: places.map((place) => place.id), homes }
}

const surveyFactsOnly = (facts: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => name.startsWith('survey.')))

describe('coverage', () => {
  test('households surveyed against households known, rounded down: 100 only when nobody is left', async () => {
    const village = house.village()
    const enrolment = await enrolled(village)
    const { homes } = await withHouseholds(village, 2, 60)
    const { survey } = await surveyHere(house, village, { enrolment, kind: 'poor_families' })
    const answers = homes.map(({ id: household }) => ({ household, state: 'approved' as const }))
    await answersHere(house, village, survey, answers.slice(1))
    const facts = await factsOf(house, village, enrolment)
    expect(facts).toMatchObject({
      'survey.poor_families.households_known': 180,
      'survey.poor_families.households_surveyed': 179,
      'survey.poor_families.coverage_percent': 99,
      'survey.poor_families.rt_coverage_percent': 100,
      'survey.poor_families.respondents': 179,
      'survey.poor_families.approved_percent': 100,
    })
    await answersHere(house, village, survey, answers.slice(0, 1))
    expect(await factsOf(house, village, enrolment)).toMatchObject({
      'survey.poor_families.coverage_percent': 100,
    })
  })

  test('a household or an RT that is put on record after everybody was asked is not reached yet', async () => {
    const village = house.village()
    const enrolment = await enrolled(village)
    const { rw, homes } = await withHouseholds(village, 1, 2)
    const { survey } = await surveyHere(house, village, { enrolment, kind: 'poor_families' })
    await answersHere(
      house,
      village,
      survey,
      homes.map(({ id: household }) => ({ household })),
    )
    const coverage = async () => {
      const facts = surveyFactsOnly(await factsOf(house, village, enrolment))
      expect(facts).toEqual(await factsByPhone(village, enrolment))
      return [
        facts['survey.poor_families.coverage_percent'],
        facts['survey.poor_families.rt_coverage_percent'],
      ]
    }
    expect(await coverage()).toEqual([100, 100])
    const rt = { id: newId(), kind: 'rt' as const, number: 2, parent: rw, name: null }
    const places = [{ ...rt, households: null, settlement: null }]
    await ok(village.as('facilitator').give(addLocalPlaces, { places }))
    expect(await coverage()).toEqual([100, 50])
    const households = [blankHousehold({ id: newId(), localPlace: rt.id })]
    await ok(village.as('facilitator').give(registerMany, { batch: newId(), households, persons: [] }))
    expect(await coverage()).toEqual([80, 50])
  })

  test('of an RW it is about the RT below it only', async () => {
    const village = house.village()
    const enrolment = await enrolled(village)
    const { rw, homes } = await withHouseholds(village, 2, 2)
    const { survey } = await surveyHere(house, village, {
      enrolment,
      kind: 'poor_families',
      localPlaces: [rw],
    })
    // The last two live in no RT that is on record.
    await answersHere(house, village, survey, [
      { household: homes[0]?.id ?? '' },
      { household: homes[5]?.id ?? '' },
    ])
    expect(await factsOf(house, village, enrolment)).toMatchObject({
      'survey.poor_families.households_known': 4,
      'survey.poor_families.households_surveyed': 1,
      'survey.poor_families.coverage_percent': 25,
      'survey.poor_families.rt_coverage_percent': 50,
    })
  })

  test('is not said where no household is on record; an open survey measures itself by its target', async () => {
    const village = house.village()
    const enrolment = await enrolled(village)
    await surveyHere(house, village, { enrolment, kind: 'poor_families' })
    const { survey } = await surveyHere(house, village, {
      ...{ enrolment, kind: 'real_needs', population: 'open', target: 8 },
      form: await formHere(house, { about: { kinds: ['real_needs'] } }),
    })
    await answersHere(house, village, survey, [{ state: 'approved' }, { state: 'rejected' }])
    const facts = await factsOf(house, village, enrolment)
    expect(facts).not.toHaveProperty('survey.poor_families.coverage_percent')
    expect(facts['survey.real_needs.coverage_percent']).toBe(12)
    expect(facts['survey.real_needs.respondents']).toBe(1)
  })

  test('whatever is answered, the server tells what the phone counts', async () => {
    const someAnswer = fc.record({
      home: fc.nat({ max: 11 }),
      known: fc.boolean(),
      state: fc.constantFrom(...submissionStates),
    })
    const survey = fc.record({
      kind: fc.constantFrom('poor_families', 'real_needs'),
      population: fc.constantFrom('households' as const, 'open' as const),
      reach: fc.subarray([0, 1, 2]),
      answers: fc.array(someAnswer, { maxLength: 12 }),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(survey, { minLength: 1, maxLength: 3 }),
        fc.nat({ max: 3 }),
        async (told, each) => {
          const village = house.village()
          const enrolment = await enrolled(village)
          const { rts, homes } = await withHouseholds(village, 3, each)
          for (const { kind, population, reach, answers } of told) {
            const localPlaces = reach.map((index) => rts[index] as string)
            const made = await surveyHere(house, village, { enrolment, kind, population, localPlaces })
            const given = answers.map(
              ({ home, known, state }): Answered => ({
                household: known ? (homes[home]?.id ?? null) : newId(),
                state: state as SubmissionState,
              }),
            )
            await answersHere(house, village, made.survey, given)
          }
          const byServer = surveyFactsOnly(await factsOf(house, village, enrolment))
          expect(byServer).toEqual(await factsByPhone(village, enrolment))
        },
      ),
      { numRuns: 12 },
    )
  }, 60_000)
})

describe('the survey of poor families', () => {
  const asked = ['completed', 'result_agreed', 'listed', 'criteria_agreed'] as const

  test('opens its gate when it is closed as complete, its list is made and the residents agreed', async () => {
    const village = house.village()
    const facilitator = village.as('facilitator')
    const enrolment = await enrolled(village)
    const { homes } = await withHouseholds(village, 1, 1)
    const { survey } = await surveyHere(house, village, { enrolment, kind: 'poor_families' })
    await answersHere(
      house,
      village,
      survey,
      homes.map(({ id: household }) => ({ household, state: 'approved' as const })),
    )
    const gate = async () => {
      const [programme] = await facilitator.rows<Programme & { id: string }>('programmes.programme')
      const gates = programme?.stages.flatMap((stage) => gatesOf(stage)) ?? []
      const poorList = gates.find((each) => each.id === 'poor_list') as Gate
      const values = Object.entries(await factsOf(house, village, enrolment))
      const facts = Object.fromEntries(values.map(([name, value]) => [name, { value, records: [] }]))
      return gateState(poorList, facts).state
    }
    const told = async () => {
      const facts = await factsOf(house, village, enrolment)
      return asked.map((name) => facts[`survey.poor_families.${name}`])
    }
    expect(await told()).toEqual([false, false, 0, false])
    expect(await gate()).toBe('unmet')
    const meeting = await meetingHeld(house, village)
    const version = async () =>
      (await facilitator.rows<SurveyRow>(surveyCollection)).find((each) => each.id === survey)?.version ?? 0
    const agree = async (what: 'criteria' | 'result') =>
      facilitator.give(agreeSurvey, {
        ...{
          id: survey,
          basedOn: await version(),
          what,
          on: today(),
          meeting,
          note: '',
          points: ['Lantai tanah'],
        },
      })
    await ok(agree('criteria'))
    expect(refusals(await agree('result'))).toEqual([
      'surveys.not-complete what',
      'surveys.listing-first what',
    ])
    const closing = { id: survey, basedOn: await version(), on: today(), complete: true, reason: '' }
    await ok(facilitator.give(closeSurvey, closing))
    expect(refusals(await agree('result'))).toEqual(['surveys.listing-first what'])
    const list = { id: newId(), survey, basedOn: 0, households: [homes[0]?.id ?? ''], note: '' }
    await ok(facilitator.give(setListing, { ...list, method: 'residents' }))
    await ok(agree('result'))
    expect(await told()).toEqual([true, true, 1, true])
    // What was agreed does not outlive its evidence: the scan of its minutes is taken off, and they are signed anew.
    const held = (await facilitator.rows<Meeting>(meetingCollection)).find((each) => each.id === meeting)
    const file = held?.signedMinutes?.paper.scan?.id ?? ''
    await ok(facilitator.give(detachFile, { meeting, file, reason: 'Salah pindai' }))
    expect(await told()).toEqual([true, false, 1, false])
    expect(surveyFactsOnly(await factsOf(house, village, enrolment))).toEqual(
      await factsByPhone(village, enrolment),
    )
    await signedAndChecked(house, village, meeting)
    expect(await told()).toEqual([true, true, 1, true])
    expect(await gate()).toBe('met')
    expect(surveyFactsOnly(await factsOf(house, village, enrolment))).toEqual(
      await factsByPhone(village, enrolment),
    )
    await ok(
      facilitator.give(reopenSurvey, { id: survey, basedOn: await version(), reason: 'RT 02 tertinggal' }),
    )
    expect(await told()).toEqual([false, false, 1, true])
    expect(await gate()).toBe('unmet')
  })
})
