// Passwords are kept as argon2id. The cost is an argument, so that a test pays less by saying so.
import { hash, verify } from '@node-rs/argon2'

/** Memory in KiB, passes, threads. */
export type HashCost = { memoryCost: number; timeCost: number; parallelism: number }

/** OWASP's first choice for argon2id (19 MiB, two passes, one thread); 13 ms measured here. */
export const fieldCost: HashCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
/** For tests only: the same algorithm and code path, a hundred times cheaper. */
export const testCost: HashCost = { memoryCost: 64, timeCost: 1, parallelism: 1 }

/** The cost for an environment's name (NODE_ENV): only `test` is cheap. */
export function costFor(environment: string | undefined): HashCost {
  return environment === 'test' ? testCost : fieldCost
}

export const hashPassword = (password: string, cost: HashCost) => hash(password.normalize('NFKC'), cost)

const dummies = new Map<HashCost, Promise<string>>()

/** A hash of nothing anybody knows, so that an unknown name costs as long as a known one. */
export function dummyHash(cost: HashCost): Promise<string> {
  let dummy = dummies.get(cost)
  if (!dummy) {
    dummy = hashPassword(crypto.randomUUID(), cost)
    dummies.set(cost, dummy)
  }
  return dummy
}

export async function passwordFits(stored: string, password: string): Promise<boolean> {
  return verify(stored, password.normalize('NFKC'))
}

/** Whether a hash was made with another cost than today's, and should be made anew at the next sign-in. */
export function isOutdated(stored: string, cost: HashCost): boolean {
  return !stored.includes(`m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}`)
}
