import { sql } from 'kysely'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { daysFromToday, momentOn } from '../../kernel/day.testing.ts'
import { newId } from '../../kernel/id.ts'
import { makeResetCode } from './account.ts'
import { type AccountsHouse, accountsHouse, type Browser, goodPassword } from './accounts.testing.ts'
import { codeDigest, newCode, resetLength } from './code.ts'
import { forgetAccount } from './session.ts'

let house: AccountsHouse
beforeAll(async () => {
  house = await accountsHouse()
})
afterAll(() => house.close())

const city = [{ role: 'city-officer' as const, place: '34.71' }]
const codeOf = (secret: string, shift = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + shift * 30_000 })

async function enrol(browser: Browser) {
  const offered = await browser.http('POST', '/api/second-factor', { password: goodPassword })
  const { secret, uri } = offered.body
  const code = codeOf(secret)
  const confirmed = await browser.http('POST', '/api/second-factor/confirm', { code })
  return { secret, uri, confirmed, code, codes: confirmed.body.recoveryCodes as string[] }
}

/** Lets an hour's worth of used steps be forgotten, so that one test can sign in several times. */
const newStep = (id: string) =>
  sql`update accounts.credential set totp_step = 0 where account_id = ${id}`.execute(house.services.owner)

describe('a second factor', () => {
  it('is asked for at sign-in, and says nothing of the account before it is shown', async () => {
    const { id, user, browser } = await house.person(city)
    const { secret, uri, codes } = await enrol(browser)
    expect(uri).toContain('otpauth://totp/Rembug')
    expect(codes).toHaveLength(10)
    const phone = house.browser()
    const half = await phone.signIn(user)
    expect(half.body).toEqual({ needsSecondFactor: true })
    expect(half.cookie).toBeUndefined()
    expect((await phone.signIn(user, goodPassword, { code: '000000' })).body.code).toBe(
      'accounts.wrong-second-factor',
    )
    await newStep(id)
    expect((await phone.signIn(user, goodPassword, { code: codeOf(secret) })).status).toBe(200)
    expect((await phone.http('GET', '/api/session')).body.secondFactor).toMatchObject({
      on: true,
      required: true,
    })
  })

  it('code works once, also when shown twice in the same moment', async () => {
    const { id, user, browser } = await house.person(city)
    const { secret, code: used } = await enrol(browser)
    expect((await house.browser().signIn(user, goodPassword, { code: used })).status).toBe(401)
    await newStep(id)
    const code = codeOf(secret)
    const both = await Promise.all([1, 2, 3].map(() => house.browser().signIn(user, goodPassword, { code })))
    // The others are refused, as wrong or as too many at once: a try is counted before it is judged.
    const statuses = both.map((answer) => answer.status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    expect(statuses.every((status) => [200, 401, 429].includes(status))).toBe(true)
    expect((await house.browser().signIn(user, goodPassword, { code: codeOf(secret, -1) })).status).toBe(401)
  })

  it('recovery code works once in place of a lost phone', async () => {
    const { user, browser } = await house.person(city)
    const { codes } = await enrol(browser)
    expect((await house.browser().signIn(user, goodPassword, { code: codes[0]?.toLowerCase() })).status).toBe(
      200,
    )
    expect((await house.browser().signIn(user, goodPassword, { code: codes[0] })).status).toBe(401)
    expect((await house.browser().signIn(user, goodPassword, { code: codes[1] })).status).toBe(200)
  })

  it('cannot be guessed by somebody who has the password, from wherever they try', async () => {
    const { id, user, browser } = await house.person(city)
    const { secret } = await enrol(browser)
    const statuses: number[] = []
    for (let n = 0; n < 9; n++)
      statuses.push((await house.browser().signIn(user, goodPassword, { code: String(100_000 + n) })).status)
    expect(statuses.at(-1)).toBe(429)
    await newStep(id)
    expect((await house.browser().signIn(user, goodPassword, { code: codeOf(secret) })).status).toBe(429)
  })

  it('is sealed in the database, and is tied to its account', async () => {
    const { id, browser } = await house.person(city)
    const { secret } = await enrol(browser)
    const rows = await sql<{
      totp: Buffer
    }>`select totp from accounts.credential where account_id = ${id}`.execute(house.services.owner)
    const sealed = rows.rows[0]?.totp as Buffer
    expect(sealed.toString('latin1')).not.toContain(secret)
    expect(house.services.vault.openGlobal('second-factor', id, sealed)).toBe(secret)
    expect(() => house.services.vault.openGlobal('second-factor', newId(), sealed)).toThrow()
    expect(() => house.services.vault.openGlobal('device-recovery', id, sealed)).toThrow()
  })

  it('cannot be started, replaced or dropped with a stolen session alone', async () => {
    const { browser } = await house.person([{ role: 'volunteer', place: '34.71.04.1001' }])
    expect(
      (await browser.http('POST', '/api/second-factor', { password: 'bukan-ini-sandinya' })).body.code,
    ).toBe('accounts.wrong-password')
    expect((await browser.http('POST', '/api/second-factor/confirm', { code: '123456' })).body.code).toBe(
      'accounts.nothing-offered',
    )
    const { secret } = await enrol(browser)
    expect((await browser.http('POST', '/api/second-factor', { password: goodPassword })).body.code).toBe(
      'accounts.code-needed',
    )
    expect(
      (await browser.http('DELETE', '/api/second-factor', { password: goodPassword, code: '000000' })).body
        .code,
    ).toBe('accounts.wrong-second-factor')
    expect(
      (
        await browser.http('DELETE', '/api/second-factor', {
          password: goodPassword,
          code: codeOf(secret, 1),
        })
      ).body,
    ).toEqual({ dropped: true })
  })

  it('is not dropped by an officer, only replaced', async () => {
    const { browser } = await house.person(city)
    const { secret } = await enrol(browser)
    const drop = await browser.http('DELETE', '/api/second-factor', {
      password: goodPassword,
      code: codeOf(secret, 1),
    })
    expect(drop.body.code).toBe('accounts.second-factor-required')
  })

  it('lost with all its paper is cleared by an officer above, with a reset code', async () => {
    const { id, user, browser } = await house.person(city)
    await enrol(browser)
    const province = await house.person([{ role: 'province-officer', place: '34' }])
    const code = newCode(resetLength)
    const made = await province.browser.give(makeResetCode, '34.71', {
      id: newId(),
      account: id,
      codeHash: await codeDigest(code),
      clearsSecondFactor: true,
    })
    expect(made.status).toBe(200)
    await house
      .browser()
      .http('POST', '/api/password/reset', { user, code, password: 'gerobak-merah-tiga-lilin' })
    expect((await house.browser().signIn(user, 'gerobak-merah-tiga-lilin')).body.account.id).toBe(id)
  })
})

describe('an officer who never enrolled', () => {
  it('is reminded for seven days, then may do nothing but enrol', async () => {
    const { id, browser } = await house.person(city)
    expect((await browser.http('GET', '/api/session')).body.secondFactor).toMatchObject({
      required: true,
      overdue: false,
    })
    expect((await browser.ask('accounts.at-place', { place: '34.71' })).status).toBe(200)
    await sql`update accounts.holding set since = now() - interval '8 days' where account_id = ${id}`.execute(
      house.services.owner,
    )
    forgetAccount(id)
    expect((await browser.http('GET', '/api/session')).body.secondFactor).toMatchObject({ overdue: true })
    expect((await browser.ask('accounts.at-place', { place: '34.71' })).status).toBe(403)
    expect((await browser.ask('accounts.mine')).status).toBe(200)
    await enrol(browser)
    expect((await browser.ask('accounts.at-place', { place: '34.71' })).status).toBe(200)
  })
  it('of the demonstration may wait as long as it was told to', async () => {
    const { id, browser } = await house.person(city, { secondFactorFrom: momentOn(daysFromToday(400)) })
    await sql`update accounts.holding set since = now() - interval '80 days' where account_id = ${id}`.execute(
      house.services.owner,
    )
    forgetAccount(id)
    expect((await browser.ask('accounts.at-place', { place: '34.71' })).status).toBe(200)
  })
})

describe('the recovery key of a phone', () => {
  const key = 'ab'.repeat(32)
  it('is kept sealed and given back after a fresh sign-in on the same phone only', async () => {
    const { id, user, browser } = await house.person([{ role: 'volunteer', place: '34.71.04.1001' }])
    expect((await browser.http('PUT', '/api/device', { name: 'HP Bu Sri', recovery: key })).status).toBe(200)
    expect((await browser.http('PUT', '/api/device', { name: 'HP Bu Sri 2' })).status).toBe(200)
    const back = await browser.signIn(user)
    expect(back.body.hasDeviceRecovery).toBe(true)
    expect((await browser.http('GET', '/api/device/recovery')).body).toEqual({ recovery: key })
    const other = house.browser()
    expect((await other.signIn(user)).body.hasDeviceRecovery).toBe(false)
    expect((await other.http('GET', '/api/device/recovery')).body.code).toBe('accounts.no-recovery-key')
    await sql`update accounts.session set created_at = now() - interval '6 minutes' where account_id = ${id}`.execute(
      house.services.owner,
    )
    const late = await browser.http('GET', '/api/device/recovery')
    expect([late.status, late.body.code]).toEqual([403, 'accounts.sign-in-again'])
    const rows = await sql<{
      recovery: Buffer
    }>`select recovery from accounts.device where account_id = ${id} and id = ${browser.device}`.execute(
      house.services.owner,
    )
    expect(rows.rows[0]?.recovery.toString('latin1')).not.toContain(key)
  })
  it('is kept from a phone that was reported lost', async () => {
    const { id, user, browser } = await house.person([{ role: 'volunteer', place: '34.71.04.1001' }])
    await browser.http('PUT', '/api/device', { name: 'HP', recovery: key })
    await sql`update accounts.device set revoked_at = now() - interval '1 second' where account_id = ${id}`.execute(
      house.services.owner,
    )
    expect((await browser.signIn(user)).body.hasDeviceRecovery).toBe(false)
    expect((await browser.http('GET', '/api/device/recovery')).status).toBe(404)
  })
  it('bad ones are refused', async () => {
    const { browser } = await house.person([{ role: 'volunteer', place: '34.71.04.1001' }])
    for (const recovery of ['', 'zz', 'ab'.repeat(33), 5])
      expect((await browser.http('PUT', '/api/device', { name: 'HP', recovery })).status).toBe(400)
    expect((await house.browser().http('PUT', '/api/device', { name: 'HP' })).status).toBe(401)
  })
})

describe('my own password', () => {
  it('is changed with the old one, and ends my other sessions', async () => {
    const { user, browser } = await house.person([{ role: 'volunteer', place: '34.71.04.1001' }])
    const other = house.browser()
    await other.signIn(user)
    const change = (current: string, password: string) =>
      browser.http('POST', '/api/password', { current, password })
    expect((await change('salah-sama-sekali', 'gerobak-merah-tiga-lilin')).body.errors[0]).toMatchObject({
      field: 'current',
    })
    expect((await change(goodPassword, 'indonesia1945')).body.errors[0]).toMatchObject({ field: 'password' })
    expect((await change(goodPassword, 'gerobak-merah-tiga-lilin')).status).toBe(200)
    expect((await other.ask('accounts.mine')).status).toBe(401)
    expect((await browser.ask('accounts.mine')).status).toBe(200)
  })
})
