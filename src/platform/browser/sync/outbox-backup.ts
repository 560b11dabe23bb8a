// A file with everything unsent, against the day a phone falls into the river. It holds what people typed,
// so the screen says to keep it safe; it can only be restored by the same account.
import type { Envelope } from '../../../kernel/command.ts'
import { commandTag, fileTag, readFiles } from '../local/rows.ts'
import { addToOutbox, envelopeOf, readOutbox } from './outbox.ts'
import type { Unlocked } from './session.ts'
import { keepFile, localBytes } from './uploads.ts'

type Backup = {
  format: 'rembug-outbox-1'
  account: string
  madeAt: string
  commands: { envelope: Envelope; records: string[] }[]
  files: {
    id: string
    place: string
    command: string
    mediaType: string
    bytes: number
    sha256: string
    base64: string
  }[]
}

const toBase64 = (bytes: ArrayBuffer) => {
  let text = ''
  for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte)
  return btoa(text)
}
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))

export async function backupOutbox(open: Unlocked): Promise<Blob> {
  const entries = (await readOutbox(open)).filter(({ status }) => status !== 'sent')
  const commands = await Promise.all(
    entries.map(async (entry) => ({
      envelope: await envelopeOf(open, entry),
      records: entry.records,
    })),
  )
  const stored = (await readFiles(open)).filter(({ status }) => status !== 'draft')
  const files: Backup['files'] = []
  for (const { id, place, command, mediaType, bytes, sha256 } of stored) {
    const content = await localBytes(open, id)
    // One that is gone by now has reached the server meanwhile.
    if (content) files.push({ id, place, command, mediaType, bytes, sha256, base64: toBase64(content) })
  }
  const backup: Backup = {
    format: 'rembug-outbox-1',
    account: open.account.id,
    madeAt: new Date().toISOString(),
    commands,
    files,
  }
  return new Blob([JSON.stringify(backup)], { type: 'application/json' })
}

/** Puts a backup back: what is still here or was sent since is left alone. Null when it is not ours. */
export async function restoreOutbox(open: Unlocked, file: Blob): Promise<number | null> {
  let backup: Backup
  try {
    backup = JSON.parse(await file.text()) as Backup
  } catch {
    return null
  }
  if (backup.format !== 'rembug-outbox-1' || backup.account !== open.account.id) return null
  let restored = 0
  for (const { envelope, records } of backup.commands) {
    const tag = await commandTag(open.key, envelope.id)
    if (await open.store.outbox.where('id').equals(tag).first()) continue
    // A command that the server has by now is answered "before": restoring twice does nothing twice.
    await addToOutbox(open, envelope, records)
    restored += 1
  }
  for (const { base64, place, command, ...file } of backup.files) {
    if (await open.store.files.get(await fileTag(open.key, file.id))) continue
    await keepFile(open, place, command, { ...file, blob: new Blob([fromBase64(base64)]) })
  }
  return restored
}
