// Photos and scans of a meeting on this phone: made ready, kept with the command that owns them, shown.
import { useEffect, useState } from 'react'
import { newId } from '../../../kernel/id.ts'
import { whyNotKept } from '../../../platform/browser/forms/kept.ts'
import { usePhone, usePhoneState } from '../../../platform/browser/hooks.tsx'
import { fileMost, fileUrl, localFile, prepareFile } from '../../../platform/browser/sync/uploads.ts'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { type AttachFiles, attachFiles } from '../commands.ts'
import type { Meeting, MeetingFile } from '../meeting.ts'
import { t } from './words.tsx'

type Accepted = AttachFiles['files'][number]['mediaType']
const accepted: readonly string[] = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf']

/** Adds files to a meeting, one command each: a broken one holds no other back. */
export function useAttaching(place: string, meeting: Meeting) {
  const phone = usePhone()
  const announce = useAnnounce()
  /** Why it was not attached; null once it lies on the phone. */
  const one = async (document: string | null, file: File): Promise<string | null> => {
    const ready = await prepareFile(newId(), file).catch((error: unknown) => {
      console.warn('could not prepare a file', error)
      return null
    })
    if (!ready || !accepted.includes(ready.mediaType)) return t('meetings.file-bad')
    if (ready.bytes > fileMost) return t('meetings.file-too-big')
    const { id, bytes, sha256 } = ready
    const input = { id, document, caption: '', mediaType: ready.mediaType as Accepted, bytes, sha256 }
    return whyNotKept(() =>
      phone.give(attachFiles, place, { meeting: meeting.id, files: [input] }, { files: [ready] }),
    )
  }
  return async (document: string | null, files: readonly File[]) => {
    // Said once all were tried: what is said of the last would take the place of what is said of the others.
    const reasons = new Set<string>()
    for (const file of files) {
      const reason = await one(document, file)
      if (reason) reasons.add(reason)
    }
    if (reasons.size === 0) announce(t('meetings.saved'), { seconds: 3 })
    else announce([...reasons].join(' '), { tone: 'refused' })
  }
}

export type Picture = { url: string | undefined; waiting: boolean }

/** What can be shown of each file: from this phone while it waits, else from the server when there is a line. */
export function usePictures(place: string, files: readonly MeetingFile[]): ReadonlyMap<string, Picture> {
  const phone = usePhone()
  const { line, waitingFiles } = usePhoneState()
  const [local, setLocal] = useState<ReadonlyMap<string, string>>(new Map())
  const ids = files.map((each) => each.file).join(' ')
  useEffect(() => {
    let current = true
    const made: string[] = []
    const read = async () => {
      const found = new Map<string, string>()
      for (const id of ids.split(' ').filter(Boolean)) {
        const blob = await localFile(phone.open, id)
        if (!blob) continue
        const url = URL.createObjectURL(blob)
        made.push(url)
        found.set(id, url)
      }
      if (current) setLocal(found)
    }
    read().catch((error: unknown) => console.warn('could not open a photo', error))
    return () => {
      current = false
      for (const url of made) URL.revokeObjectURL(url)
    }
  }, [phone, ids, waitingFiles])
  return new Map(
    files.map(({ file, mediaType }) => {
      const here = local.get(file)
      const image = mediaType.startsWith('image/')
      const url = here ?? (line === 'online' ? fileUrl(place, file) : undefined)
      return [file, { url: image ? url : undefined, waiting: here !== undefined }]
    }),
  )
}
