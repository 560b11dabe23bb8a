// Whoever tries from outside holds up strangers, and not the owner.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../kernel/id.ts'
import { invite, makeResetCode } from './account.ts'
import { type AccountsHouse, accountsHouse, goodPassword } from './accounts.testing.ts'
import { counted, countTry, takeTryBack } from './attempt-store.ts'
import { codeDigest, newCode } from './code.ts'
import { keepSweeping, stopSweeping } from './sweeping.ts'

let house: AccountsHouse
beforeAll(async () => {
  house = await accountsHouse()
}, 300_000)
afterAll(() => house.close())

const village = '34.71.04.1001'
const volunteer = [{ role: 'volunteer' as const, place: village }]

/** Tries from many addresses, until a new phone is made to wait. */
async function storm(user: string): Promise<void> {
  for (let n = 0; n < 30; n++) await house.browser().signIn(user, 'tebakan dari mana-mana')
  expect((await house.browser().signIn(user)).status).toBe(429)
}

describe('while strangers try one name from many addresses', () => {
  it('its owner comes in on a new phone by a code of the paper, which works once', async () => {
    const { id, user } = await house.account(volunteer)
    const code = newCode(10)
    const digest = house.services.vault.digest('accounts:recovery-code', `${id}:${code}`)
    await sql`insert into accounts.recovery_code (account_id, code_hash) values (${id}, ${digest})`.execute(
      house.services.owner,
    )
    await storm(user)
    expect((await house.browser().signIn(user, goodPassword, { code: newCode(10) })).status).toBe(429)
    expect((await house.browser().signIn(user, goodPassword, { code })).status).toBe(200)
  })

  it('its owner comes in on a new phone by a code that the facilitator handed over', async () => {
    const facilitator = await house.person([{ role: 'facilitator', place: village }])
    const { id, user } = await house.account(volunteer)
    await storm(user)
    const code = newCode(12)
    const made = { id: newId(), account: id, codeHash: await codeDigest(code), clearsSecondFactor: false }
    expect((await facilitator.browser.give(makeResetCode, village, made)).status).toBe(200)
    const phone = house.browser()
    const password = 'angsa-kemarau-35-tampah'
    const seat = { device: phone.device, deviceName: 'HP baru' }
    const answer = await phone.http('POST', '/api/password/reset', { user, code, password, ...seat })
    expect(answer.status).toBe(200)
    expect((await phone.signIn(user, password)).status).toBe(200)
  })
})

describe('an office behind one address', () => {
  it('is many people: what others mistyped there holds nobody up who did not', async () => {
    const office = house.browser().address
    const at = () => Object.assign(house.browser(), { address: office })
    for (let n = 0; n < 45; n++) await at().signIn(`orang.${n}`, 'salah ketik kata sandi')
    const { user } = await house.account(volunteer)
    expect((await at().signIn(user)).status).toBe(200)
    // Who goes on guessing one name there waits.
    const { user: other } = await house.account(volunteer)
    const statuses: number[] = []
    for (let n = 0; n < 5; n++) statuses.push((await at().signIn(other, `tebakan ${n}`)).status)
    expect(statuses.slice(0, 3)).toEqual([401, 401, 401])
    expect(statuses.at(-1)).toBe(429)
  })

  it('takes an invitation with the right code, whatever was guessed beside it', async () => {
    const facilitator = await house.person([{ role: 'facilitator', place: village }])
    const code = newCode(16)
    const made = { id: newId(), role: 'volunteer' as const, nameHint: 'Bu Tini', agency: null }
    await facilitator.browser.give(invite, village, { ...made, codeHash: await codeDigest(code) })
    const browser = house.browser()
    const look = async (said: string) =>
      (await browser.http('POST', '/api/invitations/look', { code: said })).status
    const statuses: number[] = []
    for (let n = 0; n < 14; n++) statuses.push(await look(newCode(16)))
    expect(statuses.at(-1)).toBe(429)
    expect(await look(code)).toBe(200)
  })

  it('of IPv6 is one, however its addresses are spelled', async () => {
    const { user } = await house.account(volunteer)
    for (const tail of ['::1', ':0:0:0:2', ':a::3', ':dead:beef:0:4', '::0005', ':6::', ':7:8:9:a']) {
      const browser = Object.assign(house.browser(), { address: `2001:DB8:0:1${tail}` })
      expect([401, 429]).toContain((await browser.signIn(user, 'tebakan')).status)
    }
    const last = Object.assign(house.browser(), { address: '2001:0db8:0000:0001::99' })
    expect((await last.signIn(user)).status).toBe(429)
  })
})

describe('many who try at the same moment', () => {
  it('are each counted or told to wait, also while a right try takes the count away', async () => {
    const { vault, owner: db } = house.services
    const key = counted(vault, 'pair', newId())
    const [now, answers] = [new Date(), [] as number[]]
    const tryOnce = async () => {
      answers.push(await countTry(db, [key], now))
      await takeTryBack(db, [key], now)
    }
    for (let n = 0; n < 40; n++) await Promise.all([1, 2, 3, 4].map(tryOnce))
    expect(answers).toHaveLength(160)
  })
})

describe('who has the password of an account with a second factor, and not its phone', () => {
  it('cannot make its owner wait', async () => {
    const { id, user, browser } = await house.person(volunteer)
    const answer = await browser.http('POST', '/api/second-factor', { password: goodPassword })
    expect(answer.status).toBe(200)
    await sql`update accounts.credential set totp = totp_offered where account_id = ${id}`.execute(
      house.services.owner,
    )
    const guess = (on: typeof browser, n: number) =>
      on.signIn(user, goodPassword, { code: String(100_000 + n) })
    const stranger = house.browser()
    for (let n = 0; n < 9; n++) await guess(stranger, n)
    expect((await guess(house.browser(), 9)).status).toBe(429)
    expect((await guess(browser, 10)).status).toBe(401)
  })
})

it('old tries are forgotten while the server runs', async () => {
  const { owner: db } = house.services
  const key = Buffer.from('lama')
  await keepSweeping(db, 20)
  await sql`insert into accounts.attempt values (${key}, 9, now() - interval '3 days', now())`.execute(db)
  await expect
    .poll(async () => (await sql`select 1 from accounts.attempt where key = ${key}`.execute(db)).rows.length)
    .toBe(0)
  stopSweeping(db)
})
