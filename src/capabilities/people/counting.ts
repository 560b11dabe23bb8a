// Ages, children, counts, and how counts are told to those who may not see persons.
import type { Day } from '../../kernel/day.ts'
import { suppressed } from '../../kernel/suppression.ts'

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

export type Cell = { key: string | null; count: number }
/** null: hidden, so that nobody is known by it. */
export type SaidCell = { key: string | null; count: string | null }

/** A dozen cells take a hundredth of it. It is done while others wait for an answer: some tens of milliseconds at most. */
const effortMost = 1e7

type Totals = { residents: number; households: number; poorHouseholds: number }

/**
 * Figures of a village as they are told above it: none of few people, and none from which such a one could be worked out. The
 * totals of residents and households are told by every programme, so they are known.
 */
export function saidAbove(totals: Totals, lists: Readonly<Record<string, readonly Cell[]>>, k: number) {
  const { residents, households, poorHouseholds } = totals
  const cells = new Map(Object.entries({ residents, households, poorHouseholds }))
  cells.set('other households', households - poorHouseholds)
  const sums = [{ whole: 'households', parts: ['poorHouseholds', 'other households'] }]
  const shown = new Set(Object.keys(totals))
  for (const [name, list] of Object.entries(lists)) {
    const named = list.map(({ key, count }) => [`${name} ${key}`, count] as const)
    sums.push({ whole: 'residents', parts: named.map(([cell]) => cell) })
    for (const [cell, count] of named) {
      cells.set(cell, count).set(`not ${cell}`, residents - count)
      shown.add(cell)
      sums.push({ whole: 'residents', parts: [cell, `not ${cell}`] })
    }
  }
  const always = new Set(['residents', 'households'])
  const hidden = suppressed({ cells, sums, shown, always }, k, effortMost)
  const said = (cell: string) => (hidden.has(cell) ? null : String(cells.get(cell) ?? 0))
  return {
    total: (name: keyof Totals) => said(name),
    list: (name: string) =>
      (lists[name] ?? []).map(({ key }): SaidCell => ({ key, count: said(`${name} ${key}`) })),
  }
}
