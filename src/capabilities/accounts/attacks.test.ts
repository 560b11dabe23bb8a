import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endHolding, revokeDevice, revokeMine, revokeSessions } from './account.ts'
import { type AccountsHouse, type Answer, accountsHouse, goodPassword } from './accounts.testing.ts'
import { createAccount } from './door.ts'
import { forgetAccount } from './session.ts'

let house: AccountsHouse
beforeAll(async () => {
  house = await accountsHouse()
})
afterAll(() => house.close())

const village = '34.71.04.1001'
const volunteer = [{ role: 'volunteer' as const, place: village }]
const plain = ({ status, body }: Answer) => ({ status, body })

describe('a stranger who wants to know who has an account', () => {
  it('gets the same answer for an unknown name, a wrong password and a closed account', async () => {
    const { user } = await house.account(volunteer)
    const closed = await house.account(volunteer)
    await sql`update accounts.account set disabled_at = now() - interval '1 second' where id = ${closed.id}`.execute(
      house.services.owner,
    )
    const wrong = plain(await house.browser().signIn(user, 'bukan-kata-sandinya'))
    expect(wrong.status).toBe(401)
    expect(plain(await house.browser().signIn('tidak.ada', 'bukan-kata-sandinya'))).toEqual(wrong)
    expect(plain(await house.browser().signIn(closed.user))).toEqual(wrong)
    expect(plain(await house.browser().signIn('081111111111', 'bukan-kata-sandinya'))).toEqual(wrong)
  })

  it('waits as long for an unknown name as for a known one, and as often', async () => {
    const { user } = await house.account(volunteer)
    const statuses = async (name: string) => {
      const browser = house.browser()
      const answers: Answer[] = []
      for (let n = 0; n < 8; n++) answers.push(await browser.signIn(name, 'bukan-kata-sandinya'))
      return answers.map(({ status, body }) => ({ status, code: body.code }))
    }
    expect(await statuses(user)).toEqual(await statuses('juga.tidak.ada'))
  })
})

describe('a stranger who guesses', () => {
  it('is slowed down after five tries, also with the right password, and told how long', async () => {
    const { user } = await house.account(volunteer)
    const browser = house.browser()
    for (let n = 0; n < 6; n++) expect((await browser.signIn(user, `tebakan nomor ${n}`)).status).toBe(401)
    const answer = await browser.signIn(user)
    expect(answer.status).toBe(429)
    const { code, facts } = answer.body.errors[0]
    expect(code).toBe('accounts.wait')
    expect(facts.seconds).toBeLessThanOrEqual(5)
    expect(answer.headers['retry-after']).toBe(String(facts.seconds))
  })

  it('gains nothing by guessing a hundred at once', async () => {
    const { user } = await house.account(volunteer)
    const browser = house.browser()
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, n) => browser.signIn(user, `tebakan nomor ${n}`)),
    )
    expect(answers.filter((answer) => answer.status === 401).length).toBeLessThanOrEqual(6)
  })

  it('cannot keep the villager out: a phone that signed in before is not made to wait', async () => {
    const { user, browser } = await house.person(volunteer)
    for (let n = 0; n < 30; n++) await house.browser().signIn(user, 'tebakan dari mana-mana')
    const stranger = house.browser()
    stranger.address = browser.address
    for (let n = 0; n < 8; n++) await stranger.signIn(user, 'tebakan dari sebelah')
    expect((await stranger.signIn(user)).status).toBe(429)
    expect((await browser.signIn(user)).status).toBe(200)
  })

  it('from everywhere holds a new phone up for a minute at most', async () => {
    const { user } = await house.account(volunteer)
    for (let n = 0; n < 40; n++) await house.browser().signIn(user, 'tebakan dari mana-mana')
    const blocked = await house.browser().signIn(user)
    expect(blocked.status).toBe(429)
    expect(blocked.body.errors[0].facts.seconds).toBeLessThanOrEqual(60)
  })

  it('is not forgotten when the server starts again: the tries are in the database, under keyed digests', async () => {
    const rows = await sql<{ key: Buffer }>`select key from accounts.attempt`.execute(house.services.owner)
    expect(rows.rows.length).toBeGreaterThan(10)
    for (const { key } of rows.rows) expect(key.length).toBe(32)
  })
})

describe('a stolen or planted session', () => {
  it('of the attacker is not taken on: signing in makes a new token and ends the old one', async () => {
    const { user } = await house.account(volunteer)
    const attacker = await house.person(volunteer)
    const victim = house.browser()
    const planted = attacker.browser.cookie as string
    victim.cookie = planted
    const answer = await victim.signIn(user)
    expect(answer.cookie).toBeDefined()
    expect(answer.cookie).not.toBe(planted)
    expect((await attacker.browser.http('GET', '/api/session')).body.account).toBeNull()
  })

  it('made up, short, long or strange opens nothing', async () => {
    for (const cookie of ['', 'x', 'A'.repeat(43), 'A'.repeat(5000), "' or 1=1 --", '%00', '../../x']) {
      const browser = house.browser()
      browser.cookie = cookie
      expect((await browser.http('GET', '/api/session')).body).toEqual({ account: null })
      expect((await browser.ask('accounts.mine')).status).toBe(401)
    }
  })

  it('is kept in the database as a digest only', async () => {
    const { browser } = await house.person(volunteer)
    const rows = await sql<{
      text: string
    }>`select row_to_json(s)::text as text from accounts.session s`.execute(house.services.owner)
    expect(rows.rows.some((row) => row.text.includes(browser.cookie as string))).toBe(false)
  })

  it('ends after thirty days unused, and after 180 days in any case', async () => {
    for (const change of [
      sql`seen_at = now() - interval '31 days'`,
      sql`expires_at = now() - interval '1 second'`,
    ]) {
      const { id, browser } = await house.person(volunteer)
      await sql`update accounts.session set ${change} where account_id = ${id}`.execute(house.services.owner)
      forgetAccount(id)
      expect((await browser.ask('accounts.mine')).status).toBe(401)
    }
  })

  it('is gone the moment the phone is reported lost, by oneself or by an officer', async () => {
    const facilitator = await house.person([{ role: 'facilitator', place: village }])
    const lost = await house.person(volunteer)
    expect((await lost.browser.ask('accounts.mine')).status).toBe(200)
    expect((await facilitator.browser.give(revokeSessions, village, { account: lost.id })).status).toBe(200)
    expect((await lost.browser.ask('accounts.mine')).status).toBe(401)
    const laptop = house.browser()
    await laptop.signIn(lost.user)
    const phone = house.browser()
    await phone.signIn(lost.user)
    expect((await laptop.give(revokeMine, 'ID', { device: phone.device })).status).toBe(200)
    expect((await phone.ask('accounts.mine')).status).toBe(401)
    expect((await laptop.ask('accounts.mine')).status).toBe(200)
    await phone.signIn(lost.user)
    expect(
      (await facilitator.browser.give(revokeDevice, village, { account: lost.id, device: laptop.device }))
        .status,
    ).toBe(200)
    expect((await laptop.ask('accounts.mine')).status).toBe(401)
    expect((await phone.ask('accounts.mine')).status).toBe(200)
  })

  it('loses what a role allowed the moment the role ends', async () => {
    const head = await house.person([{ role: 'village-head', place: village }])
    const facilitator = await house.person([{ role: 'facilitator', place: '34.71.04' }])
    expect((await facilitator.browser.ask('accounts.at-place', { place: village })).status).toBe(200)
    const city = await house.person([{ role: 'city-officer', place: '34.71' }])
    const mine = (await facilitator.browser.ask('accounts.mine')).body
    const ended = await city.browser.give(endHolding, '34.71', {
      holding: mine.holdings[0].id,
      account: facilitator.id,
      reason: 'pindah tugas',
    })
    expect(ended.status).toBe(200)
    expect((await facilitator.browser.ask('accounts.at-place', { place: village })).status).toBe(403)
    expect((await head.browser.ask('accounts.at-place', { place: village })).status).toBe(200)
  })
})

describe('a shared phone', () => {
  it("does not send one person's work under the name of the one who signed in after", async () => {
    const first = await house.person([{ role: 'facilitator', place: village }])
    const second = await house.account([{ role: 'facilitator', place: village }])
    await first.browser.signIn(second.user)
    const asFirst = { 'x-rembug-account': first.id }
    expect((await first.browser.http('POST', '/api/sync', { commands: [{}] }, asFirst)).status).toBe(401)
    expect((await first.browser.http('GET', '/api/queries/accounts.mine', undefined, asFirst)).status).toBe(
      401,
    )
    const asSecond = { 'x-rembug-account': second.id }
    expect((await first.browser.http('GET', '/api/queries/accounts.mine', undefined, asSecond)).body.id).toBe(
      second.id,
    )
  })
})

describe('a page of somebody else', () => {
  it('cannot sign anybody in or out, or change anything, through a visitor of its own', async () => {
    const { user, browser } = await house.person(volunteer)
    const body = { user, password: goodPassword, device: browser.device, deviceName: 'HP' }
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://jahat.example' },
      { origin: 'null' },
    ]) {
      expect(
        (await browser.http('POST', '/api/session', body, headers as never)).status,
        JSON.stringify(headers),
      ).toBe(403)
      expect((await browser.http('DELETE', '/api/session', undefined, headers as never)).status).toBe(403)
    }
    expect((await browser.http('GET', '/api/session')).body.account.user).toBe(user)
  })

  it('cannot use a plain form either: only JSON is read', async () => {
    const answer = await house.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'user=a&password=b',
    })
    expect(answer.statusCode).toBe(415)
    const text = await house.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'content-type': 'text/plain' },
      payload: '{"user":"a"}',
    })
    expect(text.statusCode).toBe(415)
  })
})

describe('what is too much, or makes no sense', () => {
  it('is refused with the field it concerns, never with a fault of the server', async () => {
    const browser = house.browser()
    const base = { user: 'siti', password: 'x', device: browser.device, deviceName: 'HP' }
    const bad: [object, number][] = [
      [{ ...base, password: 'x'.repeat(201) }, 400],
      [{ ...base, password: 'x'.repeat(100_000) }, 413],
      [{ ...base, user: 'x'.repeat(65) }, 400],
      [{ ...base, device: '../../etc' }, 400],
      [{ ...base, deviceName: 'a\nb' }, 400],
      [{ ...base, extra: 1 }, 400],
      [{ ...base, user: { $ne: null } }, 400],
      [{}, 400],
      [[], 400],
    ]
    for (const [body, status] of bad) {
      const answer = await browser.http('POST', '/api/session', body)
      expect(answer.status, JSON.stringify(body).slice(0, 80)).toBe(status)
      expect(answer.body.code).toMatch(/^platform\./)
    }
    const nul = await browser.http('POST', '/api/session', { ...base, user: 'a\u0000b' })
    expect(nul.status).toBeLessThan(500)
  })

  it('look-alike names cannot be taken', async () => {
    await expect(
      createAccount(house.services.owner, {
        name: 'Palsu',
        user: 'sіti.aminah',
        password: goodPassword,
        holdings: [],
      }),
    ).rejects.toMatchObject({ refusals: [{ code: 'accounts.user-pattern' }] })
    await createAccount(house.services.owner, {
      name: 'Asli',
      user: 'siti.asli',
      password: goodPassword,
      holdings: [],
    })
    await expect(
      createAccount(house.services.owner, {
        name: 'Dua',
        user: 'siti.asli',
        password: goodPassword,
        holdings: [],
      }),
    ).rejects.toMatchObject({
      refusals: [{ code: 'accounts.user-taken' }],
    })
  })
})
