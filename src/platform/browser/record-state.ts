// Why a record is not on this phone: different things, each with another thing to do.
import type { Pin } from './local/device-store.ts'
import type { PhoneState } from './sync/phone.ts'

/**
 * loading: on its way; none: the copy is whole and in step, and there is none in it; not-in-copy: the copy is whole, but of some
 * time ago, and the record may be newer; forbidden: not for these roles; offline: the copy is not whole, and now there is no line.
 */
export type Missing = 'loading' | 'none' | 'not-in-copy' | 'forbidden' | 'offline'

/** How far the copy of a place is. */
export type Standing = Pick<PhoneState, 'line' | 'syncing' | 'triedAt'> & {
  pin: Pick<Pin, 'grant' | 'syncedAt'> | undefined
  /** The server could not reach the place in the last round; it is tried again. */
  unreached?: boolean
}

/** Read to its end, and not taken away since. A village without a single row has no cursor, but what may be read of it is known. */
const wasRead = (pin: Standing['pin']) => pin !== undefined && pin.syncedAt !== null && pin.grant !== ''

/** What is to be said where a screen has no row to show. `mayRead`: one of the roles here may read such records. */
export function whyMissing({ pin, line, syncing, triedAt, unreached }: Standing, mayRead: boolean): Missing {
  if (!mayRead) return 'forbidden'
  const syncedAt = pin?.syncedAt ?? null
  const whole = wasRead(pin)
  if (line !== 'online') return whole ? 'not-in-copy' : 'offline'
  if (syncing) return 'loading'
  // The last round may have come to its end without this place: the server stumbled over it alone.
  if (whole) return (syncedAt ?? '') >= triedAt ? 'none' : 'not-in-copy'
  // It was here, and the server took it away: what a person may no longer read does not stay on their phone.
  return syncedAt === null || unreached ? 'loading' : 'forbidden'
}

/** What is to be said in place of a list that has no row: that there is none is true only of a whole copy, and for who may read it. */
export function whyNoList(standing: Standing, mayRead: boolean): 'loading' | 'forbidden' | 'offline' | null {
  return mayRead ? whyNotWhole(standing) : 'forbidden'
}

/** What is to be said in place of what is counted over the whole copy; null where that may be shown. */
export function whyNotWhole(standing: Standing): 'loading' | 'forbidden' | 'offline' | null {
  const { pin } = standing
  if (wasRead(pin)) return null
  const missing = whyMissing(standing, true)
  return missing === 'forbidden' || missing === 'offline' ? missing : 'loading'
}
