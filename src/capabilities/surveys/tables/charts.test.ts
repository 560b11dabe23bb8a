import { afterAll, expect, test } from 'vitest'
import { newId } from '../../../kernel/id.ts'
import { binStart, gatherDays, stepFor } from './bins.ts'
import type { Chart, Cross } from './questions.ts'
import { SurveyHouse, sentOn, tablesHouse } from './tables.testing.ts'

const house = await tablesHouse()
afterAll(() => house.close())

const codes = (answer: { body: unknown }) =>
  ((answer.body as { errors?: { code: string }[] }).errors ?? []).map((each) => each.code)

async function surveyed() {
  const at = await SurveyHouse.of(house, house.village())
  const rt = newId()
  const rows = [
    {
      roof: 'tiles',
      water: ['well', 'pipe'],
      area: 36.5,
      visited: '2012-10-01',
      size: '3',
      ages: [4, 30, 31],
    },
    { roof: 'tiles', water: ['well'], area: 20, visited: '2012-10-03', size: '1', ages: [70] },
    { roof: 'zinc', water: [], area: 54, visited: '2012-10-03', size: '2', ages: [30, 8] },
    { roof: 'palm', water: undefined, area: undefined, visited: undefined, size: '0', ages: [] },
  ]
  await at.fill(
    rows.map(({ roof, water, area, visited, size, ages }, n) => ({
      ...(n < 2 ? { rt } : {}),
      state: n === 0 ? ('approved' as const) : ('received' as const),
      open: {
        ...{
          'house/roof': roof,
          'house/water': water,
          'house/area': area,
          visited,
          size,
          remark: `catatan ${n}`,
        },
        member: ages.map((age, i) => ({
          age,
          sex: i % 2 ? 'm' : 'f',
          work: [{ kind: age > 15 ? 'tani' : 'sekolah' }],
        })),
      },
    })),
  )
  const who = at.village.as('facilitator')
  const chart = async (question: string, more: Record<string, string> = {}) =>
    (await who.ask('surveys.chart', { survey: at.survey, question, ...more })).body as unknown as Chart
  const cross = async (rows: string, columns: string, more: Record<string, string> = {}) =>
    (await who.ask('surveys.cross', { survey: at.survey, rows, columns, ...more })).body as unknown as Cross
  return { at, who, rt, chart, cross }
}
const bars = (chart: Chart) =>
  chart.bars.map(({ value, to, count }) => [value, ...(to === undefined ? [] : [to]), count])

test('choices are counted in the order of the form, those nobody chose too, and what is on no list', async () => {
  const { chart } = await surveyed()
  const roofs = await chart('house/roof')
  expect(bars(roofs)).toEqual([
    ['tiles', 2],
    ['zinc', 1],
    ['thatch', 0],
    ['palm', 1],
  ])
  expect(roofs).toMatchObject({ kind: 'choices', asked: 4, answered: 4, several: false })
  expect(roofs.bars[0]?.label).toMatchObject({ 'Bahasa Indonesia (id)': 'Genteng' })
  const water = await chart('house/water')
  expect(bars(water)).toEqual([
    ['well', 2],
    ['pipe', 1],
    ['river', 0],
  ])
  expect(water).toMatchObject({ asked: 4, answered: 3, several: true })
  expect(bars(await chart('house/roof', { state: 'approved' }))).toContainEqual(['tiles', 1])
})

test('numbers stand in ranges with what they come to; of a repeat, members are counted', async () => {
  const { chart } = await surveyed()
  const area = await chart('house/area')
  expect(bars(area)[0]).toEqual(['20', 25, 1])
  expect(area.bars.reduce((sum, bar) => sum + (bar.count ?? 0), 0)).toBe(3)
  expect(area).toMatchObject({
    asked: 4,
    answered: 3,
    summary: { min: 20, max: 54, median: 36.5, sum: 110.5 },
  })
  const ages = await chart('member/age')
  expect(ages).toMatchObject({ kind: 'numbers', asked: 6, answered: 6 })
  expect(ages.bars.find((bar) => bar.value === '30')?.count).toBe(3)
  expect(bars(await chart('member/work/kind'))).toEqual([
    ['tani', 4],
    ['sekolah', 2],
  ])
  expect(bars(await chart('size'))).toEqual([
    ['0', 1],
    ['1', 1],
    ['2', 1],
    ['3', 1],
  ])
})

test('days stand one after another, empty ones too; a submission has its day, state and RT', async () => {
  const { chart, rt } = await surveyed()
  expect(bars(await chart('visited'))).toEqual([
    ['2012-10-01', 1],
    ['2012-10-02', 0],
    ['2012-10-03', 2],
  ])
  expect(bars(await chart('@day'))).toEqual([[sentOn, 4]])
  expect(bars(await chart('@state'))).toEqual([
    ['received', 3],
    ['approved', 1],
  ])
  const byRt = await chart('@rt')
  expect(byRt).toMatchObject({ asked: 4, answered: 2, bars: [{ value: rt, count: 2 }] })
})

test('a cross-table has totals of rows and columns, and counts who did not answer', async () => {
  const { cross } = await surveyed()
  const table = await cross('house/roof', '@state')
  expect(table.columns.map(({ value, total }) => [value, total])).toEqual([
    ['approved', 1],
    ['received', 3],
  ])
  expect(table.rows.map(({ value, total, cells }) => [value, total, cells])).toEqual([
    ['tiles', 2, [1, 1]],
    ['zinc', 1, [0, 1]],
    ['palm', 1, [0, 1]],
  ])
  expect(table).toMatchObject({ total: 4, several: false, cut: false })
  const members = await cross('house/roof', 'member/sex')
  expect(members.total).toBe(6)
  expect(members.rows.find((row) => row.value === 'tiles')).toMatchObject({ total: 4, cells: [3, 1] })
  const ages = await cross('member/sex', 'member/work/kind')
  expect(ages.total).toBe(6)
  const water = await cross('house/water', 'house/area')
  expect(water).toMatchObject({ several: true, total: 5 })
  expect(water.rows.at(-1)).toMatchObject({ value: null })
})

test('personal questions and pictures are drawn nowhere, and two repeats side by side are not crossed', async () => {
  const { at, who } = await surveyed()
  const of = async (question: string) =>
    codes(await who.ask('surveys.chart', { survey: at.survey, question }))
  expect(await of('head')).toEqual(['surveys.personal-question'])
  expect(await of('nowhere')).toEqual(['surveys.no-such-question'])
  const stranger = house.village().as('facilitator')
  const other = await stranger.ask('surveys.chart', {
    survey: at.survey,
    question: '@state',
    place: at.village.place,
  })
  expect(other.status).toBe(403)
})

test('steps are of 1, 2 and 5, and a wrong century does not make a thousand bars', () => {
  expect([stepFor(0, 10, true), stepFor(0, 100, true), stepFor(0, 1, false), stepFor(5, 5, false)]).toEqual([
    1, 10, 0.1, 1,
  ])
  expect(binStart(3, 0.1)).toBe(0.3)
  const days = gatherDays(
    new Map([
      ['1026-01-01', 1],
      ['2012-01-01', 2],
      ['bukan hari', 9],
    ]),
  )
  expect(days.length).toBeLessThan(130)
  expect(days.reduce((sum, bar) => sum + bar.count, 0)).toBe(3)
})
