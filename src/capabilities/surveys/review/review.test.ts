import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { today } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import { lookInPlace } from '../../../platform/server/transaction.testing.ts'
import { blankHousehold, registerHousehold } from '../../people/household.ts'
import { telling, tells } from '../registry/taking.testing.ts'
import { comment, type Review, review, type SubmissionRow } from '../submission.ts'
import { closeSurvey, type SurveyRow } from '../survey.ts'
import { enrolled, factsOf, ok, refusals, surveyHere, surveysHouse } from '../surveys.testing.ts'
import type { SubmissionDetail } from './questions.ts'
import { mayBecome } from './rules.ts'
import { editedHere, type Stored, submissionHere } from './submissions.testing.ts'

const house = await surveysHouse()
afterAll(() => house.close())

async function here(given: Partial<Stored> = {}) {
  const village = house.village()
  const fas = village.as('facilitator')
  const enrolment = await enrolled(village)
  const { survey, form } = await surveyHere(house, village, { enrolment, kind: 'poor_families' })
  const one = (more: Partial<Stored> = {}) =>
    submissionHere(house, village, { survey, form, ...given, ...more })
  return { village, fas, survey, form, enrolment, one }
}
type Who = Awaited<ReturnType<typeof here>>['fas']

const judge = (
  ids: readonly string[],
  to: Review['to'],
  more: Partial<Review> = {},
  basedOn = 1,
): Review => ({
  items: ids.map((id) => ({ id, basedOn })),
  ...{ to, back: false, comment: '' },
  ...more,
})
const rowsOf = async (who: Who) =>
  new Map((await who.rows<SubmissionRow>('surveys.submission')).map((row) => [row.id, row]))
const countsOf = async (who: Who) => (await who.rows<SurveyRow>('surveys.survey'))[0]?.counts
const detailOf = async (who: Who, submission: string) =>
  (await who.ask('surveys.submission-detail', { submission })).body as unknown as SubmissionDetail

test('a reviewer approves many at once, the counts and the facts of the gate go with them', async () => {
  const { village, fas, enrolment, one } = await here()
  const ids = [await one(), await one(), await one()]
  await ok(fas.give(review, judge(ids.slice(0, 2), 'approved')))
  expect(await countsOf(fas)).toMatchObject({ received: 1, approved: 2 })
  expect((await rowsOf(fas)).get(ids[0] as string)).toMatchObject({ state: 'approved', version: 2 })
  expect(await factsOf(house, village, enrolment)).toMatchObject({
    'survey.poor_families.approved_percent': 66,
  })
})
test('who is sent back sees why on the phone, with the form to mend', async () => {
  const { fas, one } = await here()
  const id = await one({ xml: '<data><roof>x</roof></data>' })
  await ok(fas.give(review, judge([id], 'has-issues', { back: true, comment: 'Atapnya apa?' })))
  expect((await rowsOf(fas)).get(id)).toMatchObject({
    ...{ state: 'has-issues', returned: true, comment: 'Atapnya apa?', xml: '<data><roof>x</roof></data>' },
  })
})
test('a rejection, a sending back and an undoing say why; everything wrong is said at once', async () => {
  const { village, fas, one } = await here()
  const id = await one()
  expect(refusals(await fas.give(review, judge([id], 'rejected')))).toEqual([
    'surveys.comment-needed comment',
  ])
  expect(refusals(await fas.give(review, judge([id, id, newId()], 'received', { back: true }, 7)))).toEqual([
    'surveys.item-twice items',
    'surveys.back-only-with-issues back',
    'surveys.comment-needed comment',
    'surveys.judged-meanwhile items.0',
    'surveys.judged-meanwhile items.1',
    'surveys.no-such-submission items.2',
  ])
  await ok(fas.give(review, judge([id], 'approved')))
  expect(refusals(await fas.give(review, judge([id], 'received', {}, 2)))).toEqual([
    'surveys.comment-needed comment',
  ])
  await ok(fas.give(review, judge([id], 'received', { comment: 'Salah tekan' }, 2)))
  expect(mayBecome('rejected', 'approved')).toBe(false)
  expect((await village.as('volunteer').give(review, judge([id], 'approved'))).status).toBe(403)
})
test('of two reviewers the second looks again', async () => {
  const { fas, village, one } = await here()
  const id = await one()
  await ok(fas.give(review, judge([id], 'approved')))
  const other = village.as('board-secretary')
  const late = await other.give(review, judge([id], 'rejected', { comment: 'x' }))
  expect(refusals(late)).toEqual(['surveys.judged-meanwhile items.0'])
})
test('a rejected answer does not count as a visit, and counts again when it is taken back', async () => {
  const { fas, one } = await here()
  const household = newId()
  await ok(fas.give(registerHousehold, blankHousehold({ id: household })))
  const ids = [await one({ household }), await one({ household })]
  expect((await countsOf(fas))?.households).toBe(1)
  await ok(fas.give(review, judge([ids[0] as string], 'rejected', { comment: 'ganda' })))
  expect((await countsOf(fas))?.households).toBe(1)
  await ok(fas.give(review, judge([ids[1] as string], 'rejected', { comment: 'ganda' })))
  expect((await countsOf(fas))?.households).toBe(0)
  await ok(fas.give(review, judge([ids[1] as string], 'received', { comment: 'keliru' }, 2)))
  expect((await countsOf(fas))?.households).toBe(1)
})
test('a volunteer comments on what they sent themself, and on nothing of others', async () => {
  const { village, fas, one } = await here()
  const id = await one()
  const volunteer = village.as('volunteer')
  const said = () => volunteer.give(comment, { id: newId(), submission: id, text: 'Keluarga ini pindah' })
  expect(refusals(await said())).toEqual(['surveys.no-such-submission submission'])
  await lookInPlace(house.db, village.place, (tx) =>
    sql`update surveys.submission set created_by = ${volunteer.actor.account} where id = ${id}`.execute(tx),
  )
  await ok(said())
  expect((await detailOf(fas, id)).events.map(({ text }) => text)).toEqual(['', 'Keluarga ini pindah'])
})
test('what a survey was closed on is not judged anew', async () => {
  const { fas, survey, one } = await here()
  const id = await one()
  await ok(fas.give(review, judge([id], 'approved')))
  const close = {
    id: survey,
    basedOn: 1,
    on: today(),
    complete: true,
    reason: 'x',
  }
  await ok(fas.give(closeSurvey, close))
  const late = await fas.give(review, judge([id], 'has-issues', { comment: 'x' }, 2))
  expect(refusals(late)).toEqual(['surveys.closed-for-review'])
})
test('a reviewer reads one submission whole: who said what, when, and what differs', async () => {
  const { village, fas, one } = await here()
  const xml = (roof: string) =>
    `<data xmlns:orx="http://openrosa.org/xforms" id="@" version="1"><head_name>Sari</head_name><roof>${roof}</roof><orx:meta><orx:instanceID>uuid:1</orx:instanceID></orx:meta></data>`
  const formId = (await fas.rows<SurveyRow>('surveys.survey'))[0]?.formId ?? ''
  const id = await one({
    ...{ answers: { roof: 'zinc' }, personal: { head_name: 'Sari' }, name: 'Sari' },
    xml: xml('zinc').replace('@', formId),
  })
  await editedHere(house, village, id, xml('tile').replace('@', formId))
  await tells(
    house,
    fas,
    [telling({ dataset: 'keluarga', id: newId(), action: 'create', values: { no_kk: '1' } })],
    id,
  )
  await ok(fas.give(comment, { id: newId(), submission: id, text: 'Sudah ditanyakan' }))
  await ok(fas.give(review, judge([id], 'has-issues', { comment: 'Cek nomor KK' }, 2)))
  const detail = await detailOf(fas, id)
  expect(detail.answers).toEqual({ roof: 'zinc', head_name: 'Sari' })
  expect(detail.events.map(({ what, state, text }) => [what, state, text])).toEqual([
    ['received', 'received', ''],
    ['registry', null, ''],
    ['commented', null, 'Sudah ditanyakan'],
    ['judged', 'has-issues', 'Cek nomor KK'],
  ])
  expect(detail.editions.map((edition) => edition.changes)).toEqual([
    [],
    [{ path: 'roof', question: 'roof', before: 'zinc', after: 'tile' }],
  ])
  expect(detail.conflicts).toMatchObject([
    { dataset: 'keluarga', differences: [{ property: 'no_kk', mine: '1', theirs: null }] },
  ])
})
test('a volunteer reads what they sent themself, and nobody else’s', async () => {
  const { village, one } = await here()
  const volunteer = village.as('volunteer')
  const [own, other] = [await one({ by: volunteer.actor.account }), await one()]
  expect((await detailOf(volunteer, own)).row.id).toBe(own)
  const refused = await volunteer.ask('surveys.submission-detail', { submission: other })
  expect(refusals(refused)).toEqual(['surveys.not-yours submission'])
  expect(
    (await village.as('district-officer').ask('surveys.submission-detail', { submission: own })).status,
  ).toBe(403)
})
