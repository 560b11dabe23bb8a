// The input fields that every capability shares, with their limits. Every input has a limit.
import * as z from 'zod/mini'
import { type Day, isDay, lastDay, oldestDay, oldestWorkDay } from './day.ts'
import { idPattern } from './id.ts'
import { placeCodePattern } from './place-code.ts'

export const id = () => z.string().check(z.regex(idPattern, 'platform.not-an-id'))
/** A text as it is read: without blanks around it, and empty where nothing of it can be seen (signs of no width). */
const readable = (text: string): string => (/[^\s\p{Cf}]/u.test(text) ? text.trim() : '')
/** Takes a typed text as it is read. What must not be empty is asked for behind it. */
export const asRead = () => z.overwrite(readable)
const filled = () => z.minLength(1, { error: 'platform.required', abort: true })
/** A line of text: 1 to `max` characters, no line breaks. */
export const line = (max = 200) =>
  z.string().check(asRead(), filled(), z.maxLength(max), z.regex(/^[^\r\n\0]*$/))
/** A line that may be empty. */
export const optionalLine = (max: number) =>
  z.string().check(asRead(), z.maxLength(max), z.regex(/^[^\r\n\0]*$/))
/** A text of several lines, possibly empty. */
export const prose = (max = 10_000) => z.string().check(asRead(), z.maxLength(max), z.regex(/^[^\0]*$/))
/** A text of several lines, with something in it. */
export const writing = (max: number) =>
  z.string().check(asRead(), filled(), z.maxLength(max), z.regex(/^[^\0]*$/))
// The pattern is for readers of the API document, and stops there: one mistake is told once.
const shape = (pattern: RegExp, error: string) => z.regex(pattern, { error, abort: true })
const dayBetween = (first: Day, last: Day) =>
  z.string().check(
    shape(/^\d{4}-\d{2}-\d{2}$/, 'platform.not-a-day'),
    z.refine(isDay, { error: 'platform.not-a-day', abort: true }),
    z.refine((day) => first <= day && day <= last, 'platform.day-out-of-reach'),
  )
/** A day that somebody may remember or plan; a mistyped year ("0026") is none. */
export const day = () => dayBetween(oldestDay, lastDay)
/** A day of the work itself, which is no older than these programmes. */
export const workDay = () => dayBetween(oldestWorkDay, lastDay)
/** A day as it stands in a record, also in one from before days had bounds. */
export const storedDay = () => dayBetween('0000-01-01', '9999-12-31')
/** HH:MM, 24 hours. */
export const clock = () => z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'platform.not-a-time'))
export const placeCode = () => z.string().check(z.regex(placeCodePattern, 'platform.not-a-place'))
/** A head-count: 0 to `max`. */
export const count = (max = 100_000) => z.int().check(z.minimum(0), z.maximum(max))
export const sex = () => z.enum(['female', 'male'])
/** Version of the record an edit was based on; a clash is refused and shown field by field. */
/** What a command says of a file that it brings, so that the one which arrives can be held against it: at most 10 MB. */
export const fileContent = () => ({
  bytes: z.int().check(z.minimum(1), z.maximum(10_000_000)),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
})
export const basedOn = () => z.int().check(z.minimum(0), z.maximum(2_000_000_000))
