// Loads the national data into the database: in one transaction, once for each edition, and again only when
// the shipped data has a new version.
import { today } from '../../kernel/day.ts'
import type { Db } from '../../platform/server/db.ts'
import { sayAtStart } from '../../platform/server/running/journal.ts'
import { type CatalogueRow, type Edition, shippedEdition, shippedRegions } from './catalogue.ts'
import { compareEditions } from './compare.ts'
import {
  closeRegions,
  editionLoaded,
  insertRegions,
  lockLoading,
  noteEdition,
  standing,
  vacuumRegions,
} from './region-store.ts'

export type LoadOutcome = { added: number; changed: number; closed: number } | 'loaded-before'

/**
 * Brings the regions of the database to an edition. Idempotent; what vanished from the data gets an end and
 * stays. `say` hears the progress, in Indonesian, for whoever watches the server start.
 */
export async function loadEdition(
  db: Db,
  edition: Edition,
  rows: () => readonly CatalogueRow[],
  say: (line: string) => void,
  day = today(),
): Promise<LoadOutcome> {
  if (await editionLoaded(db, edition.version)) return 'loaded-before'
  const outcome = await db.transaction().execute(async (tx): Promise<LoadOutcome> => {
    await lockLoading(tx)
    // Another server on the same database may have been first.
    if (await editionLoaded(tx, edition.version)) return 'loaded-before'
    const difference = compareEditions(await standing(tx), rows(), edition, day)
    const { insert, close, added, changed, closed } = difference
    say(`Wilayah Indonesia (${edition.source}): memuat ${insert.length.toLocaleString('id-ID')} wilayah …`)
    await closeRegions(tx, close, day)
    await insertRegions(tx, insert)
    await noteEdition(tx, { ...edition, added, changed, closed, at: new Date() })
    return { added, changed, closed }
  })
  if (outcome !== 'loaded-before') await vacuumRegions(db)
  return outcome
}

/** Called when the server starts: the shipped regions are in the database when it resolves. */
export async function ensureRegions(
  services: { owner: Db },
  say: (line: string) => void = (line) => sayAtStart('places', line),
): Promise<LoadOutcome> {
  const start = performance.now()
  const outcome = await loadEdition(services.owner, shippedEdition(), shippedRegions, say)
  if (outcome !== 'loaded-before') {
    const seconds = ((performance.now() - start) / 1000).toLocaleString('id-ID', { maximumFractionDigits: 1 })
    say(
      `Wilayah Indonesia: ${outcome.added.toLocaleString('id-ID')} baru, ${outcome.changed} berubah, ${outcome.closed} berakhir (${seconds} detik).`,
    )
  }
  return outcome
}
