// How a query is asked: by a body, so that no address says what somebody looked for; at a door like any other.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalogue, serverCapabilities } from './capabilities.ts'
import { type House, type Person, testHouse } from './village.testing.ts'

let house: House
let sari: Person
beforeAll(async () => {
  house = await testHouse(serverCapabilities, catalogue)
  sari = house.village().as('village-head')
}, 120_000)
afterAll(() => house.close())

const search = '/api/queries/accounts.at-place'

test('who looks for somebody by an address is told to reload an app that old; by a body they are answered', async () => {
  const asked = { place: sari.place, search: 'Bu Siti' }
  const old = await sari.http('GET', `${search}?${new URLSearchParams(asked)}`)
  expect([old.status, old.body]).toMatchObject([405, { code: 'platform.asked-by-address' }])
  expect(await sari.http('POST', search, asked)).toMatchObject({ status: 200, body: { people: [] } })
})

test('what nobody types may stand in an address, and is answered alike', async () => {
  const name = '/api/queries/meetings.upcoming'
  const [by, address] = [
    await sari.http('POST', name, { place: sari.place }),
    await sari.http('GET', `${name}?place=${sari.place}`),
  ]
  expect([by.status, by.body]).toEqual([address.status, address.body])
})

test('a body that says more than fields is no question, and a stranger is not read', async () => {
  for (const body of [[], null, { place: [sari.place] }, { place: sari.place, search: { like: '%' } }])
    expect((await sari.http('POST', search, body as object)).status).toBe(400)
  const send = (headers: Record<string, string>, payload: string) =>
    house.app.inject({ method: 'POST', url: search, headers, payload })
  expect((await send({ 'content-type': 'application/json' }, '{"place":')).statusCode).toBe(401)
  const from = { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' }
  expect((await send(from, '{}')).statusCode).toBe(403)
  expect((await sari.http('POST', search, {}, { 'content-type': 'text/plain' })).status).toBe(415)
  expect((await sari.http('POST', search, { search: 'x'.repeat(20_000) })).status).toBe(413)
})
