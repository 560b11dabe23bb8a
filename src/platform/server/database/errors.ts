/** An error of the database itself. Its code is also a translation key; facts fill the sentence. */
export class DatabaseFault extends Error {
  readonly code: string
  readonly facts: Record<string, string | number>
  constructor(code: string, message: string, facts: Record<string, string | number> = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = new.target.name
    this.code = code
    this.facts = facts
  }
}

/** Another process holds the data folder. The embedded database would be damaged by a second one. */
export class DataFolderInUse extends DatabaseFault {
  constructor(folder: string) {
    super('platform.data-folder-in-use', `Another Rembug is already using ${folder}. Stop it first.`, {
      folder,
    })
  }
}

/** The data folder lies where an embedded database cannot be kept safe, such as a network share. */
export class DataFolderUnsafe extends DatabaseFault {
  constructor(folder: string, kind: string) {
    super('platform.data-folder-unsafe', `${folder} is on a network file system (${kind}).`, { folder, kind })
  }
}

/** Too little room is left on the disk to promise that a write will survive. Nothing was written. */
export class DiskFull extends DatabaseFault {
  constructor(cause?: unknown) {
    super('platform.disk-full', 'The disk that holds the database is full. Nothing was saved.', {}, cause)
  }
}

/** The embedded engine gave no answer and was ended, or died. It is opened anew by whoever asks next. */
export class EngineStopped extends DatabaseFault {
  constructor(why: string, cause?: unknown) {
    super('platform.database-stopped', `The database engine has stopped: ${why}`, { why }, cause)
  }
}

// Connections that break or are refused; a server that ends them, starts, or has no room for more: who asks on at once waits
// as long again. A cluster says of a lost server what its first one was told: a broken connection.
const passing = /^(ECONN|EHOST|ENET|EAI_AGAIN|ETIMEDOUT|EPIPE|08...$|53[023]..$|57P0.$)/

/**
 * Whether the database, or the server of a cluster that keeps the rows, does not answer now. What was asked is not stored,
 * or its commit was not heard of: the same may be sent again, and is taken once.
 */
export function isAway(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  if (passing.test(String(code ?? '')) || code === 'platform.database-stopped') return true
  return /timeout exceeded when trying to connect|Connection terminated|not queryable/i.test(String(message))
}

// Two that waited for each other, or saw each other's rows change; a chain that moved on meanwhile.
const clash = /^(40001|40P01|platform\.try-again)$/

/** Whether the same may do when it is sent again: nothing was stored, and nothing is wrong with it. */
export function isPassing(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  // After a migration beside a running server each connection finds once that its plans have aged.
  const aged = code === '0A000' && String(message).startsWith('cached plan')
  return isAway(error) || aged || clash.test(String(code ?? ''))
}

/** Whether a statement was ended because it took too long, or because whoever asked had left. */
export const isTooLong = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === '57014'

/** Whether the disk is full: nothing is stored until somebody makes room. */
export const isFull = (error: unknown): boolean =>
  /^(53100|platform\.disk-full)$/.test(String((error as { code?: unknown } | null)?.code))

// A lock or a time that ran out, a session that broke, a table that a migration has yet to make, a fault inside the engine.
const states = /^((25|28|3D|55|57|58|F0|XX)[0-9A-Z]{3}|42P01|42703)$/

/** Whether the state of the database is what failed, and not what it was given: the same may do once that is mended. */
export const isOfDatabase = (error: unknown): boolean =>
  states.test(String((error as { code?: unknown } | null)?.code))
