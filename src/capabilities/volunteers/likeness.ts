// Who may be on the roll already under nearly the same name. It warns and never decides, for namesakes exist.
import { sameName } from '../people/names.ts'
import type { Volunteer } from './volunteer.ts'

export type Named = { name: string; sex: Volunteer['sex']; person: string | null; state?: Volunteer['state'] }

/** Those who bear nearly this name and have not withdrawn; two on record as different persons are not alike. */
export function likelySame<N extends Named>(wanted: Named, roll: readonly N[]): N[] {
  return roll.filter(
    (each) =>
      each.state !== 'withdrawn' &&
      each.sex === wanted.sex &&
      (wanted.person === null || each.person === null) &&
      sameName(each.name, wanted.name),
  )
}
