// The catalogue of facts, and how a name in a gate finds its declaration there.
import type { MeetingKind, ProgrammeSource } from './definition.ts'
import type { FactDeclaration, Slot } from './fact.ts'
import { processFacts } from './facts-process.ts'
import { resultFacts } from './facts-results.ts'

export const factCatalogue: readonly FactDeclaration[] = [...processFacts, ...resultFacts]

const isSlot = (segment: string) => segment.startsWith('<')
const byShape = Map.groupBy(factCatalogue, (each) => shapeOf(each.pattern))

/** First word and number of parts: what narrows a name down to a handful of patterns. */
function shapeOf(name: string): string {
  const parts = name.split('.')
  return `${parts[0]}/${parts.length}`
}

const matching = (name: string): FactDeclaration | undefined => {
  const parts = name.split('.')
  return byShape
    .get(shapeOf(name))
    ?.find((each) => each.pattern.split('.').every((segment, i) => isSlot(segment) || segment === parts[i]))
}

/** More names than all shipped programmes ask for; the names of definitions that a city imports may be many. */
const knownMost = 5000
const known = new Map<string, FactDeclaration | undefined>()

/** The declaration a fact name belongs to, or nothing where no capability gives such a fact. Looked for once: a page of villages asks thousands of times. */
export function factOf(name: string): FactDeclaration | undefined {
  if (known.has(name)) return known.get(name)
  if (known.size === knownMost) known.clear()
  const found = matching(name)
  known.set(name, found)
  return found
}

/** What a name puts in the slots of its pattern: `meeting.rkm.held` puts `rkm` into `meetings`. */
export function slotsOf(name: string, declaration: FactDeclaration): { slot: Slot; value: string }[] {
  const parts = name.split('.')
  return declaration.pattern
    .split('.')
    .flatMap((segment, i) =>
      isSlot(segment) ? [{ slot: segment.slice(1, -1) as Slot, value: parts[i] ?? '' }] : [],
    )
}

/** The only texts a fact can be, or null where any text will do. */
export function optionsOf(
  name: string,
  definition: Pick<ProgrammeSource, 'kinds' | 'categories'>,
): readonly string[] | null {
  const declaration = factOf(name)
  if (declaration?.options) return declaration.options
  if (name === 'enrolment.category') return definition.categories.map((each) => each.id)
  if (declaration?.pattern !== 'meeting.<meetings>.decision') return null
  const meeting: MeetingKind | undefined = definition.kinds.meetings.find(
    (each) => each.id === name.split('.')[1],
  )
  return meeting?.decision?.options.map((each) => each.id) ?? []
}
