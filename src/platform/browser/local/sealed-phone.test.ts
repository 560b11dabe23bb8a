// Issue 9, point 10: what somebody finds who copies all storages of a locked phone after a village's work on it.
import { createHash } from 'node:crypto'
import Dexie from 'dexie'
import { afterEach, expect, test, vi } from 'vitest'
import type { Envelope } from '../../../kernel/command.ts'
import { newId } from '../../../kernel/id.ts'
import { askingHeaders } from '../api.ts'
import { addToOutbox, envelopeOf, readOutbox, sendOutbox } from '../sync/outbox.ts'
import { backupOutbox, restoreOutbox } from '../sync/outbox-backup.ts'
import { pullPlace } from '../sync/pull.ts'
import { choosePin, closed, noteSignedIn, type Unlocked, unlockWithPin } from '../sync/session.ts'
import { keepFile, localFile, type NewFile } from '../sync/uploads.ts'
import { newDevice, sari } from './device.testing.ts'
import { keepDraft, keepDraftFile, listDrafts, takeBack } from './drafts.ts'
import { keepBytes } from './kept-bytes.ts'
import { knownAccounts, labelAccount } from './known-accounts.ts'
import { readFiles } from './rows.ts'
import { sealBytes, sealJson } from './seal.ts'
import { keepSmall, openSmall, small, smallThings } from './small-things.ts'
import { changeThing, readThing, thingKey } from './things.ts'
import { PlaceView } from './view.ts'

const noDevice = Dexie.dependencies.indexedDB
const place = '34.71.04.1001'
const pin = '384952'
afterEach(() => vi.unstubAllGlobals())

const said = (name: string, input: object, at = '2012-11-21T03:04:05.000Z'): Envelope => ({
  ...{ id: newId(), name, version: 1, place, at, device: 'd-test', input },
})
function photo(content: string): NewFile {
  const bytes = Buffer.from(content)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { id: newId(), mediaType: 'image/jpeg', bytes: bytes.length, sha256, blob: new Blob([bytes]) }
}

/** A village's work on one phone; gives what it was about. */
async function work(open: Unlocked) {
  const [queued, refused] = [
    said('referrals.refer', { who: 'Bu Rukmini' }),
    said('people.correct', { name: 'Pak Wagiyo' }, '2012-11-22T06:07:08.000Z'),
  ]
  const household = newId()
  const [scan, sketch] = [photo('scan of the attendance'), photo('sketch of the fields')]
  const draft = {
    id: 'form:meetings.close:x',
    place,
    kind: 'form:meetings.close',
    head: { of: 'Rapat Sumur' },
  }
  await keepDraft(open, { ...draft, body: { text: 'Mbah Karto datang' } })
  await keepDraftFile(open, place, draft.id, sketch)
  await addToOutbox(open, refused, [household])
  const errors = [{ code: 'people.namesake', message: 'Sudah ada Pak Wagiyo' }]
  vi.stubGlobal('fetch', async () =>
    Response.json({ results: [{ id: refused.id, status: 'refused', errors }] }),
  )
  await sendOutbox(open, async () => undefined)
  await addToOutbox(open, queued, [household])
  await keepFile(open, place, queued.id, scan)
  const rows = [{ collection: 'people.person', id: household, seq: 1, value: { name: 'Ngatinem' } }]
  const proof = { seq: 7, hash: 'a7'.repeat(32), seal: 'b8'.repeat(16) }
  const page = {
    rows,
    cursor: `7|people.person|${household}`,
    more: false,
    head: 7,
    totals: null,
    grant: 'people.person',
    proof,
  }
  vi.stubGlobal('fetch', async () => Response.json(page))
  const from = { place, name: 'Tegal Panggung', cursor: '', seq: 0, grant: '', syncedAt: null }
  await pullPlace(open, from, new PlaceView(place), () => undefined)
  keepSmall('rembug-place-names', { [place]: { title: 'Tegal Panggung', line: 'Danurejan' } })
  await changeThing(open, smallThings, (now) => now) // the name has arrived
  await changeThing(open, 'people-journal', () => ({
    [place]: [{ what: 'people.list', subjects: [household] }],
  }))
  await changeThing(open, `letters-stock:${place}`, () => ({ marks: { [household]: 12 } }))
  await keepBytes(
    open,
    '/api/surveys/forms/x/files/kepala.csv',
    new TextEncoder().encode('Mbok Sinem').buffer,
  )
  const planted = {
    ...{ name: sari.name, user: sari.user, role: 'village-head', place, placeName: 'Tegal Panggung' },
    ...{ command: queued.name, other: refused.name, at: queued.at, otherAt: refused.at, day: '2012-11' },
    ...{ id: queued.id, refusedId: refused.id, record: household, collection: 'people.person' },
    ...{ typed: 'Bu Rukmini', mended: 'Pak Wagiyo', code: 'people.namesake', resident: 'Ngatinem' },
    ...{ file: scan.id, digest: scan.sha256, sketch: sketch.id, sketchDigest: sketch.sha256 },
    ...{ scanBytes: 'scan of the attendance', sketchBytes: 'sketch of the fields', kind: 'image/jpeg' },
    ...{ draft: draft.id, draftKind: 'meetings.close', head: 'Rapat Sumur', body: 'Mbah Karto' },
    ...{ states: 'queued', refusedState: 'refused', waiting: 'waiting', journal: 'people-journal' },
    ...{
      stock: 'letters-stock',
      logHash: proof.hash,
      logSeal: proof.seal,
      list: 'Mbok Sinem',
      form: 'kepala.csv',
    },
  }
  return { planted, queued, refused, scan, sketch, draft }
}

async function signedInPhone() {
  const device = newDevice()
  const account = { ...sari, holdings: [{ role: 'village-head' as const, place }] }
  noteSignedIn(account, 'half-of-the-session')
  const { unlocked } = await choosePin(account, pin)
  return { device, open: unlocked }
}

async function unlock(typed = pin): Promise<Unlocked> {
  const tried = await unlockWithPin(sari.id, typed)
  if (!('unlocked' in tried)) throw new Error('wrong PIN')
  return tried.unlocked
}

test('who copies every storage of a locked phone reads no name, command, place, time, record, digest or state', async () => {
  const { device, open } = await signedInPhone()
  const { planted } = await work(open)
  open.store.close()
  closed()
  // The word of the role is what the locked screen calls somebody who chose nothing else: it stands in the list alone.
  const { role, ...rest } = planted
  expect(await device.find({ ...rest, half: 'half-of-the-session' })).toEqual([])
  const openly = () => device.find({ role, label: 'Kantor desa' })
  expect(await openly()).toEqual(['role at .small.rembug-accounts'])
  labelAccount(open.account, 'Kantor desa')
  expect(await openly()).toEqual(['label at .small.rembug-accounts'])
  // What was kept of somebody who had chosen before goes when they come again, and comes back with no word chosen.
  localStorage.setItem('rembug-accounts', JSON.stringify([{ id: sari.id, role, n: 1, label: 'Kantor desa' }]))
  await unlock()
  expect(await openly()).toEqual(['label at .small.rembug-accounts'])
  labelAccount(open.account, ' ')
  expect(knownAccounts()).toEqual([{ id: sari.id, role, n: 1, label: '' }])
})

test('its person finds all of it again behind the PIN, and goes on where they were', async () => {
  const { open: before } = await signedInPhone()
  const { queued, refused, scan, sketch, draft } = await work(before)
  before.store.close()
  closed()
  const open = await unlock()
  expect(open.account.name).toBe(sari.name)
  expect(open.half).toBe('half-of-the-session')
  const entries = await readOutbox(open)
  expect(entries.map(({ id, status }) => [id, status])).toEqual([
    [refused.id, 'refused'],
    [queued.id, 'queued'],
  ])
  expect(entries[0]?.refusals).toMatchObject([{ code: 'people.namesake' }])
  const [first] = entries
  if (!first) throw new Error('no entry')
  expect(await envelopeOf(open, first)).toEqual(refused)
  expect(await (await localFile(open, scan.id))?.text()).toBe('scan of the attendance')
  expect(await listDrafts(open, place, draft.kind)).toMatchObject([{ id: draft.id, head: draft.head }])
  // A draft is given with the photo that it names; another that it does not name goes with it.
  await keepDraftFile(open, place, draft.id, photo('not wanted after all'))
  const given = said('meetings.close', {})
  await addToOutbox(open, given, [], [], { id: draft.id, files: [sketch.id] })
  const files = await readFiles(open)
  expect(files.map(({ id, command, status }) => [id, command, status]).sort()).toEqual(
    [
      [scan.id, queued.id, 'waiting'],
      [sketch.id, given.id, 'waiting'],
    ].sort(),
  )
  expect(await listDrafts(open, place, draft.kind)).toEqual([])
  // What was refused is taken back, once.
  const mended = { id: 'again', place, kind: 'k', head: null, body: 1 }
  await takeBack(open, first, mended)
  await takeBack(open, { n: 2, id: queued.id }, { ...mended, id: 'never' })
  expect((await readOutbox(open)).map(({ id }) => id)).toEqual([queued.id, given.id])
  expect(await listDrafts(open, place, 'k')).toMatchObject([{ id: 'again' }])
})

test('what was chosen last and cannot be read is forgotten, and keeps nobody out', async () => {
  const { open } = await signedInPhone()
  await changeThing(open, smallThings, () => ({ 'rembug-place-names': {} }))
  await open.store.meta.put({
    key: await thingKey(open, smallThings),
    value: await sealBytes(open.key, new Uint8Array()),
  })
  open.store.close()
  closed()
  const again = await unlock()
  expect(small('rembug-place-names')).toBeUndefined()
  expect(await readThing(again, smallThings)).toBeUndefined()
})

test('what the store does not give for a moment stays, and nothing is sealed that nobody could open', async () => {
  const { open } = await signedInPhone()
  const kept = { 'rembug-place-names': { [place]: 'Tegal Panggung' } }
  await changeThing(open, smallThings, () => kept)
  const failing = vi.spyOn(open.store.meta, 'get').mockRejectedValue(new Error('the store is busy'))
  await openSmall(open)
  expect(small('rembug-place-names')).toBeUndefined()
  failing.mockRestore()
  await openSmall(open)
  expect(small('rembug-place-names')).toEqual(kept['rembug-place-names'])
  for (const nothing of [undefined, () => 1, Symbol('x')])
    await expect(sealJson(open.key, nothing)).rejects.toThrow('nothing to seal')
  await expect(changeThing(open, smallThings, () => undefined)).rejects.toThrow('nothing to seal')
  expect(await readThing(open, smallThings)).toEqual(kept)
})

test('changes of a small thing are made in the order in which they were given', async () => {
  const { open } = await signedInPhone()
  const given = Array.from({ length: 20 }, (_, n) => n)
  await Promise.all(given.map((n) => changeThing<number[]>(open, 'order', (now = []) => [...now, n])))
  expect(await readThing(open, 'order')).toEqual(given)
})

test('a saved outbox is put back on the same phone twice without doubling anything', async () => {
  const { open } = await signedInPhone()
  const { queued, refused, scan } = await work(open)
  const saved = await backupOutbox(open)
  expect(await restoreOutbox(open, saved)).toBe(0)
  await open.store.outbox.clear()
  await open.store.files.clear()
  await open.store.contents.clear()
  expect(await restoreOutbox(open, saved)).toBe(2)
  expect((await readOutbox(open)).map(({ id }) => id).sort()).toEqual([queued.id, refused.id].sort())
  expect(await (await localFile(open, scan.id))?.text()).toBe('scan of the attendance')
})

test('a device of a test is gone after it: nothing of it is left in the process for the next file', () => {
  expect(Dexie.dependencies.indexedDB).toBe(noDevice)
  expect(small('rembug-place-names')).toBeUndefined()
  expect(askingHeaders()).toEqual({})
})
