import { afterAll, expect, test } from 'vitest'
import { momentOn } from '../../../kernel/day.testing.ts'
import { addDays } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import type { Page, SurveyColumns } from './questions.ts'
import { ask, form, household, SurveyHouse, sentOn, tablesHouse } from './tables.testing.ts'

const house = await tablesHouse()
afterAll(() => house.close())

type Asker = {
  ask: (name: string, params: Record<string, string | number>) => Promise<{ status: number; body: unknown }>
}
const pageOf = async (who: Asker, at: SurveyHouse, params: Record<string, string | number> = {}) => {
  const { status, body } = await who.ask('surveys.page', { survey: at.survey, ...params })
  expect(body).toHaveProperty('rows')
  expect(status).toBe(200)
  return body as Page
}
const codes = (answer: { body: unknown }) =>
  ((answer.body as { errors?: { code: string }[] }).errors ?? []).map((each) => each.code)

const roofs = ['tiles', 'zinc', 'thatch']
const many = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    open: {
      'house/roof': roofs[n % 3] ?? '',
      'house/water': n % 2 ? ['well', 'pipe'] : ['river'],
      'house/area': n,
      visited: `2012-10-${String((n % 28) + 1).padStart(2, '0')}`,
      remark: `catatan ke-${n}`,
      member: [
        { age: n % 80, sex: 'f' },
        { age: 30, sex: 'm' },
      ],
    },
    personal: { head: `Ibu ${n}`, kk: '3471040101100001', member: [{ name: `Ani ${n}` }, { name: 'Budi' }] },
    state: n % 4 === 0 ? ('approved' as const) : ('received' as const),
  }))

test('the columns of a survey are its questions, those of repeats apart, with their privacy', async () => {
  const at = await SurveyHouse.of(house, house.village())
  const { body } = await at.village.as('facilitator').ask('surveys.columns', { survey: at.survey })
  const { tables, mayPersonal, title } = body as unknown as SurveyColumns
  expect(title).toBe('Rumah kita')
  expect(mayPersonal).toBe(true)
  expect(tables.map((table) => [table.path, table.parent, table.key])).toEqual([
    ['', null, ''],
    ['member', '', 'member'],
    ['member/work', 'member', 'work'],
  ])
  expect(tables[1]?.columns.map((column) => `${column.key} ${column.privacy}`)).toEqual([
    'name personal',
    'age open',
    'sex open',
  ])
})

test('pages go on and back by cursor, without loss or double, while others send', async () => {
  const at = await SurveyHouse.of(house, house.village())
  const ids = await at.fill(many(23))
  const who = at.village.as('volunteer')
  const first = await pageOf(who, at, { limit: 10 })
  expect(first).toMatchObject({ total: 23, whole: true, before: null })
  await at.fill(many(3))
  const second = await pageOf(who, at, { limit: 10, after: first.next ?? 0 })
  const third = await pageOf(who, at, { limit: 10, after: second.next ?? 0 })
  expect(third.next).toBeNull()
  const seen = [...first.rows, ...second.rows, ...third.rows].map((row) => row.id)
  expect(seen).toEqual(ids.toReversed())
  const back = await pageOf(who, at, { limit: 10, before: third.before ?? 0 })
  expect(back.rows.map((row) => row.id)).toEqual(second.rows.map((row) => row.id))
  const start = await pageOf(who, at, { limit: 20, before: back.before ?? 0 })
  expect(start.rows).toHaveLength(13)
  expect(start.before).toBeNull()
  const oldest = await pageOf(who, at, { limit: 5, order: 'oldest' })
  expect(oldest.rows.map((row) => row.id)).toEqual(ids.slice(0, 5))
  expect(oldest.total).toBe(26)
})

test('a page holds open answers; personal ones only when asked for by those who may, and it is logged', async () => {
  const at = await SurveyHouse.of(house, house.village())
  const [id] = await at.fill(many(1))
  const columns = 'head,house/roof,member'
  const open = await pageOf(at.village.as('facilitator'), at, { columns })
  expect(open.rows[0]).toMatchObject({ id, name: '', answers: { 'house/roof': 'tiles', member: 2 } })
  expect(JSON.stringify(open)).not.toContain('Ibu 0')
  const board = at.village.as('board-secretary')
  const whole = await pageOf(board, at, { columns, personal: 'yes' })
  expect(whole.rows[0]?.answers).toEqual({ head: 'Ibu 0', 'house/roof': 'tiles', member: 2 })
  const { rows } = await house.database.pool.query(
    'select what, subjects from platform.view_log where actor = $1',
    [board.actor.account],
  )
  expect(rows).toEqual([{ what: 'surveys.page', subjects: [id] }])
  for (const role of ['volunteer', 'board-member'] as const) {
    const refused = await at.village.as(role).ask('surveys.page', { survey: at.survey, personal: 'yes' })
    expect(codes(refused)).toEqual(['surveys.may-not-take-personal'])
  }
})

test('a board member sees open answers, and not who lives or asked where', async () => {
  const at = await SurveyHouse.of(house, house.village())
  await at.fill([{ ...many(1)[0], open: { 'house/roof': 'zinc' }, rt: newId() }])
  const page = await pageOf(at.village.as('board-member'), at)
  expect(page.rows[0]).toMatchObject({
    household: null,
    rt: null,
    by: null,
    answers: { 'house/roof': 'zinc' },
  })
  const sly = await at.village.as('board-member').ask('surveys.page', { survey: at.survey, by: newId() })
  expect(codes(sly)).toEqual(['surveys.personal-question'])
})

test('filters find by state, day, RT, surveyor, choice, number and text, also inside repeats', async () => {
  const at = await SurveyHouse.of(house, house.village())
  const [rt, by] = [newId(), newId()]
  const filled = many(40)
  await at.fill(
    filled.map((each, n) => ({
      ...each,
      ...(n === 7 ? { rt, by, at: momentOn(sentOn, '01:30').toISOString() } : {}),
    })),
  )
  const who = at.village.as('facilitator')
  const areas = async (params: Record<string, string>, wishes: object[] = []) => {
    const where = wishes.length > 0 ? { where: JSON.stringify(wishes) } : {}
    const page = await pageOf(who, at, { columns: 'house/area', limit: 200, ...params, ...where })
    expect(page.total).toBe(page.rows.length)
    return page.rows.map((row) => row.answers['house/area'] as number).sort((a, b) => a - b)
  }
  const numbers = (wanted: (n: number) => boolean) => Array.from({ length: 40 }, (_, n) => n).filter(wanted)
  expect(await areas({ state: 'approved' })).toEqual(numbers((n) => n % 4 === 0))
  expect(await areas({ rt })).toEqual([7])
  expect(await areas({ by })).toEqual([7])
  // 01.30 in Yogyakarta is still the day before in UTC.
  expect(await areas({ to: addDays(sentOn, -1) })).toEqual([])
  expect(await areas({ from: sentOn, to: sentOn })).toHaveLength(40)
  expect(await areas({}, [{ question: 'house/roof', in: ['zinc'] }])).toEqual(numbers((n) => n % 3 === 1))
  expect(await areas({}, [{ question: 'house/water', in: ['pipe', 'nothing'] }])).toEqual(
    numbers((n) => n % 2 === 1),
  )
  expect(await areas({}, [{ question: 'house/area', min: 10, max: 12 }])).toEqual([10, 11, 12])
  expect(await areas({}, [{ question: 'visited', min: '2012-10-27', max: '2012-10-27' }])).toEqual([26])
  expect(await areas({}, [{ question: 'remark', has: 'KE-39' }])).toEqual([39])
  expect(await areas({ state: 'received' }, [{ question: 'member/age', min: 35, max: 37 }])).toEqual([35, 37])
  const unreadable = await who.ask('surveys.page', { survey: at.survey, where: '[{"question":1}]' })
  expect(codes(unreadable)).toEqual(['surveys.filter-unreadable'])
  const secret = await who.ask('surveys.page', { survey: at.survey, where: '[{"question":"kk","has":"34"}]' })
  expect(codes(secret)).toEqual(['surveys.personal-question'])
})

test('a form that changed in the middle of a survey gives one table; what one version calls personal stays personal', async () => {
  const newer = form(
    [
      ask('house/roof', 'select_one', { list: 'roof' }),
      ask('remark', 'text', { privacy: 'personal' }),
      ask('toilet', 'text'),
    ],
    household.lists,
    '2',
  )
  const at = await SurveyHouse.of(house, house.village(), [household, newer])
  const [older] = at.forms
  await at.fill([
    { form: older ?? '', open: { 'house/roof': 'tiles', remark: 'lama' } },
    { open: { 'house/roof': 'zinc', toilet: 'ada' }, personal: { remark: 'baru' } },
  ])
  const who = at.village.as('facilitator')
  const { body } = await who.ask('surveys.columns', { survey: at.survey })
  const root = (body as unknown as SurveyColumns).tables[0]?.columns ?? []
  expect(root.slice(0, 4).map((column) => column.key)).toEqual(['house/roof', 'remark', 'toilet', 'head'])
  const columns = 'house/roof,remark,toilet'
  const open = await pageOf(who, at, { columns, order: 'oldest' })
  expect(open.rows.map((row) => row.answers)).toEqual([
    { 'house/roof': 'tiles' },
    { 'house/roof': 'zinc', toilet: 'ada' },
  ])
  const whole = await pageOf(who, at, { columns, order: 'oldest', personal: 'yes' })
  expect(whole.rows.map((row) => row.answers.remark)).toEqual(['lama', 'baru'])
})

test('another village gets nothing', async () => {
  const at = await SurveyHouse.of(house, house.village())
  await at.fill(many(2))
  const stranger = house.village(at.village.place.slice(0, 8)).as('facilitator')
  expect(codes(await stranger.ask('surveys.page', { survey: at.survey }))).toEqual(['surveys.not-here'])
  const sly = await stranger.ask('surveys.page', { survey: at.survey, place: at.village.place })
  expect(sly.status).toBe(403)
})
