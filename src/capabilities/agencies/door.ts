// What accounts ask of agencies, on the server.
import type { Tx } from '../../platform/server/db.ts'
import type { Agency } from './agency.ts'
import { agencyStore } from './store.ts'

/** The agency that somebody names, wherever it is and whether or not it has ended; null where none is named, undefined where there is no such. */
export async function agencyNamed(tx: Tx, id: string | null): Promise<Agency | null | undefined> {
  return id === null ? null : (await agencyStore(tx).many([id]))[0]
}
