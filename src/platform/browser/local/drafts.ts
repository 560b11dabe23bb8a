// Drafts: something long that a person is still writing, sealed under the key of this device like the outbox. A kill, a
// flat battery or a lock loses nothing; a draft goes when a person throws it away, or with the command made from it.

import type { Unlocked } from '../sync/session.ts'
import type { NewFile } from '../sync/uploads.ts'
import { sealFile } from '../sync/uploads.ts'
import type { DraftEntry } from './device-store.ts'
import { openJson, sealJson } from './seal.ts'

export type Draft<Head, Body> = Pick<DraftEntry, 'id' | 'place' | 'kind' | 'savedAt'> & {
  head: Head
  body: Body
}
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
  const { id, place, kind } = draft
  const [head, body] = await Promise.all([sealJson(open.key, draft.head), sealJson(open.key, draft.body)])
  await open.store.drafts.put({ id, place, kind, savedAt: now.toISOString(), head, body })
  tell()
}

export async function readDraft<Head, Body>(open: Unlocked, id: string): Promise<Draft<Head, Body> | null> {
  const entry = await open.store.drafts.get(id)
  if (!entry) return null
  const { place, kind, savedAt } = entry
  const head = await openJson<Head>(open.key, entry.head)
  return { id, place, kind, savedAt, head, body: await openJson<Body>(open.key, entry.body) }
}

/** The drafts of a place for one kind of screen, the latest first. */
export async function listDrafts<Head>(
  open: Unlocked,
  place: string,
  kind: string,
): Promise<DraftLine<Head>[]> {
  const entries = await open.store.drafts
    .where('place')
    .equals(place)
    .and((entry) => entry.kind === kind)
    .toArray()
  const lines = await Promise.all(
    entries.map(async ({ id, savedAt, head }) => ({
      ...{ id, place, kind, savedAt },
      head: await openJson<Head>(open.key, head),
    })),
  )
  return lines.sort((a, b) => b.savedAt.localeCompare(a.savedAt))
}

/** Throws a draft away with its files, at a person's explicit wish. */
export async function dropDraft(open: Unlocked, id: string): Promise<void> {
  const { store } = open
  await store.transaction('rw', store.drafts, store.files, async () => {
    await store.drafts.delete(id)
    await store.files
      .where('command')
      .equals(id)
      .filter((file) => file.status === 'draft')
      .delete()
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
  await open.store.files.put({ ...(await sealFile(open, place, draft, file)), status: 'draft' })
}

export async function dropDraftFile(open: Unlocked, id: string): Promise<void> {
  const entry = await open.store.files.get(id)
  if (entry?.status === 'draft') await open.store.files.delete(id)
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
  const { id, place, kind } = draft
  const [head, body] = await Promise.all([sealJson(open.key, draft.head), sealJson(open.key, draft.body)])
  const { store } = open
  await store.transaction('rw', store.outbox, store.files, store.drafts, async () => {
    const kept = await store.outbox.get(entry.n)
    if (kept?.status !== 'refused') return
    await store.drafts.put({ id, place, kind, savedAt: new Date().toISOString(), head, body })
    await store.files.where('command').equals(entry.id).modify({ command: id, status: 'draft' })
    await store.outbox.delete(entry.n)
  })
  tell()
}
