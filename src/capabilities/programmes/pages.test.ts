// Pages of many villages: late ones first, each once; and totals that are what a count of the rows would say.

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, type Person, testHouse } from '../../apps/server/village.testing.ts'
import { daysFromToday } from '../../kernel/day.testing.ts'
import { addDays } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { nation } from '../../kernel/place-code.ts'
import { wholeOf } from '../../platform/browser/whole-list.ts'
import type { Tx } from '../../platform/server/db.ts'
import { inPlace, nobody } from '../../platform/server/transaction.ts'
import { insertRegions } from '../places/region-store.ts'
import { placesWithoutNation } from '../places/regions.testing.ts'
import type { NamedRole } from './definition.ts'
import * as commands from './enrolment.ts'
import type { DefinitionEntry, ProgressEntry, Totals } from './overview.ts'
import { adoptDates } from './schedule.ts'
import { programmesServer } from './server.ts'
import { takenUp } from './shipped.testing.ts'
import { definitionStore } from './store.ts'
import { fillStandings, type Listed, listEnrolments } from './store-list.ts'
import { recountAll } from './store-totals.ts'

type Page = { totals: Totals; villages: ProgressEntry[]; next: string | null }

const regency = '91.02'
const districts = [`${regency}.01`, `${regency}.02`]
let house: House
let officer: Person
const begun: { place: string; facilitator: Person; enrolment: string }[] = []

beforeAll(async () => {
  house = await testHouse([placesWithoutNation, programmesServer])
  officer = house.person(['national-officer'], nation, nation)
  const region = { from: daysFromToday(-4000), kind: 'district', predecessor: null, source: 'uji' }
  const known = districts.map((code) => ({
    ...region,
    code,
    name: code,
    level: 'district' as const,
    parent: regency,
  }))
  await insertRegions(house.owner, known)
  const { body } = await officer.ask('programmes.available')
  const offered = (body as unknown as { definitions: DefinitionEntry[] }).definitions
  const programme = offered.find(({ id }) => id === 'p2kp-2006')?.key ?? ''
  // Every second one is late since another day; one has not begun.
  for (let n = 0; n < 9; n++) {
    const village = house.village(districts[n % 2])
    const facilitator = village.as('facilitator')
    const startOn = n === 8 ? null : daysFromToday(n % 4 === 0 ? -5 : -40 - 7 * n)
    const input = {
      id: newId(),
      programme,
      startOn,
      ...takenUp,
    }
    expect((await facilitator.give(commands.enrol, input)).status).toBe(200)
    if (startOn) {
      const dates = [{ step: 'rkm', ends: addDays(startOn, 20), was: null }]
      const decision = { what: 'BA Rembug 001', on: startOn, by: 'Rembug warga' }
      const adopting = { enrolment: input.id, decision, dates }
      expect((await facilitator.give(adoptDates, adopting)).status).toBe(200)
    }
    begun.push({ place: village.place, facilitator, enrolment: input.id })
  }
})
afterAll(() => house.close())

const pageAt = async (place: string, after?: string): Promise<Page> => {
  const answer = await officer.ask('programmes.progress', { place, ...(after ? { after } : {}) })
  expect(answer.status).toBe(200)
  return answer.body as unknown as Page
}
const inNation = <T>(work: (tx: Tx) => Promise<T>) => inPlace(house.db, nation, nobody, work)
const kept = () =>
  inNation(
    async (tx) =>
      (await sql`/* many districts */ select * from programmes.district_total order by 1`.execute(tx)).rows,
  )

test('totals of the nation, of a regency and of a village are those of their lines', async () => {
  expect((await pageAt(nation)).totals).toEqual({ running: 8, late: 6, completed: 0, archived: 0, all: 9 })
  expect((await pageAt(regency)).totals).toEqual({ running: 8, late: 6, completed: 0, archived: 0, all: 9 })
  expect((await pageAt(districts[1] as string)).totals).toEqual({
    running: 4,
    late: 4,
    completed: 0,
    archived: 0,
    all: 4,
  })
  const { villages, totals } = await pageAt(begun[0]?.place ?? '')
  expect(villages).toHaveLength(1)
  expect(totals).toEqual({ running: 1, late: 0, completed: 0, archived: 0, all: 1 })
})

test('those that are late come first, longest first, and the rest by their codes', async () => {
  const { villages } = await pageAt(regency)
  const days = villages.map(({ lateDays }) => lateDays)
  expect(days.slice(0, 6)).toEqual([...days.slice(0, 6)].sort((a, b) => b - a))
  expect(days.slice(0, 6).every((late) => late > 0)).toBe(true)
  expect(days.slice(6)).toEqual([0, 0, 0])
  expect(villages.at(-1)?.status).toBe('draft')
})

test('walking on by the cursor meets each enrolment once, however small the pages', async () => {
  const met: string[] = []
  for (let after: string | undefined; ; ) {
    const rows = await inNation((tx) => listEnrolments(tx, [regency], after, 2))
    met.push(...rows.map(({ id }) => id))
    after = rows.at(-1)?.cursor
    if (rows.length < 2) break
  }
  expect(met).toHaveLength(9)
  expect(new Set(met)).toEqual(new Set(begun.map(({ enrolment }) => enrolment)))
})

test('a file of a regency is taken in pages as large as it asks, up to a limit, each line once and as many as are counted', async () => {
  const most = 4
  const run = { signal: new AbortController().signal, told: () => undefined }
  const lines = await wholeOf(
    async (after) => {
      const asked = { place: regency, most, ...(after ? { after } : {}) }
      const page = (await officer.ask('programmes.progress', asked)).body as unknown as Page
      expect(page.villages.length).toBeLessThanOrEqual(most)
      return { lines: page.villages, all: page.totals.all, next: page.next }
    },
    ({ enrolment }) => enrolment,
    run,
  )
  expect(lines.map(({ enrolment }) => enrolment).sort()).toEqual(
    begun.map(({ enrolment }) => enrolment).sort(),
  )
  expect((await officer.ask('programmes.progress', { place: regency, most: 201 })).status).toBe(400)
})

test('whatever is done to them, the totals kept are those of a recount', async () => {
  const [first, second, third] = begun
  const step = {
    enrolment: first?.enrolment ?? '',
    step: 'rkm',
    began: daysFromToday(-4),
    ended: daysFromToday(-1),
  }
  expect((await first?.facilitator.give(commands.noteStep, step))?.status).toBe(200)
  const reason = { enrolment: second?.enrolment ?? '', reason: 'keliru' }
  expect((await officer.give(commands.stop, reason, { place: second?.place ?? '' })).status).toBe(200)
  const again = {
    enrolment: third?.enrolment ?? '',
    step: 'rkm',
    began: daysFromToday(-50),
    ended: daysFromToday(-49),
  }
  expect((await third?.facilitator.give(commands.noteStep, again))?.status).toBe(200)
  const start = { enrolment: begun[8]?.enrolment ?? '', on: daysFromToday(-90) }
  expect((await begun[8]?.facilitator.give(commands.start, start))?.status).toBe(200)
  const before = await kept()
  await inNation(recountAll)
  expect(before).toEqual(await kept())
  expect((await pageAt(nation)).totals).toMatchObject({ running: 8, all: 9 })
})

test('rows of an older version are filled in when the server starts', async () => {
  const before = await kept()
  await sql`update programmes.enrolment set late_from = null`.execute(house.owner)
  await sql`update programmes.district_total set late_from = '{}', running = 0`.execute(house.owner)
  await inNation(fillStandings)
  expect(await kept()).toEqual(before)
})

test('an officer of one district counts nothing of the other, whatever is asked', async () => {
  const [here = '', there = ''] = districts
  const asker = house.person(['district-officer'], here, here)
  const seen = (await asker.ask('programmes.progress', { place: here })).body as unknown as Page
  expect(seen.totals.all).toBe(5)
  expect((await asker.ask('programmes.progress', { place: there })).status).toBe(403)
  const rows = await inPlace(house.db, here, nobody, async (tx) => {
    return (await sql`/* many districts */ select district_code from programmes.district_total`.execute(tx))
      .rows
  })
  expect(rows).toEqual([{ district_code: here }])
})

test('an officer is told which roles the programmes name that run below, and a village with none names none', async () => {
  const told = async (place: string) =>
    ((await officer.ask('programmes.roles', { place })).body as unknown as { programmes: NamedRole[][] })
      .programmes
  const [p2kp = [], ...more] = await told(regency)
  expect(more).toEqual([])
  expect(p2kp).toContainEqual({ role: 'board-member', title: null })
  expect(p2kp.map(({ role }) => role)).not.toContain('auditor')
  expect(await told('34.71')).toEqual([])
})

test('a definition is read once, shared by all who ask after, and changed by none of them', async () => {
  const { programme: key } = (
    await inNation((tx) => listEnrolments(tx, [regency], undefined, 1))
  )[0] as Listed
  const read = () => inNation((tx) => definitionStore(tx).body(key))
  const body = await read()
  expect(body?.id).toBe('p2kp-2006')
  expect(await read()).toBe(body)
  expect(() => body?.stages[0]?.steps.pop()).toThrow(TypeError)
})
