// Why a question to the server was not answered: five things, each with another thing to do.
import { Offline, Problem, Unavailable } from '../api.ts'

/**
 * offline: there was no line; unreached: the server is there and cannot reach what was asked for; forbidden: not for these
 * roles; none: there is no such thing; refused: the question itself will not do, or the server erred.
 */
export type Fault = {
  kind: 'offline' | 'unreached' | 'forbidden' | 'none' | 'refused'
  /** The server's own sentence, in the reader's language; empty where it gave none. */
  message: string
}

const kinds: Readonly<Record<number, Fault['kind']>> = { 403: 'forbidden', 404: 'none', 410: 'none' }

/** What is to be told of an error that `ask` threw. */
export function faultOf(error: unknown): Fault {
  if (error instanceof Offline) return { kind: 'offline', message: '' }
  if (!(error instanceof Problem)) {
    // No server said this: it is our own mistake.
    console.error(error)
    return { kind: 'refused', message: '' }
  }
  const message = error.errors[0]?.message ?? error.message
  if (error instanceof Unavailable) return { kind: 'unreached', message }
  return { kind: kinds[error.status] ?? 'refused', message }
}
