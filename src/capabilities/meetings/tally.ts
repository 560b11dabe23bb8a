// Counting heads: the same on paper, on the phone and on the server.

import { nameKey } from '../people/names.ts'
import type { Attendance, Tally } from './attendance.ts'
import { withoutAttendees } from './attendance.ts'
import type { HeadCount } from './meeting.ts'

/**
 * Those who were there: nobody who was withdrawn, and nobody twice. Two phones may check in one person on
 * record; the first counts. Walk-ins of the same name are different people until somebody says otherwise.
 */
export function presentOf(attendance: readonly Attendance[]): Attendance[] {
  const seen = new Set<string>()
  return [...attendance]
    .filter((each) => !each.withdrawn)
    .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1))
    .filter((each) => {
      const key = each.person ?? each.id
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
}

export function tallyOfNames(attendance: readonly Attendance[]): Tally {
  const present = presentOf(attendance)
  if (present.length === 0) return withoutAttendees
  const elements: Record<string, number> = {}
  for (const element of present.flatMap((each) => [...new Set(each.elements)]))
    elements[element] = (elements[element] ?? 0) + 1
  const women = present.filter((each) => each.sex === 'female').length
  return {
    mode: 'by-name',
    total: present.length,
    women,
    men: present.length - women,
    poor: present.filter((each) => each.poor).length,
    elements,
    walkIns: present.filter((each) => each.walkIn).length,
  }
}

export function tallyOfHeads(count: HeadCount): Tally {
  const { women, men, poor } = count
  const elements = Object.fromEntries(Object.entries(count.elements).filter(([, heads]) => heads > 0))
  return { mode: 'head-count', total: women + men, women, men, poor, elements, walkIns: 0 }
}

/** The count that holds: by name where any name was taken, else the head-count, else nobody. */
export function tallyOf(headCount: HeadCount | null, attendance: readonly Attendance[]): Tally {
  const named = tallyOfNames(attendance)
  if (named.total > 0) return named
  return headCount && headCount.women + headCount.men > 0 ? tallyOfHeads(headCount) : withoutAttendees
}

/** Names and a head-count that do not agree: both are shown, the names hold. */
export function countsDiffer(headCount: HeadCount | null, attendance: readonly Attendance[]): boolean {
  const named = tallyOfNames(attendance)
  if (!headCount || named.total === 0) return false
  const { women, men, poor } = headCount
  return women !== named.women || men !== named.men || poor !== named.poor
}

export const percentOf = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.floor((part * 100) / whole)

/** One text for the spellings of one name; '' for a name that was erased. */
export function nameOf(attendance: Pick<Attendance, 'name'>): string {
  const { given, father } = nameKey(attendance.name)
  return given === '' ? '' : `${given} ${father}`.trim()
}

/** Rows whose name stands on the list more than once, to look at; not refused, for namesakes exist. */
export function sameNames(attendance: readonly Attendance[]): Set<string> {
  const byName = Map.groupBy(presentOf(attendance), nameOf)
  const twice = [...byName].filter(([name, found]) => name !== '' && found.length > 1)
  return new Set(twice.flatMap(([, found]) => found.map((each) => each.id)))
}
