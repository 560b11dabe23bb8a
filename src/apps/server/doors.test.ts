// Who asks is known before a body is read, and every door reads only what it takes: tried on every operation of the
// OpenAPI document, so that a new one is tried the day it is declared.
import net from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publicMost } from '../../platform/server/http/bodies.ts'
import { catalogue, serverCapabilities } from './capabilities.ts'
import { type House, testHouse } from './village.testing.ts'

type Door = { method: string; path: string; open: boolean }

let house: House
let port: number
let all: Door[]
/** Those that take a body. */
let doors: Door[]

beforeAll(async () => {
  // Without what they begin with: doors stand before there is anything behind them.
  house = await testHouse(
    serverCapabilities.map(({ start: _, ...each }) => each),
    catalogue,
  )
  port = Number(new URL(await house.app.listen({ port: 0, host: '127.0.0.1' })).port)
  const { body } = await house.village().as('facilitator').http('GET', '/api/openapi.json')
  const paths = body.paths as unknown as Record<string, Record<string, { 'x-roles': string[] | 'public' }>>
  all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...{ method: method.toUpperCase(), open: operation['x-roles'] === 'public' },
      path: path.replace(/\{\w+\}/g, 'x'),
    })),
  )
  doors = all.filter(({ method }) => ['POST', 'PUT', 'PATCH', 'DELETE'].includes(method))
}, 60_000)
afterAll(() => house.close())

/** Says that much is coming, sends `sent` of it, and gives the status that is answered, or null where nothing is in time. */
function begun({ method, path }: Omit<Door, 'open'>, type: string, sent = ''): Promise<number | null> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1')
    const over = (status: number | null) => {
      clearTimeout(late)
      socket.destroy()
      resolve(status)
    }
    const late = setTimeout(() => over(null), 5_000)
    socket.on('error', () => over(null))
    socket.on('data', (bytes) => over(Number(/^HTTP\/1\.1 (\d+)/.exec(String(bytes))?.[1])))
    const head = `Host: localhost\r\nContent-Type: ${type}\r\nContent-Length: 900000`
    socket.write(`${method} ${path} HTTP/1.1\r\n${head}\r\n\r\n${sent}`)
  })
}

test('a stranger is told so before a byte of what he sends is read, at every door that is not for everybody', async () => {
  const closed = doors.filter(({ open }) => !open)
  expect(closed.length).toBeGreaterThan(100)
  const told = await Promise.all(
    closed.map(async (door) => [door.path, await begun(door, 'application/json')]),
  )
  expect(told.filter(([, status]) => status !== 401)).toEqual([])
})

test('a door for everybody reads no kind of body that it does not take, and no more than it needs', async () => {
  const open = doors.filter((door) => door.open)
  expect(open.length).toBeGreaterThan(5)
  const strange = await Promise.all(open.map(async (door) => [door.path, await begun(door, 'text/csv')]))
  expect(strange.filter(([, status]) => status !== 415)).toEqual([])
  const json = open.filter(({ path }) => !path.startsWith('/odk/'))
  const much = await Promise.all(json.map(async (door) => [door.path, await begun(door, 'application/json')]))
  expect(much.filter(([, status]) => status !== 413)).toEqual([])
  expect(publicMost).toBeLessThan(900_000)
})

test('lists within lists without end are refused, and the server goes on', async () => {
  const { status, body } = await house
    .village()
    .as('facilitator')
    .http('POST', '/api/sync', JSON.parse(`${'['.repeat(60)}${']'.repeat(60)}`))
  expect([status, body.code]).toEqual([400, 'platform.too-deep'])
})

test('a name that stands twice in an address is refused at every door, and breaks none', async () => {
  const reads = all.filter(({ method }) => method === 'GET')
  expect(reads.length).toBeGreaterThan(50)
  const somebody = house.village().as('facilitator')
  const told = await Promise.all(
    reads.map(async ({ path }) => [
      path,
      (await somebody.http('GET', `${path}?id=a&id=b&formID=a&formID=b`)).status,
    ]),
  )
  expect(told.filter(([, status]) => Number(status) < 400 || Number(status) >= 500)).toEqual([])
  // The doors of ODK know nobody by a session; they say so.
  expect(told.filter(([path, status]) => !String(path).startsWith('/odk/') && status !== 400)).toEqual([])
})
