// What was issued on somebody's behalf ends with them, over all capabilities and over every way in which a stay ends.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  disable,
  endHolding,
  handOver,
  invite,
  makeResetCode,
  revokeMine,
  revokeSessions,
} from '../../capabilities/accounts/account.ts'
import { type AccountsHouse, accountsHouse } from '../../capabilities/accounts/accounts.testing.ts'
import { layDown, suspend } from '../../capabilities/accounts/appointing/appointment.ts'
import { codeDigest, newCode } from '../../capabilities/accounts/code.ts'
import { reserve } from '../../capabilities/letters/letter.ts'
import { setLetterhead } from '../../capabilities/letters/letterhead.ts'
import { headInput } from '../../capabilities/letters/letters.testing.ts'
import { registerDevice, revokeDevice } from '../../capabilities/surveys/openrosa/device.ts'
import { computer, issueTo, rootOf, surveyIn } from '../../capabilities/surveys/tokens/tokens.testing.ts'
import { today } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { serverCapabilities } from './capabilities.ts'

const kinds = serverCapabilities.flatMap(({ issued = [] }) => issued.map(({ what }) => what))
let house: AccountsHouse
beforeAll(async () => {
  const others = serverCapabilities.filter(({ name }) => name !== 'places' && name !== 'accounts')
  // Without what they start: no instrument is filled in here.
  house = await accountsHouse(others.map(({ start: _start, stop: _stop, ...rest }) => rest))
}, 300_000)
afterAll(() => house.close())

type Person = Awaited<ReturnType<AccountsHouse['person']>>
/** Whether it still lets somebody do something. */
type Works = () => Promise<boolean>

let villages = 1000
const freshVillage = () => {
  villages += 1
  return `34.71.04.${villages}`
}

const done = async (answer: Promise<{ status: number; body: unknown }>) => {
  const { status, body } = await answer
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`)
}

/** How each of them is issued to a facilitator of a village, and tried. */
const makers: Record<string, (person: Person, village: string) => Promise<Works>> = {
  'accounts.session':
    async ({ browser }) =>
    async () =>
      (await browser.http('GET', '/api/session')).body.account !== null,
  'accounts.invitation': async ({ browser }, village) => {
    const code = newCode(16)
    const given = { id: newId(), role: 'volunteer' as const, nameHint: 'Bu Tini', agency: null }
    await done(browser.give(invite, village, { ...given, codeHash: await codeDigest(code) }))
    return async () => (await house.browser().http('POST', '/api/invitations/look', { code })).status === 200
  },
  'accounts.reset-code': async ({ browser }, village) => {
    const { id, user } = await house.account([{ role: 'volunteer', place: village }])
    const code = newCode(12)
    const given = { id: newId(), account: id, codeHash: await codeDigest(code), clearsSecondFactor: false }
    await done(browser.give(makeResetCode, village, given))
    const password = 'angsa-kemarau-35-tampah'
    return async () =>
      (await house.browser().http('POST', '/api/password/reset', { user, code, password })).status === 200
  },
  'letters.block': async ({ browser }, village) => {
    const id = newId()
    const about = { office: 'village' as const, series: 'village', year: Number(today().slice(0, 4)) }
    await done(browser.give(setLetterhead, village, headInput()))
    await done(browser.give(reserve, village, { ...about, id, device: browser.device, count: 10 }))
    const colleague = await house.person([{ role: 'facilitator', place: village }])
    type Rows = { id: string; value: { endedAt: string | null } }[]
    return async () => {
      const { body } = await colleague.browser.http('GET', `/api/feed?place=${village}&after=`)
      return (body.rows as Rows).find((row) => row.id === id)?.value.endedAt === null
    }
  },
  'surveys.device': async ({ browser }, village) => {
    const secret = randomBytes(32).toString('base64url')
    await done(browser.give(registerDevice, village, { id: newId(), name: 'HP Bu Sri', secret }))
    const asks = async () => (await house.app.inject(`/odk/k/${secret}/formList`)).statusCode
    const probe = async () => (await house.app.inject(`/odk/k/${secret}/submission`)).statusCode
    expect([await asks(), await probe()]).toEqual([200, 204])
    return async () => [await asks(), await probe()].some((status) => status < 300)
  },
  'surveys.token': async (person, village) => {
    const { survey } = await surveyIn(house, village)
    const { secret } = await issueTo(person, village, survey)
    const reads = computer(house, secret)
    expect((await reads(rootOf(village, survey))).statusCode).toBe(200)
    return async () => (await reads(rootOf(village, survey))).statusCode === 200
  },
}

type Stay = { person: Person; village: string; officer: Person }
const reason = 'Pindah tugas'
/** Every way in which a stay ends; `but`: what goes on by right. */
const endings: Record<string, { end: (stay: Stay) => Promise<void>; but: readonly string[] }> = {
  'nothing happened': { end: () => Promise.resolve(), but: kinds },
  'the account was closed': {
    end: ({ officer, person, village }) =>
      done(officer.browser.give(disable, village, { account: person.id, basedOn: 1, reason })),
    but: [],
  },
  'the role was ended': {
    end: async ({ officer, person, village }) => {
      const [holding] = (await person.browser.ask('accounts.mine')).body.holdings
      await done(
        officer.browser.give(endHolding, village, { account: person.id, holding: holding.id, reason }),
      )
    },
    but: ['accounts.session'],
  },
  'the village was handed over, and the giver left': {
    end: async ({ person, village }) => {
      const next = await house.person([{ role: 'facilitator', place: '34.71.05.1001' }])
      const given = { from: person.id, to: next.id, leaves: true, reason }
      await done(person.browser.give(handOver, village, given))
      for (const answer of await next.browser.takeUp()) await done(Promise.resolve(answer))
    },
    but: ['accounts.session'],
  },
  'the role was suspended': {
    end: async ({ officer, person, village }) => {
      const [holding] = (await person.browser.ask('accounts.mine')).body.holdings
      await done(officer.browser.give(suspend, village, { account: person.id, holding: holding.id, reason }))
    },
    but: ['accounts.session'],
  },
  'they laid the role down': {
    end: async ({ person, village }) => {
      const [holding] = (await person.browser.ask('accounts.mine')).body.holdings
      await done(person.browser.give(layDown, village, { holding: holding.id }))
    },
    but: ['accounts.session'],
  },
  'they were signed out of everything': {
    end: ({ officer, person }) =>
      // From the city: the village hears of it all the same.
      done(officer.browser.give(revokeSessions, '34.71', { account: person.id })),
    but: [],
  },
}

const officer = () =>
  house.person([{ role: 'city-officer', place: '34.71' }], {
    secondFactorFrom: new Date(Date.now() + 86_400_000),
  })

describe('what was issued on behalf of a facilitator', () => {
  test('is declared, and each kind of it is tried here', () => {
    expect(Object.keys(makers).sort()).toEqual(kinds.toSorted())
  })

  test.each(Object.entries(endings))('when %s', async (_, { end, but }) => {
    const village = freshVillage()
    const person = await house.person([{ role: 'facilitator', place: village }])
    const things: [string, Works][] = []
    for (const kind of kinds) {
      const make = makers[kind]
      if (make) things.push([kind, await make(person, village)])
    }
    await end({ person, village, officer: await officer() })
    const working: string[] = []
    for (const [kind, works] of things) if (await works()) working.push(kind)
    expect(working).toEqual(but)
  })
})

test('whoever loses one of two villages keeps what is for the other', async () => {
  const [left, kept] = [freshVillage(), freshVillage()]
  const both = [left, kept].map((place) => ({ role: 'facilitator' as const, place }))
  const person = await house.person(both)
  const works: Works[] = []
  for (const place of [left, kept]) {
    for (const kind of ['surveys.device', 'surveys.token', 'accounts.invitation'])
      works.push((await makers[kind]?.(person, place)) as Works)
  }
  const { body } = await person.browser.ask('accounts.mine')
  const holding = body.holdings.find((each: { place: string }) => each.place === left).id
  expect(body.issued).toMatchObject([
    { what: 'accounts.invitation', place: left, name: 'Bu Tini' },
    { what: 'accounts.invitation', place: kept },
    { what: 'surveys.device', place: left, name: 'HP Bu Sri' },
    { what: 'surveys.device', place: kept },
    { what: 'surveys.token', place: left, name: 'Excel kantor' },
    { what: 'surveys.token', place: kept },
  ])
  await done(person.browser.give(endHolding, left, { account: person.id, holding, reason }))
  expect(await Promise.all(works.map((each) => each()))).toEqual([false, false, false, true, true, true])
})

test('the village sees that the device was ended, whoever ended it from wherever', async () => {
  const village = freshVillage()
  const person = await house.person([{ role: 'facilitator', place: village }])
  const stays = await house.person([{ role: 'facilitator', place: village }])
  await makers['surveys.device']?.(person, village)
  const away = await officer()
  const listed = await away.browser.ask('accounts.devices-of', { place: village, account: person.id })
  expect(listed.body.issued).toMatchObject([{ what: 'surveys.device', name: 'HP Bu Sri' }])
  const before = await stays.browser.http('GET', `/api/feed?place=${village}&after=`)
  await done(away.browser.give(revokeSessions, '34.71', { account: person.id }))
  const page = await stays.browser.http('GET', `/api/feed?place=${village}&after=${before.body.cursor}`)
  const [device] = page.body.rows
  expect(device).toMatchObject({ collection: 'surveys.device', value: { account: person.id } })
  expect(device.value.revokedAt).not.toBeNull()
  const again = stays.browser.give(revokeDevice, village, { id: device.id })
  expect((await again).body.errors).toMatchObject([{ code: 'surveys.device-revoked' }])
})

test('who signs out everywhere else keeps the session that asks, and nothing else', async () => {
  const village = freshVillage()
  const person = await house.person([{ role: 'facilitator', place: village }])
  const device = await makers['surveys.device']?.(person, village)
  await done(person.browser.give(revokeMine, 'ID', { device: null }))
  expect(await device?.()).toBe(false)
  expect((await person.browser.http('GET', '/api/session')).body.account).toMatchObject({ id: person.id })
})
