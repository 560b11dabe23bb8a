// That residents agreed on the profile of their institutions: in which meeting, on which day, of which institutions.
import * as z from 'zod/mini'
import { command } from '../../kernel/command.ts'
import type { Day } from '../../kernel/day.ts'
import { day, id, prose } from '../../kernel/fields.ts'
import { mostInstitutions } from './institution.ts'
import { profileKeepers } from './roles.ts'

export const agreementCollection = 'institutions.agreement'

export type Agreed = {
  on: Day
  /** The meeting, by its id: meetings are kept above institutions, and say there whether it was held and its minutes signed. */
  meeting: string
  note: string
  institutions: readonly string[]
  /** Account id; '' until the server has confirmed it. */
  by: string
  /** The signed minutes of the meeting are gone again, so that it proves nothing until they are back. */
  unproven?: true
}

/** One for each enrolment, under its id. */
export type ProfileAgreement = { id: string; enrolment: string; agreed: readonly Agreed[]; version: number }

export const mostAgreed = 40

export const agreeProfile = command({
  name: 'institutions.agree-profile',
  version: 1,
  roles: profileKeepers,
  scope: 'village',
  input: z.strictObject({
    enrolment: id(),
    meeting: id(),
    on: day(),
    note: prose(1000),
    institutions: z.array(id()).check(z.minLength(1), z.maxLength(mostInstitutions)),
  }),
  records: (input) => [input.enrolment, input.meeting],
  personal: ['note'],
  summary:
    'Notes that residents agreed on the profile of these institutions in a meeting that was held and whose minutes are signed.',
})
export type AgreeProfile = z.infer<typeof agreeProfile.input>
