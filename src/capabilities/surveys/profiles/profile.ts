// A profile (profil): what a survey of a kind says of each RT, question by question: problems, potentials, institutions, needs.
// Of approved answers only. Read by both sides.
import * as z from 'zod/mini'
import { query } from '../../../kernel/command.ts'
import { id } from '../../../kernel/fields.ts'
import type { Choice, Labels } from '../../../xlsform/model.ts'
import { whoReaders } from '../tables/selection.ts'

/** Questions of one profile, and texts that are told of one question. */
export const questionsMost = 60
export const textsMost = 300

/** How many gave each answer in each RT. In a repeat a submission counts once for each answer, however many members give it. */
export type ProfileQuestion = {
  path: string
  label: Labels
  /** The repeat or the groups it stands in. */
  within: readonly Labels[]
  choices: readonly Pick<Choice, 'name' | 'label'>[]
  /** Several answers may be given at once, so that they sum to more than who answered. */
  several: boolean
  places: readonly { place: string | null; answered: number; counts: readonly number[] }[]
}

/** What was written: the same words once, with how many wrote them, and the answers they stand in. */
export type ProfileText = {
  place: string | null
  text: string
  /** The choice that stands beside it in the same member of a repeat: of which field a problem is. */
  about: { path: string; choice: string } | null
  submissions: readonly string[]
}
export type ProfileTexts = {
  path: string
  label: Labels
  within: readonly Labels[]
  texts: readonly ProfileText[]
  cut: boolean
}

export type Profile = {
  answers: number
  /** Answers by RT, null for those of none. */
  places: readonly { place: string | null; answers: number }[]
  questions: readonly ProfileQuestion[]
  texts: readonly ProfileTexts[]
}

export const surveyProfile = query({
  name: 'surveys.profile',
  // By RT and word for word: for those who see in which RT each answer was given.
  roles: whoReaders,
  scope: 'village',
  input: z.strictObject({ survey: id() }),
  output: z.custom<Profile>(),
  summary:
    'The profile of a survey by RT, of its approved answers to open questions: how often each choice was given, and what was written, with the submissions it stands in. That somebody looked is logged.',
})
