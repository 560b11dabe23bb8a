// Surveys over HTTP, as a phone gives them.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { House, Village } from '../../apps/server/village.testing.ts'
import { newId } from '../../kernel/id.ts'
import { type FormList, type FormRow, formCollection, retireForm } from './form.ts'
import type { Overview } from './overview.ts'
import { changeSurvey, openSurvey, type SurveyRow, surveyCollection } from './survey.ts'
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
  expect((await ask({ after: `${village.place} ~` })).surveys).toEqual([])
  expect((await camat.ask('surveys.overview', { place: '34.71.89' })).status).toBe(403)
})
