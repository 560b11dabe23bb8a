// Whoever leaves before they are answered: what was only read for them is ended at the server, however it was asked. Only where a
// server is given: the embedded engine has one session in this process, and a watchdog instead.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { query } from '../../kernel/command.ts'
import { answer, type Route, type ServerCapability } from '../../platform/server/capability.ts'
import { whatIsDone } from '../../platform/server/running/doing.ts'
import { registry } from '../../platform/server/running/metrics.ts'
import { serverCapabilities } from './capabilities.ts'
import { type House, testHouse } from './village.testing.ts'

const slowly = query({
  name: 'uji.slowly',
  scope: 'village',
  roles: ['facilitator'],
  input: z.strictObject({}),
  output: z.strictObject({}),
  summary: 'Takes its time.',
})
const faults = async () =>
  (await registry.getSingleMetric('rembug_faults_total')?.get())?.values[0]?.value ?? 0
let begun = 0
const ended: (string | undefined)[] = []
const doing: (string | undefined)[] = []

async function sleep(run: (seconds: number) => Promise<unknown>): Promise<Record<string, never>> {
  begun += 1
  doing.push(whatIsDone())
  try {
    await run(2)
    ended.push('slept')
  } catch (error) {
    ended.push((error as { code?: string }).code)
    throw error
  }
  return {}
}

const slow: ServerCapability = {
  name: 'uji',
  migrations: [],
  queries: [answer(slowly, ({ tx }) => sleep((seconds) => sql`select pg_sleep(${seconds})`.execute(tx)))],
  routes: ({ db }) => {
    const route = (method: 'GET' | 'POST', url: string, more: Partial<Route> = {}): Route => ({
      ...{ method, url, roles: ['facilitator'], summary: 'Takes its time.', ...more },
      handler: (_request, reply) =>
        sleep((seconds) => sql`select pg_sleep(${seconds})`.execute(db)).then(() => reply.send({})),
    })
    const [read, written] = ['/api/uji/read', '/api/uji/written']
    return [route('GET', read), route('POST', read, { reads: true }), route('POST', written)]
  },
}

describe.skipIf(!process.env.DATABASE_URL)('who leaves', () => {
  let house: House
  let address: string
  beforeAll(async () => {
    house = await testHouse([...serverCapabilities, slow])
    address = await house.app.listen({ port: 0, host: '127.0.0.1' })
  }, 120_000)
  afterAll(() => house.close())

  test.each([
    ['GET', '/api/uji/read', '57014'],
    ['POST', '/api/uji/read', '57014'],
    ['POST', '/api/uji/written', 'slept'],
    ['POST', '/api/queries/uji.slowly', '57014'],
  ])('%s %s: %s', async (method, url, end) => {
    const { place, actor } = house.village().as('facilitator')
    const leave = new AbortController()
    const [before, endedBefore, faultsBefore] = [begun, ended.length, await faults()]
    const asked = fetch(`${address}${url}`, {
      ...{ method, signal: leave.signal },
      headers: { 'content-type': 'application/json', 'x-test-person': actor.session },
      ...(method === 'POST' ? { body: JSON.stringify({ place }) } : {}),
    })
    const left = expect(asked).rejects.toThrow()
    await expect.poll(() => begun, { timeout: 5000 }).toBe(before + 1)
    setTimeout(() => leave.abort(), 200)
    await left
    await expect.poll(() => ended.length, { timeout: 8000 }).toBe(endedBefore + 1)
    expect(ended.at(-1)).toBe(end)
    // Nobody's fault: who keeps the server is not told.
    expect(await faults()).toBe(faultsBefore)
    expect(doing.at(-1)).toBe(url.replace('uji.slowly', ':name'))
  })
})
