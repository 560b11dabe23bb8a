// The journal: what happens in the running server, one line of JSON an event, for journald or a file. It is not the log
// (who did what, chained by hash): it is kept for weeks, is read by who runs the machine, and names nobody. An address
// stands in it as its pattern (`/odk/k/:token/submission`), a person at most as an opaque id.
import pino, { type DestinationStream, type Logger } from 'pino'
import { faultFields } from './faults.ts'

export const journalLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type JournalLevel = (typeof journalLevels)[number]
export type JournalSettings = {
  level: JournalLevel
  /** Lines of JSON, or lines for the eyes of who started it in a terminal. */
  form: 'json' | 'text'
  /** Whether the address of who asks is written too. */
  addresses: boolean
}
type Fields = Readonly<Record<string, unknown>>

const levelWords: Readonly<Record<string, string>> = {
  debug: 'rinci',
  info: 'info',
  warn: 'PERHATIAN',
  error: 'KESALAHAN',
}
// A line feed, an escape sequence or a turn of direction in a value would forge a line, or repaint the terminal.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const control = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g

function shown(value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return text.replace(control, '·')
}

/** One line of the journal for a terminal. */
export function lineForEyes(json: string): string {
  const { level, time, event, msg, ...rest } = JSON.parse(json) as Record<string, unknown>
  const clock = String(time).slice(11, 19)
  const fields = Object.entries(rest).map(([name, value]) => `${name}=${shown(value)}`)
  const said = msg === undefined ? [] : [shown(msg)]
  return [clock, levelWords[String(level)] ?? String(level), shown(event), ...said, ...fields].join(' ')
}

const forEyes = (to: NodeJS.WritableStream): DestinationStream => ({
  write: (json) => void to.write(`${lineForEyes(json)}\n`),
})

function loggerTo(level: JournalLevel, to: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    to,
  )
}

// Lines are gathered for a moment, so that a submission does not wait for the file; a fault is written at once.
const gathered = { sync: false, minLength: 4096, periodicFlush: 500 } as const

let current = loggerTo('warn', forEyes(process.stderr))
let settings: JournalSettings = { level: 'warn', form: 'text', addresses: false }
let flush: () => void = () => undefined

/**
 * Begins the journal of a server, on standard output or in the file of that name. Until then, and at the command line,
 * warnings go to the terminal.
 */
export function openJournal(wanted: JournalSettings, to: DestinationStream | string | 1 = 1): void {
  settings = wanted
  flush = () => undefined
  if (typeof to === 'object' || wanted.form === 'text') {
    current = loggerTo(wanted.level, typeof to === 'object' ? to : forEyes(process.stderr))
    return
  }
  const file = pino.destination({ ...gathered, dest: to })
  // Before the file is open there is nothing to write out.
  flush = () => {
    try {
      file.flushSync()
    } catch {}
  }
  current = loggerTo(wanted.level, file)
}

export const journal = {
  info: (event: string, fields: Fields = {}) => current.info({ event, ...fields }),
  warn: (event: string, fields: Fields = {}) => current.warn({ event, ...fields }),
  /** A mistake of ours, or a part that failed; of the error only what cannot be personal is written. */
  error: (event: string, error: unknown, fields: Fields = {}) => {
    current.error({ event, ...fields, error: faultFields(error) })
    flush()
  },
  get addresses(): boolean {
    return settings.addresses
  },
  /** Whether an ordinary event would be written: asked before its fields are put together. */
  get telling(): boolean {
    return current.levelVal <= 30
  },
}

/** Words for who started the server, said whatever the level: the settings, the address, the set-up link. */
export function sayAtStart(event: string, text: string, fields: Fields = {}): void {
  if (settings.form === 'text') console.log(text)
  else {
    current.child({}, { level: 'info' }).info({ event, ...fields }, text.trim())
    flush()
  }
}
