// The demonstration shows surveys at work, and is told only once.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { tegalPanggung } from '../../capabilities/places/demo-places.ts'
import { startChecking, stopChecking } from '../../capabilities/surveys/checking/jobs.ts'
import { manyDistricts } from '../../platform/server/database/plan.ts'
import { declareDemo } from '../../platform/server/installation.ts'
import { lookInPlace } from '../../platform/server/transaction.testing.ts'
import { catalogue, serverCapabilities } from '../server/capabilities.ts'
import { type House, testHouse } from '../server/village.testing.ts'
import { loadDemo } from './demo.ts'
import { demoId } from './ids.ts'

let house: House
beforeAll(async () => {
  declareDemo(true)
  house = await testHouse(serverCapabilities, catalogue)
  await loadDemo(house, () => undefined)
}, 180_000)
afterAll(async () => {
  declareDemo(false)
  await house.close()
})

type Row = {
  title: string
  state: string
  back: boolean
  doubts: string[]
  households: number
  count: number
}

/** How many submissions of each kind of standing there are. */
const standing = () =>
  lookInPlace(house.db, tegalPanggung, async (tx) => {
    const found = await sql<Row>`select s.body->>'title' as title, f.state, f.returned as back,
        array(select d->>'code' from jsonb_array_elements(f.doubts) d order by 1) as doubts,
        count(distinct f.household_id)::int as households, count(*)::int as count
      from surveys.submission f join surveys.survey s on s.district_code = f.district_code
        and s.village_code = f.village_code and s.id = f.survey_id
      where f.village_code = ${tegalPanggung} group by 1, 2, 3, 4 order by 1, 2, 3, 4`.execute(tx)
    return found.rows
  })

const rows = async (): Promise<number> => {
  const found = await sql<{ count: number }>`select (select count(*) from platform.log) +
    (select count(*) from surveys.submission) + (select count(*) from accounts.account) as count`.execute(
    house.owner,
  )
  return Number(found.rows[0]?.count)
}

const ofHouseholds = (found: readonly Row[]) => found.filter((row) => row.title.startsWith('Survei'))

test('a survey of households is half way, and what came is approved, waiting, sent back, turned down or in doubt', async () => {
  const found = await standing()
  const count = (state: string, back = false) =>
    ofHouseholds(found)
      .filter((row) => row.state === state && row.back === back)
      .reduce((sum, row) => sum + row.count, 0)
  expect(count('approved')).toBe(16)
  expect(count('received')).toBe(8)
  expect(count('has-issues', true)).toBe(2)
  expect(count('rejected')).toBe(1)
  expect(ofHouseholds(found).flatMap((row) => row.doubts)).toEqual(['surveys.registry-conflict'])
  expect(found.filter((row) => row.title.startsWith('Kebutuhan')).map((row) => row.count)).toEqual([6, 3])
})

test("ODK's engine finds nothing wrong in what waits but the one that was mistyped", async () => {
  await stopChecking(house.services)
  // What was approved is written by the same hand; each takes the engine up to two seconds.
  await sql`update surveys.submission set checked_at = now() where state = 'approved'`.execute(house.owner)
  await startChecking(house.services, { lookEvery: 100, quietFor: 100, patience: 20_000 })
  const unchecked = async () => {
    const found = await sql<{ count: number }>`select count(*)::int as count from surveys.submission
      where checked_at is null`.execute(house.owner)
    return found.rows[0]?.count
  }
  await vi.waitFor(async () => expect(await unchecked()).toBe(0), { timeout: 90_000, interval: 500 })
  const doubted = (await standing()).filter((row) => row.doubts.length > 0)
  expect(doubted.map(({ state, doubts, count }) => [state, doubts, count])).toEqual([
    ['has-issues', ['surveys.check-constraint'], 1],
    ['received', ['surveys.registry-conflict'], 1],
  ])
}, 120_000)

test('nothing in it is late, for no village decided on a day that has passed', async () => {
  const late =
    await sql`${sql.raw(manyDistricts)}select village_code from programmes.enrolment where late_from <= current_date`.execute(
      house.owner,
    )
  expect(late.rows).toEqual([])
})

test('a signature on paper counts where it was checked, and a document that came is on record', async () => {
  const names = ['meeting.coordination.acknowledged_on_paper', 'document.plan_approval.registered']
  const told = await lookInPlace(house.db, tegalPanggung, (tx) =>
    sql<{ name: string; value: unknown }>`select name, value from programmes.fact
      where village_code = ${tegalPanggung} and name = any(${[...names, 'meeting.preparation.acknowledged']})`.execute(
      tx,
    ),
  )
  const facts = Object.fromEntries(told.rows.map(({ name, value }) => [name, value]))
  expect(names.map((name) => facts[name])).toEqual([true, true])
  expect(facts['meeting.preparation.acknowledged'] ?? false).toBe(false)
})

test('loaded a second time, it is as it was', async () => {
  const before = await rows()
  await loadDemo(house, () => undefined)
  expect(await rows()).toBe(before)
  // Not only because it is marked as whole: what is told again is known already.
  const mark = demoId('account', 'penutup')
  await sql`delete from accounts.credential where account_id = ${mark}`.execute(house.owner)
  await sql`delete from accounts.account where id = ${mark}`.execute(house.owner)
  await loadDemo(house, () => undefined)
  expect(await rows()).toBe(before)
}, 120_000)
