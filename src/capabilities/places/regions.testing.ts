// For tests that need a few real places and not the three seconds that all of them take.
import { today } from '../../kernel/day.ts'
import { nation, withAncestors } from '../../kernel/place-code.ts'
import type { ServerCapability } from '../../platform/server/capability.ts'
import type { Db } from '../../platform/server/db.ts'
import { shippedEdition, shippedRegions } from './catalogue.ts'
import { compareEditions } from './compare.ts'
import { insertRegions } from './region-store.ts'
import { placesServer } from './server.ts'

/** Stores these places and all above them, as `ensureRegions` would. Unknown codes are left out. */
export async function seedRegions(db: Db, codes: readonly string[]): Promise<void> {
  const wanted = new Set(codes.flatMap((code) => withAncestors(code)).filter((code) => code !== nation))
  const rows = shippedRegions().filter((row) => wanted.has(row.code))
  await insertRegions(db, compareEditions([], rows, shippedEdition(), today()).insert)
}

/** Places without the national data, for a test house that starts at once; see `seedRegions`. */
export const placesWithoutNation: ServerCapability = (() => {
  const { start: _, ...rest } = placesServer
  return rest
})()
