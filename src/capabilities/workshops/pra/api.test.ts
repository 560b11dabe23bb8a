// Charts through the real door: kept once, changed by two, refused in words, withdrawn with what they said.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, testHouse } from '../../../apps/server/village.testing.ts'
import { daysFromToday } from '../../../kernel/day.testing.ts'
import { newId } from '../../../kernel/id.ts'
import { inPlace } from '../../../platform/server/transaction.ts'
import { cancelMeeting, planMeeting } from '../../meetings/commands.ts'
import { plan } from '../../meetings/meetings.testing.ts'
import { meetingsServer } from '../../meetings/server.ts'
import { peopleServer } from '../../people/server.ts'
import { placesWithoutNation } from '../../places/regions.testing.ts'
import { programmesServer } from '../../programmes/server.ts'
import { enrolmentStore } from '../../programmes/store.ts'
import { enrolled, ok, refusals } from '../../surveys/surveys.testing.ts'
import { workshopsServer } from '../server.ts'
import { workshopsTexts } from '../texts.ts'
import * as nouns from './chart.ts'

let house: House
beforeAll(async () => {
  house = await testHouse(
    [placesWithoutNation, programmesServer, peopleServer, meetingsServer, workshopsServer],
    workshopsTexts,
  )
})
afterAll(() => house.close())

const said = (told: Record<string, string | number>) =>
  Object.entries({
    ...{ title: 'Kalender musim', on: daysFromToday(-2), facilitator: 'Dewi Lestari', women: 8, men: 5 },
    ...told,
  }).map(([at, to]) => ({ at, to }))

async function begun() {
  const village = house.village()
  const enrolment = await enrolled(village)
  const facilitator = village.as('facilitator')
  const planned = plan({ enrolment, group: 'workshop', kind: 'thematic', date: daysFromToday(-2) })
  await ok(facilitator.give(planMeeting, planned))
  const chart: nouns.StartChart = {
    ...{ id: newId(), meeting: planned.meeting, kind: 'calendar', photo: null },
    told: said({ 'row.a': 'Paceklik', 'mark.a': 'hunger', 'cell.a.m1': 3, 'order.a': 1 }),
  }
  const facts = () =>
    inPlace(house.db, village.place, newId(), (tx) =>
      enrolmentStore(tx, village.place.slice(0, 8), village.place).facts(enrolment),
    )
  const rows = () => facilitator.rows<nouns.Chart>(nouns.chartCollection)
  return { village, facilitator, chart, facts, rows, meeting: planned.meeting }
}
const change = (chart: nouns.StartChart, changes: nouns.ToldChange[]) => ({
  chart: chart.id,
  changes,
  photo: null,
})

test('a chart is kept once however often it is sent, by whoever helps, and counts for its workshop', async () => {
  const { village, chart, facts, rows } = await begun()
  const once = { id: newId(), at: new Date() }
  const member = village.as('board-member')
  expect((await member.give(nouns.startChart, chart, once)).status).toBe(200)
  expect((await member.give(nouns.startChart, chart, once)).status).toBe(200)
  expect(await rows()).toMatchObject([
    { told: { 'row.a': 'Paceklik', 'cell.a.m1': 3 }, byName: member.actor.name },
  ])
  expect((await facts())['workshop.thematic.charts']?.value).toBe(1)
})

test('two phones fill different months and both are kept; the same month otherwise is refused with both words', async () => {
  const { village, facilitator, chart, rows } = await begun()
  await ok(facilitator.give(nouns.startChart, chart))
  const other = village.as('volunteer')
  await ok(facilitator.give(nouns.changeChart, change(chart, [{ at: 'cell.a.m2', was: null, to: 2 }])))
  await ok(other.give(nouns.changeChart, change(chart, [{ at: 'cell.a.m3', was: null, to: 1 }])))
  const clash = await other.give(nouns.changeChart, change(chart, [{ at: 'cell.a.m2', was: null, to: 3 }]))
  expect(clash.body.errors).toMatchObject([
    { code: 'workshops.chart-clash', field: 'cells', facts: { at: 'cell.a.m2', yours: 3, theirs: 2 } },
  ])
  await ok(other.give(nouns.changeChart, change(chart, [{ at: 'cell.a.m2', was: 2, to: 3 }])))
  expect((await rows())[0]).toMatchObject({ version: 4, told: { 'cell.a.m2': 3, 'cell.a.m3': 1 } })
})

test('what is off its scale, outside the year or of no row is refused; so is a chart at no workshop', async () => {
  const { facilitator, chart, meeting } = await begun()
  const asked = async (told: Record<string, string | number>, more: Partial<nouns.StartChart> = {}) =>
    refusals(await facilitator.give(nouns.startChart, { ...chart, id: newId(), told: said(told), ...more }))
  expect(await asked({ 'row.a': 'Panen', 'cell.a.m13': 1 })).toEqual(['workshops.month-outside cells'])
  expect(await asked({ 'row.a': 'Panen', 'cell.a.m1': 4 })).toEqual(['workshops.chart-value cells'])
  expect(await asked({ 'row.a': 'Panen', 'row.b': 'panen ' })).toEqual(['workshops.row-twice rows'])
  expect(await asked({ 'row.a': 'Sumur' }, { kind: 'matrix' })).toEqual([
    'workshops.one-option rows',
    'workshops.few-columns columns',
  ])
  expect(await asked({ 'row.a': 'Panen' }, { meeting: newId() })).toEqual([
    'workshops.no-such-workshop meeting',
  ])
  const odd = { ...chart, id: newId(), told: [{ at: 'cell.a', to: 1 }] }
  expect((await facilitator.give(nouns.startChart, odd)).status).toBe(400)
  await ok(facilitator.give(cancelMeeting, { meeting, reason: 'Hujan lebat' }))
  expect(await asked({ 'row.a': 'Panen' })).toEqual(['workshops.cancelled meeting'])
})

test('a chart that was wrong is withdrawn: what it said is gone, and it counts no more', async () => {
  const { facilitator, chart, facts, rows } = await begun()
  await ok(facilitator.give(nouns.startChart, chart))
  await ok(facilitator.give(nouns.withdrawChart, { chart: chart.id, reason: 'Salah dusun' }))
  expect((await rows())[0]).toMatchObject({
    ...{ withdrawn: { reason: 'Salah dusun' }, photo: null },
    told: { title: 'Kalender musim', on: daysFromToday(-2) },
  })
  expect((await rows())[0]?.told['row.a']).toBeUndefined()
  expect((await facts())['workshop.thematic.charts']).toBeUndefined()
  const again = await facilitator.give(nouns.changeChart, change(chart, [{ at: 'note', was: null, to: 'x' }]))
  expect(refusals(again)).toEqual(['workshops.chart-withdrawn chart'])
})

test('only who works in the village keeps or reads charts', async () => {
  const { village, chart } = await begun()
  await ok(village.as('facilitator').give(nouns.startChart, chart))
  for (const role of ['auditor', 'partner', 'teller'] as const) {
    expect((await village.as(role).give(nouns.startChart, { ...chart, id: newId() })).status).toBe(403)
    expect(await village.as(role).rows(nouns.chartCollection)).toEqual([])
  }
})
