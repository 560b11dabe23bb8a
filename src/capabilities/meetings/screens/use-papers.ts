// Photos and scans of a meeting on this phone: made ready, kept with the command that owns them, shown.
import { newId } from '../../../kernel/id.ts'
import { whyNotKept } from '../../../platform/browser/forms/kept.ts'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { type Stored, useStoredFiles } from '../../../platform/browser/stored-files.tsx'
import { fileMost, prepareFile } from '../../../platform/browser/sync/uploads.ts'
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

/** What can be shown of each file: a picture of it, where it is one, and whether it waits here to be sent. */
export function usePictures(
  place: string,
  files: readonly MeetingFile[],
): ReadonlyMap<string, Partial<Stored>> {
  const images = files.filter(({ mediaType }) => mediaType.startsWith('image/')).map(({ file }) => file)
  const others = files.map(({ file }) => file).filter((file) => !images.includes(file))
  const stored = useStoredFiles(place, images, others)
  return new Map(
    [...stored].map(([file, { url, waiting }]) => [
      file,
      images.includes(file) ? { url, waiting } : { waiting },
    ]),
  )
}
