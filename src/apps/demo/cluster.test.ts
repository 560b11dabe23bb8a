// The demonstration on a cluster of Citus, beside the same on one engine: only where CITUS_URL names the first server.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  bukitSuban,
  kampungLaut,
  tanjungPasir,
  tegalPanggung,
} from '../../capabilities/places/demo-places.ts'
import { stopChecking } from '../../capabilities/surveys/checking/jobs.ts'
import { canonical } from '../../kernel/canonical.ts'
import { nation } from '../../kernel/place-code.ts'
import type { TablePlan } from '../../platform/server/database/plan.ts'
import { declareDemo } from '../../platform/server/installation.ts'
import { platformMigrations } from '../../platform/server/migrations.ts'
import { inPlace, nobody } from '../../platform/server/transaction.ts'
import { isWhole, verifyLog } from '../../platform/server/verify.ts'
import { catalogue, serverCapabilities } from '../server/capabilities.ts'
import { type House, testHouse } from '../server/village.testing.ts'
import { loadDemo } from './demo.ts'

const cluster = process.env.CITUS_URL
const migrations = [...platformMigrations, ...serverCapabilities.flatMap((each) => each.migrations)]
const plan: readonly TablePlan[] = migrations.flatMap(({ tables }) => tables)

async function houseWithDemo(): Promise<House> {
  const house = await testHouse(serverCapabilities, catalogue)
  // What it finds comes in its own time, on one engine sooner than on the other.
  await stopChecking(house.services)
  await loadDemo(house, () => undefined)
  return house
}

const demoVillages = [tegalPanggung, tanjungPasir, kampungLaut, bukitSuban]
const fasOf = (house: House, village: string) => house.person(['facilitator'], village, village)

const instant = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)/g

/** As text, without moments, and of what is sealed or hashed only that it is there. */
function told(value: unknown): string {
  const text = JSON.stringify(value, (_key, inner) =>
    inner?.type === 'Buffer' ? `${inner.data.length} bytes` : inner,
  )
  return canonical(JSON.parse(text)).replace(instant, 'then')
}

/** What is made anew each time: ids of the server's own, salted digests of passwords. */
const made: Readonly<Record<string, readonly string[]>> = {
  'accounts.credential': ['password_hash'],
  'accounts.holding': ['id'],
  'surveys.event': ['id'],
  'surveys.conflict': ['id'],
}
/** A personal field of the log is there as its digest under a salt of its own. */
const salted = /"digest":"[0-9a-f]{64}"/g

async function contentOf({ database }: House, table: string): Promise<string[]> {
  const { rows } = await database.pool.query<Record<string, unknown>>(`select * from ${table}`)
  const without = Object.fromEntries((made[table] ?? []).map((column) => [column, 'made']))
  return rows.map((row) => told({ ...row, ...without }).replace(salted, 'digest')).sort()
}

describe.skipIf(!cluster)('on a cluster of Citus (CITUS_URL)', () => {
  let spread: House
  let single: House
  beforeAll(async () => {
    declareDemo(true)
    spread = await houseWithDemo()
    const { DATABASE_URL } = process.env
    delete process.env.CITUS_URL
    delete process.env.DATABASE_URL
    single = await houseWithDemo().finally(() => {
      process.env.CITUS_URL = cluster
      if (DATABASE_URL) process.env.DATABASE_URL = DATABASE_URL
    })
  }, 600_000)
  afterAll(async () => {
    declareDemo(false)
    await spread.close()
    await single.close()
  })

  test('every table lies where the plan says', async () => {
    const { rows } = await spread.database.pool.query<{ name: string; method: string }>(
      `select p.name, d.partmethod as method from unnest($1::text[]) as p (name)
       left join pg_dist_partition d on d.logicalrelid = p.name::regclass`,
      [plan.map(({ table }) => table)],
    )
    const methods = { place: 'h', reference: 'n', local: null }
    const wrong = rows.filter(({ name, method }) => {
      const kind = plan.find(({ table }) => table === name)?.kind ?? 'local'
      return method !== methods[kind]
    })
    expect(wrong).toEqual([])
  })

  test.each(plan.map(({ table }) => [table]))('%s holds what it holds on one engine', async (table) => {
    expect(await contentOf(spread, table)).toEqual(await contentOf(single, table))
  })

  test('home, meetings, a submission under review and the pages of officers are told alike over HTTP', async () => {
    const asked = async (house: House) => {
      const fas = fasOf(house, tegalPanggung)
      const officer = house.person(['national-officer'], nation, nation)
      const feed = await Promise.all(demoVillages.map((village) => fasOf(house, village).feed()))
      const submission = feed
        .flatMap(({ rows }) => rows)
        .find((row) => row.collection === 'surveys.submission')
      return Promise.all([
        fas.ask('programmes.mine'),
        fas.ask('meetings.upcoming'),
        fas.ask('surveys.submission-detail', { submission: submission?.id ?? '' }),
        officer.ask('programmes.progress'),
        officer.ask('surveys.overview'),
        fas.ask('people.counts'),
        ...feed.map((page) => ({ status: 200, body: page })),
      ])
    }
    const [here, there] = await Promise.all([asked(spread), asked(single)])
    expect(here.map(({ status }) => status)).toEqual(here.map(() => 200))
    expect(here.map(({ body }) => told(body))).toEqual(there.map(({ body }) => told(body)))
  })

  test('the chains of all villages are whole, and as long', async () => {
    const [here, there] = await Promise.all(
      [spread, single].map(({ db }) => inPlace(db, nation, nobody, verifyLog)),
    )
    expect(here && isWhole(here)).toBe(true)
    expect(here?.rows).toBe(there?.rows)
  })
})
