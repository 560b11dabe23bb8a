import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nobody, sealed } from '../../platform/server/transaction.ts'
import { type AccountsHouse, accountsHouse } from './accounts.testing.ts'

let house: AccountsHouse
beforeAll(async () => {
  house = await accountsHouse()
})
afterAll(() => house.close())

const village = '34.71.04.1001'

describe('the second wall', () => {
  it('the role that works for capabilities cannot read a password hash or a second factor', async () => {
    for (const table of ['credential', 'recovery_code', 'attempt', 'setup']) {
      const look = house.services.db.transaction().execute(async (tx) => {
        await sql`select platform.enter(${sealed('%', nobody)})`.execute(tx)
        await sql.raw(`select * from accounts.${table}`).execute(tx)
      })
      await expect(look, table).rejects.toMatchObject({ code: '42501' })
    }
  })

  it('inside a village no role held above or beside it is to be seen', async () => {
    await house.account([{ role: 'volunteer', place: village }])
    await house.account([
      { role: 'city-officer', place: '34.71' },
      { role: 'volunteer', place: '34.71.04.1002' },
    ])
    const places = await house.services.db.transaction().execute(async (tx) => {
      await sql`select platform.enter(${sealed(`${village},${village}.%`, nobody)})`.execute(tx)
      return (await sql<{ place: string }>`select distinct place from accounts.holding`.execute(tx)).rows
    })
    expect(places).toEqual([{ place: village }])
  })
})
