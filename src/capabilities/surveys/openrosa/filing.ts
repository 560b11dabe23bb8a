// Files of submissions in the files folder. A file's id follows from what it is and where it belongs, so a resend finds it
// there; its bytes are on the disk before the transaction that speaks of it is committed.
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { keyedDigest } from '../../../platform/server/digests.ts'
import { looksLike } from '../../../platform/server/files.ts'
import { filePath } from '../../../platform/server/http/file-routes.ts'
import type { Vault } from '../../../platform/server/vault.ts'
import type { Arriving, Upload } from './arriving.ts'
import type { Arrived } from './incoming.ts'
import { uuidOf } from './submission-id.ts'

/** A file that is ready to be moved to where it stays; `temp` is null once it is there. */
export type Ready = { arrived: Arrived; temp: string | null; path: string }

const known: Readonly<Record<string, string>> = {
  'image/jpeg': 'image/jpeg',
  'image/jpg': 'image/jpeg',
  'image/png': 'image/png',
  'image/webp': 'image/webp',
  'application/pdf': 'application/pdf',
  'audio/mp4': 'audio/mp4',
  'audio/m4a': 'audio/mp4',
  'audio/x-m4a': 'audio/mp4',
  'audio/mpeg': 'audio/mpeg',
  'audio/ogg': 'audio/ogg',
  'audio/webm': 'audio/webm',
  'video/mp4': 'video/mp4',
  'video/webm': 'video/webm',
  'text/plain': 'text/plain',
  'text/csv': 'text/csv',
}
const byEnding: Readonly<Record<string, string>> = {
  ...{ jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp', pdf: 'application/pdf' },
  ...{
    m4a: 'audio/mp4',
    mp3: 'audio/mpeg',
    ogg: 'audio/ogg',
    mp4: 'video/mp4',
    webm: 'video/webm',
    csv: 'text/csv',
  },
}

/** The kind it will be handed out as: what it says, where its bytes agree. A broken picture is kept as plain bytes. */
export function mediaTypeOf({ type, name, head }: Pick<Upload, 'type' | 'name' | 'head'>): string {
  const said = type.split(';')[0]?.trim() ?? ''
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  const meant = known[said] ?? byEnding[ending] ?? 'application/octet-stream'
  return looksLike(meant, head) ? meant : 'application/octet-stream'
}

async function isThere(path: string, bytes: number): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found?.size === bytes
}

/** Brings the bytes to the disk, synced, beside the place where they will stay. */
export async function ready(
  arriving: Arriving,
  at: { dataFolder: string; vault: Vault; place: string; instance: string },
  upload: Upload,
): Promise<Ready> {
  const { name, bytes } = upload
  const sha256 = keyedDigest(at.vault, upload.sha256)
  const id = uuidOf(at.vault.digest('file-id', `${at.place}\n${at.instance}\n${name}\n${sha256}`))
  const path = filePath(at.dataFolder, at.place, id)
  const arrived = { id, name, bytes, sha256, mediaType: mediaTypeOf(upload), stored: true }
  if (await isThere(path, bytes)) {
    if (upload.temp) await rm(upload.temp, { force: true })
    return { arrived, temp: null, path }
  }
  if (upload.temp) return { arrived, temp: upload.temp, path }
  const temp = await arriving.temp()
  const file = await open(temp, 'wx')
  try {
    await file.writeFile(upload.memory as Buffer)
    await file.datasync()
  } finally {
    await file.close()
  }
  return { arrived, temp, path }
}

/** Moves files to where they stay, and syncs the folders; before the commit that makes them known. */
export async function settle(files: readonly Ready[]): Promise<void> {
  const moving = files.filter(({ temp }) => temp !== null)
  const folders = [...new Set(moving.map(({ path }) => dirname(path)))]
  await Promise.all(folders.map((folder) => mkdir(folder, { recursive: true })))
  await Promise.all(
    moving.map(async (file) => {
      await rename(file.temp as string, file.path)
      // Tried again after a failed transaction, it is there already.
      file.temp = null
    }),
  )
  for (const folder of folders) {
    const handle = await open(folder)
    await handle.sync().finally(() => handle.close())
  }
}

/** Throws away what was not taken; what was moved is not there any more. */
export async function discard(files: readonly Ready[]): Promise<void> {
  await Promise.all(files.map(({ temp }) => (temp ? rm(temp, { force: true }) : undefined)))
}
