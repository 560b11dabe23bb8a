// A volunteer while being typed: sex is not guessed, so it may be missing still.
import { newId } from '../../../kernel/id.ts'
import { type Refusal, refuseField } from '../../../kernel/refusal.ts'
import type { Attendance } from '../../meetings/attendance.ts'
import type { PersonRow } from '../../people/person.ts'
import {
  mostAtOnce,
  type NewVolunteer,
  type RegisterVolunteers,
  registerVolunteers,
  type Sex,
} from '../volunteer.ts'

export type Draft = Omit<NewVolunteer, 'sex' | 'phone'> & { sex: Sex | ''; phone: string }

export function blankDraft(given: Partial<Draft> = {}): Draft {
  return {
    id: newId(),
    person: null,
    name: '',
    sex: '',
    poor: false,
    localPlace: null,
    localPlaceText: '',
    phone: '',
    skills: '',
    motivation: '',
    interests: null,
    ...given,
  }
}

export const draftOfPerson = ({ id, name, sex, poor, localPlace }: PersonRow): Draft =>
  blankDraft({ person: id, name, sex, poor, localPlace })

export const draftOfAttendance = (row: Attendance): Draft => {
  const { person, name, sex, poor, localPlace, localPlaceText } = row
  return blankDraft({ person, name, sex, poor, localPlace, localPlaceText })
}

/** As the command takes it; an empty telephone number is none. */
export const toldOf = (draft: Draft): NewVolunteer => ({
  ...draft,
  name: draft.name.trim(),
  sex: draft.sex || 'female',
  phone: draft.phone.trim() || null,
})

/** Handfuls that the command takes. */
export function handfuls(enrolment: string, on: string, drafts: readonly Draft[]): RegisterVolunteers[] {
  const told = drafts.map(toldOf)
  const count = Math.ceil(told.length / mostAtOnce)
  return Array.from({ length: count }, (_, i) => ({
    enrolment,
    on,
    volunteers: told.slice(i * mostAtOnce, (i + 1) * mostAtOnce),
  }))
}

/** What is empty or malformed, before a rule is asked: the same limits as on the server. */
export function shapeFaults(enrolment: string, on: string, drafts: readonly Draft[]): Refusal[] {
  const sexes = drafts.flatMap((draft, i) =>
    draft.sex === '' ? [refuseField(`volunteers.${i}.sex`, 'volunteers.fill-in')] : [],
  )
  const parsed = drafts.map(toldOf).flatMap((told, i) => {
    const result = registerVolunteers.input.safeParse({ enrolment, on: on || '-', volunteers: [told] })
    if (result.success) return []
    return result.error.issues.map(({ path, message }) => {
      const [, , ...rest] = path
      const field = path[0] === 'volunteers' ? ['volunteers', i, ...rest].map(String).join('.') : 'on'
      return refuseField(field, message === 'volunteers.not-a-phone' ? message : 'volunteers.fill-in')
    })
  })
  const seen = new Set<string>()
  return [...sexes, ...parsed].filter(({ field = '' }) => !seen.has(field) && seen.add(field))
}
