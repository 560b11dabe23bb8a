import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { daysFromToday } from '../../../kernel/day.testing.ts'
import { newId } from '../../../kernel/id.ts'
import type { Holding, Role } from '../../../kernel/role.ts'
import { foundAgency } from '../../agencies/agency.ts'
import { agenciesServer } from '../../agencies/server.ts'
import { definitionKey } from '../../programmes/door.ts'
import { enrol } from '../../programmes/enrolment.ts'
import { programmesServer } from '../../programmes/server.ts'
import { takenUp } from '../../programmes/shipped.testing.ts'
import { handOver } from '../account.ts'
import { type AccountsHouse, accountsHouse, type Browser } from '../accounts.testing.ts'

let house: AccountsHouse
beforeAll(async () => {
  house = await accountsHouse([programmesServer, agenciesServer])
}, 60_000)
afterAll(() => house.close())

let villages = 1000
const freshVillage = () => {
  villages += 1
  return `34.71.04.${villages}`
}
const at = (role: Role, place: string): Holding[] => [{ role, place }]
const reason = 'Pindah tugas ke kota lain'
const social = { id: newId(), kind: 'social-agency' as const, name: 'Dinas Sosial' }

async function enrolled(browser: Browser, place: string): Promise<string> {
  const id = newId()
  const answer = await browser.give(enrol, place, {
    id,
    programme: definitionKey('p2kp-2006', 1, 'ID'),
    startOn: daysFromToday(-320),
    ...takenUp,
  })
  expect(answer.status).toBe(200)
  return id
}

async function enrolmentSeenBy(browser: Browser, place: string, id: string) {
  const page = await browser.http('GET', `/api/feed?place=${place}&after=`)
  const rows = page.body.rows as { id: string; value: { facilitator: string; history: { what: string }[] } }[]
  return rows.find((row) => row.id === id)?.value
}

const feedSays = async (browser: Browser, place: string) =>
  (await browser.http('GET', `/api/feed?place=${place}&after=`)).body.code

describe('a facilitator who hands his village over', () => {
  it('leaves it in the hands of a colleague who was never here once they say yes, and sees it no more', async () => {
    const village = freshVillage()
    const giver = await house.person(at('facilitator', village))
    const colleague = await house.person(at('facilitator', freshVillage()))
    const id = await enrolled(giver.browser, village)
    expect(await feedSays(colleague.browser, village)).toBe('platform.forbidden')

    const input = { from: giver.id, to: colleague.id, leaves: true, reason }
    const answer = await giver.browser.give(handOver, village, input)
    expect(answer.body).toMatchObject({ answer: { enrolments: 0, offered: true } })
    expect((await enrolmentSeenBy(giver.browser, village, id))?.facilitator).toBe(giver.id)
    expect(await feedSays(colleague.browser, village)).toBe('platform.forbidden')
    expect((await colleague.browser.takeUp()).map(({ status }) => status)).toEqual([200])

    const row = await enrolmentSeenBy(colleague.browser, village, id)
    expect(row?.facilitator).toBe(colleague.id)
    // No officer has said yet that he accompanies this village: what he signs here does not count before.
    const { body } = await colleague.browser.http('GET', '/api/session')
    expect(body.account.holdings).toContainEqual({ role: 'facilitator', place: village, vouch: null })
    expect(row?.history.at(-1)).toMatchObject({ what: 'handed-over', by: giver.id })
    expect(await feedSays(giver.browser, village)).toBe('platform.forbidden')
    expect((await giver.browser.give(handOver, village, input)).status).toBe(403)
  })

  it('may stay for a while, and the colleague keeps the role he had', async () => {
    const village = freshVillage()
    const giver = await house.person(at('facilitator', village))
    const colleague = await house.person(at('facilitator', '34.71.04'))
    const id = await enrolled(giver.browser, village)
    const input = { from: giver.id, to: colleague.id, leaves: false, reason }
    expect((await giver.browser.give(handOver, village, input)).status).toBe(200)
    expect((await enrolmentSeenBy(giver.browser, village, id))?.facilitator).toBe(colleague.id)
    const mine = await colleague.browser.ask('accounts.mine')
    expect(mine.body.holdings).toMatchObject([{ role: 'facilitator', place: '34.71.04' }])
  })

  it('cannot give what is not his, to himself, to nobody, or leave a whole district through one village', async () => {
    const village = freshVillage()
    const [one, two] = [
      await house.person(at('facilitator', village)),
      await house.person(at('facilitator', village)),
    ]
    const stranger = await house.person(at('facilitator', freshVillage()))
    const wide = await house.person(at('facilitator', '34.71.04'))
    const head = await house.person(at('village-head', village))
    const say = async (browser: Browser, from: string, to: string, leaves = false) => {
      const { status, body } = await browser.give(handOver, village, { from, to, leaves, reason })
      return status === 422 ? body.errors.map((each: { code: string }) => each.code) : status
    }
    expect(await say(one.browser, two.id, stranger.id)).toEqual(['accounts.may-not-hand-over'])
    expect(await say(one.browser, one.id, one.id)).toEqual(['accounts.same-person'])
    expect(await say(one.browser, one.id, newId())).toEqual(['accounts.unknown-person'])
    expect(await say(wide.browser, wide.id, one.id, true)).toEqual(['accounts.holds-wider'])
    expect(await say(stranger.browser, stranger.id, one.id)).toBe(403)
    expect(await say(head.browser, one.id, two.id)).toBe(403)
  })
})

describe('an officer of the city', () => {
  it('hands the village of a facilitator who fell away to another, but only of one who is there', async () => {
    const village = freshVillage()
    const gone = await house.account(at('facilitator', village))
    const colleague = await house.person(at('facilitator', freshVillage()))
    const officer = await house.person(at('city-officer', '34.71'), {
      secondFactorFrom: new Date(Date.now() + 86_400_000),
    })
    const input = { from: gone.id, to: colleague.id, leaves: true, reason }
    expect((await officer.browser.give(handOver, village, input)).status).toBe(200)
    const waiting = await officer.browser.give(handOver, village, input)
    expect(waiting.body.errors).toMatchObject([{ code: 'accounts.offered-already', field: 'to' }])
    expect((await colleague.browser.takeUp()).map(({ status }) => status)).toEqual([200])
    const again = await officer.browser.give(handOver, village, input)
    expect(again.body.errors).toMatchObject([{ code: 'accounts.not-their-village', field: 'from' }])
  })

  it('bound to an agency hands no village on that a facilitator of none accompanies', async () => {
    const village = freshVillage()
    const facilitator = await house.person(at('facilitator', village))
    const colleague = await house.account(at('facilitator', freshVillage()))
    await enrolled(facilitator.browser, village)
    const officer = await house.person([{ role: 'city-officer', place: '34.71', agency: social }])
    const input = { from: facilitator.id, to: colleague.id, leaves: true, reason }
    const { status, body } = await officer.browser.give(handOver, village, input)
    expect([status, body.errors?.[0].code]).toEqual([422, 'accounts.may-not-hand-over'])
  })
})

describe('a facilitator whom an agency sent', () => {
  it('hands on what is its task, and the role as its function', async () => {
    const village = freshVillage()
    const admin = await house.person(at('admin', 'ID'))
    await enrolled(admin.browser, village)
    const founding = { ...social, parent: null, from: null }
    expect((await admin.browser.give(foundAgency, '34.71', founding)).status).toBe(200)
    const sent = await house.person([{ role: 'facilitator', place: village, agency: social }])
    const colleague = await house.person([])
    const input = { from: sent.id, to: colleague.id, leaves: true, reason }
    const { body } = await sent.browser.give(handOver, village, input)
    expect(body).toMatchObject({ answer: { enrolments: 0 } })
    await colleague.browser.takeUp()
    const mine = await colleague.browser.ask('accounts.mine')
    expect(mine.body.holdings).toMatchObject([{ role: 'facilitator', place: village, agency: social }])
  })
})
