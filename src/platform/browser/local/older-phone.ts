// A phone of before decision 33: names of commands, places, times and digests stood open beside what was sealed, and names of
// people and places where anybody could read them. It is sealed at the first unlock, when there is a key: each row in one step of
// the store, so that a kill leaves it as it was or as it is to be. A copy that nobody unlocks stays as it is, and loses nothing.
import Dexie from 'dexie'
import { isStorageFull } from '../forms/full-storage.ts'
import {
  type DeviceStore,
  type DraftFacts,
  type FileEntry,
  isSealedRow,
  layout,
  layoutKey,
  type OutboxEntry,
  type Pin,
} from './device-store.ts'
import { dropBytes, keepBytes } from './kept-bytes.ts'
import { forgetAccount, olderAccounts } from './known-accounts.ts'
import { type Copy, draftRow, fileRow, outboxRow, pinRow, placeTag, readPins } from './rows.ts'
import { isSame, openJson, type Sealed, sealJson } from './seal.ts'
import { smallThings } from './small-things.ts'
import { changeThing, thingKey } from './things.ts'

type OlderEntry = OutboxEntry & { tries: number; reasons?: Sealed | null }
type OlderFile = FileEntry & { sealed: Sealed }
type OlderDraft = DraftFacts & { seenAt?: string; head: Sealed; body: Sealed }

/** The tables as an older app knew them. */
const older = (store: DeviceStore) =>
  ({
    blocks: store.table<{ n: number; place: string }, number>('blocks'),
    pins: store.table<Pin | { line: Sealed }, string>('pins'),
    outbox: store.table<OlderEntry | { line: Sealed }, number>('outbox'),
    files: store.table<OlderFile | { line: Sealed }, string>('files'),
    drafts: store.table<OlderDraft | { line: Sealed }, string>('drafts'),
    meta: store.table<{ key: string; value: unknown }, string>('meta'),
  }) as const
type Older = ReturnType<typeof older>

/** Whether an older app has left something, also from a tab where it still runs. */
async function isOlder({ meta, outbox, drafts, pins, files, blocks }: DeviceStore): Promise<boolean> {
  if (!(await meta.get(layoutKey))) return true
  const rows = await Promise.all([outbox.toArray(), drafts.toArray(), pins.toArray(), files.toArray()])
  const places = await blocks.orderBy('place').uniqueKeys()
  const things = await meta.toCollection().primaryKeys()
  return !rows.flat().every(isSealedRow) || places.some(isOlderPlace) || things.some(isOlderThing)
}

/** Tags have one length, and codes of places another. */
const isOlderPlace = (place: unknown): boolean => String(place).length !== 24
/** What is read before there is a key, or lies sealed under a name that says nothing. */
const plainKeys: ReadonlySet<string> = new Set(['keys', 'half', 'account', layoutKey])
const isOlderThing = (key: string): boolean => !key.startsWith('#') && !plainKeys.has(key)

/** An older row, if the one under this key still is one. */
async function olderRow<Row extends object>(
  table: { get: (key: never) => Promise<Row | { line: Sealed } | undefined> },
  key: unknown,
): Promise<Row | undefined> {
  const row = await table.get(key as never)
  return row && !isSealedRow(row) ? (row as Row) : undefined
}

async function renewEntry({ store, key }: Copy, { outbox }: Older, n: number): Promise<void> {
  const was = await olderRow<OlderEntry>(outbox, n)
  if (!was) return
  const { n: _, sealed, reasons, tries: __, ...line } = was
  const refusals = reasons ? await openJson<OutboxEntry['refusals']>(key, reasons) : []
  const row = await outboxRow(key, { ...line, refusals }, sealed)
  await store.transaction('rw', store.outbox, async () => {
    const now = await olderRow<OlderEntry>(outbox, n)
    if (now?.status === was.status && isSame(now.sealed, sealed)) await store.outbox.put({ ...row, n })
  })
}

async function renewFile({ store, key }: Copy, { files }: Older, id: string): Promise<void> {
  const was = await olderRow<OlderFile>(files, id)
  if (!was) return
  const { sealed, ...entry } = was
  const row = await fileRow(key, entry)
  await store.transaction('rw', store.files, store.contents, async () => {
    const now = await olderRow<OlderFile>(files, id)
    if (now?.status !== was.status || now.command !== was.command) return
    await store.files.put(row)
    await store.contents.put({ id: row.id, sealed })
    await files.delete(id)
  })
}

async function renewDraft({ store, key }: Copy, { drafts }: Older, id: string): Promise<void> {
  const was = await olderRow<OlderDraft>(drafts, id)
  if (!was) return
  const { head, body, seenAt, ...facts } = was
  const row = await draftRow(key, { ...facts, head: await openJson(key, head) }, body)
  if (seenAt) row.seen = await sealJson(key, seenAt)
  await store.transaction('rw', store.drafts, async () => {
    if (!isSame((await olderRow<OlderDraft>(drafts, id))?.body, body)) return
    await store.drafts.put(row)
    await drafts.delete(id)
  })
}

/** A place and its pages move together: a cursor without its pages would never ask for them again. */
async function renewPlace({ store, key }: Copy, { pins, blocks }: Older, place: string): Promise<void> {
  const [was, tag] = [await olderRow<Pin>(pins, place), await placeTag(key, place)]
  const row = was && (await pinRow(key, was))
  await store.transaction('rw', store.pins, store.blocks, async () => {
    if ((await olderRow<Pin>(pins, place))?.cursor !== was?.cursor) return
    if (row) await store.pins.put(row)
    await blocks.where('place').equals(place).modify({ place: tag })
    await pins.delete(place)
  })
}

const isSealed = (value: unknown): value is Sealed =>
  value instanceof Object && 'nonce' in value && 'bytes' in value

async function renewThing({ store, key }: Copy, { meta }: Older, name: string): Promise<void> {
  const was = await meta.get(name)
  if (!was) return
  const value = isSealed(was.value) ? was.value : await sealJson(key, was.value)
  const named = await thingKey({ key }, name)
  await store.transaction('rw', store.meta, async () => {
    if (!(await store.meta.get(named))) await store.meta.put({ key: named, value })
    await store.meta.delete(name)
  })
}

async function sealRows(open: Copy): Promise<void> {
  const { store } = open
  const tables = older(store)
  for (const name of await tables.meta.toCollection().primaryKeys())
    if (isOlderThing(name)) await renewThing(open, tables, name)
  const places = [
    ...(await tables.pins.toCollection().primaryKeys()),
    ...(await tables.blocks.orderBy('place').uniqueKeys()),
  ]
  for (const place of new Set(places)) if (isOlderPlace(place)) await renewPlace(open, tables, String(place))
  for (const n of await tables.outbox.toCollection().primaryKeys()) await renewEntry(open, tables, n)
  for (const id of await tables.files.toCollection().primaryKeys()) await renewFile(open, tables, id)
  for (const id of await tables.drafts.toCollection().primaryKeys()) await renewDraft(open, tables, id)
}

const sharedFiles = 'survey-form-files'

/** Files of forms go: from the cache that all shared, and those that this copy has sealed. */
async function dropFormFiles(open: Copy): Promise<void> {
  if ('caches' in globalThis) await caches.delete(sharedFiles)
  await dropBytes(open)
}

/** What was read of the villages goes; they are read again from the start. */
async function dropPages(open: Copy): Promise<void> {
  const { store, key } = open
  const start = { cursor: '', seq: 0, grant: '' }
  const rows = await Promise.all((await readPins(open)).map((pin) => pinRow(key, { ...pin, ...start })))
  const { pins } = older(store)
  await store.transaction('rw', store.pins, store.blocks, async () => {
    await store.blocks.clear()
    await store.pins.bulkPut(rows)
    await pins.filter((row) => !isSealedRow(row)).modify(start)
  })
}

/**
 * Seals what an older app left open; where nothing is, it reads the keys and is done. A row that is not sealed is seen by nobody, so
 * a full phone stays locked rather than open without somebody's unsent work; but first what the server has goes, to make room.
 */
async function renewRows(open: Copy): Promise<void> {
  for (const makeRoom of [dropFormFiles, dropPages, null])
    try {
      return await sealRows(open)
    } catch (error) {
      if (!makeRoom || !isStorageFull(error)) throw error
      await makeRoom(open)
    }
}

// Beside the copies lay names of places in localStorage, and files of forms in a cache of the browser. All who share the phone used
// them, so each copy takes them, and the last of them takes them away.

const sharedNames = (): string[] =>
  Object.keys(localStorage).filter((name) =>
    /^rembug-(place-names|recent-places|survey-columns:.*)$/.test(name),
  )

function olderSmall(): Record<string, unknown> {
  const found: [string, unknown][] = []
  for (const name of sharedNames())
    try {
      found.push([name, JSON.parse(localStorage.getItem(name) ?? 'null')])
    } catch {
      // It was nothing anybody could read.
    }
  return Object.fromEntries(found)
}

async function takeFormFiles(open: Copy): Promise<void> {
  const cache = await caches.open(sharedFiles)
  for (const request of await cache.keys()) {
    const { pathname, search } = new URL(request.url)
    const file = await cache.match(request)
    if (file) await keepBytes(open, pathname + search, await file.arrayBuffer())
  }
}

/** Who was taken off the phone, or whose copy the browser threw away, will never unlock it: nothing waits for them. */
async function forgetGone(): Promise<void> {
  for (const id of olderAccounts()) {
    const name = `rembug-${id}`
    // A copy that cannot be looked at may be whole: it is left, and holds up nobody else.
    const isThere = await Dexie.exists(name)
      .then((exists) => exists && hasKeys(name))
      .catch(() => true)
    if (!isThere) forgetAccount(id)
  }
}

/** Looks without changing its layout: a tab with the older app may have it open. */
async function hasKeys(name: string): Promise<boolean> {
  const db = await new Dexie(name).open()
  try {
    return db.tables.some((table) => table.name === 'meta') && !!(await db.table('meta').get('keys'))
  } finally {
    db.close()
  }
}

/** What was kept since stands before what is older. */
async function renewOpenStorage(open: Copy): Promise<void> {
  await forgetGone()
  const isLast = olderAccounts().length === 0
  if (isLast || !(await open.store.meta.get(layoutKey))) {
    const small = olderSmall()
    if ('caches' in globalThis && (await caches.has(sharedFiles))) await takeFormFiles(open)
    if (isLast && 'caches' in globalThis) await caches.delete(sharedFiles)
    await changeThing<object>(open, smallThings, (now) => ({ ...small, ...now }))
    if (isLast) for (const name of Object.keys(small)) localStorage.removeItem(name)
  }
  await open.store.meta.put({ key: layoutKey, value: layout })
}

/** What a full phone opens without: it is done at the next unlock, when something was sent. */
export async function ifRoom(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!isStorageFull(error)) throw error
  }
}

/** Takes in what an older app left. The account is kept, sealed, before what stood open of it goes: a kill in between leaves both. */
export async function takeIn(open: Copy, keepAccount: () => Promise<void>): Promise<void> {
  const isOpen = (await isOlder(open.store)) || olderAccounts().length + sharedNames().length > 0
  if (isOpen) await renewRows(open)
  await ifRoom(async () => {
    await keepAccount()
    if (isOpen) await renewOpenStorage(open)
  })
}
