// What an enrolment is about when it is not the village itself: a site, such as a KAT settlement. Two sites of one
// village may be enrolled in one programme; one site is not enrolled twice.
import * as z from 'zod/mini'
import type { Day } from '../../kernel/day.ts'
import * as fields from '../../kernel/fields.ts'

/** `name` is null only in rows of before: an older app did not say what the settlement is called. */
export const subjectInput = z.strictObject({ id: fields.id(), name: z.nullable(fields.line(80)) })
export type Subject = z.infer<typeof subjectInput>

/** What a site is called until somebody says; two of them in one village cannot be told apart, and are one. */
const unnamed = 'Lokasi tanpa nama'

/** Version 1 of `programmes.enrol` knew only settlements under Places. */
export function liftEnrol({ settlement, ...older }: { settlement: string | null }): object {
  return { ...older, subject: settlement === null ? null : { id: settlement, name: unnamed } }
}

/** A day as the customary calendar gives it, who told it, and when that was written down. */
export type CustomaryDay = { on: Day; toldBy: string; notedOn: Day }

/** A name as it is compared: written with other capitals, accents, spaces or signs it is still the same site. */
const bare = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')

/** Whether two enrolments are about the same thing. Null and left out: the village itself. */
export function sameSubject(a: Subject | null | undefined, b: Subject | null | undefined): boolean {
  if (!a || !b) return !a && !b
  return a.id === b.id || (a.name !== null && b.name !== null && bare(a.name) === bare(b.name))
}

/** Sites of one village that may be in one programme at a time. */
export const sitesMost = 40

/** Version 2 knew no archive, and its screen did not ask whether the era is over: what it sent was allowed then. */
export const liftRunning = (older: object): object => ({ ...older, archive: false, afterEra: true })
