// What went wrong, as a line for the person at the command line.
import { Refused } from '../../kernel/refusal.ts'
import { Said } from './verb.ts'

type Fault = { code?: string; message?: string; syscall?: string; path?: string }

/** Expected faults are a sentence; the unexpected keep their stack, because somebody will have to read it. */
export function faultText(error: unknown): string {
  if (error instanceof Said) return error.message
  if (error instanceof Refused)
    return error.refusals.map(({ code, facts }) => `${code} ${JSON.stringify(facts ?? {})}`).join('\n')
  const { code, message = String(error), syscall } = error as Fault
  if (typeof code === 'string' && (code.startsWith('platform.') || syscall)) return `${code}: ${message}`
  if (code === '28P01' || code === '28000') return `DATABASE_URL: ${message}`
  return (error as Error)?.stack ?? message
}
