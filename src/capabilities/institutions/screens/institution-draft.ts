// What stands in the fields of the form of an institution, and what it comes to.
import type { Details, Institution } from '../institution.ts'
import type { InstitutionKind, Legal, Reach, Rhythm } from '../kinds.ts'
import { numberOf } from './words.ts'

const typed = (n: number | null | undefined) => (n == null ? '' : String(n))

export const draftOf = (row: Institution | undefined) => ({
  name: row?.name ?? '',
  otherNames: (row?.otherNames ?? []).join('; '),
  kind: (row?.kind ?? '') as InstitutionKind | '',
  legal: row?.legal ?? ('none' as Legal),
  legalNote: row?.legalNote ?? '',
  reach: row?.reach ?? ('village' as Reach),
  localPlaces: [...(row?.localPlaces ?? [])],
  since: typed(row?.since),
  services: row?.services ?? '',
  assets: row?.assets ?? '',
  meets: (row?.meets ?? '') as Rhythm | '',
  women: typed(row?.women),
  men: typed(row?.men),
  poor: typed(row?.poor),
  potentials: row?.potentials ?? '',
  constraints: row?.constraints ?? '',
  importance: typed(row?.importance),
  closeness: typed(row?.closeness),
  different: false,
})
export type Draft = ReturnType<typeof draftOf>

export const namesOf = (text: string): string[] =>
  text
    .split(/[;\n]/)
    .map((each) => each.trim())
    .filter(Boolean)

export function detailsOf({ different: _, ...draft }: Draft): Details {
  const { since, women, men, poor, importance, closeness } = draft
  return {
    ...draft,
    name: draft.name.trim(),
    otherNames: namesOf(draft.otherNames),
    kind: draft.kind as InstitutionKind,
    localPlaces: draft.reach === 'local' ? draft.localPlaces : [],
    meets: draft.meets || null,
    ...{ since: numberOf(since), women: numberOf(women), men: numberOf(men), poor: numberOf(poor) },
    ...{ importance: numberOf(importance), closeness: numberOf(closeness) },
  }
}

/** The fields that say something else than the record. */
export function changesOf(row: Institution, details: Details): Partial<Details> {
  const differs = ([field, value]: [string, unknown]) =>
    JSON.stringify(row[field as keyof Institution]) !== JSON.stringify(value)
  return Object.fromEntries(Object.entries(details).filter(differs))
}
