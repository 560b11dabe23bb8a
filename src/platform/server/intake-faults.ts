// What the database says where a command cannot be kept: of which errors the input is to blame, and of which the house.
import { DatabaseFault } from './database/errors.ts'

/** SQLSTATE class 22: the database cannot hold what was sent. */
export function isBadData(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code)
}

/** Somebody else has added to the chain of the place meanwhile: nothing was stored, and the same will do when sent again. */
export class ChainClash extends DatabaseFault {
  constructor(cause: unknown) {
    super('platform.try-again', 'The chain of this place has moved on; send again.', {}, cause)
  }
}

// A cluster says names in the message alone, with the number of the shard behind.
const ownKeys = /\b(log|log_salt|head|feed)_(pkey|once)(_\d+)?\b/

/** Two entries under one number of a chain, as after a node was lost: of the house's own making, and no fault of the input. */
export function isChainClash(error: unknown): boolean {
  const { constraint, message } = error as { constraint?: string; message?: string }
  return isUniqueViolation(error) && ownKeys.test(constraint || message || '')
}

export function isUniqueViolation(error: unknown): boolean {
  return (error as { code?: string } | null)?.code === '23505'
}

/** An id that stands for something already, here or, where a row is put over its older self, in a place this one may not see. */
export function isTaken(error: unknown): boolean {
  const { code, message = '' } = (error ?? {}) as { code?: string; message?: string }
  return isUniqueViolation(error) || (code === '42501' && message.includes('policy (USING expression)'))
}
