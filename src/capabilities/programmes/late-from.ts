// From which day an enrolment is late. The day is kept with its row, because it changes only with the row: then pages and
// totals of the nation ask an index and not the plan of every village.
import { addDays, type Day } from '../../kernel/day.ts'
import type { Facts } from '../../kernel/facts.ts'
import type { Programme } from './definition.ts'
import type { EnrolmentRow } from './enrolment.ts'
import { firmSteps, lateness } from './lateness.ts'
import { actualsOf } from './progress.ts'

/** It does not run, or nothing of it can be late any more. */
export const never = 'infinity'
const longAgo = '1900-01-01'
const farAhead = '9000-01-01'

/** Whether any date of it counts, so that what is told of it may make it late or not. */
export const canBeLate = (programme: Programme, row: EnrolmentRow): boolean =>
  row.status === 'started' && firmSteps(programme, row).size > 0

/**
 * The first day on which `lateness` finds something, as dates and facts stand now; `never` when it will not. On every day from
 * the newest date of the row on, something is late exactly if that day is not before it. What is still open is late by one
 * day more each day, so that one look far ahead tells when that begins.
 */
export function lateFrom(programme: Programme, row: EnrolmentRow, facts: Facts): Day {
  if (row.startedOn === null || !canBeLate(programme, row)) return never
  const actuals = actualsOf(programme, row, facts)
  const start = row.startedOn
  const lateOn = (today: Day) => lateness(programme, start, actuals, today, row)
  // Ended late, or begun too late to end in time: late whatever the day is.
  const already = lateOn(longAgo)
  const days = already.map(({ planned, expected }) => earlier(addDays(planned.to, 1), expected.from))
  const longest = (late: typeof already) => Math.max(0, ...late.map((each) => each.days))
  const ahead = longest(lateOn(farAhead))
  if (ahead > longest(already)) days.push(addDays(farAhead, 1 - ahead))
  return days.reduce(earlier, never)
}

// As texts "infinity" comes after every day.
const earlier = (a: Day, b: Day): Day => (a < b ? a : b)
