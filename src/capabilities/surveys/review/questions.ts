// What may be asked about one submission: everything a reviewer needs to judge it.
import * as z from 'zod/mini'
import { query } from '../../../kernel/command.ts'
import { id } from '../../../kernel/fields.ts'
import type { Dataset } from '../registry/entities.ts'
import type { SubmissionRow, SubmissionState } from '../submission.ts'
import type { AnswerChange } from './answers.ts'

export type Event = {
  id: string
  at: string
  /** Account, and its name; the zero id is the server itself, which checks what comes. */
  by: string
  byName: string
  what: 'received' | 'edited' | 'judged' | 'commented' | 'checked' | 'registry'
  state: SubmissionState | null
  /** The comment, or ''. */
  text: string
  /** Sent back with this judgement. */
  back: boolean
  /** What was done to records of the registry, and what was left for a person. */
  registry: readonly {
    dataset: Dataset
    entity: string
    label: string
    applied: readonly string[]
    left: readonly string[]
  }[]
}

export type Edition = {
  instance: string
  at: string
  by: string
  byName: string
  /** Against the edition before; the first one has none. Null where one of the two can no longer be read. */
  changes: readonly AnswerChange[] | null
}

export type Conflict = {
  id: string
  dataset: Dataset
  entity: string
  action: 'create' | 'update'
  label: string
  /** `theirs` is null where only the vault says it; `reason` is the key of a sentence. */
  differences: readonly { property: string; mine: string; theirs: string | null; reason: string }[]
}

export type Attachment = {
  /** As it stands in the XML. */
  name: string
  /** In /api/files; null while it has not come. */
  file: string | null
  mediaType: string | null
  bytes: number | null
}

export type SubmissionDetail = {
  row: SubmissionRow
  /** Key of the form version it was filled on, as in the row; the words stand in the model. */
  answers: Readonly<Record<string, unknown>>
  /** Oldest first. */
  events: readonly Event[]
  editions: readonly Edition[]
  conflicts: readonly Conflict[]
  attachments: readonly Attachment[]
}

export const submissionDetail = query({
  name: 'surveys.submission-detail',
  roles: ['facilitator', 'volunteer', 'board-secretary'],
  scope: 'village',
  input: z.strictObject({ submission: id() }),
  output: z.custom<SubmissionDetail>(),
  summary:
    'One submission with all its answers, events, editions and who changed what, differences with the registry, and files. A volunteer sees only their own. Reading it is logged.',
})
