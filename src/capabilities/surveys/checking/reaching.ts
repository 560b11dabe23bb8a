// Asking over the whole nation while a server of a cluster is lost.
import { nation } from '../../../kernel/place-code.ts'
import { isAway } from '../../../platform/server/database/errors.ts'
import { districtsByNode } from '../../../platform/server/database/nodes.ts'
import type { Db, Tx } from '../../../platform/server/db.ts'
import { inPlace, nobody } from '../../../platform/server/transaction.ts'
import { allDistricts } from '../../places/door.ts'

/**
 * The answer to a question over the nation. Where a server of a cluster is lost, the answers of those that are not, each
 * for its own districts. Throws where no cluster is, and the database is away.
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
    const answers = await Promise.allSettled(kept.map(ask))
    return answers.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
  }
}
