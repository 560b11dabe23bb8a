// Bytes that the server has and a capability keeps beside the copy, by a name of its own: both are sealed.
import { isStorageFull } from '../forms/full-storage.ts'
import type { Copy } from './rows.ts'
import { openBytes, sealBytes, type Tag, tagOf } from './seal.ts'

const bytesTag = ({ key }: Copy, name: string): Promise<Tag> => tagOf(key, 'bytes', name)

/** A full phone goes on without. */
export async function keepBytes(open: Copy, name: string, bytes: ArrayBuffer): Promise<void> {
  const content = { id: await bytesTag(open, name), sealed: await sealBytes(open.key, bytes) }
  await open.store.contents.put(content).catch((error: unknown) => {
    if (!isStorageFull(error)) throw error
  })
}

export const hasBytes = async (open: Copy, name: string): Promise<boolean> =>
  (await open.store.contents
    .where('id')
    .equals(await bytesTag(open, name))
    .count()) > 0

/** Takes away all bytes that were kept by a name but these; files of drafts and commands stay. */
export async function dropBytes(open: Copy, but: readonly string[] = []): Promise<void> {
  const { store } = open
  const kept = await Promise.all(but.map((name) => bytesTag(open, name)))
  await store.transaction('rw', store.files, store.contents, async () => {
    const own = await store.files.toCollection().primaryKeys()
    await store.contents
      .where('id')
      .noneOf([...own, ...kept])
      .delete()
  })
}

export async function readBytes(open: Copy, name: string): Promise<ArrayBuffer | null> {
  const found = await open.store.contents.get(await bytesTag(open, name))
  return found ? openBytes(open.key, found.sealed) : null
}
