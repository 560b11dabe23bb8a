// Whoever opens one sealed value after the other is slowed down, and the privacy officer hears of it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, testHouse } from '../../apps/server/village.testing.ts'
import { newId } from '../../kernel/id.ts'
import { inPlace } from '../../platform/server/transaction.ts'
import { logViews } from '../../platform/server/view-log.ts'
import { agenciesServer } from '../agencies/server.ts'
import { sari } from '../people/people.testing.ts'
import { registerPerson } from '../people/person.ts'
import { peopleServer } from '../people/server.ts'
import { placesWithoutNation } from '../places/regions.testing.ts'
import { programmesServer } from '../programmes/server.ts'
import { accountsServer } from './server.ts'

let house: House
beforeAll(async () => {
  const parts = [placesWithoutNation, programmesServer, peopleServer, agenciesServer, accountsServer]
  house = await testHouse(parts)
}, 300_000)
afterAll(() => house.close())

test('sixty within an hour come at once; then there is a wait, an alarm, and everybody else goes on', async () => {
  const village = house.village()
  const fas = village.as('facilitator')
  const told = sari({ phone: '0812345678' })
  expect((await fas.give(registerPerson, told)).status).toBe(200)
  const subject = { subject: told.id, field: 'phone', purpose: 'contact' }
  const looked = Array.from({ length: 59 }, () => ({ what: 'reveal:nik:verify', subjects: [newId()] }))
  await inPlace(house.db, village.place, fas.actor.account, (tx) =>
    logViews(tx, village.place, fas.actor.account, looked),
  )
  expect((await fas.ask('people.reveal', subject)).status).toBe(200)
  const { status, body } = await fas.ask('people.reveal', subject)
  expect([status, body.errors]).toMatchObject([429, [{ code: 'people.reveals-wait' }]])
  expect((await village.as('village-head').ask('people.reveal', subject)).status).toBe(200)

  const privacy = village.as('privacy-officer', { at: '34.71' })
  const { alarms } = (await privacy.ask('accounts.alarms')).body as unknown as { alarms: object[] }
  expect(alarms).toMatchObject([{ account: fas.actor.account, place: village.place, reveals: 60 }])
  const elsewhere = house.village('34.71.99').as('privacy-officer', { at: '34.72' })
  expect((await elsewhere.ask('accounts.alarms')).status).toBe(403)
  expect((await village.as('city-officer', { at: '34.71' }).ask('accounts.alarms')).status).toBe(403)
})
