// In which order an archive may say that stages were closed: also where papers between two of them are still missing. Pure.
import type { Day } from '../../../kernel/day.ts'
import type { Programme, Stage } from '../definition.ts'

/** As much of an enrolment as is asked. */
type Closings = { stages: Readonly<Record<string, { closedOn: Day | null } | undefined>> }

/** Every stage that this one waits for, directly or by way of others. */
function stagesTo(programme: Programme, stage: Stage): ReadonlySet<string> {
  const found = new Set<string>()
  const take = ({ after }: Stage): void => {
    for (const before of programme.stages.filter(({ id }) => after.includes(id) && !found.has(id))) {
      found.add(before.id)
      take(before)
    }
  }
  take(stage)
  return found
}

/** The last closing of what the stage waits for, and the first of what waits for it; null where none is closed. */
export function closedAround(
  programme: Programme,
  stage: Stage,
  { stages }: Closings,
): { latest: Day | null; next: Day | null } {
  const closedOf = (ids: Iterable<string>) => [...ids].flatMap((id) => stages[id]?.closedOn ?? []).sort()
  const later = programme.stages.filter((each) => stagesTo(programme, each).has(stage.id))
  return {
    latest: closedOf(stagesTo(programme, stage)).at(-1) ?? null,
    next: closedOf(later.map(({ id }) => id))[0] ?? null,
  }
}
