// How long a step is planned to take, in days of the calendar. A year is a budget year: it begins on 1 January and
// ends on 31 December (Law 17/2003, article 4), so a step planned in years that can begin in March waits for January.
import { addDays, type Day, inYear } from '../../kernel/day.ts'
import type { Programme, Step } from './definition.ts'

/** The day a step is to have ended, and the decision it rests on: what it is called, of when, by whom. */
export type AdoptedDate = { ends: Day; what: string; decidedOn: Day; by: string; notedOn: Day }

/** What the dates of a place rest on besides its start: its category, days that the customary calendar gave, and dates adopted. */
export type Where = {
  category?: string | null
  adopted?: Readonly<Record<string, Pick<AdoptedDate, 'ends'> | undefined>>
  customary?: Readonly<Record<string, { on: Day } | undefined>>
}

export const runsThroughout = (step: Pick<Step, 'duration'>): boolean => step.duration.throughout === true

/** Budget years of a step; null where it is planned in days. While the category is not known, the longest of them. */
export function budgetYears(
  programme: Pick<Programme, 'categories'>,
  step: Pick<Step, 'duration'>,
  category: string | null | undefined,
): number | null {
  if (step.duration.years !== undefined) return step.duration.years
  if (!step.duration.yearsByCategory) return null
  const own = programme.categories.find((each) => each.id === category)
  return own?.plannedYears ?? Math.max(1, ...programme.categories.map((each) => each.plannedYears))
}

/** The day a step begins that nothing holds back from this day on. */
export function beginsOn(years: number | null, canBegin: Day): Day {
  if (years === null || canBegin.endsWith('-01-01')) return canBegin
  return inYear(canBegin, 1, '01-01')
}

/** The day a step ends that begins on this one. */
export function endsOn(step: Pick<Step, 'duration'>, years: number | null, begins: Day): Day {
  if (years === null) return addDays(begins, (step.duration.days ?? 1) - 1)
  return inYear(begins, years - 1, '12-31')
}
