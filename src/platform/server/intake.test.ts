import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { type House, testHouse } from '../../apps/server/village.testing.ts'
import { canonical } from '../../kernel/canonical.ts'
import { command } from '../../kernel/command.ts'
import * as fields from '../../kernel/fields.ts'
import { newId } from '../../kernel/id.ts'
import { refuse, refuseIfAny } from '../../kernel/refusal.ts'
import { handle, handlePrepared, type ServerCapability } from './capability.ts'
import { lookInPlace } from './transaction.testing.ts'
import { inPlace } from './transaction.ts'
import { isWhole, verifyLog } from './verify.ts'

const note = command({
  name: 'notes.write',
  version: 2,
  roles: ['facilitator', 'village-head'],
  scope: 'village',
  input: z.strictObject({
    id: fields.id(),
    text: fields.line(50),
    about: fields.line(50),
    code: fields.line(20),
  }),
  records: (input) => [input.id],
  personal: ['about'],
  secret: ['code'],
  lift: { 1: (older: object) => ({ ...older, code: '-' }) },
  summary: 'Writes a note; refused when it says "no".',
})

const weigh = command({
  name: 'notes.weigh',
  version: 1,
  roles: ['facilitator'],
  scope: 'village',
  input: z.strictObject({ id: fields.id(), text: fields.line(50) }),
  records: (input) => [input.id],
  summary: 'Something heavy; refused when it is.',
})
let prepared = 0

const lost = 'of a lost server'
const deadlocked = 'lost a deadlock'

const notes: ServerCapability = {
  name: 'notes',
  migrations: [
    {
      name: '2026-01-01-notes',
      sql: `create schema notes; grant usage on schema notes to rembug_app;
        create table notes.note (district_code text not null, village_code text not null, id uuid not null, text text not null, primary key (district_code, id));
        select platform.protect('notes.note');`,
      tables: [{ table: 'notes.note', kind: 'place', column: 'district_code' }],
    },
  ],
  commands: [
    handle(note, async ({ input, place, district, tx, changes }) => {
      if (input.text === 'crash') throw new TypeError('a mistake of ours')
      // As a cluster says it of a server that is lost.
      if (input.text === lost)
        await sql`do $$ begin raise exception 'lost' using errcode = '08006'; end $$`.execute(tx)
      if (input.text === deadlocked)
        await sql`do $$ begin raise exception 'deadlock' using errcode = '40P01'; end $$`.execute(tx)
      refuseIfAny(input.text === 'no' ? [refuse('notes.no', {}, 'text')] : [])
      await sql`insert into notes.note (district_code, village_code, id, text)
        values (${district}, ${place}, ${input.id}, ${input.text})`.execute(tx)
      changes.touch('notes.note', input.id)
      return { length: input.text.length }
    }),
    handlePrepared(
      weigh,
      async ({ input }) => {
        prepared += 1
        await new Promise((done) => setTimeout(done, 30))
        return input.text.length
      },
      async ({ input, prepared: weight, changes }) => {
        refuseIfAny(weight > 10 ? [refuse('notes.no', {}, 'text')] : [])
        changes.touch('notes.note', input.id)
        return { weight }
      },
    ),
  ],
  feed: [
    {
      collection: 'notes.note',
      roles: ['facilitator', 'village-head'],
      read: async ({ tx, district, ids }) => {
        const rows = await sql<{
          id: string
          text: string
        }>`select id, text from notes.note where district_code = ${district} and id = any(${ids})`.execute(tx)
        return new Map(rows.rows.map((row) => [row.id, row]))
      },
    },
  ],
}

let house: House
beforeAll(async () => {
  house = await testHouse([notes])
})
afterAll(() => house.close())

const input = (text = 'hello') => ({ id: newId(), text, about: 'Ibu Sari', code: '123456' })

test('a facilitator writes a note, and it comes back in the feed', async () => {
  const sari = house.village().as('facilitator')
  const written = input()
  const answer = await sari.give(note, written)
  expect(answer).toMatchObject({ status: 200, body: { status: 'done', seq: 1, answer: { length: 5 } } })
  expect(await sari.rows('notes.note')).toEqual([{ id: written.id, text: 'hello' }])
})

test('a phone that sends the same command again is answered as before, and nothing happens twice', async () => {
  const sari = house.village().as('facilitator')
  const id = newId()
  const at = new Date()
  const written = input()
  await sari.give(note, written, { id, at })
  expect(await sari.give(note, written, { id, at })).toMatchObject({
    status: 200,
    body: { status: 'before', answer: { length: 5 } },
  })
  expect(await sari.rows('notes.note')).toHaveLength(1)
})

test('an identifier used for something else is a conflict', async () => {
  const village = house.village()
  const id = newId()
  await village.as('facilitator').give(note, input(), { id })
  expect(await village.as('facilitator').give(note, input('other'), { id })).toMatchObject({
    status: 409,
    body: { code: 'platform.id-used' },
  })
})

test('a refused command is not remembered, so it may be mended and sent again under its id', async () => {
  const sari = house.village().as('facilitator')
  const id = newId()
  const refused = await sari.give(note, input('no'), { id })
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ code: 'notes.no', field: 'text' }] } })
  expect((await sari.give(note, input('yes'), { id })).status).toBe(200)
})

test('nobody commands at a village where they hold no role, not even in the same kecamatan', async () => {
  const here = house.village()
  const there = house.village(here.place.slice(0, 8))
  const sari = here.as('facilitator')
  expect(await sari.give(note, input(), { place: there.place })).toMatchObject({
    status: 403,
    body: { code: 'platform.forbidden' },
  })
  expect((await here.as('volunteer').give(note, input())).status).toBe(403)
  await expect(sari.feed('', there.place)).rejects.toThrow('platform.forbidden')
})

test('a role held at the city reaches its villages', async () => {
  const village = house.village()
  expect((await village.as('facilitator', { at: '34.71' }).give(note, input())).status).toBe(200)
  expect((await village.as('facilitator', { at: '34.7' }).give(note, input())).status).toBe(403)
})

test('every malformed field is named at once', async () => {
  const sari = house.village().as('facilitator')
  const answer = await sari.give(note, {
    id: 'x',
    text: 'a'.repeat(51),
    about: '',
    code: 'c',
    more: 1,
  } as never)
  expect(answer.status).toBe(400)
  expect(answer.body.errors?.map((error) => [error.field, error.code])).toEqual([
    ['id', 'platform.not-an-id'],
    ['text', 'platform.too-long'],
    ['about', 'platform.required'],
    ['more', 'platform.unknown-field'],
  ])
})

test('a command from an older app is lifted, one from a newer app waits for the server', async () => {
  const sari = house.village().as('facilitator')
  const { code: _, ...older } = input()
  expect((await sari.give(note, older as never, { version: 1 })).status).toBe(200)
  expect(await sari.give(note, input(), { version: 3 })).toMatchObject({
    status: 400,
    body: { code: 'platform.newer-version' },
  })
})

test('a clock that is a week ahead is asked to be mended', async () => {
  const sari = house.village().as('facilitator')
  const ahead = await sari.give(note, input(), { at: new Date(Date.now() + 7 * 86_400_000) })
  expect(ahead).toMatchObject({
    status: 400,
    body: { errors: [{ code: 'platform.clock-ahead' }] },
  })
})

test('that a time is not by the clock of the phone stands in the log', async () => {
  const sari = house.village().as('facilitator')
  const envelope = { ...envelopeAt(sari.place)(input()), clock: 'server' }
  const answer = await sari.http('POST', '/api/sync', { commands: [envelope] })
  expect(answer.body).toMatchObject({ results: [{ status: 'done' }] })
  const [row] = await lookInPlace(house.db, sari.place, (tx) =>
    sql<{ fields: object }>`select fields from platform.log where id = ${envelope.id}`
      .execute(tx)
      .then((r) => r.rows),
  )
  expect(row?.fields).toMatchObject({ 'envelope.clock': 'server' })
})

const envelopeAt = (place: string) => (value: object) => ({
  ...{ id: newId(), name: note.name, version: 2, place, at: new Date().toISOString(), device: 'd' },
  input: value,
})

test('a lost server of the database keeps back only what is kept there; the phone sends it again', async () => {
  const sari = house.person(['facilitator'], '34', '34.71.04.1001')
  const [here, beside, elsewhere] = ['34.71.04.1001', '34.71.04.1002', '34.72.01.1001'].map(envelopeAt)
  const commands = [here?.(input(lost)), beside?.(input()), elsewhere?.(input())]
  const answer = await sari.http('POST', '/api/sync', { commands })
  const { results } = answer.body as unknown as { results: { status: string; code?: string }[] }
  expect(results.map(({ status }) => status)).toEqual(['held', 'held', 'done'])
  expect(results[0]?.code).toBe('platform.unavailable')
  // Nothing was reached: the database itself is away, and who asks is told so.
  const away = await sari.http('POST', '/api/sync', { commands: commands.slice(0, 2) })
  expect(away).toMatchObject({ status: 503, body: { code: 'platform.unavailable' } })
  expect((await sari.give(note, input(lost))).status).toBe(503)
})

test('a command that lost a deadlock waits alone: the village is there, and the rest of the outbox goes on', async () => {
  const sari = house.village().as('facilitator')
  const commands = [input(deadlocked), input(), input()].map(envelopeAt(sari.place))
  const answer = await sari.http('POST', '/api/sync', { commands })
  const { results } = answer.body as unknown as { results: { status: string; code?: string }[] }
  expect(results.map(({ status, code }) => [status, code])).toEqual([
    ['held', 'platform.try-again'],
    ['done', undefined],
    ['done', undefined],
  ])
  expect((await sari.give(note, input(deadlocked))).status).toBe(503)
})

test('in a batch, a refused command holds back later ones on its record, and the rest goes on', async () => {
  const sari = house.village().as('facilitator')
  const stuck = input('no')
  const envelope = envelopeAt(sari.place)
  const answer = await sari.http('POST', '/api/sync', {
    commands: [envelope(stuck), envelope({ ...stuck, text: 'later' }), envelope(input('other'))],
  })
  expect(
    (answer.body as unknown as { results: { status: string }[] }).results.map((result) => result.status),
  ).toEqual(['refused', 'held', 'done'])
})

test('the log keeps digests of personal fields, no secrets, and its chain is whole', async () => {
  const sari = house.village().as('facilitator')
  for (let i = 0; i < 3; i++) await sari.give(note, input())
  await lookInPlace(house.db, sari.place, async (tx) => {
    const log = await sql<{
      fields: Record<string, unknown>
    }>`select fields from platform.log order by seq`.execute(tx)
    expect(JSON.stringify(log.rows)).not.toContain('Ibu Sari')
    expect(JSON.stringify(log.rows)).not.toContain('123456')
    expect(log.rows[0]?.fields).toMatchObject({
      text: 'hello',
      code: null,
      about: { digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    })
    const verified = await verifyLog(tx)
    expect(verified).toMatchObject({ rows: 3, breaks: [] })
    expect(isWhole(verified)).toBe(true)
  })
})

test.each([
  ['a changed field', `update platform.log set fields = '{"text":"x"}' where seq = 2`, 'content-differs'],
  ['a changed actor', `update platform.log set actor = gen_random_uuid() where seq = 2`, 'content-differs'],
  [
    'a moved time',
    `update platform.log set done_at = done_at + interval '1 second' where seq = 2`,
    'content-differs',
  ],
  ['a changed answer', `update platform.log set answer = '{}' where seq = 2`, 'content-differs'],
  ['a dropped row', `delete from platform.log where seq = 2`, 'row-missing'],
  ['a dropped last row', `delete from platform.log where seq = 3`, 'head-differs'],
])('the verifier finds %s', async (_, tamper, kind) => {
  const sari = house.village().as('facilitator')
  for (let i = 0; i < 3; i++) await sari.give(note, input())
  await house.database.pool.query(`${tamper} and village_code = '${sari.place}'`)
  await inPlace(house.db, sari.place, sari.actor.account, async (tx) => {
    expect((await verifyLog(tx)).breaks.map((found) => found.kind)).toContain(kind)
  })
})

test('a verifier that checked nothing is not content', () => {
  expect(isWhole({ places: 0, rows: 0, records: 0, anew: [], breaks: [], heads: [] })).toBe(false)
})

test('the database itself hides the rows of other places', async () => {
  const here = house.village()
  const there = house.village(here.place.slice(0, 8))
  await there.as('facilitator').give(note, input())
  await lookInPlace(house.db, here.place, async (tx) => {
    expect(
      (await sql`select * from notes.note`.execute(tx)).rows.filter(
        (row) => (row as { village_code: string }).village_code === there.place,
      ),
    ).toEqual([])
    expect(
      (await sql`update notes.note set text = 'taken' where village_code = ${there.place}`.execute(tx))
        .numAffectedRows,
    ).toBe(0n)
  })
  await expect(
    lookInPlace(house.db, here.place, (tx) =>
      sql`insert into notes.note values (${here.place.slice(0, 8)}, ${there.place}, ${newId()}, 'x')`.execute(
        tx,
      ),
    ),
  ).rejects.toThrow(/row-level security/)
  await expect(
    lookInPlace(house.db, here.place, (tx) => sql`update platform.log set name = 'x'`.execute(tx)),
  ).rejects.toThrow(/permission denied/)
})

test('one command that the database cannot hold, or that we stumble over, does not keep the rest of the outbox back', async () => {
  const sari = house.village().as('facilitator')
  const envelope = (written: object) => ({
    ...{ id: newId(), name: note.name, version: 2, place: sari.place },
    ...{ at: new Date().toISOString(), device: 'd', input: written },
  })
  const halfEmoji = envelope({ ...input(), text: 'rembug \ud83d' })
  const nulDevice = { ...envelope(input()), device: 'd\0' }
  const commands = [halfEmoji, nulDevice, envelope(input('crash')), envelope(input('good'))]
  const answer = await sari.http('POST', '/api/sync', { commands })
  expect(answer.status).toBe(200)
  const { results } = answer.body as unknown as { results: { status: string }[] }
  expect(results.map((result) => result.status)).toEqual(['malformed', 'malformed', 'refused', 'done'])
})

test('a cursor made up by hand is malformed, and not our failure', async () => {
  const sari = house.village().as('facilitator')
  const cursor = encodeURIComponent(`5|notes.note|${'-'.repeat(36)}`)
  expect((await sari.http('GET', `/api/feed?place=${sari.place}&after=${cursor}`)).status).toBe(400)
})

test('who steals the database cannot try out from the log what personal values a command had', async () => {
  const sari = house.village().as('facilitator')
  const [id, at, written] = [newId(), new Date(), input()]
  expect((await sari.give(note, written, { id, at })).status).toBe(200)
  const body = { name: note.name, version: 2, place: sari.place, at: at.toISOString(), input: written }
  const guess = createHash('sha256').update(canonical(body)).digest('hex')
  const kept = await lookInPlace(house.db, sari.place, (tx) =>
    sql<{
      digest: string
    }>`select encode(body_digest, 'hex') as digest from platform.log where id = ${id}`.execute(tx),
  )
  expect(kept.rows[0]?.digest).toHaveLength(64)
  expect(kept.rows[0]?.digest).not.toBe(guess)
})

test('heavy work is done once for what is sent again, whether it is under way or done', async () => {
  const who = house.village().as('facilitator')
  const [id, at, input] = [newId(), new Date(), { id: newId(), text: 'berat' }]
  prepared = 0
  const send = () => who.give(weigh, input, { id, at })
  const both = await Promise.all([send(), send()])
  expect(both.map(({ body }) => (body as { status?: string }).status).sort()).toEqual(['before', 'done'])
  expect((await send()).body).toMatchObject({ status: 'before', answer: { weight: 5 } })
  // Another command under the same id is no repeat, and is not worked on either.
  expect((await who.give(weigh, { ...input, text: 'lain' }, { id, at })).status).toBe(409)
  expect(prepared).toBe(1)
  // What was refused may be right the next time.
  for (const _ of [1, 2])
    expect((await who.give(weigh, { id: newId(), text: 'terlalu berat' }, { at })).status).toBe(422)
  expect(prepared).toBe(3)
})
