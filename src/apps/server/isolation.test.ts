// A facilitator of one village sees nothing of another in the same kecamatan: tried on every operation of
// the OpenAPI document, so that a new one is tried the day it is declared.

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { planMeeting } from '../../capabilities/meetings/commands.ts'
import { plan } from '../../capabilities/meetings/meetings.testing.ts'
import { blankPerson, registerPerson } from '../../capabilities/people/person.ts'
import * as programmes from '../../capabilities/programmes/enrolment.ts'
import { takenUp } from '../../capabilities/programmes/shipped.testing.ts'
import type { FormList } from '../../capabilities/surveys/library/form.ts'
import { registerDevice } from '../../capabilities/surveys/openrosa/device.ts'
import { openSurvey } from '../../capabilities/surveys/survey.ts'
import { daysFromToday } from '../../kernel/day.testing.ts'
import { newId } from '../../kernel/id.ts'
import { lookInPlace } from '../../platform/server/transaction.testing.ts'
import { catalogue, serverCapabilities } from './capabilities.ts'
import { type House, type Person, testHouse, Village } from './village.testing.ts'

type Operation = {
  operationId?: string
  'x-roles': string[] | 'public'
  'x-place'?: string
  'x-kind': 'command' | 'query' | 'route'
  requestBody?: { content: { 'application/json': { schema: { properties?: object } } } }
}
type Walked = { method: string; path: string; operation: Operation }

const marker = 'RAHASIA-TETANGGA'
let house: House
let here: Village
let there: Village
let mine: Person
let operations: Walked[]

beforeAll(async () => {
  house = await testHouse(serverCapabilities, catalogue)
  // Real ones: this house knows the places of the nation.
  here = new Village(house, '34.71.04.1001')
  there = new Village(house, '34.71.04.1002')
  mine = here.as('facilitator')
  const neighbour = there.as('facilitator')
  const person = blankPerson({ id: newId(), name: `Ibu ${marker}`, sex: 'female', birthYear: 1980 })
  expect((await neighbour.give(registerPerson, person)).status, 'the neighbour has a person').toBe(200)
  expect((await neighbour.give(planMeeting, plan({ title: `Rembug ${marker}` }))).status).toBe(200)
  const { body } = await neighbour.ask('programmes.available')
  const programme = (body as unknown as { definitions: { id: string; key: string }[] }).definitions.find(
    (each) => each.id === 'p2kp-2006',
  )
  const enrolment = {
    id: newId(),
    programme: programme?.key ?? '',
    startOn: daysFromToday(-320),
    ...takenUp,
  }
  expect((await neighbour.give(programmes.enrol, enrolment)).status).toBe(200)
  const forms = (await neighbour.ask('surveys.forms')).body as unknown as FormList
  const form = forms.forms.find((each) => each.files.every((file) => file.there))?.id ?? ''
  const survey = {
    ...{ id: newId(), enrolment: null, kind: null, title: `Survei ${marker}`, form },
    ...{ population: 'open' as const, localPlaces: [], target: null, on: daysFromToday(-319) },
  }
  expect((await neighbour.give(openSurvey, survey)).status, 'the neighbour has a survey').toBe(200)
  const device = { id: newId(), name: `HP ${marker}`, secret: 'r'.repeat(43) }
  expect((await neighbour.give(registerDevice, device)).status).toBe(200)
  const document = (await mine.http('GET', '/api/openapi.json')).body as unknown as {
    paths: Record<string, Record<string, Operation>>
  }
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
}, 120_000)
afterAll(() => house.close())

/** Words that must not come back: the marker, and the neighbour's code where it was not part of the question. */
const leaks = (text: string) => text.includes(marker)

test('the document lists every command, query and route, each with its roles', () => {
  expect(operations.length).toBeGreaterThan(60)
  for (const { operation, path } of operations) {
    const roles = operation['x-roles']
    expect(roles === 'public' || (Array.isArray(roles) && roles.length > 0), `${path} has x-roles`).toBe(true)
  }
})

test('every command about the neighbour is forbidden, whatever it says', async () => {
  const commands = operations.filter(
    ({ operation }) => operation['x-kind'] === 'command' && operation['x-place'] !== 'self',
  )
  expect(commands.length).toBeGreaterThan(20)
  for (const { path, operation } of commands) {
    const place = operation['x-place'] === 'nation' ? 'ID' : there.place
    const body = { id: newId(), version: 1, place, at: new Date().toISOString(), device: 'd', input: {} }
    const answer = await mine.http('POST', path, body)
    // What anybody may answer to at any place is about an offer to themself: the empty one here is none.
    const forAnybody = operation['x-roles'].includes('account')
    expect(answer.status, `${path} at ${place}`).toBe(forAnybody ? 400 : 403)
    expect(leaks(JSON.stringify(answer.body)), path).toBe(false)
  }
})

test('every query about the neighbour is forbidden, and what one asks about oneself tells nothing of them', async () => {
  const queries = operations.filter(
    ({ method, operation }) => operation['x-kind'] === 'query' && method === 'POST',
  )
  expect(queries.length).toBeGreaterThan(8)
  for (const { path, operation } of queries) {
    const placed = operation['x-place'] === 'village' || operation['x-place'] === 'any-place'
    const fields = Object.keys(operation.requestBody?.content['application/json'].schema.properties ?? {})
    const answer = await mine.http(
      'POST',
      path,
      Object.fromEntries(fields.map((name) => [name, there.place])),
    )
    if (placed && operation['x-roles'] !== 'public' && !operation['x-roles'].includes('account'))
      expect(answer.status, path).toBe(403)
    expect(leaks(JSON.stringify(answer.body)), path).toBe(false)
  }
})

test('no route hands out anything of the neighbour', async () => {
  const routes = operations.filter(({ operation }) => operation['x-kind'] === 'route')
  for (const { method, path } of routes) {
    const url = path.replace('{place}', there.place).replaceAll(/\{\w+\}/g, newId())
    const answer = await mine.http(
      method as 'GET',
      `${url}?place=${there.place}`,
      method === 'GET' ? undefined : {},
    )
    expect(leaks(JSON.stringify(answer.body)), `${method} ${path}`).toBe(false)
    if (path === '/api/feed' || path.includes('{place}'))
      expect(answer.status, `${method} ${path}`).toBeGreaterThanOrEqual(403)
  }
})

test('a batch that smuggles the neighbour in is judged command by command', async () => {
  const command = {
    id: newId(),
    name: 'meetings.plan',
    version: 1,
    place: there.place,
    at: new Date().toISOString(),
    device: 'd',
    input: plan(),
  }
  const answer = await mine.http('POST', '/api/sync', { commands: [command] })
  expect((answer.body as unknown as { results: { status: string }[] }).results[0]?.status).toBe('forbidden')
})

test('signed out, nothing but what is public answers', async () => {
  for (const { method, path, operation } of operations) {
    if (operation['x-roles'] === 'public') continue
    const response = await house.app.inject({
      method: method as 'GET',
      url: path.replaceAll(/\{\w+\}/g, newId()),
      ...(method === 'POST' ? { payload: {} } : {}),
    })
    expect(response.statusCode, `${method} ${path}`).toBe(401)
  }
})

test('even a handler that forgot its place would see no row of the neighbour: the database hides them', async () => {
  const tables = await house.database.pool.query<{ name: string }>(
    `select table_schema || '.' || table_name as name from information_schema.columns where column_name = 'village_code'
      and table_schema not in ('information_schema', 'pg_catalog') order by 1`,
  )
  expect(tables.rows.length).toBeGreaterThan(12)
  await lookInPlace(house.db, here.place, async (tx) => {
    for (const { name } of tables.rows) {
      const seen = await sql<{
        rows: number
      }>`select count(*)::int as rows from ${sql.table(name)} where village_code = ${there.place}`.execute(tx)
      expect(seen.rows[0]?.rows, name).toBe(0)
    }
  })
})
