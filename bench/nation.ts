// Pages of the nation with every village enrolled: totals, late ones first, on by the cursor; and whether what is kept is
// what a count of the rows says. `node scripts/node.mjs bench/nation.ts`, with DATABASE_URL for PostgreSQL too.
import { loadavg } from 'node:os'
import type { EnrolmentRow } from '../src/capabilities/programmes/enrolment.ts'
import { lateFrom } from '../src/capabilities/programmes/late-from.ts'
import { lateness } from '../src/capabilities/programmes/lateness.ts'
import type { Totals } from '../src/capabilities/programmes/overview.ts'
import { actualsOf } from '../src/capabilities/programmes/progress.ts'
import { shippedProgramme } from '../src/capabilities/programmes/shipped.testing.ts'
import { definitionKey } from '../src/capabilities/programmes/store.ts'
import { listEnrolments } from '../src/capabilities/programmes/store-list.ts'
import { recountAll, totalsOf } from '../src/capabilities/programmes/store-totals.ts'
import { addDays, type Day, today } from '../src/kernel/day.ts'
import { newId } from '../src/kernel/id.ts'
import { covers, districtOf, nation, zoneOf } from '../src/kernel/place-code.ts'
import type { Tx } from '../src/platform/server/db.ts'
import { inPlace, nobody } from '../src/platform/server/transaction.ts'
import { type BenchHouse, benchHouse, clientAddress, engines, median, ratio } from './house.ts'

const limits = { nation: 20, district: 5 }
const rounds = 41
const page = 50
const programme = shippedProgramme('p2kp-2006')
const programmeKey = definitionKey('p2kp-2006', 1, nation)

type Made = {
  id: string
  place: string
  status: 'started' | 'completed' | 'draft'
  start: Day
  actuals: EnrolmentRow['actuals']
}

function made(place: string, n: number): Made {
  const start = addDays(today(), -((n * 7919) % 700))
  const status = n % 20 === 0 ? 'draft' : n % 10 === 3 ? 'completed' : 'started'
  const rkm = { began: start, ended: addDays(start, n % 40) }
  return { id: newId(), place, status, start, actuals: n % 3 === 0 && rkm.ended <= today() ? { rkm } : {} }
}

const rowOf = ({ id, status, start, actuals }: Made) => ({
  ...{
    id,
    subject: null,
    programme: programmeKey,
    status,
    startedOn: start,
    endedOn: null,
    category: null,
  },
  ...{ eligibility: {}, numbers: {}, actuals, stages: {}, history: [], facilitator: null, version: 1 },
  // Only a date that was adopted can be late.
  adopted: {
    rkm: { ends: addDays(start, 20), what: 'BA 1', decidedOn: start, by: 'Rembug', notedOn: start },
  },
})

/** Plans are alike where dates are; there are some thousands of them. */
function remembered<T>(of: (each: Made) => T): (each: Made) => T {
  const known = new Map<string, T>()
  return (each) => {
    const key = `${each.status} ${each.start} ${JSON.stringify(each.actuals)} ${zoneOf(each.place)}`
    if (!known.has(key)) known.set(key, of(each))
    return known.get(key) as T
  }
}
const since = remembered((each) => lateFrom(programme, rowOf(each), {}))
const isLate = remembered((each) => {
  const day = today(zoneOf(each.place))
  return (
    each.status === 'started' &&
    lateness(programme, each.start, actualsOf(programme, rowOf(each), {}), day, rowOf(each)).length > 0
  )
})

async function enrolAll({ house }: BenchHouse): Promise<Made[]> {
  const { pool } = house.database
  const found = await pool.query<{ code: string }>(
    "select code from places.region where level = 'village' and valid_to is null order by code limit 83000",
  )
  const all = found.rows.map(({ code }, n) => made(code, n))
  for (let at = 0; at < all.length; at += 10_000) {
    const part = all.slice(at, at + 10_000)
    const of = <T>(read: (each: Made) => T) => part.map(read)
    await pool.query(
      `insert into programmes.enrolment (district_code, village_code, id, programme_key, status, started_on, eligibility,
         numbers, actuals, stages, history, version, created_by, created_at, late_from, binding, adopted)
       select u.district, u.place, u.id, $1, u.status, u.start, '{}', '{}', u.actuals::jsonb, '{}', '[]', 1, u.id, now(), u.late,
         u.status = 'started', u.adopted::jsonb
       from unnest($2::text[], $3::text[], $4::uuid[], $5::text[], $6::date[], $7::text[], $8::date[], $9::text[])
         as u (district, place, id, status, start, actuals, late, adopted)`,
      [
        programmeKey,
        ...[of(({ place }) => districtOf(place)), of(({ place }) => place), of(({ id }) => id)],
        ...[
          of(({ status }) => status),
          of(({ start }) => start),
          of(({ actuals }) => JSON.stringify(actuals)),
        ],
        of(since),
        of((each) => JSON.stringify(rowOf(each).adopted)),
      ],
    )
  }
  await pool.query(`insert into programmes.fact (district_code, village_code, enrolment_id, giver, name, value, records)
    select district_code, village_code, id, 'uji', 'fact.' || n, 'true', '[]' from programmes.enrolment, generate_series(1, 4) n`)
  await inPlace(house.services.db, nation, nobody, recountAll)
  await pool.query('vacuum analyze programmes.enrolment')
  await pool.query('vacuum analyze programmes.fact')
  await pool.query('vacuum analyze programmes.district_total')
  return all
}

const counted = (rows: readonly Made[]): Totals => ({
  running: rows.filter(({ status }) => status === 'started').length,
  late: rows.filter(isLate).length,
  completed: rows.filter(({ status }) => status === 'completed').length,
  archived: 0,
  all: rows.length,
})

async function timed(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < rounds; n++) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return median(times)
}

async function walk(tx: Tx, place: string): Promise<number> {
  const met = new Set<string>()
  let lines = 0
  for (let after: string | undefined; ; ) {
    const rows = await listEnrolments(tx, [place], after, 1000)
    for (const { id } of rows) met.add(id)
    lines += rows.length
    after = rows.at(-1)?.cursor
    if (rows.length < 1000) return met.size === lines ? lines : -1
  }
}

/** The cursor of the line in the middle of an area. */
async function halfWay({ house }: BenchHouse, place: string, lines: number): Promise<string> {
  const { rows } = await house.database.pool.query(
    `select late_from || ' ' || village_code || ' ' || id as cursor from programmes.enrolment
     where $1 = 'ID' or starts_with(village_code, $1 || '.')
     order by late_from, district_code, village_code, id limit 1 offset $2`,
    [place, Math.floor(lines / 2)],
  )
  return rows[0].cursor
}

async function measure(engine: (typeof engines)[number]): Promise<void> {
  const bench = await benchHouse(engine)
  const all = await enrolAll(bench)
  const { db } = bench.house.services
  const district = districtOf((all[40_000] as Made).place)
  const places = { nation, province: district.slice(0, 2), regency: district.slice(0, 5), district }
  const signed = await bench.signIn([{ role: 'national-officer', place: nation }])
  const table: Record<string, object> = {}
  let asked = 0
  for (const [name, place] of Object.entries(places)) {
    const inside = <T>(work: (tx: Tx) => Promise<T>) => inPlace(db, place, nobody, work)
    const here = all.filter((each) => covers(place, each.place))
    const cursor = await halfWay(bench, place, here.length)
    const first = await timed(() => inside((tx) => listEnrolments(tx, [place], undefined, page)))
    const further = await timed(() => inside((tx) => listEnrolments(tx, [place], cursor, page)))
    const totals = await timed(() => inside((tx) => totalsOf(tx, place)))
    const whole = await timed(async () => {
      asked += 1
      const from = { ...signed, 'x-forwarded-for': clientAddress(asked) }
      const headers = { ...from, 'content-type': 'application/json' }
      const url = `${bench.address}/api/queries/programmes.progress`
      await (await fetch(url, { method: 'POST', headers, body: JSON.stringify({ place }) })).json()
    })
    const limit = limits[name as keyof typeof limits]
    const kept = await inside((tx) => totalsOf(tx, place))
    table[name] = {
      villages: here.length,
      'first page ms': first.toFixed(1),
      'half way ms': further.toFixed(1),
      'totals ms': totals.toFixed(1),
      'page and totals / limit': limit ? ratio(first + totals, limit) : '-',
      'over HTTP ms': whole.toFixed(1),
      'equal to a recount': JSON.stringify(kept) === JSON.stringify(counted(here)),
      'each met once': (await inside((tx) => walk(tx, place))) === here.length,
    }
  }
  console.log(
    `\n${engine}, load of the machine ${loadavg()[0]?.toFixed(1)}; limits ${JSON.stringify(limits)} ms`,
  )
  console.table(table)
  await bench.close()
}

for (const engine of engines) await measure(engine)
