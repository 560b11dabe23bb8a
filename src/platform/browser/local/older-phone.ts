// A phone of before decision 33: names of commands, places, times and digests stood open beside what was sealed, and names of
// people and places where anybody could read them. It is sealed at the first unlock, when there is a key: each row in one step of
// the store, so that a kill leaves it as it was or as it is to be. A copy that nobody unlocks stays as it is, and loses nothing.
import {
  type DeviceStore,
  type DraftFacts,
  type FileEntry,
  isOlderPlace,
  isOlderThing,
  isSealedRow,
  layout,
  layoutKey,
  type OutboxEntry,
  type Pin,
} from './device-store.ts'
import { olderAccountsLeft } from './known-accounts.ts'
import { type Copy, draftRow, fileRow, outboxRow, pinRow, placeTag } from './rows.ts'
import { isSame, openJson, type Sealed, sealJson } from './seal.ts'
import { smallThings } from './small-things.ts'
import { changeThing, keepBytes, thingKey } from './things.ts'

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

/** Seals what an older app left open; where nothing is, it reads the keys and is done. Throws where the storage is full. */
export async function renewRows(open: Copy): Promise<void> {
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

// Beside the copies lay names of places in localStorage, and files of forms in a cache of the browser. All who share the phone used
// them, so each copy takes them, and the last of them takes them away.
const smallNames = /^rembug-(place-names|recent-places|survey-columns:.*)$/
const formFiles = 'survey-form-files'

function olderSmall(): Record<string, unknown> {
  const found: [string, unknown][] = []
  for (const name of Object.keys(localStorage).filter((each) => smallNames.test(each)))
    try {
      found.push([name, JSON.parse(localStorage.getItem(name) ?? 'null')])
    } catch {
      // It was nothing anybody could read.
    }
  return Object.fromEntries(found)
}

async function takeFormFiles(open: Copy): Promise<void> {
  const cache = await caches.open(formFiles)
  for (const request of await cache.keys()) {
    const { pathname, search } = new URL(request.url)
    const file = await cache.match(request)
    if (file) await keepBytes(open, pathname + search, await file.arrayBuffer())
  }
}

/** To be called when the account of this copy is sealed already. What was kept since stands before what is older. */
export async function renewOpenStorage(open: Copy): Promise<void> {
  const older = olderSmall()
  await changeThing<object>(open, smallThings, (now) => ({ ...older, ...now }))
  const cached = 'caches' in globalThis && (await caches.has(formFiles))
  if (cached) await takeFormFiles(open)
  if (!olderAccountsLeft()) {
    for (const name of Object.keys(older)) localStorage.removeItem(name)
    if (cached) await caches.delete(formFiles)
  }
  await open.store.meta.put({ key: layoutKey, value: layout })
}
