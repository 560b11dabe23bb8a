// What a capability brings to the lists that belong to none: what waits for whom, what has a day, what is counted of a village.
// Pure functions over the rows of the place tell it, in both languages; apps put the lists together. `path` leads to the record,
// below the address of the place.
import type { Command } from './command.ts'
import type { Day } from './day.ts'
import type { Facts } from './facts.ts'
import { rightCheck, type Words, whyNotCheck } from './paper.ts'
import type { Role } from './role.ts'
import type { Text } from './text.ts'
import type { View } from './view.ts'

/** Who asks, with the roles held at the place, the day it is there, and what all capabilities tell of an enrolment. */
export type Asker = {
  account: string
  roles: readonly Role[]
  today: Day
  /** In which of the roles a word of the asker counts, and who stands for them; left out: in all of them. */
  words?: Words | undefined
  factsOf: (enrolment: string) => Facts
}

/** Something that goes on only when the asker does it; `due`: by which day, where one is set. `late` when a day for it is over. */
export type Waiting = { id: string; title: Text; path: string; since: Day; due?: Day | null; late: boolean }

/** Something that is to happen, or to be done by, a day from today on; `at` is HH:MM in the zone of the place. */
export type Dated = { id: string; title: Text; path: string; on: Day; at: string | null }

/** A figure of the village, and the way down to what it was counted from. */
export type Figure = { id: string; label: Text; path: string; value: number; note: Text | null }

export type Teller<T> = (view: View, asker: Asker) => readonly T[]

/** Whether the asker may give this command at the place. */
export const mayGive = ({ roles }: Asker, command: Pick<Command<never>, 'roles'>): boolean =>
  roles.some((role) => command.roles.includes(role))

/** Whether a signature on paper waits for the asker to check it: somebody else typed it, in another role. */
export const mayCheck = (
  asker: Asker,
  command: Pick<Command<never>, 'roles'>,
  signed: Parameters<typeof whyNotCheck>[0],
  involved: readonly string[] = [],
): boolean =>
  mayGive({ ...asker, ...asker.words }, command) &&
  whyNotCheck(signed, rightCheck(signed?.paper), { ...asker, ...asker.words, name: '' }, involved).length ===
    0
