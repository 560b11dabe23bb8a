// An owner of the server who changes what a village did, a phone that remembers, and an auditor with a paper.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, type Person, testHouse, type Village } from '../../apps/server/village.testing.ts'
import { paperLineOf } from '../../kernel/head.ts'
import { newId } from '../../kernel/id.ts'
import type { FeedPage } from '../../platform/server/feed.ts'
import { sealedHead } from '../../platform/server/kept-heads.ts'
import { openJournal } from '../../platform/server/running/journal.ts'
import { blankHousehold, registerHousehold } from '../people/household.ts'
import { peopleServer } from '../people/server.ts'
import { placesWithoutNation } from '../places/regions.testing.ts'
import { programmesServer } from '../programmes/server.ts'
import { ok } from '../surveys/surveys.testing.ts'
import { auditingProbes } from './api.ts'
import type { LogAt } from './log.ts'
import { auditingServer } from './server.ts'

let house: House
const written: string[] = []
beforeAll(async () => {
  house = await testHouse([placesWithoutNation, programmesServer, peopleServer, auditingServer])
  openJournal({ level: 'info', form: 'json', addresses: false }, { write: (line) => void written.push(line) })
})
afterAll(() => house.close())

type Proof = NonNullable<FeedPage['proof']>
const round = async (person: Person, proof: Proof | null) => {
  const kept = proof ? `&kept=${proof.seq}.${proof.hash}.${proof.seal}` : ''
  const { status, body } = await person.http('GET', `/api/feed?place=${person.place}&after=${kept}`)
  return { status, page: body as unknown as FeedPage }
}
/** What a village does, and where its log stands then. */
async function lived(village: Village, deeds: number): Promise<Proof> {
  const facilitator = village.as('facilitator')
  for (let n = 0; n < deeds; n++)
    await ok(facilitator.give(registerHousehold, blankHousehold({ id: newId() })))
  const { page } = await round(facilitator, null)
  if (!page.proof) throw new Error('no head came')
  return page.proof
}
/** The owner of the database takes the last entries off, so that all that is left verifies. */
async function cut({ place }: Village, left: number): Promise<void> {
  const { pool } = house.database
  house.changedBehindLog = true
  await pool.query('delete from platform.log where village_code = $1 and seq > $2', [place, left])
  await pool.query(
    `update platform.head h set seq = l.seq, hash = l.hash from platform.log l
     where h.village_code = $1 and l.village_code = $1 and l.seq = $2`,
    [place, left],
  )
}
const health = async () => (await auditingProbes(house.services)[0]?.look())?.condition
const logSeen = async (person: Person, head?: string) =>
  (await person.ask('auditing.log', head ? { head } : {})).body as unknown as LogAt

test('a phone that was given the head of a log notices that entries were cut off, and so do auditor and health', async () => {
  const village = house.village()
  const proof = await lived(village, 3)
  const phone = village.as('volunteer')
  expect((await round(phone, proof)).page.kept).toBe('there')
  expect(await health()).toBe('well')
  await cut(village, 2)
  for (const _ of [1, 2]) {
    const { page } = await round(phone, proof)
    expect(page).toMatchObject({ kept: 'gone', proof: { seq: 2 } })
  }
  expect(await logSeen(village.as('auditor'))).toMatchObject({
    newest: { seq: 2 },
    gone: [{ place: village.place, seq: 3, hash: proof.hash }],
  })
  expect(await health()).toBe('fault')
  expect(written.filter((line) => line.includes('head-gone'))).toHaveLength(1)
  // Work is never held up by it.
  expect(
    (await village.as('facilitator').give(registerHousehold, blankHousehold({ id: newId() }))).status,
  ).toBe(200)
})

test('a head that the server did not give raises no alarm', async () => {
  const village = house.village()
  const there = house.village()
  const own = await lived(village, 1)
  const other = await lived(there, 2)
  const phone = village.as('volunteer')
  const forged = { ...own, hash: 'a'.repeat(64) }
  for (const proof of [forged, { ...forged, seal: 'b'.repeat(32) }, other, { ...own, seq: 9 }])
    expect((await round(phone, proof)).page.kept).toBe(null)
  expect((await round(phone, { ...own, seal: 'x' })).status).toBe(422)
  const elsewhere = sealedHead(house.services.vault, { place: there.place, seq: 1, hash: 'c'.repeat(64) })
  expect((await round(phone, elsewhere)).page.kept).toBe(null)
  expect((await logSeen(village.as('auditor'))).gone).toEqual([])
})

test('an auditor types what stands on a paper, and is told whether the log still has it', async () => {
  const village = house.village()
  const { seq, hash } = await lived(village, 2)
  const auditor = village.as('auditor', { at: village.place.slice(0, 5) })
  const city = house.person(['auditor'], village.place.slice(0, 5), village.place.slice(0, 5))
  const line = paperLineOf({ place: village.place, seq, hash })
  for (const person of [auditor, city])
    expect((await logSeen(person, line)).judged).toMatchObject({ seq: 2, at: expect.any(String) })
  const other = line.replace(/[0-9a-f]{4}$/, (digits) => (digits === '0000' ? '1111' : '0000'))
  expect((await logSeen(auditor, other)).judged).toMatchObject({ seq: 2, at: null })
  const codes = async (head: string) =>
    (await auditor.ask('auditing.log', { head })).body.errors?.map(({ code }) => code)
  expect(await codes('berita acara no. 7')).toEqual(['auditing.no-head'])
  expect(await codes(paperLineOf({ place: '34.02.01.2001', seq, hash }))).toEqual(['auditing.elsewhere'])
  expect((await village.as('volunteer').ask('auditing.log')).status).toBe(403)
})
