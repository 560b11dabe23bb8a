// A submission (isian): one filled form. The XML is kept byte for byte as it came; answers are read out of it once, at the
// door. Read by both sides.
import * as z from 'zod/mini'
import { command } from '../../kernel/command.ts'
import { basedOn, fileContent, id, line, prose } from '../../kernel/fields.ts'
import type { Role } from '../../kernel/role.ts'
import { surveyors } from './survey.ts'

export const submissionCollection = 'surveys.submission'
/** What the files of a submission are to the house. */
export const fileKind = 'survey'

/** ODK: received, hasIssues, edited, approved, rejected. Indonesian: diterima, ada masalah, diperbaiki, disetujui, ditolak. */
export const submissionStates = ['received', 'has-issues', 'edited', 'approved', 'rejected'] as const
export type SubmissionState = (typeof submissionStates)[number]

/** What the engine or the door found: where, and a code that is a key of a sentence. */
export type Doubt = { path: string; code: string }

/** A submission as phones hold it: enough to say who was visited, and whole only while it is sent back for mending. */
export type SubmissionRow = {
  id: string
  survey: string
  /** Key of the form version it was filled on. */
  form: string
  /** instanceID of the newest edition. */
  instance: string
  state: SubmissionState
  /** Sent back to the surveyor; `xml` is then here to be mended. */
  returned: boolean
  household: string | null
  localPlace: string | null
  /** Its instanceName; '' for who needs no names. */
  name: string
  /** Latitude and longitude of its first geopoint; null for who needs no names. */
  point: readonly [number, number] | null
  /** Account of the surveyor, or of the owner of the device. */
  by: string
  source: 'rembug' | 'openrosa'
  startedAt: string | null
  endedAt: string | null
  submittedAt: string
  /** Files named in the XML that have not come yet. */
  missing: number
  doubts: readonly Doubt[]
  comment: string
  xml: string | null
  /** Files it has, so that a returned one can be mended with its photos: name in the XML -> id in /api/files. */
  files: Readonly<Record<string, string>>
  version: number
}

/** Sent back to be mended by this person, or by nobody known yet. */
export const isReturnedTo = ({ returned, by }: SubmissionRow, account: string): boolean =>
  returned && (by === '' || by === account)

export const xmlMost = 400_000
export const filesMost = 60

const attached = z.strictObject({
  id: id(),
  /** The name that stands in the XML. */
  name: line(200),
  mediaType: z.enum([
    'image/jpeg',
    'image/png',
    'image/webp',
    'application/pdf',
    'audio/mp4',
    'audio/mpeg',
    'audio/ogg',
    'audio/webm',
    'video/mp4',
    'video/webm',
    'text/plain',
    'text/csv',
    'application/octet-stream',
  ]),
  ...fileContent(),
})

export const submit = command({
  name: 'surveys.submit',
  version: 1,
  roles: surveyors,
  scope: 'village',
  input: z.strictObject({
    /** The submission: the uuid of its first instanceID. */
    id: id(),
    survey: id(),
    form: id(),
    /** The instance as the engine wrote it. */
    xml: z.string().check(z.minLength(1), z.maxLength(xmlMost)),
    files: z.array(attached).check(z.maxLength(filesMost)),
    household: z.nullable(id()),
  }),
  records: (input) => [input.id],
  personal: ['xml'],
  summary:
    'Sends a filled form, or an edition of one (meta/deprecatedID). Refuses XML that does not fit the form, a closed survey, and an edition of what is no longer the newest.',
})
export type Submit = z.infer<typeof submit.input>

export const reviewers = ['facilitator', 'board-secretary'] as const satisfies readonly Role[]
export const reviewMost = 200
/** Who judges comments on all; others on what they sent themself. */
export const mayComment = (roles: readonly Role[], own: boolean): boolean =>
  own || reviewers.some((role) => roles.includes(role))

export const review = command({
  name: 'surveys.review',
  version: 1,
  roles: reviewers,
  scope: 'village',
  input: z.strictObject({
    items: z
      .array(z.strictObject({ id: id(), basedOn: basedOn() }))
      .check(z.minLength(1), z.maxLength(reviewMost)),
    to: z.enum(['received', 'has-issues', 'approved', 'rejected']),
    /** Send it back to the surveyor's phone; only with has-issues. */
    back: z.boolean(),
    comment: prose(2000),
  }),
  records: (input) => input.items.map((item) => item.id),
  personal: ['comment'],
  summary:
    'Judges up to 200 submissions at once. Refuses one that somebody else judged or edited meanwhile, and a rejection or a sending back without a comment.',
})
export type Review = z.infer<typeof review.input>

export const comment = command({
  name: 'surveys.comment',
  version: 1,
  roles: surveyors,
  scope: 'village',
  input: z.strictObject({ id: id(), submission: id(), text: prose(2000) }),
  records: (input) => [input.submission],
  personal: ['text'],
  summary: 'Adds a comment to a submission. Who does not judge them comments on what they sent themself.',
})
export type Comment = z.infer<typeof comment.input>

export const resolveConflict = command({
  name: 'surveys.resolve-conflict',
  version: 1,
  roles: reviewers,
  scope: 'village',
  input: z.strictObject({
    conflict: id(),
    /** Properties whose value of the submission is taken; the others stay as the registry has them. */
    take: z.array(z.string().check(z.maxLength(60), z.regex(/^[a-z][a-z0-9_]*$/))).check(z.maxLength(40)),
  }),
  records: (input) => [input.conflict],
  summary: 'Settles a conflict between a submission and the registry, field by field.',
})
