// Photos and scans: shrunk on the phone, sealed beside the outbox, and sent resumably once the server has
// the command that owns them.

import { askingHeaders, awayOf, Offline, Problem, reach, Unavailable } from '../api.ts'
import type { FileEntry } from '../local/device-store.ts'
import { openBytes, sealBytes } from '../local/seal.ts'
import type { Sending } from './outbox.ts'
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

/** A file as it lies on the phone: sealed, owned by a command, waiting to be sent after it. */
export async function sealFile(
  open: Unlocked,
  place: string,
  command: string,
  file: NewFile,
): Promise<FileEntry> {
  return {
    id: file.id,
    place,
    command,
    sealed: await sealBytes(open.key, await file.blob.arrayBuffer()),
    mediaType: file.mediaType,
    bytes: file.bytes,
    sha256: file.sha256,
    status: 'waiting',
    uploadUrl: null,
    tries: 0,
  }
}

export async function keepFile(open: Unlocked, place: string, command: string, file: NewFile): Promise<void> {
  await open.store.files.put(await sealFile(open, place, command, file))
}

/** The file as it lies on this phone, or null when it only lies on the server. */
export async function localFile(open: Unlocked, id: string): Promise<Blob | null> {
  const entry = await open.store.files.get(id)
  return entry ? new Blob([await openBytes(open.key, entry.sealed)], { type: entry.mediaType }) : null
}

async function uploadOne(open: Unlocked, entry: FileEntry): Promise<void> {
  const { Upload } = await import('tus-js-client')
  const blob = new Blob([await openBytes(open.key, entry.sealed)], { type: entry.mediaType })
  await new Promise<void>((resolve, reject) => {
    const upload = new Upload(blob, {
      endpoint: '/api/files',
      headers: askingHeaders(),
      uploadUrl: entry.uploadUrl,
      chunkSize: 256 * 1024,
      retryDelays: null,
      storeFingerprintForResuming: false,
      metadata: { id: entry.id, place: entry.place },
      onUploadUrlAvailable: () => void open.store.files.update(entry.id, { uploadUrl: upload.url }),
      onSuccess: () => resolve(),
      onError: (error) => {
        const answer = 'originalResponse' in error ? error.originalResponse : null
        const status = answer?.getStatus() ?? 0
        if (status >= 400 && status < 500)
          return reject(new Problem(status, 'platform.file-unknown', error.message, []))
        const away = answer ? awayOf(status, answer.getBody()) : new Offline(error.message)
        // It may have every byte and not know the file: asked how many it has, it would say all. So it starts anew.
        const failed = status === 500 || away instanceof Unavailable
        const anew = failed ? open.store.files.update(entry.id, { uploadUrl: null }) : Promise.resolve()
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

async function noteRefusedUpload(open: Unlocked, entry: FileEntry, status: number): Promise<void> {
  // An upload that the server has forgotten starts anew, a few times; anything else waits for a person.
  const forgotten = (status === 404 || status === 410) && entry.uploadUrl !== null && entry.tries < 3
  await open.store.files.update(entry.id, {
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
  const waiting = await open.store.files.where('status').equals('waiting').toArray()
  const unsentCommands = await open.store.outbox.where('status').anyOf('queued', 'refused').toArray()
  const unsent = new Set(unsentCommands.map((entry) => entry.id))
  const free = waiting.filter((file) => !unsent.has(file.command))
  for (const [sent, entry] of free.entries()) {
    onChange({ sent, of: free.length })
    if (away.has(entry.place)) continue
    try {
      await uploadOne(open, entry)
      await open.store.files.delete(entry.id)
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
