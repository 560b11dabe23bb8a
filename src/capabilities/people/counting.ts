// Ages, children, counts, and how counts are told to those who may not see persons.
import type { Day } from '../../kernel/day.ts'

const adultAt = 18
const yearOf = (day: Day) => Number(day.slice(0, 4))

/** The age a person reaches in this year; a phone holds the year of birth, not the day. */
export function ageInYear(birthYear: number | null, today: Day): number | null {
  return birthYear === null ? null : yearOf(today) - birthYear
}

/** Whole years of age on a day. */
export function ageOn(birthDate: Day, on: Day): number {
  const had = on.slice(5) >= birthDate.slice(5) ? 0 : 1
  return yearOf(on) - yearOf(birthDate) - had
}

/**
 * Whether somebody must be treated as a child (under 18; UU 27/2022 article 25). With only the year known
 * the whole year of the eighteenth birthday still counts as childhood. An unknown year is no child.
 */
export function isChild(birthYear: number | null, today: Day): boolean {
  const age = ageInYear(birthYear, today)
  return age !== null && age <= adultAt
}

export function isAdult(birthYear: number | null, today: Day): boolean {
  const age = ageInYear(birthYear, today)
  return age !== null && age > adultAt
}

export const ageBands = ['0-4', '5-17', '18-24', '25-59', '60+', 'unknown'] as const
export type AgeBand = (typeof ageBands)[number]

export function bandOf(birthYear: number | null, today: Day): AgeBand {
  const age = ageInYear(birthYear, today)
  if (age === null) return 'unknown'
  if (age < 5) return '0-4'
  if (age < 18) return '5-17'
  if (age < 25) return '18-24'
  return age < 60 ? '25-59' : '60+'
}

const small = 5
export type Cell = { key: string | null; count: number }
export type SaidCell = { key: string | null; count: string }

/** A single figure: under 5 it is said as "<5". */
export function saidCount(count: number): string {
  return count < small ? '<5' : String(count)
}

/**
 * A list of cells that add up to a known total. Cells under 5 are said as "<5"; where just one is hidden it
 * could be worked out from the others, so the smallest of these is only said to be "5+".
 */
export function saidCells(cells: readonly Cell[]): SaidCell[] {
  const hidden = cells.filter((cell) => cell.count < small)
  const others = cells.filter((cell) => cell.count >= small).sort((a, b) => a.count - b.count)
  const blurred = hidden.length === 1 ? others[0] : undefined
  return cells.map((cell) => ({ key: cell.key, count: cell === blurred ? '5+' : saidCount(cell.count) }))
}
