// Which documents and photos a meeting takes, and why not. Pure; the screen and the server ask the same.
import { full, type Refusal, reasons, refuse } from '../../kernel/refusal.ts'
import { documentsMost, documentsOf, type Meeting, photosMost, photosOf } from './meeting.ts'

/** A list that travels with the meeting takes so many; what was taken off makes room. */
function noRoom(meeting: Meeting, files: readonly { document?: string | null }[]): Refusal[] {
  const photos = files.filter(({ document }) => document === null).length
  const documents = files.length - photos
  const there = { photos: photosOf(meeting), documents: documentsOf(meeting) }
  return reasons(
    photos > 0 && full({ length: there.photos.length + photos - 1 }, photosMost, 'files'),
    documents > 0 && full({ length: there.documents.length + documents - 1 }, documentsMost, 'files'),
  )
}

export const whyNotAttach = (
  meeting: Meeting,
  files: readonly { id: string; document?: string | null }[],
): Refusal[] => [...whyNotBring(meeting, files), ...noRoom(meeting, files)]

/** Why these files are none of this meeting; whether its lists have room for them is another question. */
export function whyNotBring(meeting: Meeting, files: readonly { id: string }[]): Refusal[] {
  const known = new Set([...meeting.documents, ...meeting.photos].map((each) => each.file))
  const ids = new Set(files.map((each) => each.id))
  return reasons(
    meeting.state === 'cancelled' && refuse('meetings.is-cancelled'),
    (ids.size < files.length || files.some((each) => known.has(each.id))) &&
      refuse('meetings.file-twice', {}, 'files'),
  )
}

export function whyNotDetach(meeting: Meeting, file: string): Refusal[] {
  const found = [...meeting.documents, ...meeting.photos].find((each) => each.file === file)
  return reasons((!found || found.detached !== null) && refuse('meetings.no-such-file', {}, 'file'))
}
