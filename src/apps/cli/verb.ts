// What a verb of the command line is. It is prepared beside the person who typed it and runs where the house
// is open: in the running server, reached over its local socket, or in this very process.
import type { ParseArgsOptionsConfig } from 'node:util'
import type { Settings } from '../../platform/server/settings.ts'
import type { House } from '../server/open.ts'

/** From the house back to the person: lines to read, and bytes for a named channel that `Prepared` opens. */
export type Link = {
  say(line: string): void
  /** Resolves when there is room for more. */
  write(channel: string, bytes: Uint8Array): Promise<void>
}

export type Typed = {
  positionals: readonly string[]
  options: Readonly<Record<string, string | boolean | undefined>>
}

/** What a verb was asked, as plain JSON: it may travel over the socket. */
export type Ask = Readonly<Record<string, string | boolean | null>>

/** Takes the bytes of a channel; `keep` makes them final and `drop` leaves nothing behind. */
export type Sink = {
  write(bytes: Uint8Array): Promise<void>
  keep(): Promise<void>
  drop(): Promise<void>
}
export type Prepared = { ask: Ask; sinks?: Readonly<Record<string, Sink>>; afterwards?: readonly string[] }

export type Verb = {
  /** What follows the name: "FILE [--keys FILE]". */
  usage: string
  summary: string
  options?: ParseArgsOptionsConfig
  /** Judges what was typed and reads files, before any house is opened. Refuses with `Said`. */
  prepare(typed: Typed, settings: Settings): Promise<Prepared>
  /** In an open house. Gives the exit code. Left out where the house must be closed. */
  run?(house: House, ask: Ask, link: Link): Promise<number>
  /** Where no server runs, instead of opening the whole house. */
  alone?(settings: Settings, ask: Ask, link: Link): Promise<number>
  /** Works on the demonstration whatever else is said. */
  demo?: boolean
}

/** A no in plain words, for the person at the command line: printed without a stack. */
export class Said extends Error {}

/** A line in both languages, as the server's own lines are. */
export const both = (indonesian: string, english: string): string => `${indonesian} / ${english}`

export const number = (value: number): string => value.toLocaleString('id-ID')

export function bytesText(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`
}

/** The one file name a verb asks for, or a `Said` with how to use it. */
export function onePositional(typed: Typed, verb: string, usage: string): string {
  const [only, ...more] = typed.positionals
  if (only === undefined || more.length > 0) throw new Said(`rembug ${verb} ${usage}`)
  return only
}
