import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nobody } from '../../platform/server/transaction.ts'
import { type AccountsHouse, accountsHouse, goodPassword } from './accounts.testing.ts'
import { setupToken } from './door.ts'

let house: AccountsHouse
beforeAll(async () => {
  house = await accountsHouse()
})
afterAll(() => house.close())

const village = '34.71.04.1001'

describe('the first administrator', () => {
  it('is made once, by the link the server printed last, and is signed in at once', async () => {
    const first = await setupToken(house.services)
    const token = await setupToken(house.services)
    const browser = house.browser()
    expect((await browser.http('GET', '/api/setup')).body).toEqual({ open: true })
    const form = {
      name: 'Bu Admin',
      user: 'Bu.Admin',
      password: goodPassword,
      device: browser.device,
      deviceName: 'Laptop',
    }
    expect((await browser.http('POST', '/api/setup', { ...form, token: first })).body.code).toBe(
      'accounts.set-up-already',
    )
    const two = await Promise.all(
      [1, 2].map((n) => house.browser().http('POST', '/api/setup', { ...form, user: `admin.${n}x`, token })),
    )
    expect(two.map((answer) => answer.status).sort()).toEqual([200, 422])
    const made = two.find((answer) => answer.status === 200)
    expect(made?.body.account.holdings).toMatchObject([{ role: 'admin', place: 'ID', vouch: { by: null } }])
    const logged = await sql<{
      actor: string
    }>`select actor from platform.log where name = 'accounts.set-up'`.execute(house.services.owner)
    expect(logged.rows).toEqual([{ actor: nobody }])
    expect(await setupToken(house.services)).toBeNull()
    expect((await browser.http('GET', '/api/setup')).body).toEqual({ open: false })
  })
})

describe('signing in', () => {
  it('works by user name in any case, and by phone number however it is written', async () => {
    const { user, id } = await house.account([{ role: 'facilitator', place: village }], {
      phone: '0812-3456-7890',
    })
    for (const typed of [user.toUpperCase(), '0812 3456 7890', '+62 812-3456-7890', '6281234567890']) {
      const answer = await house.browser().signIn(typed)
      expect(answer.status, typed).toBe(200)
      expect(answer.body.account).toMatchObject({
        id,
        user,
        holdings: [{ role: 'facilitator', place: village }],
      })
    }
  })

  it('sets a cookie that scripts cannot read, and knows the person by it', async () => {
    const { user } = await house.account([{ role: 'volunteer', place: village }])
    const browser = house.browser()
    const answer = await browser.signIn(user)
    const cookies = (answer.headers['set-cookie'] as string[]).toSorted()
    expect(cookies.map((each) => each.replace(/=[\w-]{43}; Max-Age=\d+/, ''))).toEqual(
      ['rembug_device', 'rembug_session'].map((name) => `${name}; Path=/; HttpOnly; SameSite=Lax`),
    )
    expect((await browser.http('GET', '/api/session')).body.account.user).toBe(user)
    await browser.http('DELETE', '/api/session')
    expect((await browser.http('GET', '/api/session')).body).toEqual({ account: null })
  })
})
