// What a fact is: something a gate may ask about, and the capability that can answer. A capability
// tells programmes its facts with the records they come from; when a record is withdrawn, so are its facts.
// A fact of a capability that is not built yet is declared all the same: its gate shows "belum tersedia".
import type { KindGroup, Words } from './definition.ts'

export type FactType = 'bool' | 'int' | 'text' | 'date'

export const factCapabilities = [
  'programmes',
  'people',
  'observations',
  'letters',
  'meetings',
  'volunteers',
  'workshops',
  'institutions',
  'partners',
  'complaints',
  'referrals',
  'surveys',
  'groups',
  'boards',
  'ledger',
  'risks',
  'planning',
  'grants',
  'loans',
  'resilience',
  'kat',
  'maps',
  'monitoring',
] as const
export type FactCapability = (typeof factCapabilities)[number]

/** The capabilities of this release. */
export const availableCapabilities: ReadonlySet<FactCapability> = new Set([
  'programmes',
  'meetings',
  'volunteers',
  'workshops',
  'people',
  'observations',
  'letters',
  'surveys',
  'institutions',
  'maps',
])

/**
 * What stands in the place of `<…>`: a kind that the definition declares, or a part of its own. `document`: one of the
 * documents of a meeting or training, where `documents` are kinds of their own; `outcome`: of any step.
 */
export type Slot = KindGroup | 'number' | 'stage' | 'element' | 'document' | 'question' | 'outcome'

export type FactDeclaration = {
  /** `meeting.<meetings>.held`: the name, with a slot for each part that a definition chooses. */
  pattern: string
  type: FactType
  title: Words
  from: FactCapability
  available: boolean
  /** The only texts it can be, for a `text` that does not come from the definition. */
  options?: readonly string[]
}

export type FactRow = readonly [
  pattern: string,
  type: FactType,
  id: string,
  en: string,
  options?: readonly string[],
]

/** A capability's facts, a line each. */
export const declared = (from: FactCapability, rows: readonly FactRow[]): FactDeclaration[] =>
  rows.map(([pattern, type, id, en, options]) => ({
    pattern,
    type,
    title: { id, en },
    from,
    available: availableCapabilities.has(from),
    ...(options ? { options } : {}),
  }))
