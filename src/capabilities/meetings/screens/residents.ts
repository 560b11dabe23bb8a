// Residents on record, as an attendance needs them: found by a few letters or by their code, offline.
import { useMemo } from 'react'
import { newId } from '../../../kernel/id.ts'
import { useRows } from '../../../platform/browser/hooks.tsx'
import { searchable } from '../../people/names.ts'
import { type PersonRow, personCollection } from '../../people/person.ts'
import type { Enrolled } from '../../programmes/serving.ts'
import type { Attendee } from '../attendance.ts'
import { codeOf } from '../code.ts'
import { elementsHere, impliedElements } from '../elements.ts'
import type { Setting } from '../plan-rules.ts'

const mostFound = 5

/** Those who live here now. */
export function useResidents(): readonly PersonRow[] {
  const all = useRows<PersonRow>(personCollection)
  return useMemo(() => all.filter((each) => each.state === 'here'), [all])
}

/** Every typed word begins a word of the name: "si am" finds Siti Aminah. */
export function residentsNamed(residents: readonly PersonRow[], typed: string): PersonRow[] {
  const asked = searchable(typed).split(' ').filter(Boolean)
  if (asked.join('').length < 2) return []
  const found: PersonRow[] = []
  for (const resident of residents) {
    const words = searchable(resident.name).split(' ')
    if (asked.every((part) => words.some((word) => word.startsWith(part)))) found.push(resident)
    if (found.length === mostFound) break
  }
  return found
}

export function residentsWithCode(residents: readonly PersonRow[], code: string): PersonRow[] {
  return residents.filter((each) => codeOf(each.id) === code)
}

export function attendeeOf(
  resident: PersonRow,
  checkedInBy: Attendee['checkedInBy'],
  setting: Setting,
  enrolled: Enrolled | null,
): Attendee {
  const { sex, poor } = resident
  return {
    id: newId(),
    person: resident.id,
    name: resident.name,
    sex,
    poor,
    elements: impliedElements(
      sex,
      poor,
      elementsHere(resident.elements, setting.elements),
      enrolled?.programme,
    ),
    localPlace: resident.localPlace,
    localPlaceText: '',
    walkIn: false,
    checkedInBy,
  }
}
