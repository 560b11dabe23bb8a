import { createHash, randomBytes } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { type House, type Person, testHouse } from '../../apps/server/village.testing.ts'
import { command } from '../../kernel/command.ts'
import * as fields from '../../kernel/fields.ts'
import { newId } from '../../kernel/id.ts'
import { handle, type ServerCapability } from './capability.ts'
import { dropFile, expectFiles, storedSince } from './files.ts'
import { UploadQuota, uploadsOfDay } from './http/upload-quota.ts'
import { inPlace } from './transaction.ts'

const attach = command({
  name: 'notes.attach',
  version: 1,
  roles: ['facilitator'],
  scope: 'village',
  input: z.strictObject({
    note: fields.id(),
    id: fields.id(),
    mediaType: fields.line(40),
    bytes: fields.count(20_000_000),
    sha256: fields.line(64),
    kind: fields.line(20),
  }),
  records: (input) => [input.note],
  summary: 'Announces a photo.',
})
const letGo = command({
  name: 'notes.let-go',
  version: 1,
  roles: ['facilitator'],
  scope: 'village',
  input: z.strictObject({ note: fields.id(), id: fields.id() }),
  records: (input) => [input.note],
  summary: 'Takes the photo off.',
})
const notes: ServerCapability = {
  name: 'notes',
  migrations: [],
  commands: [
    handle(attach, async (work) => {
      await expectFiles(work, { collection: 'notes.note', id: work.input.note }, [work.input])
    }),
    handle(letGo, async (work) => {
      await dropFile(work, { collection: 'notes.note', id: work.input.note }, work.input.id)
    }),
  ],
}

let house: House
let base: string
beforeAll(async () => {
  house = await testHouse([notes])
  base = await house.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => house.close())

const photo = (size = 300_000) =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(size - 4)])
const sha = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

const photoOf = (bytes: Buffer, id = newId()) => ({
  ...{ note: id, id, mediaType: 'image/jpeg', bytes: bytes.length, sha256: sha(bytes), kind: 'photo' },
})
async function announce(person: Person, bytes: Buffer, more: object = {}) {
  const said = { ...photoOf(bytes), ...more }
  expect((await person.give(attach, said)).status).toBe(200)
  return said.id
}

const encode = (text: string) => Buffer.from(text).toString('base64')
const tus = (person: Person, method: string, url: string, headers: Record<string, string>, body?: Buffer) =>
  fetch(new URL(url, base), {
    method,
    headers: { 'tus-resumable': '1.0.0', 'x-test-person': person.actor.session, ...headers },
    ...(body ? { body: new Uint8Array(body) } : {}),
  })
const create = (person: Person, id: string, length: number, place = person.place) =>
  tus(person, 'POST', '/api/files', {
    'upload-length': String(length),
    'upload-metadata': `id ${encode(id)},place ${encode(place)}`,
  })
const uploaded = async (person: Person, id: string, bytes: Buffer) => {
  const url = (await create(person, id, bytes.length)).headers.get('location') ?? ''
  return (await patch(person, url, 0, bytes)).status
}
const seenBy = async (person: Person, id: string) =>
  (
    await fetch(new URL(`/api/files/${person.place}/${id}`, base), {
      headers: { 'x-test-person': person.actor.session },
    })
  ).status
const patch = (person: Person, url: string, offset: number, bytes: Buffer) =>
  tus(
    person,
    'PATCH',
    url,
    { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
    bytes,
  )

test('a photo that was cut off goes on where it was, and can be seen by those of its village', async () => {
  const village = house.village()
  const sari = village.as('facilitator')
  const bytes = photo()
  const id = await announce(sari, bytes)
  const url = (await create(sari, id, bytes.length)).headers.get('location') ?? ''
  expect((await patch(sari, url, 0, bytes.subarray(0, 100_000))).status).toBe(204)
  const arrived = Number((await tus(sari, 'HEAD', url, {})).headers.get('upload-offset'))
  expect(arrived).toBe(100_000)
  expect((await patch(sari, url, arrived, bytes.subarray(arrived))).status).toBe(204)
  const seen = await fetch(new URL(`/api/files/${village.place}/${id}`, base), {
    headers: { 'x-test-person': village.as('village-head').actor.session },
  })
  expect(seen.status).toBe(200)
  expect(sha(Buffer.from(await seen.arrayBuffer()))).toBe(sha(bytes))
  expect(seen.headers.get('content-security-policy')).toContain('sandbox')
  expect(seen.headers.get('cache-control'), 'no copy lies unsealed on the phone').toBe('no-store')
})

test('a photo whose last byte came just before the server ended is asked for again, never taken for kept', async () => {
  const sari = house.village().as('facilitator')
  const bytes = photo()
  const id = await announce(sari, bytes)
  const url = (await create(sari, id, bytes.length)).headers.get('location') ?? ''
  // All bytes lie there, and nobody looked at them.
  writeFileSync(join(house.services.dataFolder, 'incoming', url.split('/').at(-1) ?? ''), bytes)
  expect((await tus(sari, 'HEAD', url, {})).status).toBe(404)
  const again = (await create(sari, id, bytes.length)).headers.get('location') ?? ''
  expect((await patch(sari, again, 0, bytes)).status).toBe(204)
  const headers = { 'x-test-person': sari.actor.session }
  expect((await fetch(new URL(`/api/files/${sari.place}/${id}`, base), { headers })).status).toBe(200)
})

test('a photo that its record let go of is gone, also from the disk', async () => {
  const sari = house.village().as('facilitator')
  const bytes = photo(5000)
  const id = await announce(sari, bytes)
  expect(await uploaded(sari, id, bytes)).toBe(204)
  const lies = () => existsSync(join(house.services.dataFolder, 'files', sari.place, id))
  expect([lies(), await seenBy(sari, id)]).toEqual([true, 200])
  expect((await sari.give(letGo, { note: id, id })).status).toBe(200)
  expect([lies(), await seenBy(sari, id)]).toEqual([false, 404])
})

test('nobody takes hold of the file of another record by its id, nor lets go of it', async () => {
  const village = house.village()
  const sari = village.as('facilitator')
  const bytes = photo(5000)
  const id = await announce(sari, bytes)
  expect(await uploaded(sari, id, bytes)).toBe(204)
  const joko = village.as('facilitator')
  const strange = { ...photoOf(bytes, id), note: newId() }
  const neighbour = house.village(village.place.slice(0, 8)).as('facilitator')
  for (const [who, said] of [
    [joko, strange],
    [joko, { ...photoOf(bytes, id), kind: 'observation' }],
    [joko, photoOf(photo(5000), id)],
    [sari, { ...photoOf(bytes, id), bytes: 1 }],
    [neighbour, photoOf(bytes, id)],
  ] as const) {
    const { status, body } = await who.give(attach, said)
    expect([status, body.errors?.map(({ code }) => code)]).toEqual([422, ['platform.file-taken']])
  }
  expect((await sari.give(attach, photoOf(bytes, id))).status, 'said again, it is the same file').toBe(200)
  expect((await joko.give(letGo, { note: strange.note, id })).status).toBe(200)
  expect(await seenBy(sari, id)).toBe(200)
  expect(existsSync(join(house.services.dataFolder, 'files', village.place, id))).toBe(true)
})

test('one that had not come yet when it was let go of is taken off the phone, and not kept', async () => {
  const sari = house.village().as('facilitator')
  const bytes = photo(5000)
  const id = await announce(sari, bytes)
  await sari.give(letGo, { note: id, id })
  expect(await uploaded(sari, id, bytes)).toBe(204)
  expect(existsSync(join(house.services.dataFolder, 'files', sari.place, id))).toBe(false)
  expect(await seenBy(sari, id)).toBe(404)
})

test('the scan of a signature is seen by the officer who may check it, a list of names is not', async () => {
  const village = house.village()
  const sari = village.as('facilitator')
  const seen = async (kind: string) => {
    const bytes = photo(5000)
    const id = await announce(sari, bytes, { kind })
    expect(await uploaded(sari, id, bytes)).toBe(204)
    return Promise.all(
      (['city-officer', 'auditor', 'admin'] as const).map((role) => seenBy(village.as(role), id)),
    )
  }
  expect(await seen('paper')).toEqual([200, 200, 404])
  expect(await seen('attendance_list')).toEqual([404, 404, 404])
})

test('a file that no record announced is not taken', async () => {
  const sari = house.village().as('facilitator')
  const answer = await create(sari, newId(), 1000)
  expect(answer.status).toBe(409)
  expect(await answer.text()).toContain('platform.file-unknown')
})

test('a photo damaged on its way is refused, and may be sent again', async () => {
  const sari = house.village().as('facilitator')
  const bytes = photo(5000)
  const id = await announce(sari, bytes)
  const damaged = Buffer.from(bytes)
  damaged[2000] = (damaged[2000] ?? 0) ^ 1
  const url = (await create(sari, id, bytes.length)).headers.get('location') ?? ''
  const refused = await patch(sari, url, 0, damaged)
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('platform.file-differs')
  const again = (await create(sari, id, bytes.length)).headers.get('location') ?? ''
  expect((await patch(sari, again, 0, bytes)).status).toBe(204)
})

test('a page dressed up as a photo is refused', async () => {
  const sari = house.village().as('facilitator')
  const page = Buffer.from('<script>alert(1)</script>')
  const id = await announce(sari, page)
  const url = (await create(sari, id, page.length)).headers.get('location') ?? ''
  expect(await (await patch(sari, url, 0, page)).text()).toContain('platform.file-kind')
})

test("nobody of another village sees the file, or uploads in this one's name", async () => {
  const village = house.village()
  const sari = village.as('facilitator')
  const bytes = photo(5000)
  const id = await announce(sari, bytes)
  const stranger = house.village(village.place.slice(0, 8)).as('facilitator')
  expect((await create(stranger, id, bytes.length, village.place)).status).toBe(403)
  const url = (await create(sari, id, bytes.length)).headers.get('location') ?? ''
  expect((await patch(stranger, url, 0, bytes)).status).toBe(404)
  await patch(sari, url, 0, bytes)
  const seen = await fetch(new URL(`/api/files/${village.place}/${id}`, base), {
    headers: { 'x-test-person': stranger.actor.session },
  })
  expect(seen.status).toBe(404)
})

test('what is no picture is handed out to be kept, never to be shown', async () => {
  const sari = house.village().as('facilitator')
  const bytes = Buffer.from('nama,umur')
  const id = await announce(sari, bytes, { mediaType: 'text/csv' })
  const url = (await create(sari, id, bytes.length)).headers.get('location') ?? ''
  expect((await patch(sari, url, 0, bytes)).status).toBe(204)
  const seen = await fetch(new URL(`/api/files/${sari.place}/${id}`, base), {
    headers: { 'x-test-person': sari.actor.session },
  })
  expect([seen.status, seen.headers.get('content-disposition')]).toEqual([200, 'attachment'])
})

test('who says nothing, or takes all day for one request, is hung up on, and so are crowds', () => {
  expect(house.app.server).toMatchObject({
    timeout: 2 * 60_000,
    requestTimeout: 15 * 60_000,
    maxConnections: 2000,
  })
})

test('a length that differs from what was announced is refused before a byte is sent', async () => {
  const sari = house.village().as('facilitator')
  const bytes = photo(5000)
  const id = await announce(sari, bytes)
  expect((await create(sari, id, bytes.length + 1)).status).toBe(409)
})

test('what one account sends in a day has a bound, far from what a village takes; the rest is not lost', async () => {
  const quota = new UploadQuota()
  const [noon, tomorrow] = [new Date(), new Date(Date.now() + 86_400_000)]
  const none = async () => 0
  const takes = (who: string, file: string, bytes: number, on = noon) =>
    quota.takes(who, file, bytes, none, on)
  for (let n = 0; n < 200; n++) expect(await takes('sari', `photo ${n}`, 400_000)).toBe(true)
  const rest = uploadsOfDay - 200 * 400_000
  expect(await takes('sari', 'a film', rest + 1)).toBe(false)
  expect(await takes('joko', 'a film', rest + 1), 'each for himself').toBe(true)
  expect(await takes('sari', 'a scan', rest)).toBe(true)
  expect([await takes('sari', 'one more', 1), await takes('sari', 'one more', 1)]).toEqual([false, false])
  expect(await takes('sari', 'photo 7', 400_000), 'what broke off is begun again').toBe(true)
  expect(await takes('sari', 'one more', 1, tomorrow)).toBe(true)

  const sari = house.village().as('facilitator')
  const large = { bytes: 10_000_000 }
  const ids = await Promise.all(Array.from({ length: 41 }, () => announce(sari, photo(100), large)))
  const begun = []
  for (const id of ids) begun.push((await create(sari, id, large.bytes)).status)
  expect(begun).toEqual([...Array.from({ length: 40 }, () => 201), 429])
})

test('a server that starts anew goes on counting: what is stored of today counts', async () => {
  const sari = house.village().as('facilitator')
  const bytes = photo(5000)
  const id = await announce(sari, bytes)
  const way = (await create(sari, id, bytes.length)).headers.get('location') ?? ''
  expect((await patch(sari, way, 0, bytes)).status).toBe(204)
  const { account } = sari.actor
  const stored = (since: Date) =>
    inPlace(house.db, sari.place, account, (tx) => storedSince(tx, { account, device: null }, since))
  expect(await stored(new Date(Date.now() - 60_000))).toBe(5000)
  expect(await stored(new Date(Date.now() + 60_000))).toBe(0)
  const anew = new UploadQuota()
  // Of the last minute: at midnight the photo may be of yesterday.
  const lately = () => stored(new Date(Date.now() - 60_000))
  const takes = (of: number) => anew.takes(account, `a film of ${of}`, of, lately)
  expect([await takes(uploadsOfDay - 4999), await takes(uploadsOfDay - 5000)]).toEqual([false, true])
})

test('a file begun again and again takes the room of one: the upload before it is gone', async () => {
  const sari = house.village().as('facilitator')
  const bytes = photo(5000)
  const id = await announce(sari, bytes)
  const first = (await create(sari, id, bytes.length)).headers.get('location') ?? ''
  expect((await patch(sari, first, 0, bytes.subarray(0, 2000))).status).toBe(204)
  const second = (await create(sari, id, bytes.length)).headers.get('location') ?? ''
  expect((await tus(sari, 'HEAD', first, {})).status).toBe(404)
  expect((await patch(sari, second, 0, bytes)).status).toBe(204)
})
