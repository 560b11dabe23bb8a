// Over HTTP: the instruments in the library, measures set and asked, and who is told what.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { House, Village } from '../../../apps/server/village.testing.ts'
import { newId } from '../../../kernel/id.ts'
import { inPlace, nobody } from '../../../platform/server/transaction.ts'
import { readWorkbook } from '../../../xlsform/read-workbook.ts'
import { shippedInstruments } from '../instruments/instruments.testing.ts'
import { instrumentKey, startInstruments } from '../instruments/load.ts'
import { listForms } from '../library/form.ts'
import { formStore } from '../library/store-form.ts'
import { ok, refusals, surveyHere, surveysHouse } from '../surveys.testing.ts'
import { submitted } from './measure.testing.ts'
import { type MeasureAnswer, measureResult, setMeasure } from './measure.ts'
import { readyMeasure } from './ready-measure-rules.ts'

let house: House
let village: Village
const [rt1, rt2] = [newId(), newId()]
beforeAll(async () => {
  house = await surveysHouse()
  village = house.village()
})
afterAll(() => house.close())

const body = readyMeasure('rembug_multidimensional')
if (!body) throw new Error('no ready measure')
const keyOf = (id: string) => {
  const found = shippedInstruments.get(id)
  if (!found) throw new Error(id)
  return instrumentKey(found.model.formId, found.model.version)
}

describe('the instruments in the library', () => {
  it('stand there as shipped forms with what they say of themselves', async () => {
    const answer = await village.as('volunteer').ask(listForms.name)
    const { forms } = answer.body as unknown as {
      forms: { shipped: boolean; hasWorkbook: boolean; about: { standing: string } }[]
    }
    const shipped = forms.filter((form) => form.shipped)
    expect(shipped).toHaveLength(9)
    expect(shipped.every((form) => form.hasWorkbook && form.about.standing !== 'official')).toBe(true)
  })
  it('are stored once: a second start adds nothing', async () => {
    const library = async () => (await village.as('volunteer').ask(listForms.name)).body
    const before = await library()
    await startInstruments(house.services)
    expect(await library()).toEqual(before)
  })
  it('go out as XLSForm that reads as the same sheets', async () => {
    const source = await inPlace(house.db, null, nobody, (tx) => formStore(tx).source(keyOf('household')))
    const workbook = await readWorkbook(new Uint8Array(source?.workbook ?? []))
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(['survey', 'choices', 'entities', 'settings'])
    const written = shippedInstruments.get('household')?.workbook.sheets[0]?.rows
    expect(workbook.sheets[0]?.rows.length).toBe(written?.length)
  })
})

/** Ten cells of '1' and '0' as the open and the sealed answers of the short form. */
const cells = (text: string) => {
  const named = Object.fromEntries(body.indicators.map((each, at) => [each.question, text[at] ?? '0']))
  const { d_nutrition, d_child_mortality, ...open } = named
  return { open, personal: { d_nutrition, d_child_mortality, head_name: 'Wagiyem' } }
}

describe('a village counts its own poverty', () => {
  let survey = ''
  const homes = Array.from({ length: 8 }, () => newId())
  beforeAll(async () => {
    survey = (await surveyHere(house, village, { form: keyOf('multidimensional') })).survey
    const rows = ['1100000000', '1000111000', '0000111110', '0000000000', '0000000000', '0000000000']
    for (const [at, text] of rows.entries())
      await submitted(house, village, survey, {
        household: homes[at] ?? null,
        localPlace: at < 5 ? rt1 : rt2,
        ...cells(text),
        state: at === 0 ? 'approved' : 'received',
      })
    await submitted(house, village, survey, {
      household: homes[7] ?? null,
      localPlace: rt2,
      ...cells('1111111111'),
      state: 'rejected',
    })
  })
  const ask = async (who: Parameters<Village['as']>[0], more: Record<string, unknown> = {}) => {
    const answer = await village
      .as(who)
      .ask(measureResult.name, { survey, method: 'multidimensional', states: 'not-rejected', ...more })
    return {
      status: answer.status,
      body: answer.body as unknown as MeasureAnswer & { errors?: { code: string }[] },
    }
  }

  it('with the ready measure: two of six are poor, each lacks exactly a third', async () => {
    const { body: told } = await ask('facilitator')
    expect(told).toMatchObject({ households: 6, poor: 2, leftOut: 0, poorUnknown: 0 })
    expect(told.headcount).toBeCloseTo(1 / 3, 9)
    expect(told.intensity).toBeCloseTo(1 / 3, 9)
    expect(told.poorHouseholds.sort()).toEqual([homes[0], homes[1]].sort())
    expect(told.places.find((each) => each.place === rt1)).toMatchObject({ households: 5, poor: 2 })
  })
  it('only what was approved, when asked so', async () => {
    const { body: told } = await ask('facilitator', { states: 'approved' })
    expect(told).toMatchObject({ households: 1, poor: 1 })
  })
  it('a household that was asked again counts once, with its newest answers', async () => {
    await submitted(house, village, survey, {
      household: homes[5] ?? null,
      localPlace: rt2,
      ...cells('1111111111'),
      state: 'received',
    })
    const { body: told } = await ask('facilitator')
    expect(told).toMatchObject({ households: 6, repeated: 1, poor: 3 })
  })
  it('another measure can be tried without setting it', async () => {
    const trial = JSON.stringify({ ...body, k: 0.9 })
    expect((await ask('volunteer', { trial })).body).toMatchObject({ poor: 1 })
    expect((await ask('volunteer', { trial: '{}' })).body.errors?.[0]?.code).toBe(
      'surveys.measure-unreadable',
    )
  })
  it('officers above the village are told figures, and none of an RT', async () => {
    expect((await ask('city-officer')).body.errors?.[0]?.code).toBe('surveys.figures-when-closed')
    const at = await house.database.pool.query('update surveys.survey set state = $2 where id = $1', [
      survey,
      'closed',
    ])
    expect(at.rowCount).toBe(1)
    const { body: told } = await ask('city-officer')
    await house.database.pool.query('update surveys.survey set state = $2 where id = $1', [survey, 'open'])
    // Three of six are poor: too few to be told, and so are the others.
    expect(told).toMatchObject({
      households: 6,
      poor: null,
      intensity: null,
      patterns: [],
      poorHouseholds: [],
    })
    expect(told.places).toEqual([])
    const { body: counted } = await ask('board-member')
    expect(counted).toMatchObject({ households: 6, patterns: [], poorHouseholds: [] })
    expect(counted.places).not.toEqual([])
  })
  it('and do not try measures of their own, which would tell what is kept from them', async () => {
    const { body: told } = await ask('city-officer', { trial: JSON.stringify(body) })
    expect(told.errors?.[0]?.code).toBe('surveys.measure-trial')
  })
  it('a measure is set, changed, and not on top of somebody else', async () => {
    const facilitator = village.as('facilitator')
    const id = newId()
    await ok(facilitator.give(setMeasure, { id, survey, basedOn: 0, body: { ...body, k: 0.9 } }))
    expect((await ask('facilitator')).body.poor).toBe(1)
    const again = await facilitator.give(setMeasure, { id, survey, basedOn: 0, body })
    expect(refusals(again)).toEqual(['surveys.measure-changed'])
    await ok(facilitator.give(setMeasure, { id, survey, basedOn: 1, body }))
    expect((await ask('facilitator', { measure: id })).body.poor).toBe(3)
    expect((await ask('facilitator', { measure: newId() })).body.errors?.[0]?.code).toBe(
      'surveys.measure-gone',
    )
  })
  it('is not set by a volunteer, nor with a question that the form does not ask', async () => {
    const input = { id: newId(), survey, basedOn: 0, body }
    expect((await village.as('volunteer').give(setMeasure, input)).status).toBe(403)
    const [first] = body.indicators
    const strange = { ...body, indicators: first ? [{ ...first, question: 'no/such' }] : [] }
    expect(refusals(await village.as('facilitator').give(setMeasure, { ...input, body: strange }))).toEqual([
      'surveys.measure-question-unknown indicators',
    ])
  })
  it('the stages are for the form of the stages', async () => {
    expect((await ask('facilitator', { method: 'bkkbn' })).body.errors?.[0]?.code).toBe(
      'surveys.measure-other-form',
    )
  })
})

describe('stages and criteria counted from the answers', () => {
  it('families by stage; a form that says another stage is pointed out', async () => {
    const { survey } = await surveyHere(house, village, { form: keyOf('bkkbn_stages') })
    const personal = { 'ks1/k4': 'yes', 'ks1/k5': 'na', 'ks2/k11': 'yes', 'ks2/k14': 'na' }
    const open = (unmet: string, stage: string) => {
      const folder = (at: number) => (at <= 6 ? 'ks1' : at <= 14 ? 'ks2' : at <= 19 ? 'ks3' : 'ks3plus')
      const all = Array.from({ length: 21 }, (_, at) => `${folder(at + 1)}/k${at + 1}`).filter(
        (path) => !(path in personal),
      )
      return { ...Object.fromEntries(all.map((path) => [path, path === unmet ? 'no' : 'yes'])), stage }
    }
    const poor = newId()
    await submitted(house, village, survey, {
      household: poor,
      localPlace: rt1,
      open: open('ks1/k1', 'pre'),
      personal,
      state: 'received',
    })
    await submitted(house, village, survey, {
      household: newId(),
      localPlace: rt1,
      open: open('', 'ks2'),
      personal,
      state: 'received',
    })
    await submitted(house, village, survey, {
      household: newId(),
      localPlace: rt1,
      open: { stage: 'ks3' },
      personal,
      state: 'received',
    })
    const answer = await village
      .as('facilitator')
      .ask(measureResult.name, { survey, method: 'bkkbn', states: 'not-rejected' })
    const told = answer.body as unknown as MeasureAnswer
    expect(told).toMatchObject({ households: 2, poor: 1, leftOut: 1, poorHouseholds: [poor] })
    expect(told.classes.filter((each) => (each.households ?? 0) > 0)).toEqual([
      { class: 'pre', households: 1 },
      { class: 'ks3_plus', households: 1 },
    ])
    expect(told.differing).toHaveLength(1)
  })
})

describe('a survey of many pages', () => {
  const homes = [newId(), newId()]
  let [survey, there] = ['', village]
  beforeAll(async () => {
    there = house.village()
    survey = (await surveyHere(house, there, { form: keyOf('multidimensional') })).survey
    const put = (household: string, text: string) =>
      submitted(house, there, survey, { household, localPlace: rt1, ...cells(text), state: 'received' })
    const first = await put(homes[0] ?? '', '1111111111')
    const copied = await put(homes[1] ?? '', '0000000000')
    // As many as two pages more, of households that nobody knows and without what is personal.
    await house.database.pool.query(
      `insert into surveys.submission select t.* from surveys.submission s, generate_series(1, 1000) n, jsonb_populate_record(s,
         jsonb_build_object('id', gen_random_uuid(), 'seq', s.seq - 5000 - n, 'instance', 'uuid:' || n, 'root_instance', 'uuid:' || n,
           'household_id', null)) t
       where s.id = $1`,
      [copied],
    )
    await house.database.pool.query('update surveys.submission set seq = 1 where id = $1', [first])
    house.changedBehindLog = true
    await put(homes[0] ?? '', '0000000000')
    await put(newId(), '1100000000')
  })
  const ask = () =>
    there
      .as('facilitator')
      .ask(measureResult.name, { survey, method: 'multidimensional', states: 'not-rejected' })

  it('is counted a page at a time, and who asks for little meanwhile need not wait for the whole', async () => {
    // Which is first is the machine's affair; were it counted in one piece, the forms would never be.
    let [first, told] = ['', {} as MeasureAnswer]
    for (let tries = 0; tries < 8 && first !== 'the forms'; tries++) {
      const large = ask()
      await new Promise((later) => setTimeout(later, 5))
      const small = there.as('volunteer').ask(listForms.name)
      first = await Promise.race([large.then(() => 'the measure'), small.then(() => 'the forms')])
      told = (await large).body as unknown as MeasureAnswer
      await small
    }
    // The newest answer of a household counts, on whichever page its older one stands.
    expect(told).toMatchObject({ households: 3, leftOut: 1000, repeated: 1, poor: 1 })
    expect(first).toBe('the forms')
  })
  it('asked by several at once it is counted for each as it stands', async () => {
    const all = await Promise.all([ask(), ask(), ask()])
    for (const { body: told } of all) expect(told).toMatchObject({ households: 3, poor: 1 })
  })
})
