// A phone of an older app, with unsent work on it, in the hands of somebody who unlocks it with this one.
import Dexie from 'dexie'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { isStorageFull } from '../forms/full-storage.ts'
import { envelopeOf, readOutbox } from '../sync/outbox.ts'
import { loadPlace } from '../sync/pull.ts'
import { closed, type Unlocked, unlockWithPin } from '../sync/session.ts'
import { localBytes } from '../sync/uploads.ts'
import { newDevice, sari } from './device.testing.ts'
import { readDraft } from './drafts.ts'
import { readBytes } from './kept-bytes.ts'
import { knownAccounts } from './known-accounts.ts'
import { draftsAt, readFiles, readPins } from './rows.ts'
import { newDeviceKey, randomBytes, sealBytes, sealJson, wrapByPin, wrapByRecovery } from './seal.ts'
import { small } from './small-things.ts'
import { readThing } from './things.ts'
import { PlaceView } from './view.ts'

const pin = '384952'
const [place, other] = ['34.71.04.1001', '34.71.04.1002']
const formFile = '/api/surveys/forms/f1/files/kepala.csv?md5=0'
const siti = { ...sari, id: '018f0000-0000-7000-8000-00000000bbbb', name: 'Siti Nurjanah', user: 'sitinur' }
const planted = {
  ...{ name: sari.name, user: sari.user, place, village: 'Tegal Panggung', command: 'people.correct' },
  ...{ id: 'c-queued', record: 'r-household', at: '2012-11-21T03:04:05.000Z', digest: 'd1'.repeat(32) },
  ...{
    file: 'f-waiting',
    draft: 'form:meetings.close:34.71',
    cursor: '7|people',
    head: 'heads 34',
    stock: 'letters-stock',
  },
  ...{ list: 'Mbok Sinem', forms: 'Survei keluarga' },
}

/** Kills the app, or fills the phone, at its next step but `after`; counts what is written in the store and beside it. */
const death = { after: Number.POSITIVE_INFINITY, of: (): Error => new Error('killed') }
function step(): void {
  death.after -= 1
  if (death.after < 0) throw death.of()
}
/** What the phone has no room for. */
const full = { for: (_table: string, _type: string): boolean => false }
const dying = (db: Dexie) =>
  db.use({
    ...{ stack: 'dbcore', name: 'dying' },
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name)
        return {
          ...table,
          mutate: async (request) => {
            step()
            if (full.for(name, request.type)) throw new DOMException('full', 'QuotaExceededError')
            return table.mutate(request)
          },
        }
      },
    }),
  })
Dexie.addons.push(dying)
afterAll(() => void Dexie.addons.splice(Dexie.addons.indexOf(dying), 1))
afterEach(() => {
  death.after = Number.POSITIVE_INFINITY
  full.for = () => false
  vi.unstubAllGlobals()
})

/** The PIN is stretched for a second on a phone: once for all tries of this file. */
const made = (async () => {
  const key = await newDeviceKey()
  const ring = {
    byPin: await wrapByPin(key, pin),
    byRecovery: await wrapByRecovery(key, randomBytes(32)),
    failures: 0,
  }
  return { key, ring }
})()

async function olderPhone(others: readonly object[] = []) {
  const device = newDevice()
  const { key, ring } = await made
  const db = new Dexie(`rembug-${sari.id}`)
  db.version(1).stores({
    ...{ blocks: '++n, place', pins: 'place', outbox: '++n, &id, status, place' },
    ...{ files: 'id, command, status, place', meta: 'key' },
  })
  db.version(2).stores({ drafts: 'id, place' })
  const seal = (value: unknown) => sealJson(key, value)
  const pinOf = (at: string) => ({
    place: at,
    name: planted.village,
    cursor: planted.cursor,
    seq: 7,
    grant: 'x',
    syncedAt: planted.at,
  })
  await db.table('pins').bulkAdd([pinOf(place), pinOf(other)])
  for (const [at, id] of [
    [place, 'p1'],
    [place, 'p2'],
    [other, 'p3'],
  ])
    await db
      .table('blocks')
      .add({ place: at, sealed: await seal([{ collection: 'people.person', id, value: { id } }]) })
  const entry = async (id: string, status: string, more = {}) => ({
    ...{
      id,
      name: planted.command,
      place,
      records: [planted.record],
      status,
      seq: null,
      refusals: [],
      tries: 0,
    },
    ...{
      madeAt: planted.at,
      sealed: await seal({ id, name: planted.command, place, input: { of: id } }),
      ...more,
    },
  })
  await db
    .table('outbox')
    .bulkAdd([
      await entry('c-sent', 'sent', { seq: 9 }),
      await entry('c-refused', 'refused', { reasons: await seal([{ code: 'people.namesake' }]) }),
      await entry(planted.id, 'queued'),
    ])
  const file = async (id: string, command: string, status: string) => ({
    ...{ id, place, command, status, mediaType: 'image/jpeg', bytes: 4, sha256: planted.digest },
    ...{ uploadUrl: null, tries: 1, sealed: await sealBytes(key, new TextEncoder().encode(id)) },
  })
  await db
    .table('files')
    .bulkAdd([
      await file(planted.file, planted.id, 'waiting'),
      await file('f-refused', 'c-gone', 'refused'),
      await file('f-draft', planted.draft, 'draft'),
    ])
  await db.table('drafts').add({
    ...{ id: planted.draft, place, kind: 'form:meetings.close', savedAt: planted.at, seenAt: planted.at },
    ...{ head: await seal({ of: 'head' }), body: await seal({ text: 'body' }) },
  })
  await db.table('meta').bulkAdd([
    { key: 'keys', value: ring },
    { key: 'half', value: await seal('half') },
    { key: `heads ${place}`, value: await seal({ heads: [], missed: null }) },
    { key: `letters-stock:${place}`, value: { marks: { b1: 12 } } },
    { key: `forms:${place}`, value: [{ title: planted.forms }] },
  ])
  db.close()
  localStorage.setItem('rembug-accounts', JSON.stringify([sari, ...others]))
  localStorage.setItem('rembug-place-names', JSON.stringify({ [place]: { title: planted.village } }))
  await (await caches.open('survey-form-files')).put(formFile, new Response(planted.list))
  for (const change of ['set', 'delete'] as const) {
    const done = device.small[change].bind(device.small) as (...of: unknown[]) => never
    device.small[change] = (...of: unknown[]) => {
      step()
      return done(...of)
    }
  }
  return device
}

/** Somebody else's older copy, which their own PIN alone opens. */
async function copyOf(id: string): Promise<Dexie> {
  const db = new Dexie(`rembug-${id}`)
  db.version(1).stores({ meta: 'key' })
  await db.table('meta').add({ key: 'keys', value: {} })
  db.close()
  return db
}

async function unlock(): Promise<Unlocked> {
  const tried = await unlockWithPin(sari.id, pin)
  if (!('unlocked' in tried)) throw new Error('wrong PIN')
  return tried.unlocked
}

const textOf = (bytes: ArrayBuffer | null) => new TextDecoder().decode(bytes ?? new ArrayBuffer(0))

/** All that a person has on it, as their screens read it. */
async function whole(open: Unlocked) {
  const view = new PlaceView(place)
  await loadPlace(open, view)
  const entries = await readOutbox(open)
  const bytes = async (id: string) => textOf(await localBytes(open, id))
  const files = await readFiles(open)
  return {
    account: open.account,
    half: open.half,
    pins: await readPins(open),
    rows: view.baseRows().map(({ id }) => id),
    entries: entries.map(({ sealed: _, ...entry }) => entry),
    envelopes: await Promise.all(entries.map((each) => envelopeOf(open, each))),
    files: (await Promise.all(files.map(async (file) => ({ ...file, held: await bytes(file.id) })))).sort(
      (a, b) => a.id.localeCompare(b.id),
    ),
    drafts: await draftsAt(open, place),
    body: (await readDraft(open, planted.draft))?.body,
    things: [
      await readThing(open, `heads ${place}`),
      await readThing(open, `letters-stock:${place}`),
      await readThing(open, `forms:${place}`),
    ],
    names: small('rembug-place-names'),
    list: textOf(await readBytes(open, formFile)),
  }
}

test('an older phone tells much to who copies its storages, and after its first unlock nothing; all work is there', async () => {
  const device = await olderPhone()
  const told = new Set((await device.find(planted)).map((found) => found.split(' at ')[0]))
  expect([...told].sort()).toEqual(Object.keys(planted).sort())
  const open = await unlock()
  const now = await whole(open)
  expect(now.rows).toEqual(['p1', 'p2'])
  expect(now.entries.map(({ n, id, status }) => [n, id, status])).toEqual([
    [1, 'c-sent', 'sent'],
    [2, 'c-refused', 'refused'],
    [3, planted.id, 'queued'],
  ])
  expect(now.entries[1]?.refusals).toEqual([{ code: 'people.namesake' }])
  expect(now.envelopes.map(({ input }) => input)).toEqual([
    { of: 'c-sent' },
    { of: 'c-refused' },
    { of: planted.id },
  ])
  expect(now.files.map(({ id, command, status, held }) => [id, command, status, held])).toEqual([
    ['f-draft', planted.draft, 'draft', 'f-draft'],
    ['f-refused', 'c-gone', 'refused', 'f-refused'],
    [planted.file, planted.id, 'waiting', planted.file],
  ])
  expect(now).toMatchObject({ account: sari, half: 'half', body: { text: 'body' }, list: planted.list })
  expect(now.drafts).toMatchObject([{ id: planted.draft, head: { of: 'head' }, seenAt: planted.at }])
  expect(now.things).toMatchObject([{ heads: [] }, { marks: { b1: 12 } }, [{ title: planted.forms }]])
  open.store.close()
  closed()
  expect(await device.find(planted)).toEqual([])
  expect(knownAccounts()).toEqual([{ id: sari.id, role: 'facilitator', n: 1, label: '' }])
})

test('killed or full at any step of the change, it loses nothing: the next unlock goes on, and all is sealed', async () => {
  await olderPhone()
  const expected = await whole(await unlock())
  const noRoom = () => new DOMException('full', 'QuotaExceededError')
  let at = 0
  for (let over = false; !over; at += 1) {
    closed()
    const device = await olderPhone()
    Object.assign(death, { after: at, of: at % 2 ? noRoom : () => new Error('killed') })
    over = await unlock().then(
      () => death.after >= 0,
      (error: unknown) => {
        expect(isStorageFull(error) || String(error).includes('killed'), String(error)).toBe(true)
        return false
      },
    )
    death.after = Number.POSITIVE_INFINITY
    const open = await unlock()
    const now = await whole(open)
    // Files of forms may have made room for what the server does not have.
    if (now.list === '' && at % 2) now.list = expected.list
    expect(now, `killed at step ${at}`).toEqual(expected)
    open.store.close()
    closed()
    expect(await device.find(planted), `killed at step ${at}`).toEqual([])
  }
  // As many steps as there are rows, and a few.
  expect(at).toBeGreaterThan(20)
})

test('two tabs that are unlocked at the same moment change it once', async () => {
  await olderPhone()
  const [one, two] = await Promise.all([unlock(), unlock()])
  expect(await whole(one)).toEqual(await whole(two))
  expect(await one.store.outbox.count()).toBe(3)
})

test('what a tab with the older app adds meanwhile disturbs nobody, waits for the next unlock, and is not lost', async () => {
  const [bytes, at] = [new TextEncoder().encode('late'), { place, status: 'draft', command: 'd-late' }]
  const older = async ({ key }: Unlocked): Promise<[table: string, row: object, from: string][]> => {
    const sealed = await sealJson(key, { id: 'c-late', input: {} })
    const made = { name: planted.command, records: [], seq: null, refusals: [], madeAt: planted.at }
    return [
      ['outbox', { id: 'c-late', place, status: 'queued', ...made, sealed }, planted.command],
      [
        'files',
        { ...at, id: 'f-late', sha256: planted.digest, sealed: await sealBytes(key, bytes) },
        'f-late',
      ],
      ['drafts', { ...at, id: 'd-late', kind: 'k', head: sealed, body: sealed }, 'd-late'],
      ['pins', { place: '34.71.04.1009', name: 'Late', cursor: '', seq: 0, grant: '' }, '34.71.04.1009'],
      ['blocks', { place: '34.71.04.1009', sealed }, '34.71.04.1009'],
      ['meta', { key: 'heads late', value: sealed }, 'heads late'],
    ]
  }
  const device = await olderPhone()
  let open = await unlock()
  const before = await whole(open)
  for (const [table, row, word] of await older(open)) {
    await open.store.table(table).add(row)
    expect(await whole(open), table).toEqual(before)
    expect(await device.find({ word }), table).not.toEqual([])
    open.store.close()
    open = await unlock()
    expect(await device.find({ word }), table).toEqual([])
    Object.assign(before, await whole(open))
  }
  expect(before.entries.at(-1)).toMatchObject({ id: 'c-late', status: 'queued' })
  expect(before.files.map(({ id }) => id)).toContain('f-late')
  expect(before.drafts.map(({ id }) => id)).toContain('d-late')
  expect(before.pins.map((each) => each.place)).toContain('34.71.04.1009')
})

test('who shares the phone and has not unlocked it yet keeps their older copy, and their number when others come', async () => {
  const device = await olderPhone([siti])
  await copyOf(siti.id)
  const open = await unlock()
  expect(await device.find({ sari: sari.name })).toEqual([])
  // Her copy can be sealed by her PIN alone; and what both used stays until then.
  expect(await device.find({ siti: siti.name })).toHaveLength(1)
  expect(await device.find({ list: planted.list })).toHaveLength(1)
  expect(knownAccounts().map(({ id, n }) => [id, n])).toEqual([
    [sari.id, 2],
    [siti.id, 1],
  ])
  expect(open.account).toEqual(sari)
})

test('a full phone opens with all unsent work: files of forms, which the server has, are left out', async () => {
  await olderPhone()
  const expected = await whole(await unlock())
  closed()
  const device = await olderPhone()
  let photos = 0
  full.for = (table, type) => table === 'contents' && type !== 'delete' && ++photos > 3
  const open = await unlock()
  expect(await whole(open)).toEqual({ ...expected, list: '' })
  closed()
  expect(await device.find(planted)).toEqual([])
})

test('where there is no room to seal what is unsent, what the server has goes first: forms, then pages of villages', async () => {
  await olderPhone()
  const expected = await whole(await unlock())
  for (const gone of ['forms', 'blocks']) {
    closed()
    await olderPhone()
    let hasRoom = false
    const drop = caches.delete
    caches.delete = (name) => {
      hasRoom ||= gone === 'forms'
      return drop(name)
    }
    full.for = (table, type) => {
      hasRoom ||= gone === 'blocks' && table === gone && type.startsWith('delete')
      return !hasRoom && (table === 'outbox' || table === 'files')
    }
    const now = await whole(await unlock())
    expect(now.pins.map(({ cursor }) => cursor)).toEqual(
      Array(2).fill(gone === 'blocks' ? '' : planted.cursor),
    )
    const { list: _, rows, pins: __, ...rest } = now
    expect(expected).toMatchObject(rest)
    expect(rows).toEqual(gone === 'blocks' ? [] : expected.rows)
  }
})

test('full in every step, it stays locked and loses nothing', async () => {
  await olderPhone()
  const expected = await whole(await unlock())
  closed()
  await olderPhone()
  full.for = (table) => table === 'outbox'
  await expect(unlock()).rejects.toThrow()
  full.for = () => false
  expect((await whole(await unlock())).envelopes).toEqual(expected.envelopes)
})

const gone = {
  'was taken off the phone': () => void localStorage.setItem('rembug-accounts', JSON.stringify([sari])),
  'has no copy any more': () => undefined,
}
test.each(Object.entries(gone))('nothing waits in the open for somebody who %s', async (_, go) => {
  const device = await olderPhone([siti])
  const hers = await copyOf(siti.id)
  await unlock()
  closed()
  expect(await device.find({ list: planted.list, village: planted.village })).not.toEqual([])
  await hers.delete()
  go()
  await unlock()
  closed()
  expect(await device.find({ ...planted, siti: siti.name })).toEqual([])
})
