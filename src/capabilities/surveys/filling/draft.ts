// A draft of a submission on this phone: what is kept of it, and how a list calls it.
import type { Answered } from './plan.ts'

export const draftKind = 'surveys.submit'

/** What a list of drafts shows. */
export type DraftHead = {
  survey: string
  form: string
  formTitle: string
  /** Its instanceName, or ''. */
  name: string
  /** Household of the registry it was opened for or that was chosen in it. */
  household: string | null
  answered: Answered
  /** It mends a submission that the server has. */
  edit: boolean
  startedAt: string
}

/** A file the person put into it: `name` stands in the XML, the file itself lies sealed beside the draft under `id`. */
export type DraftFile = { id: string; name: string; mediaType: string; bytes: number; sha256: string }

export type DraftBody = {
  xml: string
  /** Page on which the person was. */
  page: string | null
  language: string | null
  files: readonly DraftFile[]
  /** instanceID of the edition that it mends; null for a new submission. */
  mends: string | null
  /** Files of that edition, by name: id in /api/files. */
  carried: Readonly<Record<string, string>>
}

/** How a draft is called: by its instanceName, else by the head of the household, else by its form. */
export function draftName(
  head: Pick<DraftHead, 'name' | 'household' | 'formTitle'>,
  householdName: (id: string) => string | undefined,
): string {
  const name = head.name.trim().replace(/\s+/g, ' ')
  if (name !== '') return name
  const household = head.household === null ? undefined : householdName(head.household)
  return household?.trim() || head.formTitle
}

/** A name for a file that is unique in its submission and says which question it answers. */
export function fileName(reference: string, mediaType: string, at: number, typed = ''): string {
  const question = (reference.split('/').at(-1) ?? 'file').replace(/\[\d+\]/g, '').replace(/[^\w-]/g, '_')
  const own = /\.([A-Za-z0-9]{1,8})$/.exec(typed)?.[1]?.toLowerCase()
  const ending = endings[mediaType] ?? own ?? 'bin'
  return `${question.slice(0, 60)}-${at}.${ending}`
}

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'audio/mp4': 'm4a',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'audio/webm': 'webm',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'text/plain': 'txt',
  'text/csv': 'csv',
}
const byEnding: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(endings).map(([type, ending]) => [ending, type])),
  ...{ jpeg: 'image/jpeg', mp4: 'video/mp4', aac: 'audio/mp4', '3gp': 'application/octet-stream' },
}

/**
 * The media type a submission says of a file: what the browser says without its parameters, else what the name's ending
 * says; anything that a submission does not know is a plain file.
 */
export function mediaTypeOf(said: string, name: string): string {
  const plain = said.split(';')[0]?.trim().toLowerCase() ?? ''
  if (plain === 'audio/x-m4a' || plain === 'audio/aac' || plain === 'audio/m4a') return 'audio/mp4'
  if (plain === 'audio/mp3') return 'audio/mpeg'
  if (endings[plain]) return plain
  if (plain !== '' && plain !== 'application/octet-stream') return 'application/octet-stream'
  return byEnding[/\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream'
}
