// What somebody would try who sees a survey's figures and wants to know whose they are.
import { afterAll, expect, test } from 'vitest'
import { newId } from '../../../kernel/id.ts'
import type { Chart, Page } from './questions.ts'
import { SurveyHouse, tablesHouse } from './tables.testing.ts'

const house = await tablesHouse()
afterAll(() => house.close())

async function surveyed() {
  const at = await SurveyHouse.of(house, house.village())
  const rt = newId()
  await at.fill([
    { open: { 'house/roof': 'zinc' }, personal: { head: 'Bu Ngatinah' }, name: 'Bu Ngatinah', rt },
    { open: { 'house/roof': 'tiles' } },
  ])
  return { at, rt }
}
const codes = (answer: { body: unknown }) =>
  ((answer.body as { errors?: { code: string }[] }).errors ?? []).map((each) => each.code)

test('who is not told whose answers they are does not learn by a chart or a cross-table in which RT one was given', async () => {
  const { at } = await surveyed()
  for (const role of ['board-member', 'unit-manager'] as const) {
    const who = at.village.as(role)
    const chart = await who.ask('surveys.chart', { survey: at.survey, question: '@rt' })
    expect([role, codes(chart)]).toEqual([role, ['surveys.personal-question']])
    for (const [rows, columns] of [
      ['@rt', 'house/roof'],
      ['house/roof', '@rt'],
    ] as const) {
      const cross = await who.ask('surveys.cross', { survey: at.survey, rows, columns })
      expect([role, codes(cross)]).toEqual([role, ['surveys.personal-question']])
    }
  }
  const here = await at.village.as('facilitator').ask('surveys.chart', { survey: at.survey, question: '@rt' })
  expect(here.status).toBe(200)
})

test('who sees no names on the phone sees none in a table: no household, no RT, no surveyor', async () => {
  const { at, rt } = await surveyed()
  for (const role of ['board-member', 'unit-manager'] as const) {
    const who = at.village.as(role)
    const plain = (await who.ask('surveys.page', { survey: at.survey })).body as unknown as Page
    expect(plain.rows.map((row) => [row.household, row.rt, row.by, row.name])).toEqual([
      [null, null, null, ''],
      [null, null, null, ''],
    ])
    expect(codes(await who.ask('surveys.page', { survey: at.survey, personal: 'yes' }))).toEqual([
      'surveys.may-not-take-personal',
    ])
    expect(codes(await who.ask('surveys.page', { survey: at.survey, rt }))).toEqual([
      'surveys.personal-question',
    ])
  }
})

test('above the village a closed survey is told one question at a time, and nobody is known by a figure', async () => {
  const at = await SurveyHouse.of(house, house.village())
  const roofs = [...Array<string>(9).fill('tiles'), ...Array<string>(7).fill('zinc'), 'thatch']
  await at.fill(roofs.map((roof) => ({ open: { 'house/roof': roof, remark: 'kata', size: 3 } })))
  const camat = at.village.as('district-officer')
  const ask = (question: string, more = {}) =>
    camat.ask('surveys.chart', { survey: at.survey, question, ...more })
  expect(codes(await ask('house/roof'))).toEqual(['surveys.figures-when-closed'])
  await house.database.pool.query("update surveys.survey set state = 'closed' where id = $1", [at.survey])
  const chart = (await ask('house/roof')).body as unknown as Chart
  expect(chart).toMatchObject({ asked: 17, answered: 17, summary: null })
  expect(chart.bars.map(({ value, count }) => [value, count])).toEqual([
    ['tiles', 9],
    ['zinc', null],
    ['thatch', null],
  ])
  const auditor = await at.village
    .as('auditor')
    .ask('surveys.chart', { survey: at.survey, question: 'house/roof' })
  expect(auditor.body).toEqual(chart)
  for (const question of ['remark', 'size', 'head', 'member/age', '@rt', '@day', '@state'])
    expect([question, ...codes(await ask(question))]).toEqual([question, 'surveys.figures-fixed'])
  expect(codes(await ask('house/roof', { state: 'received' }))).toEqual(['surveys.figures-fixed'])
})
