// What the figures of a closed survey depend on, over HTTP: what changes them is counted anew, and nothing else is.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import * as z from 'zod/mini'
import type { House, Village } from '../../../apps/server/village.testing.ts'
import { query } from '../../../kernel/command.ts'
import { id } from '../../../kernel/fields.ts'
import { newId } from '../../../kernel/id.ts'
import { districtOf } from '../../../kernel/place-code.ts'
import { Refused, refuse } from '../../../kernel/refusal.ts'
import { answer, type ServerCapability } from '../../../platform/server/capability.ts'
import { declareSmallestFigure } from '../../../platform/server/installation.ts'
import { inPlace, nobody } from '../../../platform/server/transaction.ts'
import { shippedInstruments } from '../instruments/instruments.testing.ts'
import { instrumentKey } from '../instruments/load.ts'
import { submitted } from '../measure/measure.testing.ts'
import { type MeasureAnswer, setMeasure } from '../measure/measure.ts'
import { readyMeasure } from '../measure/ready-measure-rules.ts'
import { review } from '../submission.ts'
import { ok, surveyHere, surveysHouse } from '../surveys.testing.ts'
import { Figures } from './figures-at.ts'
import { figuresMade } from './making.ts'

const pieces = vi.fn(figuresMade)
const figures = new Figures(pieces)
const told = query({
  ...{ name: 'uji.figures', scope: 'village', roles: ['city-officer'], summary: 'What is told of a survey.' },
  ...{ input: z.strictObject({ survey: id() }), output: z.unknown() },
})
const above: ServerCapability = {
  ...{ name: 'uji', migrations: [] },
  queries: [answer(told, async ({ input, ...reading }) => (await figures.at(reading, input.survey)).measure)],
}

let house: House
let village: Village
let survey: string
const ids: string[] = []

const body = readyMeasure('rembug_multidimensional')
if (!body) throw new Error('no ready measure')
const model = shippedInstruments.get('multidimensional')?.model
if (!model) throw new Error('no such form')

/** Ten cells of '1' and '0' as the open and the sealed answers of the short form. */
const cells = (text: string) => {
  const named = Object.fromEntries(body.indicators.map((each, at) => [each.question, text[at] ?? '0']))
  const { d_nutrition, d_child_mortality, ...open } = named
  return { open, personal: { d_nutrition, d_child_mortality } }
}
const put = async (text: string, household: string | null = newId()) => {
  const id = await submitted(house, village, survey, {
    ...{ household, localPlace: null, ...cells(text), state: 'received' },
  })
  ids.push(id)
  return id
}
const here = (statement: string, ...more: unknown[]) =>
  house.database.pool.query(statement, [districtOf(village.place), ...more])
const state = (to: 'open' | 'closed') =>
  here('update surveys.survey set state = $3 where district_code = $1 and id = $2', survey, to)

const judged = (whose: readonly string[], to: 'approved' | 'rejected') => {
  const items = whose.map((id) => ({ id, basedOn: 1 }))
  return ok(village.as('facilitator').give(review, { items, to, back: false, comment: 'Salah rumah' }))
}

beforeAll(async () => {
  house = await surveysHouse([above])
})
afterAll(() => house.close())
beforeEach(async () => {
  declareSmallestFigure(3)
  village = house.village()
  survey = (await surveyHere(house, village, { form: instrumentKey(model.formId, model.version) })).survey
  ids.length = 0
  for (const text of ['1111000000', '0000111111', '0000000000', '0000000000'])
    for (let n = 0; n < 6; n++) await put(text)
  await state('closed')
  pieces.mockClear()
})
afterEach(() => declareSmallestFigure(5))

const ask = async (who = village.as('city-officer')) => {
  const answer = await who.ask(told.name, { survey })
  return answer.body as unknown as MeasureAnswer & { errors?: { code: string }[] }
}
const code = async () => (await ask()).errors?.[0]?.code

test('two who ask at once, and whoever asks after them, are told what was counted once', async () => {
  const [first, second] = await Promise.all([ask(), ask()])
  expect([first.households, first.poor]).toEqual([24, 12])
  expect([second, await ask()]).toEqual([first, first])
  expect(pieces).toHaveBeenCalledTimes(1)
})

test('what else is done in the village is not counted again: other surveys, an approval, closing a second time', async () => {
  const before = await ask()
  const other = await surveyHere(house, village)
  await submitted(house, village, other.survey, {
    ...{ household: null, localPlace: null, open: {}, personal: {}, state: 'received' },
  })
  await judged(ids.slice(0, 2), 'approved')
  await state('open')
  expect(await code()).toBe('surveys.figures-when-closed')
  await state('closed')
  expect(await ask()).toEqual(before)
  expect(pieces).toHaveBeenCalledTimes(1)
})

const household = newId()
test.each<[string, () => Promise<unknown>, Partial<MeasureAnswer>]>([
  ['another submission', () => put('1111000000'), { households: 25, poor: 13 }],
  ['one that is rejected', () => judged(ids.slice(23), 'rejected'), { households: 23, poor: 12 }],
  [
    'newer editions',
    () =>
      here(
        `update surveys.submission set instance = 'uuid:' || gen_random_uuid(), version = version + 1, answers = (select o.answers
          from surveys.submission o where o.district_code = $1 and o.id = $2) where district_code = $1 and id = any($3)`,
        ids[6],
        ids.slice(12, 18),
      ),
    { households: 24, poor: 18 },
  ],
  [
    'that two are of one household',
    () =>
      here(
        'update surveys.submission set household_id = $2 where district_code = $1 and id = any($3)',
        household,
        ids.slice(22),
      ),
    { households: 23, repeated: 1 },
  ],
  [
    'another measure',
    () =>
      ok(
        village
          .as('facilitator')
          .give(setMeasure, { id: newId(), survey, basedOn: 0, body: { ...body, k: 0.9 } }),
      ),
    { households: 24, poor: 0 },
  ],
  [
    'another version of the form',
    () =>
      here(
        `update surveys.survey set body = jsonb_set(body, '{versions}', (body -> 'versions') || to_jsonb(gen_random_uuid()::text))
          where district_code = $1 and id = $2`,
        survey,
      ),
    { households: 24, poor: 12 },
  ],
  ['how many a figure is of', async () => declareSmallestFigure(13), { households: 24, poor: null }],
  [
    'a household whose answers were made unreadable for good',
    () =>
      inPlace(house.db, village.place, nobody, (tx) =>
        house.services.vault.destroy(tx, {
          ...{ district: districtOf(village.place), place: village.place, subject: ids[0] ?? '' },
        }),
      ),
    { households: 23, poor: 11 },
  ],
])('%s is counted', async (_what, change, told) => {
  const before = await ask()
  expect(before).toMatchObject({ households: 24, poor: 12 })
  await change()
  expect(await ask()).toMatchObject(told)
  await ask()
  expect(pieces).toHaveBeenCalledTimes(2)
})

test('what changes while it is counted is counted again, and whoever asks is asked to come back when that goes on', async () => {
  let changing = 1
  pieces.mockImplementation(async (...given) => {
    const done = await figuresMade(...given)
    if (changing-- > 0) await put('1111000000')
    return done
  })
  expect(await ask()).toMatchObject({ households: 25, poor: 13 })
  changing = 9
  await put('0000000000')
  expect(await code()).toBe('surveys.figures-changing')
  changing = 0
  expect((await ask()).poor).toBeGreaterThan(13)
  pieces.mockImplementation(figuresMade)
})

test('a survey that takes too long says so, and is not tried again for every question', async () => {
  pieces.mockResolvedValueOnce(null)
  expect(await code()).toBe('surveys.figures-too-heavy')
  expect(await code()).toBe('surveys.figures-too-heavy')
  expect(pieces).toHaveBeenCalledTimes(1)
})

test('whoever waits for what another began works themselves where the other may do no more', async () => {
  const begun = Promise.withResolvers<void>()
  const waiting = Promise.withResolvers<void>()
  pieces.mockImplementationOnce(async () => {
    begun.resolve()
    await waiting.promise
    throw new Refused([refuse('platform.too-many')])
  })
  const first = code()
  await begun.promise
  const second = ask()
  await new Promise((later) => setTimeout(later, 300))
  waiting.resolve()
  expect(await first).toBe('platform.too-many')
  expect(await second).toMatchObject({ households: 24, poor: 12 })
  expect(pieces).toHaveBeenCalledTimes(2)
})

test('a thread that fails is a fault of that moment, and is not kept', async () => {
  pieces.mockRejectedValueOnce(new Error('no'))
  expect(await code()).toBe('platform.failed')
  expect(await ask()).toMatchObject({ households: 24, poor: 12 })
})
