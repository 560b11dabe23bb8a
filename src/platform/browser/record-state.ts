// Why a record is not on this phone: four different things, each with another thing to do.
import type { Pin } from './local/device-store.ts'
import type { LineState } from './sync/phone.ts'

/** loading: on its way; none: there is none here; forbidden: not for these roles; offline: it was never fetched, and now there is no line. */
export type Missing = 'loading' | 'none' | 'forbidden' | 'offline'

type Standing = { pin: Pick<Pin, 'cursor' | 'syncedAt'> | undefined; line: LineState; syncing: boolean }

/** What is to be said where a screen has no row to show. `mayRead`: one of the roles here may read such records. */
export function whyMissing({ pin, line, syncing }: Standing, mayRead: boolean): Missing {
  if (!mayRead) return 'forbidden'
  const wasRead = pin !== undefined && pin.syncedAt !== null
  if (wasRead && pin.cursor !== '') return 'none'
  if (line !== 'online') return 'offline'
  // It was here, and the server took it away: what a person may no longer read does not stay on their phone.
  return wasRead && !syncing ? 'forbidden' : 'loading'
}
