// Observations through the real door: noted, refused in words, kept from the wrong role, sent twice, withdrawn.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, type House, testHouse, type Village } from '../../apps/server/village.testing.ts'
import { daysFromToday } from '../../kernel/day.testing.ts'
import { newId } from '../../kernel/id.ts'
import { inPlace } from '../../platform/server/transaction.ts'
import { blankPerson, registerPerson } from '../people/person.ts'
import { peopleServer } from '../people/server.ts'
import { placesWithoutNation } from '../places/regions.testing.ts'
import { enrol } from '../programmes/enrolment.ts'
import { programmesServer } from '../programmes/server.ts'
import { takenUp } from '../programmes/shipped.testing.ts'
import { factsIn, type Told, toldCollection } from '../programmes/told.ts'
import {
  noteObservation,
  type Observation,
  observationCollection,
  withdrawObservation,
} from './observation.ts'
import { observationsServer } from './server.ts'
import { observationStore } from './store.ts'
import { observationsTexts } from './texts.ts'

let house: House
beforeAll(async () => {
  const capabilities = [placesWithoutNation, programmesServer, peopleServer, observationsServer]
  house = await testHouse(capabilities, observationsTexts)
})
afterAll(() => house.close())

async function taken(village: Village): Promise<string> {
  const facilitator = village.as('facilitator')
  const { definitions } = (await facilitator.ask('programmes.available')).body as unknown as {
    definitions: { id: string; key: string }[]
  }
  const programme = definitions.find((each) => each.id === 'p2kp-2006')?.key ?? ''
  const id = newId()
  const startOn = daysFromToday(-20)
  const given = {
    id,
    programme,
    startOn,
    ...takenUp,
  }
  expect((await facilitator.give(enrol, given)).status).toBe(200)
  return id
}

const seenOf = (enrolment: string, more: { seen?: string; quote?: string } = {}) => ({
  ...{ id: newId(), enrolment, outcome: 'understanding', on: daysFromToday(-2), photo: null, checks: [] },
  ...{ seen: 'Para ibu RT 03 menjelaskan sendiri tahap program kepada tetangganya', quote: '' },
  ...more,
})

const refusals = (answer: Answer) =>
  (answer.body.errors ?? []).map(({ code, field = '' }) => `${code} ${field}`.trim())

async function counted(village: Village): Promise<unknown> {
  const told = await village.as('facilitator').rows<Told>(toldCollection)
  return told
    .map((each) => factsIn(each)['observation.understanding']?.value)
    .find((each) => each !== undefined)
}

test('what was seen is noted once however often it is sent, in the name of whoever noted it, and counted', async () => {
  const village = house.village()
  const enrolment = await taken(village)
  const volunteer = village.as('volunteer')
  const input = seenOf(enrolment, { quote: 'Sekarang kami paham' })
  const once = { id: newId(), at: new Date() }
  expect((await volunteer.give(noteObservation, input, once)).status).toBe(200)
  expect((await volunteer.give(noteObservation, input, once)).status).toBe(200)
  const { body } = await village.as('auditor').ask('observations.list', { enrolment })
  const { observations } = body as unknown as { observations: Observation[] }
  expect(observations).toMatchObject([
    { seen: input.seen, quote: input.quote, byName: volunteer.actor.name, by: volunteer.actor.account },
  ])
  expect(await counted(village)).toBe(1)
})

test('a resident on record is not named, and nothing is kept of it', async () => {
  const village = house.village()
  const enrolment = await taken(village)
  const facilitator = village.as('facilitator')
  const person = blankPerson({ id: newId(), name: 'Kartika Wulandari', sex: 'female' })
  expect((await facilitator.give(registerPerson, person)).status).toBe(200)
  const named = seenOf(enrolment, { seen: 'Kartika Wulandari mengajak tetangganya' })
  expect(refusals(await facilitator.give(noteObservation, named))).toEqual(['observations.names-like seen'])
  expect(await facilitator.rows(observationCollection)).toEqual([])
})

test('an officer cannot ask by noting whether somebody is on record, and what is withdrawn makes no room', async () => {
  const village = house.village()
  const enrolment = await taken(village)
  const person = blankPerson({ id: newId(), name: 'Kartika Wulandari', sex: 'female' })
  expect((await village.as('facilitator').give(registerPerson, person)).status).toBe(200)
  const officer = village.as('city-officer', { at: village.place.slice(0, 5) })
  const asked = async (seen: string, on = daysFromToday(1)) =>
    refusals(await officer.give(noteObservation, { ...seenOf(enrolment, { seen }), on }))
  for (const name of ['Kartika Wulandari', 'Kartika Suharti'])
    expect(await asked(`Kata warga ${name} rajin`)).toEqual([
      'observations.day-ahead on',
      'observations.looks-named seen',
    ])
  expect(await asked('kartika wulandari rajin')).toEqual(['observations.day-ahead on'])
  const author = village.as('volunteer')
  const once = seenOf(enrolment)
  await author.give(noteObservation, once)
  await author.give(withdrawObservation, { observation: once.id, reason: 'Salah' })
  const count = await inPlace(house.db, village.place, newId(), (tx) =>
    observationStore({ tx, place: village.place, district: village.place.slice(0, 8) }).count(
      enrolment,
      once.outcome,
    ),
  )
  expect(count).toBe(1)
})

test('who only counts votes or gives money notes nothing and reads nothing', async () => {
  const village = house.village()
  const enrolment = await taken(village)
  for (const role of ['teller', 'partner'] as const) {
    expect((await village.as(role).give(noteObservation, seenOf(enrolment))).status).toBe(403)
    expect((await village.as(role).ask('observations.list', { enrolment })).status).toBe(403)
  }
})

test('an observation that was wrong is withdrawn with a reason: what it said is gone, and it counts no more', async () => {
  const village = house.village()
  const enrolment = await taken(village)
  const facilitator = village.as('facilitator')
  const input = seenOf(enrolment)
  const author = village.as('volunteer')
  await author.give(noteObservation, input)
  const withdrawing = { observation: input.id, reason: 'Salah desa' }
  for (const other of [village.as('volunteer'), village.as('village-head')])
    expect(refusals(await other.give(withdrawObservation, withdrawing))).toEqual([
      'observations.of-somebody-else',
    ])
  const own = seenOf(enrolment)
  await author.give(noteObservation, own)
  expect((await author.give(withdrawObservation, { ...withdrawing, observation: own.id })).status).toBe(200)
  expect((await facilitator.give(withdrawObservation, withdrawing)).status).toBe(200)
  const rows = await facilitator.rows<Observation>(observationCollection)
  expect(rows.find(({ id }) => id === input.id)).toMatchObject({
    seen: '',
    withdrawn: { reason: 'Salah desa' },
  })
  expect(await counted(village)).toBe(0)
  expect(refusals(await facilitator.give(withdrawObservation, withdrawing))).toEqual([
    'observations.withdrawn-already',
  ])
})
