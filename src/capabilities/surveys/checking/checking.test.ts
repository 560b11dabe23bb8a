// Over the real engine, in its process.
import { afterAll, expect, test } from 'vitest'
import { newId } from '../../../kernel/id.ts'
import type { FormModel } from '../../../xlsform/model.ts'
import { editedHere, type Stored, submissionHere } from '../review/submissions.testing.ts'
import { review, type SubmissionRow } from '../submission.ts'
import type { SurveyRow } from '../survey.ts'
import { formHere, modelOf, ok, surveyHere, surveysHouse } from '../surveys.testing.ts'
import { Checking } from './checking.ts'
import { EngineProcess } from './engine-process.ts'

const house = await surveysHouse()
const engine = new EngineProcess(1500)
const checking = new Checking(house.services, engine)
afterAll(async () => {
  engine.close()
  await house.close()
})
const checkAll = async () => {
  while ((await checking.round()) > 0);
}

type Parts = { binds: string; body?: string; instance?: string; files?: string[] }
const xformOf = (formId: string, { binds, body = '', instance = '<name/><roof/><m><age/></m>' }: Parts) =>
  `<?xml version="1.0"?><h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms">
  <h:head><h:title>t</h:title><model><instance><data id="${formId}" version="1">${instance}<orx:meta><orx:instanceID/></orx:meta></data></instance>
    ${binds}<bind nodeset="/data/orx:meta/orx:instanceID" type="string" jr:preload="uid"/></model></h:head>
  <h:body>${body}<input ref="/data/name"><label>Name</label></input></h:body></h:html>`

const usual: Parts = {
  binds: `<instance id="keluarga" src="jr://file-csv/keluarga.csv"/><bind nodeset="/data/name" required="true()"/>
    <bind nodeset="/data/roof" required="true()"/><bind nodeset="/data/m/age" type="int" constraint=". &lt; 120"/>`,
  body: `<select1 ref="/data/roof"><label>Home</label><itemset nodeset="instance('keluarga')/root/item"><value ref="name"/><label ref="label"/></itemset></select1>
    <group ref="/data/m"><label>m</label><repeat nodeset="/data/m"><input ref="/data/m/age"><label>age</label></input></repeat></group>`,
  files: ['keluarga.csv'],
}
const answers =
  (name: string, ages: readonly string[], roof: string = newId()) =>
  (formId: string) =>
    `<data xmlns:orx="http://openrosa.org/xforms" id="${formId}" version="1"><name>${name}</name><roof>${roof}</roof>` +
    `${ages.map((age) => `<m><age>${age}</age></m>`).join('')}<orx:meta><orx:instanceID>uuid:${newId()}</orx:instanceID></orx:meta></data>`

async function here(parts: Parts = usual) {
  const village = house.village()
  const formId = `form-${newId().slice(-8)}`
  const model: FormModel = modelOf(formId, '1', parts.files ?? [])
  const form = await formHere(house, { formId, model, xform: xformOf(formId, parts) })
  const { survey } = await surveyHere(house, village, { form })
  const fas = village.as('facilitator')
  const one = (xml: (formId: string) => string, more: Partial<Stored> = {}) =>
    submissionHere(house, village, { survey, form, checked: false, xml: xml(formId), ...more })
  const row = async (id: string) =>
    (await fas.rows<SubmissionRow>('surveys.submission')).find((each) => each.id === id)
  return { village, fas, formId, one, row }
}

test('a whole answer stays received; a household that is not on the list any more is no fault of it', async () => {
  const { one, row } = await here()
  const id = await one(answers('Sari', ['7', '40']))
  await checkAll()
  expect(await row(id)).toMatchObject({ state: 'received', doubts: [], version: 1 })
})
test('what the form does not allow is doubted, counted and shown on phones', async () => {
  const { fas, one, row } = await here()
  const id = await one(answers('', ['7', '130'], ''))
  await checkAll()
  expect(await row(id)).toMatchObject({
    ...{ state: 'has-issues', returned: false, version: 2 },
    doubts: [
      { path: '/data/name', code: 'surveys.check-required' },
      { path: '/data/roof', code: 'surveys.check-required' },
      { path: '/data/m[2]/age', code: 'surveys.check-constraint' },
    ],
  })
  const [survey] = await fas.rows<SurveyRow>('surveys.survey')
  expect(survey?.counts).toMatchObject({ received: 0, hasIssues: 1 })
})
test('a mended edition is looked at anew; who approved before the look stays approved', async () => {
  const { village, fas, formId, one, row } = await here()
  const [mended, approved] = [await one(answers('', ['7'])), await one(answers('', ['7']))]
  await ok(
    fas.give(review, { items: [{ id: approved, basedOn: 1 }], to: 'approved', back: false, comment: '' }),
  )
  await checkAll()
  expect(await row(approved)).toMatchObject({ state: 'approved', doubts: [{ path: '/data/name' }] })
  await editedHere(house, village, mended, answers('Sari', ['7'])(formId))
  await checkAll()
  expect((await row(mended))?.doubts).toEqual([])
})
test('a form that the engine does not take loses nothing: its submissions say that nobody checked them', async () => {
  const { one, row } = await here({ binds: '<bind nodeset="/data/name" calculate="((("/>' })
  const id = await one(answers('Sari', []))
  await checkAll()
  expect(await row(id)).toMatchObject({
    ...{ state: 'received', version: 1, doubts: [{ path: '', code: 'surveys.not-checked' }] },
  })
})
test('a form that never ends is ended, and the next village is checked all the same', async () => {
  const endless = await here({
    ...{ binds: '<bind nodeset="/data/many" type="int"/>', instance: '<name/><many/><m><age/></m>' },
    body: '<group ref="/data/m"><label>m</label><repeat nodeset="/data/m" jr:count="/data/many"><input ref="/data/m/age"><label>age</label></input></repeat></group>',
  })
  const many = (formId: string) =>
    answers('Sari', [])(formId).replace('<roof>', '<many>90000000</many><roof>')
  const stuck = await endless.one(many)
  const other = await here()
  const fine = await other.one(answers('', ['7']))
  await checkAll()
  expect((await endless.row(stuck))?.doubts).toEqual([{ path: '', code: 'surveys.not-checked' }])
  expect((await other.row(fine))?.doubts).toEqual([{ path: '/data/name', code: 'surveys.check-required' }])
})
test('a day that is not in the calendar is doubted, and the rest is looked at all the same', async () => {
  const read =
    '<bind nodeset="/data/made" calculate="concat(/data/name, \'\')"/><bind nodeset="/data/roof" calculate="string-length(/data/made)"/>'
  const binds = `${read}<bind nodeset="/data/m/age" required="true()"/>`
  const parts = {
    binds,
    instance: '<name/><roof/><made/><m><age/></m>',
    body: usual.body?.replace(/<select1.*<\/select1>/, '') ?? '',
  }
  const { one, row } = await here(parts)
  const id = await one(answers('2014-02-30', ['']))
  await checkAll()
  expect((await row(id))?.doubts).toEqual([
    { path: '/data/m[1]/age', code: 'surveys.check-required' },
    { path: '/data/name', code: 'surveys.check-no-day' },
  ])
})
