// Days of tests are counted from today, so that a test passes on any day. `today` itself is in day.ts.
import { addDays, type Day, today } from './day.ts'

/** The day so many days from today, in Jakarta; ask once and keep it where two must be the same. */
export const daysFromToday = (days: number): Day => addDays(today(), days)

/** The moment at which a clock in Jakarta shows this on that day. */
export const momentOn = (day: Day, clock = '09:00'): Date => new Date(`${day}T${clock}:00+07:00`)

/** A day of last year, '03-17': for what is counted by the year, so that it is over whatever day it is. */
export const lastYear = (monthAndDay: string): Day => `${Number(today().slice(0, 4)) - 1}-${monthAndDay}`
