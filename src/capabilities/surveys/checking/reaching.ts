// Asking over the whole nation while a server of a cluster is lost.
import { nation } from '../../../kernel/place-code.ts'
import { isAway } from '../../../platform/server/database/errors.ts'
import { districtsByNode } from '../../../platform/server/database/nodes.ts'
import type { Db, Tx } from '../../../platform/server/db.ts'
import { inPlace, nobody } from '../../../platform/server/transaction.ts'
import { allDistricts } from '../../places/door.ts'

/** What those said that answered; throws what another said than that it is away, and where none answered. */
export function reached<T>(answers: readonly PromiseSettledResult<T>[]): T[] {
  const faults = answers.flatMap((each) => (each.status === 'rejected' ? [{ reason: each.reason }] : []))
  const worst =
    faults.find(({ reason }) => !isAway(reason)) ?? (faults.length === answers.length && faults[0])
  if (worst) throw worst.reason
  return answers.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
}

/**
 * The answer to a question over the nation. Where a server of a cluster is lost, the answers of those that are not, each
 * for its own districts. Throws where no cluster is and the database is away, where no server of it answers, and where
 * one answers with a fault: nobody is told of fewer rows than there are for another reason than a lost server.
 */
export async function ofWhoAnswers<T>(
  db: Db,
  question: (tx: Tx, districts?: readonly string[]) => Promise<T>,
): Promise<T[]> {
  const ask = (districts?: readonly string[]) => inPlace(db, nation, nobody, (tx) => question(tx, districts))
  try {
    return [await ask()]
  } catch (error) {
    const kept = isAway(error) ? await districtsByNode(db, await allDistricts(db)) : null
    if (!kept) throw error
    return reached(await Promise.allSettled(kept.map(ask)))
  }
}
