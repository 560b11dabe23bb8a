// What a question costs does not grow with the village: tried on every query of the OpenAPI document and every route that is read, by
// everybody who may ask it, so that a new one is tried the day it is declared. Counted, not timed; bench/costs.ts measures times.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { planMeeting } from '../../capabilities/meetings/commands.ts'
import { plan } from '../../capabilities/meetings/meetings.testing.ts'
import { tegalPanggung as village } from '../../capabilities/places/demo-places.ts'
import { definitionKey } from '../../capabilities/programmes/door.ts'
import { stopChecking } from '../../capabilities/surveys/checking/jobs.ts'
import { registerDevice } from '../../capabilities/surveys/openrosa/device.ts'
import { type StartBoard, startBoard } from '../../capabilities/workshops/cards/board.ts'
import { newId } from '../../kernel/id.ts'
import { covers, nation } from '../../kernel/place-code.ts'
import { type Cost, StatementCount } from '../../platform/server/database/statement-count.testing.ts'
import { declareDemo } from '../../platform/server/installation.ts'
import { demoAccounts } from '../demo/accounts.ts'
import { loadDemo } from '../demo/demo.ts'
import { demoId } from '../demo/ids.ts'
import { catalogue, serverCapabilities } from './capabilities.ts'
import { type Asked, askedIn, type Document, grow, idsIn, type Known, requestOf } from './costs.testing.ts'
import { type House, type Person, testHouse } from './village.testing.ts'

const times = 10
/** Rows more than a small village has that nobody need account for: another page of a list, a total. */
const few = 20
/** What lists as many as this, whatever the village. */
const lists: Record<string, number> = {
  // 200 enrolments, with one line for all that was told of each.
  '/api/queries/programmes.mine': 200,
  '/api/queries/meetings.upcoming': 50,
  '/api/queries/surveys.page': 200,
  '/api/surveys/{place}/{survey}/odata/{set}': 1000,
  // A page of the feed: 500 records, and what stands beside them.
  '/api/feed': 1000,
}
/** What is about all of something, and why nobody can make it much. */
const whole: Record<string, string> = {
  '/odk/k/{token}/forms/{form}/files/{name}':
    'the list of all households; whether it changed, the manifest says',
  '/api/queries/surveys.submission-detail': 'all that happened to one submission',
  '/api/queries/surveys.measure-result': 'counts every answer of a survey, for who works in its village',
  '/api/queries/surveys.profile': 'counts every answer of a survey by RT, for who works in its village',
  '/api/surveys/{place}/{survey}/export/{kind}':
    'a file of all submissions, read a page at a time, few of them at once',
}
/** More statements: what is asked now and then by whoever comes just then, and a page after another. */
const moreStatements = ['/api/health', '/api/surveys/{place}/{survey}/export/{kind}']
/** Doors at which nobody is answered here, and why that hides no cost. */
const elsewhere: Record<string, string> = {
  '/api/queries/surveys.institution-answers': 'a page as behind surveys.page, of one form alone',
  '/api/files/{place}/{id}': 'the bytes of one file',
  '/api/device/recovery': 'the one row of a device',
  '/api/surveys/forms/{form}/files/{name}': 'the bytes of one file',
  '/odk/formList': 'as behind /odk/k, by name and password',
  '/odk/forms/{form}/manifest': 'as behind /odk/k',
  '/odk/forms/{form}/form.xml': 'as behind /odk/k',
  '/odk/forms/{form}/files/{name}': 'as behind /odk/k',
  '/odk/entities/{dataset}/integrity': 'as behind /odk/k',
  '/odk/submission': 'as behind /odk/k',
  '/api/surveys/{place}/{survey}/odata/{set}/{way}': 'as a set, of one submission',
  '/api/surveys/{place}/{survey}/progress/{watch}': 'asks no database',
}

let house: House
let people: Person[]
let doors: Asked[]
let known: Known
let count: StatementCount

beforeAll(async () => {
  declareDemo(true)
  house = await testHouse(serverCapabilities, catalogue)
  await loadDemo(house, () => undefined)
  // What goes on by itself would be counted as somebody's.
  await stopChecking(house.services)
  const here = demoAccounts.filter(({ holdings }) => holdings.some(({ place }) => covers(place, village)))
  people = here.map(({ user, holdings: [held] }) => {
    const person = house.person(held ? [held.role] : [], held?.place ?? village, village)
    person.actor.account = demoId('account', user)
    return person
  })
  const token = 'r'.repeat(43)
  const facilitator = people.find(({ actor }) => actor.holdings[0]?.role === 'facilitator') as Person
  await facilitator.give(registerDevice, { id: newId(), name: 'HP', secret: token })
  await aBoard(facilitator)
  const { pool } = house.database
  count = new StatementCount(house.database.requests ?? pool)
  doors = askedIn((await facilitator.http('GET', '/api/openapi.json')).body as unknown as Document)
  const holding = await pool.query<{ id: string }>(
    'select id from accounts.holding where account_id = $1 limit 1',
    [facilitator.actor.account],
  )
  const ids = await idsIn(pool, village)
  known = {
    ids,
    own: {
      ...{
        code: '34.71.04',
        key: definitionKey('p2kp-2006', 1, nation),
        account: facilitator.actor.account,
        token,
      },
      ...{ subject: ids('household')[0] ?? '', field: 'kk', holding: holding.rows[0]?.id ?? '' },
      ...{ question: '@state', rows: '@state', columns: '@day', kind: 'csv', set: 'Submissions' },
      ...{ dataset: 'warga', name: 'keluarga.csv', method: 'multidimensional' },
    },
  }
}, 180_000)
afterAll(async () => {
  declareDemo(false)
  await house.close()
})

/** The demo village has laid out none. */
async function aBoard(facilitator: Person): Promise<void> {
  const workshop = plan({ group: 'workshop', title: 'FGD' })
  const board = { id: newId(), meeting: workshop.meeting, kind: 'problem-tree', title: 'Pohon', focus: '' }
  expect((await facilitator.give(planMeeting, workshop)).status).toBe(200)
  expect((await facilitator.give(startBoard, board as StartBoard)).status).toBe(200)
}

type Walked = { who: string; door: Asked; status: number; cost: Cost }

async function walk(): Promise<Walked[]> {
  const found: Walked[] = []
  for (const [n, person] of people.entries())
    for (const door of doors) {
      // Where nobody is asked who they are, all are one.
      if (n > 0 && door.roles === 'public') continue
      const { method, url, body } = requestOf(door, village, known)
      const { done, ...cost } = await count.of(() => person.http(method, url, body))
      found.push({ who: person.actor.holdings[0]?.role ?? '', door, status: done.status, cost })
    }
  return found
}

const limitOf = ({ path, asks }: Asked) =>
  Math.max(
    lists[path] ?? few,
    ...asks.map(({ name, schema }) => (name === 'most' ? (schema.maximum ?? 0) : 0)),
  )

test('in a village ten times as large a question takes no more statements, and brings no more rows than it lists', async () => {
  const small = await walk()
  house.changedBehindLog = true
  const grown = await grow(house.database.pool, village, times)
  const tables = ['people.person', 'meetings.meeting', 'surveys.submission', 'volunteers.volunteer']
  for (const table of [...tables, 'programmes.fact'])
    expect([table, (grown.get(table) ?? 0) > 5 * times]).toEqual([table, true])
  const large = await walk()
  const more = large.flatMap(({ who, door, status, cost }, n) => {
    const before = small[n] as Walked
    const statements = cost.statements - before.cost.statements
    const rows = cost.rows - before.cost.rows
    const said = `${who} ${door.path}: ${before.status} to ${status}, ${statements} statements and ${rows} rows more; ${cost.widest}`
    if (before.status >= 400 && status >= 400) return []
    const worse =
      status !== before.status ||
      (statements > 0 && !moreStatements.includes(door.path)) ||
      (rows > limitOf(door) && !(door.path in whole))
    return worse ? [said] : []
  })
  expect(more).toEqual([])
  const answered = new Set(small.flatMap(({ door, status }) => (status < 300 ? [door.path] : [])))
  const never = doors.map(({ path }) => path).filter((path) => !answered.has(path))
  expect(never).toEqual(Object.keys(elsewhere))
}, 180_000)
