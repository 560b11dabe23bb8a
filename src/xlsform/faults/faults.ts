// Mistakes are collected, never thrown: a person mends all of them at once.
import type { Fault } from '../model.ts'
import { nearest } from '../nearest.ts'
import { limits } from '../workbook.ts'

export type Place = { sheet: string; row: number | null; column: string | null }
export type Facts = Readonly<Record<string, string | number>>

export type Report = {
  faults: Fault[]
  warnings: Fault[]
  fault(code: string, place: Place, found?: string, facts?: Facts): void
  warn(code: string, place: Place, found?: string, facts?: Facts): void
  /** The known word that was likely meant, as a fact; none once so many were told that nobody reads on. */
  suggest(word: string, known: Iterable<string>): Facts
}

const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text)

/** An empty report. It keeps the first 200 of each sort: nobody mends more in one sitting. */
export function newReport(): Report {
  const faults: Fault[] = []
  const warnings: Fault[] = []
  const seen = new Set<string>()
  let suggested = 0
  const add = (list: Fault[], code: string, place: Place, found: string, facts: Facts): void => {
    const key = `${code}\t${place.sheet}\t${place.row}\t${place.column}\t${found}`
    if (list.length >= limits.faults || seen.has(key)) return
    seen.add(key)
    list.push({ code, ...place, found: shorten(found), facts })
  }
  return {
    faults,
    warnings,
    fault: (code, place, found = '', facts = {}) => add(faults, code, place, found, facts),
    suggest: (word, known) => {
      const suggestion = ++suggested > 2 * limits.faults ? '' : nearest(word, known)
      return suggestion === '' ? {} : { suggestion }
    },
    warn: (code, place, found = '', facts = {}) => add(warnings, code, place, found, facts),
  }
}
