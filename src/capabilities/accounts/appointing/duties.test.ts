// Separation of duties over HTTP: who controls is appointed from above and confirmed by a second; a role begins with a yes, and
// is suspended where it is managed.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/id.ts'
import type { Appointed, Holding, Role } from '../../../kernel/role.ts'
import { confirm, disable, endHolding, grant, invite, makeResetCode, revokeSessions } from '../account.ts'
import { type AccountsHouse, type Answer, accountsHouse, type Browser } from '../accounts.testing.ts'
import { codeDigest, newCode, resetLength } from '../code.ts'
import { confirmAtServer } from '../door.ts'
import { accept, decline, layDown, reinstate, suspend } from './appointment.ts'

let house: AccountsHouse
beforeAll(async () => {
  house = await accountsHouse()
})
afterAll(() => house.close())

const [village, district, city] = ['34.71.04.1001', '34.71.04', '34.71']
const person = (role: Role, place: string) => house.person([{ role, place }])
type Person = Awaited<ReturnType<typeof person>>
const codes = ({ status, body }: Answer) =>
  status === 200 ? 200 : (body.errors ?? []).map(({ code }: { code: string }) => code)

async function offered(by: Browser, to: Person, role: Role, place: string) {
  const id = newId()
  expect(codes(await by.give(grant, place, { id, account: to.id, role, agency: null }))).toBe(200)
  return id
}
async function given(by: Browser, to: Person, role: Role, place: string) {
  const offer = await offered(by, to, role, place)
  expect(codes(await to.browser.give(accept, place, { offer }))).toBe(200)
}
type Held = Holding & { id: string; confirmed: boolean; suspended: boolean }
const held = async ({ browser }: Person): Promise<Held[]> =>
  (await browser.ask('accounts.mine')).body.holdings
const appointedOf = async ({ browser }: Person): Promise<Appointed> =>
  (await browser.http('GET', '/api/session')).body.account.holdings[0].vouch.appointed
const said = (by: Browser, who: Person, place = village) => by.give(confirm, place, { account: who.id })
/** Whether the roles of somebody let them do something: ask, of their own place, for an invitation. */
async function invites({ browser }: Person, place = village) {
  const asked = { id: newId(), codeHash: await codeDigest(newCode(16)), role: 'volunteer' as const }
  return codes(await browser.give(invite, place, { ...asked, nameHint: 'Bu Tini', agency: null }))
}

describe('a village head', () => {
  test('is appointed by the camat and confirmed by the city, and does nothing before', async () => {
    const [camat, officer] = [await person('district-officer', district), await person('city-officer', city)]
    const head = await house.person([])
    await given(camat.browser, head, 'village-head', village)
    expect(await invites(head)).toEqual(['platform.not-confirmed'])
    expect(codes(await said(camat.browser, head))).toEqual(['accounts.confirm-by-second'])
    expect(codes(await said(head.browser, head))).toEqual(['platform.forbidden'])
    expect(codes(await said(officer.browser, head))).toBe(200)
    expect(await invites(head)).toBe(200)
    expect(await appointedOf(head)).toMatchObject({
      ...{ role: 'village-head', place: village },
      given: { role: 'district-officer', place: district },
      confirmed: { role: 'city-officer', place: city },
    })
    const { body } = await officer.browser.ask('accounts.at-place', { place: village })
    expect(body.people.find(({ account }: { account: string }) => account === head.id)).toMatchObject({
      ...{ confirmed: true, givenBy: camat.id },
      ...{ given: { role: 'district-officer' }, confirmedBy: { role: 'city-officer' } },
    })
  })

  test('is not confirmed by whom the appointing officer has appointed, nor on a browser that he was on', async () => {
    const [officer, province] = [await person('city-officer', city), await person('province-officer', '34')]
    const camat = await house.person([])
    await given(officer.browser, camat, 'district-officer', district)
    expect(codes(await said(province.browser, camat, district))).toBe(200)
    const head = await house.person([])
    await given(officer.browser, head, 'village-head', village)
    expect(codes(await said(camat.browser, head))).toEqual(['accounts.confirm-not-appointed'])
    const other = await house.account([{ role: 'city-officer', place: city }])
    const shared = house.browser()
    shared.mark = officer.browser.mark
    await shared.signIn(other.user)
    expect(codes(await said(shared, head))).toEqual(['accounts.confirm-other-device'])
    const own = house.browser()
    await own.signIn(other.user)
    expect(codes(await said(own, head))).toBe(200)
  })

  test('whose password was reset waits for a second officer again, who is not the one that reset it', async () => {
    const [camat, officer] = [await person('district-officer', district), await person('city-officer', city)]
    const head = await person('village-head', village)
    const code = newCode(resetLength)
    const made = {
      id: newId(),
      account: head.id,
      codeHash: await codeDigest(code),
      clearsSecondFactor: false,
    }
    expect(codes(await camat.browser.give(makeResetCode, village, made))).toBe(200)
    const password = 'angsa-kemarau-35-tampah'
    await house.browser().http('POST', '/api/password/reset', { user: head.user, code, password })
    await head.browser.signIn(head.user, password)
    expect(await invites(head)).toEqual(['platform.not-confirmed'])
    expect(codes(await said(camat.browser, head))).toEqual(['accounts.confirm-by-second'])
    expect(codes(await said(officer.browser, head))).toBe(200)
    expect(await invites(head)).toBe(200)
  })
})

test('where an installation begins, the first officers are confirmed at the server, and that is written down', async () => {
  const admin = await person('admin', 'ID')
  const officer = await house.person([])
  await given(admin.browser, officer, 'national-officer', 'ID')
  expect(codes(await said(admin.browser, officer, 'ID'))).toEqual(['accounts.confirm-by-second'])
  expect(await confirmAtServer(house.services, officer.user)).toBe(1)
  expect(await confirmAtServer(house.services, officer.user)).toBe(0)
  expect(await confirmAtServer(house.services, 'tidak.ada')).toBeNull()
  expect(await invites(officer)).toBe(200)
  expect(await appointedOf(officer)).toMatchObject({ given: { role: 'admin' }, confirmed: null })
  const logged = sql<{ fields: { account: string } }>`
    select fields from platform.log where name = 'accounts.confirm-at-server'`
  expect((await logged.execute(house.services.owner)).rows).toEqual([{ fields: { account: officer.id } }])
})

describe('an offer', () => {
  test('gives nothing and stands in no list before its receiver says yes', async () => {
    const [facilitator, receiver] = [await person('facilitator', village), await house.person([])]
    const offer = await offered(facilitator.browser, receiver, 'volunteer', village)
    const { body } = await facilitator.browser.ask('accounts.at-place', { place: village })
    expect(body.people.map(({ account }: { account: string }) => account)).not.toContain(receiver.id)
    expect(body.invitations).toContainEqual(expect.objectContaining({ id: offer, toAccount: true }))
    expect((await receiver.browser.http('GET', '/api/session')).body).toMatchObject({
      ...{ offers: 1, account: { holdings: [] } },
    })
    expect((await receiver.browser.ask('accounts.mine')).body.offers).toMatchObject([
      { id: offer, role: 'volunteer', place: village, by: expect.stringContaining('Warga') },
    ])
    expect(codes(await facilitator.browser.give(accept, village, { offer }))).toEqual(['accounts.offer-gone'])
    expect(codes(await receiver.browser.give(accept, district, { offer }))).toEqual(['accounts.offer-gone'])
    expect(codes(await receiver.browser.give(accept, village, { offer }))).toBe(200)
    expect(codes(await receiver.browser.give(accept, village, { offer }))).toEqual(['accounts.offer-gone'])
    expect(await held(receiver)).toMatchObject([{ role: 'volunteer', place: village, confirmed: false }])
  })

  test('is over when it is declined, after its days, and when who made it was let go', async () => {
    const [facilitator, receiver] = [await person('facilitator', village), await house.person([])]
    const says = async (what: typeof accept, offer: string) =>
      codes(await receiver.browser.give(what, village, { offer }))
    const declined = await offered(facilitator.browser, receiver, 'volunteer', village)
    expect(await says(decline, declined)).toBe(200)
    expect(await says(accept, declined)).toEqual(['accounts.offer-gone'])
    const old = await offered(facilitator.browser, receiver, 'volunteer', village)
    await sql`update accounts.invitation set expires_at = now() - interval '1 second' where id = ${old}`.execute(
      house.services.owner,
    )
    expect(await says(accept, old)).toEqual(['accounts.offer-gone'])
    const tooLong = { id: newId(), account: receiver.id, role: 'volunteer' as const, agency: null, days: 61 }
    expect((await facilitator.browser.give(grant, village, tooLong)).status).toBe(400)
    const orphan = await offered(facilitator.browser, receiver, 'volunteer', village)
    const [own] = await held(facilitator)
    expect(codes(await facilitator.browser.give(layDown, village, { holding: own?.id as string }))).toBe(200)
    expect(await says(accept, orphan)).toEqual(['accounts.offer-gone'])
    expect(await held(receiver)).toEqual([])
  })
})

describe('whoever manages one role of a person', () => {
  test('signs them out and suspends that role, whatever somebody from elsewhere has given them; the account is not theirs', async () => {
    const facilitator = await person('facilitator', village)
    const volunteer = await person('volunteer', village)
    const elsewhere = await person('city-officer', '34.02')
    await given(elsewhere.browser, volunteer, 'district-officer', '34.02.01')
    const [here, there] = await held(volunteer)
    const about = { holding: here?.id as string, account: volunteer.id, reason: 'diduga disalahgunakan' }
    const signOut = () => facilitator.browser.give(revokeSessions, village, { account: volunteer.id })
    expect(codes(await signOut())).toBe(200)
    expect((await volunteer.browser.ask('accounts.mine')).status).toBe(401)
    expect(codes(await facilitator.browser.give(suspend, village, about))).toBe(200)
    expect(codes(await facilitator.browser.give(suspend, village, about))).toEqual([
      'accounts.suspended-already',
    ])
    await volunteer.browser.signIn(volunteer.user)
    const session = await volunteer.browser.http('GET', '/api/session')
    expect(session.body.account.holdings).toMatchObject([{ role: 'district-officer', place: '34.02.01' }])
    const whole = { account: volunteer.id, basedOn: 1, reason: 'diduga disalahgunakan' }
    expect(codes(await facilitator.browser.give(disable, village, whole))).toEqual([
      'accounts.holds-more-elsewhere',
    ])
    const other = { ...about, holding: there?.id as string }
    expect(codes(await facilitator.browser.give(suspend, village, other))).toEqual([
      'accounts.unknown-person',
    ])
    // Nor is it had back by being given once more, or by oneself.
    const again = { id: newId(), account: volunteer.id, role: 'volunteer' as const, agency: null }
    expect(codes(await facilitator.browser.give(grant, village, again))).toEqual(['accounts.holds-already'])
    // Given back by a colleague of the village, it counts for no word before somebody above says who it is.
    expect(codes(await facilitator.browser.give(reinstate, village, about))).toBe(200)
    expect((await held(volunteer))[0]).toMatchObject({ confirmed: false, suspended: false })
  })

  test('of nobody else: a facilitator has no say over a head, a stranger over nobody', async () => {
    const [facilitator, head] = [await person('facilitator', village), await person('village-head', village)]
    const [holding] = await held(head)
    const about = { holding: holding?.id as string, account: head.id, reason: 'x' }
    expect(codes(await facilitator.browser.give(suspend, village, about))).toEqual(['accounts.may-not-end'])
    expect(codes(await facilitator.browser.give(endHolding, village, about))).toEqual([
      'accounts.may-not-end',
    ])
    expect(codes(await facilitator.browser.give(revokeSessions, village, { account: head.id }))).toEqual([
      'accounts.not-above',
    ])
  })
})

test('who lays a role down sees before what ends with it, and whether they are the only one', async () => {
  const facilitator = await person('facilitator', '34.71.09.1001')
  const [holding] = await held(facilitator)
  await invites(facilitator, '34.71.09.1001')
  const { body } = await facilitator.browser.ask('accounts.leaving', { holding: holding?.id as string })
  expect(body).toMatchObject({ others: 0, issued: [{ what: 'accounts.invitation' }] })
  const [other] = [await person('facilitator', '34.71.09.1001')]
  const now = await facilitator.browser.ask('accounts.leaving', { holding: holding?.id as string })
  expect(now.body.others).toBe(1)
  expect((await other.browser.ask('accounts.leaving', { holding: holding?.id as string })).status).toBe(422)
})
