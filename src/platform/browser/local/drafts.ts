// Drafts: something long that a person is still writing, sealed under the key of this device like the outbox. A kill, a
// flat battery or a lock loses nothing; a draft goes when a person throws it away, or with the command made from it.

import type { Unlocked } from '../sync/session.ts'
import type { NewFile } from '../sync/uploads.ts'
import { sealFile } from '../sync/uploads.ts'
import type { DraftFacts } from './device-store.ts'
import {
  commandTag,
  draftRow,
  draftsAt,
  draftTag,
  dropFilesOf,
  fileState,
  fileTag,
  openDraft,
  openEntry,
  openFile,
  putFile,
} from './rows.ts'
import { isSame, openJson, sealJson } from './seal.ts'

export type Draft<Head, Body> = DraftFacts & { head: Head; body: Body }
export type DraftLine<Head> = Omit<Draft<Head, never>, 'body'>

const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}

/** Told at every draft kept or thrown away in this window. */
export function onDrafts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Keeps a draft in place of what was kept of it before. */
export async function keepDraft<Head, Body>(
  open: Unlocked,
  draft: Omit<Draft<Head, Body>, 'savedAt'>,
  now = new Date(),
): Promise<void> {
  await open.store.drafts.put(await sealDraft(open, draft, now))
  tell()
}

const sealDraft = async (
  { key }: Unlocked,
  { body, ...draft }: Omit<Draft<unknown, unknown>, 'savedAt'>,
  now = new Date(),
) => draftRow(key, { ...draft, savedAt: now.toISOString() }, await sealJson(key, body))

export async function readDraft<Head, Body>(open: Unlocked, id: string): Promise<Draft<Head, Body> | null> {
  const row = await open.store.drafts.get(await draftTag(open.key, id))
  if (!row) return null
  return { ...(await openDraft<Head>(open.key, row)), body: await openJson<Body>(open.key, row.body) }
}

/** The drafts of a place for one kind of screen, the latest first. */
export async function listDrafts<Head>(
  open: Unlocked,
  place: string,
  kind: string,
): Promise<DraftLine<Head>[]> {
  const lines = (await draftsAt<Head>(open, place)).filter((line) => line.kind === kind)
  return lines.sort((a, b) => b.savedAt.localeCompare(a.savedAt))
}

/** Throws a draft away with its files, at a person's explicit wish. */
export async function dropDraft(open: Unlocked, id: string): Promise<void> {
  const { store } = open
  const tag = await draftTag(open.key, id)
  await store.transaction('rw', store.drafts, store.files, store.contents, async () => {
    await store.drafts.delete(tag)
    await dropFilesOf(store, tag)
  })
  tell()
}

/** A photo of a draft: sealed at once, sent only with the command that is made from the draft. */
export async function keepDraftFile(
  open: Unlocked,
  place: string,
  draft: string,
  file: NewFile,
): Promise<void> {
  await putFile(open.store, await sealFile(open, place, draft, file, 'draft'))
}

export async function dropDraftFile(open: Unlocked, id: string): Promise<void> {
  const { store, key } = open
  const tag = await fileTag(key, id)
  const row = await store.files.get(tag)
  if (!row || (await openFile(key, row)).status !== 'draft') return
  await store.transaction('rw', store.files, store.contents, async () => {
    if ((await store.files.get(tag))?.owner !== row.owner) return
    await store.files.delete(tag)
    await store.contents.delete(tag)
  })
}

/**
 * Takes a refused command back out of the outbox as a draft, with its files: what the server would not have can be
 * mended where it was written. Nothing happens to a command that is queued or sent.
 */
export async function takeBack<Head, Body>(
  open: Unlocked,
  entry: { n: number; id: string },
  draft: Omit<Draft<Head, Body>, 'savedAt'>,
): Promise<void> {
  const { store, key } = open
  const row = await store.outbox.get(entry.n)
  if (!row || (await openEntry(key, row)).status !== 'refused') return
  const [kept, command] = [await sealDraft(open, draft), await commandTag(key, entry.id)]
  const owned = { command: draft.id, status: 'draft', uploadUrl: null, tries: 0 } as const
  const owner = await fileState(key, owned)
  await store.transaction('rw', store.outbox, store.files, store.drafts, async () => {
    if (!isSame((await store.outbox.get(entry.n))?.line, row.line)) return
    await store.drafts.put(kept)
    await store.files.where('owner').equals(command).modify(owner)
    await store.outbox.delete(entry.n)
  })
  tell()
}
