// Photos and scans: shrunk on the phone, sealed beside the outbox, and sent resumably once the server has
// the command that owns them.

import { askingHeaders, awayOf, Offline, Problem, reach, Unavailable } from '../api.ts'
import type { FileEntry, FileState } from '../local/device-store.ts'
import {
  type Copy,
  fileRow,
  fileState,
  fileTag,
  openFile,
  putFile,
  readFiles,
  type SealedFile,
} from '../local/rows.ts'
import { openBytes, sealBytes } from '../local/seal.ts'
import { readOutbox, type Sending } from './outbox.ts'
import type { Unlocked } from './session.ts'

/** Longest side of a kept photo in pixels: a signature on an A4 sheet stays readable. */
const longestSide = 1600
export const fileMost = 10_000_000

export type NewFile = { id: string; mediaType: string; bytes: number; sha256: string; blob: Blob }

async function sha256(blob: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function shrink(file: Blob): Promise<Blob> {
  if (!file.type.startsWith('image/')) return file
  const bitmap = await createImageBitmap(file)
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height))
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(bitmap.width * scale)),
    Math.max(1, Math.round(bitmap.height * scale)),
  )
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  const small = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 })
  return small.size < file.size || file.type !== 'image/jpeg' ? small : file
}

/** Makes a photo or scan ready: shrunk, measured, digested. Throws when it cannot be read as what it says. */
export async function prepareFile(id: string, file: Blob): Promise<NewFile> {
  const blob = await shrink(file)
  return {
    id,
    mediaType: blob.type || 'application/octet-stream',
    bytes: blob.size,
    sha256: await sha256(blob),
    blob,
  }
}

/** A file as it lies on the phone: sealed, owned by a command and waiting to be sent after it, or by a draft. */
export async function sealFile(
  open: Copy,
  place: string,
  command: string,
  { blob, ...facts }: NewFile,
  status: 'draft' | 'waiting' = 'waiting',
): Promise<SealedFile> {
  const row = await fileRow(open.key, { ...facts, place, command, status, uploadUrl: null, tries: 0 })
  return { row, content: { id: row.id, sealed: await sealBytes(open.key, await blob.arrayBuffer()) } }
}

export async function keepFile(open: Copy, place: string, command: string, file: NewFile): Promise<void> {
  await putFile(open.store, await sealFile(open, place, command, file))
}

/** The bytes of a file as they lie on this phone, or null when it only lies on the server. */
export async function localBytes({ store, key }: Copy, id: string): Promise<ArrayBuffer | null> {
  const content = await store.contents.get(await fileTag(key, id))
  return content ? openBytes(key, content.sealed) : null
}

export async function localFile(open: Copy, id: string): Promise<Blob | null> {
  const [bytes, row] = [await localBytes(open, id), await open.store.files.get(await fileTag(open.key, id))]
  return bytes && row ? new Blob([bytes], { type: (await openFile(open.key, row)).mediaType }) : null
}

/** Keeps how far a file is; nothing, where it is gone by now. */
async function note({ store, key }: Copy, entry: FileEntry, change: Partial<FileState>): Promise<void> {
  const { command, status, uploadUrl, tries } = { ...entry, ...change }
  const state = await fileState(key, { command, status, uploadUrl, tries })
  await store.files.update(await fileTag(key, entry.id), state)
}

async function uploadOne(open: Unlocked, entry: FileEntry): Promise<void> {
  const { Upload } = await import('tus-js-client')
  const bytes = await localBytes(open, entry.id)
  if (!bytes) return
  const blob = new Blob([bytes], { type: entry.mediaType })
  let noted = Promise.resolve()
  const noteAddress = (uploadUrl: string | null) => {
    noted = noted.then(() => note(open, entry, { uploadUrl }))
    return noted
  }
  await new Promise<void>((resolve, reject) => {
    const upload = new Upload(blob, {
      endpoint: '/api/files',
      headers: askingHeaders(),
      uploadUrl: entry.uploadUrl,
      chunkSize: 256 * 1024,
      retryDelays: null,
      storeFingerprintForResuming: false,
      metadata: { id: entry.id, place: entry.place },
      onUploadUrlAvailable: () => void noteAddress(upload.url),
      onSuccess: () => void noted.then(resolve, reject),
      onError: (error) => {
        const answer = 'originalResponse' in error ? error.originalResponse : null
        const status = answer?.getStatus() ?? 0
        const refused = new Problem(status, 'platform.file-unknown', error.message, [])
        if (status >= 400 && status < 500) return void noted.then(() => reject(refused), reject)
        const away = answer ? awayOf(status, answer.getBody()) : new Offline(error.message)
        // It may have every byte and not know the file: asked how many it has, it would say all. So it starts anew.
        const failed = status === 500 || away instanceof Unavailable
        const anew = failed ? noteAddress(null) : noted
        void anew.then(() => reject(away), reject)
      },
    })
    upload.start()
  })
}

/** So many today, or so fast: it waits here, and is no mistake of anybody; all others would hear the same. */
const isTooMany = (error: unknown) => error instanceof Problem && error.status === 429

/** What the server says of one file; anything else is no word about it. */
function refusalOf(error: unknown): Problem {
  if (!(error instanceof Problem) || error.status === 401) throw error
  return error
}

async function dropFile({ store, key }: Copy, id: string): Promise<void> {
  const tag = await fileTag(key, id)
  await store.transaction('rw', store.files, store.contents, async () => {
    await store.files.delete(tag)
    await store.contents.delete(tag)
  })
}

async function noteRefusedUpload(open: Unlocked, entry: FileEntry, status: number): Promise<void> {
  // An upload that the server has forgotten starts anew, a few times; anything else waits for a person.
  const forgotten = (status === 404 || status === 410) && entry.uploadUrl !== null && entry.tries < 3
  await note(open, entry, {
    status: forgotten ? 'waiting' : 'refused',
    uploadUrl: null,
    tries: entry.tries + 1,
  })
}

/**
 * Sends the files whose command the server has. A file that was refused stays visible, and is kept. Gives the places whose
 * files the server could not take now. `onChange` hears how many of them have gone.
 */
export async function uploadWaiting(open: Unlocked, onChange: (sending: Sending) => void): Promise<string[]> {
  const away = new Set<string>()
  // Files first: a file added between the two questions is then left for the next round.
  const waiting = (await readFiles(open)).filter(({ status }) => status === 'waiting')
  const unsentCommands = (await readOutbox(open)).filter(({ status }) => status !== 'sent')
  const unsent = new Set(unsentCommands.map((entry) => entry.id))
  const free = waiting.filter((file) => !unsent.has(file.command))
  for (const [sent, entry] of free.entries()) {
    onChange({ sent, of: free.length })
    if (away.has(entry.place)) continue
    try {
      await uploadOne(open, entry)
      await dropFile(open, entry.id)
    } catch (error) {
      if (error instanceof Unavailable) away.add(entry.place)
      else if (isTooMany(error)) break
      else await noteRefusedUpload(open, entry, refusalOf(error).status)
    }
  }
  return [...away]
}

/** The address of a stored file; only those who may see its place get it. */
export function fileUrl(place: string, id: string): string {
  return `/api/files/${place}/${id}`
}

/** Whether the server says that it has no such file; without an answer of it nobody knows. */
export async function isFileMissing(place: string, id: string): Promise<boolean> {
  const answer = await reach(fileUrl(place, id), { method: 'HEAD' }).catch(() => null)
  return answer?.status === 404
}
