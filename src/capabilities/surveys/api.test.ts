// Surveys over HTTP, as a phone gives them.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { House, Village } from '../../apps/server/village.testing.ts'
import { today } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { answersHere } from './answers.testing.ts'
import { type FormList, type FormRow, formCollection, retireForm } from './library/form.ts'
import type { Overview } from './overview.ts'
import { changeSurvey, closeSurvey, openSurvey, type SurveyRow, surveyCollection } from './survey.ts'
import { enrolled, formHere, ok, refusals, surveyHere, surveyInput, surveysHouse } from './surveys.testing.ts'

let house: House
beforeAll(async () => {
  house = await surveysHouse()
}, 60_000)
afterAll(() => house.close())

const surveyOf = async (village: Village, id: string) => {
  const rows = await village.as('facilitator').rows<SurveyRow>(surveyCollection)
  return rows.find((each) => each.id === id) as SurveyRow
}

describe('opening a survey', () => {
  test('a survey that is opened stands on every phone of the village, with its form', async () => {
    const village = house.village()
    const { survey, form } = await surveyHere(house, village)
    expect(await surveyOf(village, survey)).toMatchObject({ state: 'open', form, counts: { received: 0 } })
    const forms = await village.as('volunteer').rows<FormRow>(formCollection)
    expect(forms.map((each) => each.id)).toEqual([form])
    expect(forms[0]?.xform).toContain('<h:html')
  })

  test('the same form is not asked by two open surveys at once', async () => {
    const village = house.village()
    const { form } = await surveyHere(house, village)
    const again = await village.as('facilitator').give(openSurvey, surveyInput(form))
    expect(again.status).toBe(422)
    expect(refusals(again)).toEqual(['surveys.form-open-already form'])
  })

  test('a form of another village, a retired one and one that waits for its pictures are refused', async () => {
    const village = house.village()
    const facilitator = village.as('facilitator')
    const open = async (form: string) => refusals(await facilitator.give(openSurvey, surveyInput(form)))
    const elsewhere = await formHere(house, { place: house.village().place })
    expect(await open(elsewhere)).toEqual(['surveys.form-elsewhere form'])
    const own = await formHere(house, { place: village.place })
    await ok(facilitator.give(retireForm, { form: own }))
    expect(await open(own)).toEqual(['surveys.form-retired form'])
    expect(await open(await formHere(house, { files: ['atap.jpg', 'keluarga.csv'] }))).toEqual([
      'surveys.form-files-missing form',
    ])
    expect(await open(newId())).toEqual(['surveys.no-such-form form'])
  })

  test('a newer version of the form is taken up, and the older one stays on the phones', async () => {
    const village = house.village()
    const { survey, form } = await surveyHere(house, village, {
      form: await formHere(house, { formId: 'rumah' }),
    })
    const newer = await formHere(house, { formId: 'rumah', version: '2' })
    const input = { id: survey, basedOn: 1, title: 'Rumah', form: newer, localPlaces: [], target: null }
    await ok(village.as('facilitator').give(changeSurvey, input))
    expect(await surveyOf(village, survey)).toMatchObject({
      form: newer,
      versions: [form, newer],
      version: 2,
    })
    const other = await formHere(house)
    const answer = await village.as('facilitator').give(changeSurvey, { ...input, basedOn: 2, form: other })
    expect(refusals(answer)).toEqual(['surveys.other-form form'])
  })
})

describe('the library', () => {
  test("a village sees its own forms, those of its kota and those of Rembug, and not its neighbour's", async () => {
    const village = house.village()
    const forms = await Promise.all(
      ['ID', village.place, village.place.slice(0, 5), house.village(village.place.slice(0, 8)).place].map(
        (place) => formHere(house, { place }),
      ),
    )
    const { body } = await village.as('facilitator').ask('surveys.forms')
    const ids = (body as unknown as FormList).forms.map((each) => each.id)
    expect(forms.map((form) => ids.includes(form))).toEqual([true, true, true, false])
  })
})

test('an officer sees how surveys stand in the villages of the area, and in no others', async () => {
  const village = house.village('34.71.88')
  const neighbour = house.village('34.71.89')
  const enrolment = await enrolled(village)
  const { survey } = await surveyHere(house, village, { enrolment, kind: 'poor_families' })
  await surveyHere(house, village)
  await surveyHere(house, neighbour)
  const camat = village.as('district-officer', { at: '34.71.88' })
  const ask = async (params: Record<string, string>) =>
    (await camat.ask('surveys.overview', { place: '34.71.88', ...params })).body as unknown as Overview
  expect((await ask({})).surveys).toHaveLength(2)
  const { surveys, next } = await ask({ kind: 'poor_families', state: 'open' })
  expect(surveys).toMatchObject([{ place: village.place, survey, complete: null, resultAgreed: false }])
  expect(next).toBeNull()
  const behindAll = `${village.place} ffffffff-ffff-ffff-ffff-ffffffffffff`
  expect((await ask({ after: behindAll })).surveys).toEqual([])
  expect((await camat.ask('surveys.overview', { after: `${village.place} ~` })).status).toBe(400)
  expect((await camat.ask('surveys.overview', { place: '34.71.89' })).status).toBe(403)
})

describe('two phones that were offline', () => {
  test('sent twice, a survey is opened once; opened on both, the second is told which one stands', async () => {
    const village = house.village()
    const form = await formHere(house)
    const [ani, budi] = [village.as('facilitator'), village.as('board-secretary')]
    const input = surveyInput(form, { title: 'Survei Ani' })
    const command = { id: newId(), at: new Date() }
    await ok(ani.give(openSurvey, input, command))
    expect((await ani.give(openSurvey, input, command)).body).toMatchObject({ status: 'before' })
    const second = await budi.give(openSurvey, surveyInput(form))
    expect(refusals(second)).toEqual(['surveys.form-open-already form'])
    expect(JSON.stringify(second.body)).toContain('Survei Ani')
    expect(await budi.rows(surveyCollection)).toHaveLength(1)
  })

  test('changed on both, the second sees that somebody else was there first; nothing of the first is lost', async () => {
    const village = house.village()
    const { survey, form } = await surveyHere(house, village)
    const change = (title: string) =>
      village
        .as('facilitator')
        .give(changeSurvey, { id: survey, basedOn: 1, title, form, localPlaces: [], target: null })
    await ok(change('RW 05'))
    expect(refusals(await change('RW 06'))).toEqual(['surveys.changed-meanwhile basedOn'])
    expect(await surveyOf(village, survey)).toMatchObject({ title: 'RW 05', version: 2 })
  })

  test('a survey that one closed while the other still filled: closing says what waits', async () => {
    const village = house.village()
    const { survey } = await surveyHere(house, village)
    await answersHere(house, village, survey, [{ state: 'approved' }, { state: 'received' }])
    const close = (complete: boolean, reason: string) =>
      village
        .as('facilitator')
        .give(closeSurvey, { id: survey, basedOn: 1, on: today('Asia/Jakarta'), complete, reason })
    expect(refusals(await close(true, 'Semua'))).toEqual(['surveys.waiting-for-review complete'])
    await ok(close(false, 'Banjir'))
    expect(await surveyOf(village, survey)).toMatchObject({
      state: 'closed',
      closed: { complete: false, reason: 'Banjir' },
    })
  })
})
