// What becomes of one property that a form gives the registry: per property, so that two surveyors who changed different
// things both stand. Offline updates as in ODK entities 2024.1: a phone numbers its own updates of an entity (baseVersion)
// from the version it last got (trunkVersion), under a name for that run (branchId).

/** One update, or an earlier telling by the same form or the same run of offline updates. */
export type Telling = {
  submission: string
  action: 'create' | 'update'
  branchId: string | null
  trunkVersion: number | null
  baseVersion: number | null
  properties: readonly string[]
  /** Versions of the record that it made. */
  made: readonly number[]
}

export type Verdict = 'same' | 'apply' | 'superseded' | 'conflict'

const sameRun = (a: Telling, b: Telling) => a.branchId !== null && a.branchId === b.branchId

/** Made on one phone: by this submission, by its run, or by the form that created the entity on that phone offline. */
function ownVersions(telling: Telling, others: readonly Telling[]): Set<number> {
  const bornOffline = telling.branchId !== null && telling.trunkVersion === null
  const own = others.filter(
    (each) =>
      each.submission === telling.submission ||
      sameRun(each, telling) ||
      (bornOffline && each.action === 'create'),
  )
  return new Set([...own, telling].flatMap((each) => each.made))
}

/**
 * `same`: the registry says so already. `superseded`: the same phone said something newer, which came first.
 * `conflict`: somebody else changed it since the form was given its value. `changedAt` is the version of the record at
 * which the property last changed; a property never changed is as old as the record.
 */
export function verdictOf(
  property: string,
  telling: Telling,
  others: readonly Telling[],
  now: { same: boolean; changedAt: number | undefined },
): Verdict {
  if (now.same) return 'same'
  const newer = others.some(
    (each) =>
      sameRun(each, telling) &&
      each.submission !== telling.submission &&
      (each.baseVersion ?? 0) > (telling.baseVersion ?? 0) &&
      each.properties.includes(property),
  )
  if (newer) return 'superseded'
  const since = (telling.branchId === null ? telling.baseVersion : telling.trunkVersion) ?? 0
  const changedAt = now.changedAt ?? 1
  return changedAt > since && !ownVersions(telling, others).has(changedAt) ? 'conflict' : 'apply'
}
