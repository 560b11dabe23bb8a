// What poor and marginal people hope for (aspirasi dan harapan), kept apart from everything else that is said in a workshop, so that
// it is not lost among it. It names a group and a part of the village, and nobody.
import * as z from 'zod/mini'
import { command } from '../../kernel/command.ts'
import { id, line, writing } from '../../kernel/fields.ts'
import type { Text } from '../../kernel/text.ts'
import { workshopHelpers } from './roles.ts'
import type { Stamp, Withdrawn } from './session.ts'

export const aspirationCollection = 'workshops.aspiration'

export const aspirationGroups = ['poor', 'women', 'elderly', 'disabled', 'young', 'marginal'] as const
export type AspirationGroup = (typeof aspirationGroups)[number]

export const groupTitles: Readonly<Record<AspirationGroup, Text>> = {
  poor: ['Warga miskin', 'Poor residents'],
  women: ['Perempuan', 'Women'],
  elderly: ['Lansia', 'Elderly people'],
  disabled: ['Penyandang disabilitas', 'People with disabilities'],
  young: ['Anak dan remaja', 'Children and young people'],
  marginal: ['Kelompok marjinal lain', 'Other marginal groups'],
}

export type Aspiration = Stamp & {
  id: string
  /** The workshop in which it was said. */
  meeting: string
  enrolment: string | null
  text: string
  group: AspirationGroup
  theme: string | null
  localPlace: string | null
  withdrawn: Withdrawn | null
}

export const aspirationsMost = 300

export const noteAspiration = command({
  name: 'workshops.note-aspiration',
  version: 1,
  roles: workshopHelpers,
  scope: 'village',
  input: z.strictObject({
    id: id(),
    meeting: id(),
    text: writing(600),
    group: z.enum(aspirationGroups),
    theme: z.nullable(id()),
    localPlace: z.nullable(id()),
  }),
  records: (input) => [input.id],
  personal: ['text'],
  summary:
    'Notes an aspiration of poor or marginal people. Refused where it holds a name on record or a number of somebody.',
})
export type NoteAspiration = z.infer<typeof noteAspiration.input>

export const withdrawAspiration = command({
  name: 'workshops.withdraw-aspiration',
  version: 1,
  roles: workshopHelpers,
  scope: 'village',
  input: z.strictObject({ aspiration: id(), reason: line(300) }),
  records: (input) => [input.aspiration],
  personal: ['reason'],
  summary: 'Withdraws an aspiration with a reason: what it said is gone, that there was one stays.',
})
export type WithdrawAspiration = z.infer<typeof withdrawAspiration.input>
