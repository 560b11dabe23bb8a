// A certificate of training (sertifikat): for a volunteer who was there on every day. The server gives the
// number, so that two phones without a line never give the same one; until then the paper says so.
import * as z from 'zod/mini'
import { command } from '../../kernel/command.ts'
import type { Day } from '../../kernel/day.ts'
import { day, id } from '../../kernel/fields.ts'
import { romanMonth } from '../../kernel/spelled.ts'
import { rollKeepers } from './roles.ts'
import { mostAtOnce } from './volunteer.ts'

export const certificateCollection = 'volunteers.certificate'

export type Certificate = {
  id: string
  enrolment: string
  volunteer: string
  /** Training kind of the programme (kinds.trainings). */
  kind: string
  /** null until the server has given one. */
  number: string | null
  on: Day
  /** The days of training that were attended. */
  days: readonly Day[]
}

/** "007/SERT/XI/2026": the serial runs through the year at each village. */
export function certificateNumber(serial: number, on: Day): string {
  const [year, month] = on.split('-')
  return `${String(serial).padStart(3, '0')}/SERT/${romanMonth(Number(month))}/${year}`
}

export const issueCertificates = command({
  name: 'volunteers.issue-certificate',
  version: 1,
  roles: rollKeepers,
  scope: 'village',
  input: z.strictObject({
    enrolment: id(),
    kind: z.string().check(z.regex(/^[a-z][a-z0-9_]*$/), z.maxLength(60)),
    on: day(),
    certificates: z
      .array(z.strictObject({ id: id(), volunteer: id() }))
      .check(z.minLength(1), z.maxLength(mostAtOnce)),
  }),
  records: (input) => input.certificates.map((each) => each.volunteer),
  summary:
    'Certifies volunteers who attended every day of a training; the server gives each its number. Refuses who missed a day or has one.',
})
export type IssueCertificates = z.infer<typeof issueCertificates.input>
