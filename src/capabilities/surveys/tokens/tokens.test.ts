// A token over HTTP: what it opens, what it never does, and how it ends.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/id.ts'
import { lookInPlace } from '../../../platform/server/transaction.testing.ts'
import { disable, endHolding, revokeSessions } from '../../accounts/account.ts'
import type { AccountsHouse } from '../../accounts/accounts.testing.ts'
import { household } from '../tables/tables.testing.ts'
import { endToken, issueToken } from './token.ts'
import * as t from './tokens.testing.ts'

let house: AccountsHouse
beforeAll(async () => {
  house = await t.tokensHouse()
}, 300_000)
afterAll(() => house.close())

const homes = [
  { open: { 'house/area': 36 }, personal: { head: 'Ibu Kenari' } },
  { open: { 'house/area': 48 }, personal: { head: 'Pak Melati' } },
]
const code = (answer: { json: () => { code?: string } }) => answer.json().code

/** A facilitator with a survey, a token of it, and a computer that has the secret. */
async function standing(more: { personal?: boolean; days?: number } = {}) {
  const place = t.freshVillage()
  const person = await t.personAs(house, place)
  const { survey } = await t.surveyIn(house, place, homes)
  const token = await t.issueTo(person, place, survey, more)
  expect(token.answer.status, JSON.stringify(token.answer.body)).toBe(200)
  const root = t.rootOf(place, survey)
  return { place, person, survey, token, root, excel: t.computer(house, token.secret) }
}
const officer = () =>
  house.person([{ role: 'city-officer', place: '34.71' }], {
    secondFactorFrom: new Date(Date.now() + 86_400_000),
  })

describe('a computer with the secret', () => {
  test('reads the survey as its person sees it, and no cookie is needed', async () => {
    const { root, excel } = await standing()
    const service = await excel(root)
    expect([service.statusCode, service.headers['odata-version']]).toEqual([200, '4.0'])
    expect(service.headers['content-type']).toContain('application/json; odata.metadata=minimal')
    expect((await excel(`${root}/`)).json()).toEqual(service.json())
    const metadata = await excel(`${root}/$metadata`, { accept: 'application/xml' })
    expect(metadata.headers['content-type']).toBe('application/xml')
    expect(metadata.body).not.toContain('"head"')
    const rows = await excel(`${root}/Submissions?$top=1000`)
    expect(rows.json().value).toMatchObject([{ house: { area: 36 } }, { house: { area: 48 } }])
    expect(rows.body).not.toContain('Kenari')
    expect((await excel(`${root}/Submissions/$count`)).body).toBe('2')
    expect((await excel(`${root}/Submissions?$top=0&$count=true`)).json()).toMatchObject({
      ...{ '@odata.count': 2, value: [] },
    })
    expect((await excel(root, {}, 'HEAD')).statusCode).toBe(200)
    expect(rows.cookies).toEqual([])
  })

  test('has personal answers where it was issued for them, without a wish in the address; each look is noted', async () => {
    const { root, excel, place, person } = await standing({ personal: true })
    expect((await excel(`${root}/$metadata`)).body).toContain('"head"')
    expect((await excel(`${root}/Submissions`)).json().value).toMatchObject([
      { head: 'Ibu Kenari' },
      { head: 'Pak Melati' },
    ])
    expect((await excel(`${root}/Submissions?personal=no`)).body).not.toContain('Kenari')
    const { rows } = await lookInPlace(house.services.db, place, (tx) =>
      sql<{ actor: string; subjects: string[] }>`select actor, subjects from platform.view_log
        where what = 'surveys.odata-token'`.execute(tx),
    )
    expect(rows).toMatchObject([{ actor: person.id }])
    expect(rows[0]?.subjects).toHaveLength(2)
    const open = await standing()
    const more = await open.excel(`${open.root}/Submissions?personal=yes`)
    expect([more.statusCode, code(more)]).toEqual([403, 'surveys.token-open-only'])
  })

  test('is told by the list when it last read and from which network', async () => {
    const { root, excel, person, place, survey, token } = await standing()
    const uses = async (who = person) =>
      (await who.browser.ask('surveys.token-uses', { place, survey })).body.uses
    const by = expect.stringMatching(/^Warga /)
    expect(await uses()).toEqual([{ id: token.id, by, at: null, from: null }])
    await excel(root)
    expect(await uses()).toEqual([{ id: token.id, by, at: expect.any(String), from: '127.3.0.x' }])
    expect(await uses(await t.personAs(house, place, 'board-secretary'))).toHaveLength(1)
    expect(await uses(await t.personAs(house, place, 'village-head'))).toEqual([])
  })
})

describe('what was issued for one survey', () => {
  test('opens no other: of the same village, of another, with another token beside it', async () => {
    const one = await standing()
    const two = await standing()
    const { pool } = house.database
    await pool.query(`update surveys.survey set state = 'closed' where id = $1`, [one.survey])
    const sibling = await t.surveyIn(house, one.place, homes, { ...household, version: '2' })
    for (const root of [t.rootOf(one.place, sibling.survey), two.root, t.rootOf(two.place, one.survey)]) {
      const answer = await one.excel(root)
      expect([answer.statusCode, code(answer)], root).toEqual([401, 'surveys.token-unknown'])
    }
    expect((await two.excel(two.root)).statusCode).toBe(200)
  })

  test('opens no other door, and writes nothing', async () => {
    const { root, excel, place, survey, person, token } = await standing({ personal: true })
    const elsewhere = [
      `/api/feed?place=${place}&after=`,
      `/api/surveys/${place}/${survey}/export/csv`,
      `/api/surveys/${place}/${survey}/export/xlsx?personal=yes`,
      `/api/queries/surveys.forms?place=${place}`,
      `/api/queries/accounts.mine`,
    ]
    for (const url of elsewhere) {
      const answer = await excel(url)
      expect([answer.statusCode, answer.headers['www-authenticate']], url).toEqual([401, undefined])
    }
    const given = { id: newId(), version: 1, place, at: new Date().toISOString(), device: 'd' }
    const command = await house.app.inject({
      ...{ method: 'POST', url: '/api/commands/surveys.end-token' },
      headers: { authorization: t.basic(token.secret) },
      payload: { ...given, input: { id: token.id } },
    })
    expect(command.statusCode).toBe(401)
    expect((await excel(`${root}/Submissions`, {}, 'POST')).statusCode).toBe(404)
    expect((await person.browser.http('GET', root)).status).toBe(200)
  })

  test('counts without the cookie beside it, and never with it', async () => {
    const mine = await standing()
    const cookie = `rembug_session=${mine.person.browser.cookie}`
    const half = { 'x-rembug-half': mine.person.browser.half ?? '', cookie }
    // A wrong secret is no way in for an open session, and a right one none for another's.
    const wrong = await t.computer(house, t.newSecret())(mine.root, half)
    expect([wrong.statusCode, code(wrong)]).toEqual([401, 'surveys.token-unknown'])
    const other = await standing()
    expect((await t.computer(house, other.token.secret)(mine.root, half)).statusCode).toBe(401)
    const locked = await t.computer(house)(mine.root, { cookie })
    expect([code(locked), locked.headers['www-authenticate']]).toEqual(['platform.locked', undefined])
  })
})

describe('a secret that is none', () => {
  test('is answered alike whatever is behind it, and Excel is asked for another', async () => {
    const { root, place, token } = await standing()
    const nowhere = t.rootOf(place, newId())
    const challenge = expect.stringMatching(/^Basic realm=/)
    const tries = [root, nowhere, t.rootOf('34.71.99.9999', newId()), t.rootOf('34.71', 'x')]
    for (const url of tries) {
      const answer = await t.computer(house, t.newSecret())(url)
      expect([answer.statusCode, code(answer), answer.headers['www-authenticate']], url).toEqual([
        ...[401, 'surveys.token-unknown', challenge],
      ])
    }
    const stranger = t.computer(house)
    const asked = await stranger(root)
    expect([asked.statusCode, code(asked), asked.headers['www-authenticate']]).toEqual([
      ...[401, 'platform.sign-in', challenge],
    ])
    for (const authorization of ['Basic', 'Basic !', `Bearer ${token.secret}`, t.basic(`${token.secret}x`)])
      expect((await stranger(root, { authorization })).statusCode, authorization).toBe(401)
    // The user name says nothing.
    expect((await stranger(root, { authorization: t.basic(token.secret, 'budi') })).statusCode).toBe(200)
    expect((await stranger(root, { authorization: t.basic(token.secret, '') })).statusCode).toBe(200)
  })

  test('is held off after many from one address, while those who are known there read on', async () => {
    const { root, token, excel: _ } = await standing()
    const line = '127.9.9.9'
    const known = t.computer(house, token.secret, line)
    expect((await known(root)).statusCode).toBe(200)
    const tried = await Promise.all(
      Array.from({ length: 310 }, () => t.computer(house, t.newSecret(), line)(root)),
    )
    expect(tried.filter(({ statusCode }) => statusCode === 401).length).toBeGreaterThanOrEqual(300)
    const late = await t.computer(house, t.newSecret(), line)(root)
    expect([late.statusCode, late.headers['retry-after']]).toEqual([429, '60'])
    expect((await known(root)).statusCode).toBe(200)
    expect((await t.computer(house, t.newSecret())(root)).statusCode).toBe(401)
  })

  test('is not even looked at without https; nor is a right one', async () => {
    const { root, token } = await standing()
    // From the network to a server that is its own: without encryption.
    const answer = await t.computer(house, token.secret, '203.0.113.9')(root)
    expect([answer.statusCode, code(answer), answer.headers['www-authenticate']]).toEqual([
      ...[403, 'surveys.token-https', undefined],
    ])
    expect((await t.computer(house, undefined, '203.0.113.9')(root)).headers['www-authenticate']).toBe(
      undefined,
    )
  })
})

describe('it ends', () => {
  const over = async (excel: ReturnType<typeof t.computer>, root: string) => {
    const answer = await excel(root)
    return [answer.statusCode, code(answer)]
  }

  test('on its day, and when somebody who may says so, once', async () => {
    const one = await standing()
    await house.database.pool.query(`update surveys.token set expires_at = now() where id = $1`, [
      one.token.id,
    ])
    expect(await over(one.excel, one.root)).toEqual([401, 'surveys.token-over'])
    const two = await standing()
    const head = await t.personAs(house, two.place, 'village-head')
    const ending = (who: t.Person) => who.browser.give(endToken, two.place, { id: two.token.id })
    expect((await ending(head)).body.errors).toMatchObject([{ code: 'surveys.token-not-yours' }])
    expect((await two.excel(two.root)).statusCode).toBe(200)
    expect((await ending(await t.personAs(house, two.place, 'board-secretary'))).status).toBe(200)
    expect(await over(two.excel, two.root)).toEqual([401, 'surveys.token-over'])
    expect((await ending(two.person)).body.errors).toMatchObject([{ code: 'surveys.token-ended' }])
  })

  test('with the role, with the account, and with all sessions; a role elsewhere does not keep it', async () => {
    const reason = 'Pindah tugas'
    const role = await standing()
    const [holding] = (await role.person.browser.ask('accounts.mine')).body.holdings
    const away = await officer()
    const ending = { account: role.person.id, holding: holding.id, reason }
    expect((await away.browser.give(endHolding, role.place, ending)).status).toBe(200)
    expect(await over(role.excel, role.root)).toEqual([401, 'surveys.token-over'])
    const closed = await standing()
    const closing = { account: closed.person.id, basedOn: 1, reason }
    expect((await away.browser.give(disable, closed.place, closing)).status).toBe(200)
    expect(await over(closed.excel, closed.root)).toEqual([401, 'surveys.token-over'])
    const out = await standing()
    expect((await away.browser.give(revokeSessions, '34.71', { account: out.person.id })).status).toBe(200)
    expect(await over(out.excel, out.root)).toEqual([401, 'surveys.token-over'])
  })

  test('at once also where a role was taken away behind its back', async () => {
    const { person, excel, root } = await standing()
    expect((await excel(root)).statusCode).toBe(200)
    await house.database.pool.query('update accounts.holding set ended_at = now() where account_id = $1', [
      person.id,
    ])
    expect((await excel(root)).statusCode).toBe(403)
    await house.database.pool.query('update accounts.account set disabled_at = now() where id = $1', [
      person.id,
    ])
    expect((await excel(root)).statusCode).toBe(401)
  })
})

describe('issuing', () => {
  test('is refused in words: a sixth, personal answers to who may not, another place’s survey, too long', async () => {
    const { place, person, survey, token } = await standing()
    for (let n = 1; n < 5; n++) expect((await t.issueTo(person, place, survey)).answer.status).toBe(200)
    const sixth = await t.issueTo(person, place, survey)
    expect(sixth.answer.body.errors).toMatchObject([{ code: 'surveys.token-most', facts: { most: 5 } }])
    const colleague = await t.personAs(house, place, 'village-head')
    const personal = await t.issueTo(colleague, place, survey, { personal: true })
    expect(personal.answer.body.errors).toMatchObject([
      { code: 'surveys.may-not-take-personal', field: 'personal' },
    ])
    const same = await t.issueTo(colleague, place, survey, { secret: token.secret })
    expect(same.answer.body.errors).toMatchObject([{ code: 'surveys.token-secret-known' }])
    expect((await t.issueTo(colleague, place, newId())).answer.body.errors).toMatchObject([
      { code: 'surveys.not-here' },
    ])
    for (const days of [0, 181, 1.5])
      expect((await t.issueTo(colleague, place, survey, { days })).answer.status, `${days}`).toBe(400)
    expect((await t.issueTo(colleague, place, survey, { secret: 'rbt_12345' })).answer.status).toBe(400)
  })

  test('is not for those above the village, and what they issue there is nothing', async () => {
    const { place, survey } = await standing()
    expect((await t.issueTo(await officer(), place, survey)).answer.status).toBe(403)
  })

  test('sent twice happens once, and nothing keeps the secret', async () => {
    const place = t.freshVillage()
    const person = await t.personAs(house, place)
    const { survey } = await t.surveyIn(house, place)
    const secret = t.newSecret()
    const input = { id: newId(), survey, name: 'Excel Bu Sri', days: 30, personal: false, secret }
    const at = new Date().toISOString()
    const given = { id: newId(), version: 1, place, at, device: person.browser.device, input }
    const send = () => person.browser.http('POST', `/api/commands/${issueToken.name}`, given)
    const [first, again] = [await send(), await send()]
    expect([first.body.status, again.body.status]).toEqual(['done', 'before'])
    for (const table of ['surveys.token', 'platform.log']) {
      const { rows } = await house.database.pool.query(`select to_jsonb(t)::text as text from ${table} t`)
      expect(rows.some(({ text }) => text.includes(secret.slice(4)))).toBe(false)
    }
    const page = await person.browser.http('GET', `/api/feed?place=${place}&after=`)
    expect(JSON.stringify(page.body)).not.toContain(secret)
    expect(page.body.rows).toMatchObject([
      { collection: 'surveys.token', value: { name: 'Excel Bu Sri', account: person.id, survey } },
    ])
  })
})
