// What of an error may stand in the journal. The message of a database or of a parser repeats what somebody typed
// ("invalid input syntax for type uuid: …", "Key (nik)=(…) already exists"), so little of it is kept.
type Fault = Error & {
  code?: unknown
  table?: unknown
  constraint?: unknown
  syscall?: unknown
  cause?: unknown
}

export type FaultFields = {
  kind: string
  code?: string
  message?: string
  table?: string
  constraint?: string
  syscall?: string
  /** Where in the code, innermost first. */
  frames?: string[]
  cause?: FaultFields
}

const framesMost = 12
const causesMost = 3
const messageMost = 200

/** A message up to where it begins to quote or to name something, without numbers that could be somebody's. */
export function bareMessage(message: string): string {
  return message
    .replace(/["'`‘“(:=][\s\S]*$/, '…')
    .replace(/\d{4,}/g, '#')
    .replace(/\s+/g, ' ')
    .slice(0, messageMost)
}

const word = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[\w.:-]{1,80}$/.test(value) ? value : undefined

/** A parser repeats what it read, Node and the database what they were given: of those only kind and code are kept. */
function mayBeTold(fault: Fault): boolean {
  const parsed = fault instanceof SyntaxError || fault instanceof URIError
  return !parsed && (fault.code === undefined || String(fault.code).startsWith('platform.'))
}

/** The fields of an error for the journal: kind, code, where, and of the message what cannot be personal. */
export function faultFields(error: unknown, depth = 0): FaultFields {
  if (!(error instanceof Error)) return { kind: typeof error }
  const fault = error as Fault
  const frames = (fault.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, framesMost)
    .map((line) => line.trim().replace(/^at /, ''))
  const optional = {
    code: word(fault.code),
    message: mayBeTold(fault) ? bareMessage(fault.message) : undefined,
    table: word(fault.table),
    constraint: word(fault.constraint),
    syscall: word(fault.syscall),
    frames: frames.length > 0 ? frames : undefined,
    cause: fault.cause && depth < causesMost ? faultFields(fault.cause, depth + 1) : undefined,
  }
  const known = Object.entries(optional).filter(([, value]) => value !== undefined)
  return { kind: word(fault.name) ?? 'Error', ...Object.fromEntries(known) }
}
