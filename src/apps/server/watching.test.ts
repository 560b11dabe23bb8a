// Who watches the server: health in public words, figures for who may see them, and labels that stay few.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createServer } from '../../platform/server/http/server.ts'
import { registry } from '../../platform/server/running/metrics.ts'
import { catalogue, serverCapabilities } from './capabilities.ts'
import { type House, testHouse } from './village.testing.ts'

let house: House
beforeAll(async () => {
  house = await testHouse(serverCapabilities, catalogue)
}, 120_000)
afterAll(() => house.close())

const local = { remoteAddress: '127.0.0.1', headers: { host: '127.0.0.1:8080' } }
const get = (url: string, how: { remoteAddress?: string; headers?: Record<string, string> } = local) =>
  house.app.inject({ method: 'GET', url, ...how })

describe('health', () => {
  test('tells everybody whether the server is ready, and each part by name, and nothing more of it', async () => {
    const answer = await get('/api/health', { remoteAddress: '203.0.113.9' })
    expect(answer.statusCode).toBe(200)
    const { parts, ...rest } = answer.json() as { parts: object[] }
    expect(rest).toEqual({ ready: true, version: 'test' })
    for (const part of parts) expect(Object.keys(part).sort()).toEqual(['ok', 'part'])
  })

  test('tells who watches how each part is, in both languages', async () => {
    const { parts } = (await get('/api/health/parts')).json() as { parts: { part: string; says: string[] }[] }
    expect(parts.map(({ part }) => part)).toEqual(expect.arrayContaining(['database', 'disk', 'key']))
    for (const { says } of parts) expect(says).toHaveLength(2)
  })
})

describe('the figures', () => {
  const proxied = { 'x-forwarded-for': '203.0.113.9', host: '127.0.0.1:8080' }
  test.each([
    ['from another machine', { remoteAddress: '203.0.113.9', headers: local.headers }],
    ['through a proxy of this machine', { remoteAddress: '127.0.0.1', headers: proxied }],
    ['by a public name that leads here', { remoteAddress: '127.0.0.1', headers: { host: 'evil.example' } }],
    [
      'by a page in a browser here',
      { ...local, headers: { ...local.headers, 'sec-fetch-site': 'cross-site' } },
    ],
  ])('are not there for who asks %s', async (_how, how) => {
    for (const url of ['/metrics', '/api/health/parts']) expect((await get(url, how)).statusCode).toBe(404)
  })

  test('are in the form of Prometheus for who asks on the machine itself', async () => {
    const answer = await get('/metrics')
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toContain('text/plain')
    expect(answer.body).toMatch(/rembug_http_request_seconds_count\{.*route="\/api\/health"/)
  })

  test('open to the token alone where there is one', async () => {
    const token = 'only-for-the-prometheus-of-the-city'
    const app = await createServer({
      ...{ services: house.services, database: house.database, capabilities: [], catalogue },
      ...{ actorOf: async () => null, version: 'test', metricsToken: token },
    })
    const ask = (headers: Record<string, string>) =>
      app.inject({ method: 'GET', url: '/metrics', remoteAddress: '127.0.0.1', headers })
    expect((await ask({ ...local.headers })).statusCode).toBe(404)
    expect((await ask({ authorization: `Bearer ${token.slice(0, -1)}` })).statusCode).toBe(404)
    expect((await ask({ authorization: `Bearer ${token}` })).statusCode).toBe(200)
    // Guessing is slowed like everything else that is guessed.
    const statuses = await Promise.all(Array.from({ length: 70 }, () => ask({ authorization: 'Bearer x' })))
    expect(statuses.at(-1)?.statusCode).toBe(429)
    await app.close()
  })

  test('have labels that nobody can make more of', async () => {
    const series = async () =>
      (await registry.metrics()).split('\n').filter((line) => line.startsWith('rembug_'))
    const strange = async (round: number) => {
      for (let n = 0; n < 30; n++) {
        await get(`/nowhere-${round}-${n}?a=${n}`)
        await get(`/odk/k/${'s'.repeat(20)}${round}${n}/formList`)
        await get(`/api/queries/no-such.query-${round}-${n}`)
        await house.app.inject({ method: 'POST', url: `/api/commands/no.such-${round}-${n}`, payload: {} })
      }
    }
    // What other files of this process have counted is not of this house.
    registry.resetMetrics()
    await strange(0)
    await strange(1)
    const before = await series()
    await strange(2)
    const names = (lines: string[]) => lines.map((line) => line.replace(/ \S+$/, ''))
    expect(names(await series())).toEqual(names(before))
    expect(before.length).toBeLessThan(3000)
  })
})
