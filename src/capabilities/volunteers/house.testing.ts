// A house with volunteers in it, and what below them they need.

import { expect } from 'vitest'
import { type House, type Person, testHouse, type Village } from '../../apps/server/village.testing.ts'
import { lastYear } from '../../kernel/day.testing.ts'
import { newId } from '../../kernel/id.ts'
import { inPlace } from '../../platform/server/transaction.ts'
import { meetingsServer } from '../meetings/server.ts'
import { peopleServer } from '../people/server.ts'
import { addLocalPlaces } from '../places/local-place.ts'
import { placesWithoutNation, seedRegions } from '../places/regions.testing.ts'
import * as programmes from '../programmes/enrolment.ts'
import { programmesServer } from '../programmes/server.ts'
import { takenUp } from '../programmes/shipped.testing.ts'
import { enrolmentStore } from '../programmes/store.ts'
import { volunteersRefusals } from './refusal-texts.ts'
import { volunteersServer } from './server.ts'

export const volunteersHouse = () =>
  testHouse(
    [placesWithoutNation, programmesServer, peopleServer, meetingsServer, volunteersServer],
    volunteersRefusals,
  )

/** A day after the programme started. */
export const on = lastYear('06-10')

type Answer = { status: number; body: { errors?: { code: string; field?: string }[] } }
/** What was refused, as "code field". */
export const refusals = (answer: Answer) =>
  (answer.body.errors ?? []).map((each) => `${each.code} ${each.field ?? ''}`.trim())

export async function ok(answer: Promise<{ status: number; body: unknown }>): Promise<void> {
  const { status, body } = await answer
  expect(body).toMatchObject({ status: 'done' })
  expect(status).toBe(200)
}

/** Takes P2KP up from the first of June last year, and gives the enrolment. */
export async function enrolled(village: Village, named = 'p2kp-2006'): Promise<string> {
  const facilitator = village.as('facilitator')
  const answer = await facilitator.ask('programmes.available')
  const { definitions } = answer.body as unknown as {
    definitions: { id: string; key: string; newest: boolean }[]
  }
  const programme = definitions.find((each) => each.id === named && each.newest)?.key ?? ''
  const id = newId()
  const input = {
    id,
    programme,
    startOn: lastYear('06-01'),
    ...takenUp,
  }
  await ok(facilitator.give(programmes.enrol, input))
  return id
}

/** The facts that programmes was told. */
export async function factsOf(house: House, village: Village, enrolment: string) {
  const facts = await inPlace(house.db, village.place, newId(), (tx) =>
    enrolmentStore(tx, village.place.slice(0, 8), village.place).facts(enrolment),
  )
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, fact.value]))
}

export const rows = <T extends { id: string }>(who: Person, collection: string) =>
  who.rows<T>(`volunteers.${collection}`)

/** One RW with so many RT; gives the ids of the RT. */
export async function withRts(house: House, village: Village, count: number): Promise<string[]> {
  await seedRegions(house.owner, [village.place])
  const blank = { name: null, households: null, settlement: null }
  const rw = { id: newId(), kind: 'rw' as const, number: 1, parent: null, ...blank }
  const places = Array.from({ length: count }, (_, i) => ({
    ...{ id: newId(), kind: 'rt' as const, number: i + 1, parent: rw.id },
    ...blank,
  }))
  await ok(village.as('facilitator').give(addLocalPlaces, { places: [rw, ...places] }))
  return places.map((each) => each.id)
}
