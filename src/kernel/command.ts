import type * as z from 'zod/mini'
import { type Refusal, refuse } from './refusal.ts'
import type { Audience } from './role.ts'

/** The kind of places a command or query may be about; the envelope names the place itself. */
export type Scope = 'village' | 'any-place' | 'nation' | 'self'

/**
 * A command is one thing a person asks the system to change. It is declared once, beside its noun, and
 * read by both sides: the screen sends it or queues it offline, the server checks role AND place, the
 * input, and the same rules, before anything is stored.
 */
export type Command<Input = unknown> = {
  /** `capability.verb`; the address is /api/commands/<name>. */
  name: `${string}.${string}`
  /** Version of the input. An older phone's input is lifted by `lift`, never dropped. */
  version: number
  /** Who may, at the place of the command or above it. */
  roles: readonly Audience[]
  /** `village`: about one village. `any-place`: any level. `nation`: at the nation only. `self`: about the sender's own account. */
  scope: Scope
  input: z.ZodMiniType<Input>
  /** Ids of the records it concerns: a refused command holds back only later ones on the same record. */
  records: (input: Input) => readonly string[]
  /** One entry a version: `lift[1]` turns an input of version 1 into one of version 2. */
  lift?: Record<number, (older: never) => unknown>
  /**
   * Paths of personal values ("name", "attendees.*.name"). The log keeps keyed digests of them, and
   * never the values; the values live in the vault and go with the person's key.
   */
  personal?: readonly string[]
  /** Paths kept out of the log altogether, even as a digest: passwords, one-time codes, PINs. */
  secret?: readonly string[]
  /** Says of an input that it counts as somebody's own word (a signature, a check): only an account that an officer above has confirmed may. */
  confirmed?: (input: Input) => boolean
  /** One sentence for the API document: what changes, and what is refused. */
  summary: string
}

/** Declares a command; the type of its input comes from its schema. */
export function command<Input>(declaration: Command<Input>): Command<Input> {
  return declaration
}

/** A query reads. Its `input` comes from the address; `place` is always part of it unless the scope is `self`. */
export type Query<Input = unknown, Output = unknown> = {
  name: `${string}.${string}`
  roles: readonly Audience[]
  scope: Scope
  input: z.ZodMiniType<Input>
  output: z.ZodMiniType<Output>
  summary: string
}

export function query<Input, Output>(declaration: Query<Input, Output>): Query<Input, Output> {
  return declaration
}

/** What travels: the command's name, its place, its input, and who made it when on which device. */
export type Envelope<Input = unknown> = {
  /** UUIDv7 made by the sender: the idempotency key. */
  id: string
  name: string
  version: number
  /** Kemendagri code of the place the command is about. */
  place: string
  /** When it was done, by the device's clock, as ISO instant. */
  at: string
  /** Set where the device's own clock was far off: then `at` is by the server's, as its answers told it. */
  clock?: 'server'
  device: string
  input: Input
}

const [dayMs, oldestMs] = [86_400_000, 400 * 86_400_000]

/** What the time of an envelope has against it: a phone's clock may be wrong by a day; more, or a year behind, is a mistake to mend. */
export function clockRefusals(at: string, now: Date): Refusal[] {
  const done = Date.parse(at)
  if (Number.isNaN(done)) return [refuse('platform.not-an-instant')]
  if (done > now.getTime() + dayMs) return [refuse('platform.clock-ahead')]
  if (done < now.getTime() - oldestMs) return [refuse('platform.clock-behind')]
  return []
}

/** The capability that a command, a collection or a giver of facts belongs to: `meetings` for `meetings.close`. */
export const capabilityOf = (name: string): string => name.split('.', 1)[0] ?? name
