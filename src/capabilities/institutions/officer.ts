// An officer (pengurus) of an institution: name and post for a term. No number, no address: what a public post makes known.
import * as z from 'zod/mini'
import { command } from '../../kernel/command.ts'
import type { Day } from '../../kernel/day.ts'
import { basedOn, day, id, line } from '../../kernel/fields.ts'
import { institutionKeepers } from './roles.ts'

export const officerCollection = 'institutions.officer'

export type Officer = {
  id: string
  institution: string
  /** In its own words: "Ketua", "Bendahara". */
  post: string
  /** A person on record, or null for somebody known by name only. */
  person: string | null
  /** '' once the person's data was erased. */
  name: string
  from: Day | null
  until: Day | null
  version: number
}

/** At one village, those whose term is over among them. */
export const mostOfficers = 4000

const details = () => ({
  post: line(80),
  person: z.nullable(id()),
  name: line(120),
  from: z.nullable(day()),
  until: z.nullable(day()),
})

export const appointOfficer = command({
  name: 'institutions.appoint',
  version: 1,
  roles: institutionKeepers,
  scope: 'village',
  input: z.strictObject({ id: id(), institution: id(), ...details() }),
  records: (input) => [input.id, input.institution],
  personal: ['name'],
  summary:
    'Names who holds a post of an institution, with the term. Refused: a term that ends before it begins, a number in the name, the same post of the same person on these days.',
})
export type AppointOfficer = z.infer<typeof appointOfficer.input>

export const changeOfficer = command({
  name: 'institutions.change-officer',
  version: 1,
  roles: institutionKeepers,
  scope: 'village',
  input: z.strictObject({ id: id(), basedOn: basedOn(), ...details() }),
  records: (input) => [input.id],
  personal: ['name'],
  summary: 'Corrects an officer, or notes the last day. Another person in the post is an officer of its own.',
})
export type ChangeOfficer = z.infer<typeof changeOfficer.input>
