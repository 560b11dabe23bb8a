// Who may be on the roll already under nearly the same name. It warns and never decides, for namesakes exist.
import { sameName } from '../people/names.ts'
import { isActive, type Volunteer } from './volunteer.ts'

type Named = { name: string; sex: Volunteer['sex']; person: string | null }

/** Active volunteers who bear nearly this name; two who are on record as different persons are not alike. */
export function likelySame(wanted: Named, roll: readonly Volunteer[]): Volunteer[] {
  return roll.filter(
    (each) =>
      isActive(each) &&
      each.sex === wanted.sex &&
      (wanted.person === null || each.person === null) &&
      sameName(each.name, wanted.name),
  )
}
