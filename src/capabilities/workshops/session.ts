// What a workshop (FGD, lokakarya) keeps beside its meeting: its question route, what people answered, and the themes it spoke
// about. The meeting itself (planned, attendance, minutes, what was agreed) is kept by meetings; a session bears its id.
import * as z from 'zod/mini'
import { command } from '../../kernel/command.ts'
import { basedOn, id, line, writing } from '../../kernel/fields.ts'
import { officers, type Role, villageWorkers } from '../../kernel/role.ts'
import { workshopHelpers } from './roles.ts'

export const sessionCollection = 'workshops.session'
export const noteCollection = 'workshops.note'
export const themeCollection = 'workshops.theme'

/** Who gets what was asked and the themes; what people said goes to who works in the village only. */
export const sessionReaders: readonly Role[] = [...villageWorkers, ...officers]
export const noteReaders: readonly Role[] = villageWorkers

/** The four levels of ORID, in the order in which they are asked (Technology of Participation). */
export const levels = ['objective', 'reflective', 'interpretive', 'decisional'] as const
export type Level = (typeof levels)[number]

export type Question = { id: string; level: Level; text: string }

/** Made when something is first kept of a workshop; its id is the meeting's. */
export type Session = {
  id: string
  enrolment: string | null
  /** Null: asked as the programme or the house proposes (`routeOf`). */
  questions: readonly Question[] | null
  /** Ids of the themes that were discussed. */
  themes: readonly string[]
  /** Counts changes of the questions. */
  version: number
}

/** Who did it and when, by the device's clock; on a phone empty until the server has answered. */
export type Stamp = { at: string; by: string; byName: string }
export type Withdrawn = Stamp & { reason: string }

/** What people answered to a question of the route. Only added to; a mistake is withdrawn. */
export type Note = Stamp & {
  id: string
  meeting: string
  /** Id of the question, also of one that was taken out of the route since. */
  question: string
  text: string
  withdrawn: Withdrawn | null
}

/** A theme agreed on for the discussions of an enrolment (FGD tematik). */
export type Theme = Stamp & {
  id: string
  enrolment: string
  title: string
  /** The workshop in which it was agreed, if one was. */
  meeting: string | null
  withdrawn: Withdrawn | null
}

export const questionsMost = 30
export const notesMost = 400
export const themesMost = 60

/** A question that was proposed has a name that is the same on every phone; one that somebody added has an id. */
const questionId = () => z.string().check(z.regex(/^[a-z0-9][a-z0-9_-]{0,39}$/))

export const setRoute = command({
  name: 'workshops.set-route',
  version: 1,
  roles: workshopHelpers,
  scope: 'village',
  input: z.strictObject({
    meeting: id(),
    basedOn: basedOn(),
    questions: z
      .array(z.strictObject({ id: questionId(), level: z.enum(levels), text: line(600) }))
      .check(z.minLength(1), z.maxLength(questionsMost)),
  }),
  records: (input) => [input.meeting],
  summary:
    'Sets the question route of a workshop. Refused without a question of each of the four levels, and out of their order.',
})
export type SetRoute = z.infer<typeof setRoute.input>

export const noteAnswer = command({
  name: 'workshops.note-answer',
  version: 1,
  roles: workshopHelpers,
  scope: 'village',
  input: z.strictObject({ id: id(), meeting: id(), question: questionId(), text: writing(2000) }),
  records: (input) => [input.id],
  personal: ['text'],
  summary: 'Notes what people answered to a question. Refused before the workshop has begun.',
})
export type NoteAnswer = z.infer<typeof noteAnswer.input>

export const withdrawNote = command({
  name: 'workshops.withdraw-note',
  version: 1,
  roles: workshopHelpers,
  scope: 'village',
  input: z.strictObject({ answer: id(), reason: line(300) }),
  records: (input) => [input.answer],
  personal: ['reason'],
  summary: 'Withdraws a note with a reason: that there was one stays, what it said does not.',
})
export type WithdrawNote = z.infer<typeof withdrawNote.input>

export const agreeTheme = command({
  name: 'workshops.agree-theme',
  version: 1,
  roles: workshopHelpers,
  scope: 'village',
  input: z.strictObject({ id: id(), enrolment: id(), title: line(160), meeting: z.nullable(id()) }),
  records: (input) => [input.id],
  summary: 'Adds a theme to the list agreed on for discussions. Refused where one of that title is there.',
})
export type AgreeTheme = z.infer<typeof agreeTheme.input>

export const dropTheme = command({
  name: 'workshops.drop-theme',
  version: 1,
  roles: workshopHelpers,
  scope: 'village',
  input: z.strictObject({ theme: id(), reason: line(300) }),
  records: (input) => [input.theme],
  personal: ['reason'],
  summary: 'Takes a theme off the list, with the reason. Refused once it was discussed.',
})
export type DropTheme = z.infer<typeof dropTheme.input>

export const discussTheme = command({
  name: 'workshops.discuss-theme',
  version: 1,
  roles: workshopHelpers,
  scope: 'village',
  input: z.strictObject({ meeting: id(), theme: id(), discussed: z.boolean() }),
  records: (input) => [input.meeting, input.theme],
  summary: 'Says that a workshop discussed a theme of its programme, or that it did not.',
})
export type DiscussTheme = z.infer<typeof discussTheme.input>
