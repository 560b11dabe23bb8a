// What a capability brings to the server. Lists of capabilities live only in apps/.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type * as z from 'zod/mini'
import type { Command, Query } from '../../kernel/command.ts'
import type { Day } from '../../kernel/day.ts'
import type { AgencyKind, Audience, Holding, Role } from '../../kernel/role.ts'
import type { Migration } from './database/migrate.ts'
import type { Db, Tx } from './db.ts'
import type { Issued, Listed, Over } from './issued.ts'
import type { RecordRows } from './record-rows.ts'
import type { Probe } from './running/health.ts'
import type { Reading } from './running/metrics.ts'
import type { Older } from './sealing-older.ts'
import type { Vault } from './vault.ts'

/** Who is asking: an account with the roles it holds, and the device it asks from. */
export type Actor = {
  account: string
  name: string
  holdings: readonly Holding[]
  session: string
  device: string
  /** Who else has signed in on this device, as far as the server itself has seen. */
  sharing?: readonly string[]
}

/**
 * A browser has the cookie of a session and not its half, which only an open phone has: nobody, at every door but those
 * that say why (`Route.cookieAlone`).
 */
export const locked = 'locked'
export type Asker = Actor | typeof locked | null

/** Which records a command changed; they go to the feed and, as opaque ids, to the log. */
export type Changes = {
  touch(collection: string, id: string): void
  gone(collection: string, id: string): void
  /** Of what no phone holds: the log proves it all the same. */
  keep(collection: string, id: string): void
}

/** What a command can do before its transaction, without the database: heavy work, in a thread of its own (running/away.ts). */
export type CommandPreparing<Input, Prepared> = (asked: {
  input: Input
  actor: Actor
  now: Date
}) => Promise<Prepared>

export type CommandWork<Input, Prepared = unknown> = (work: {
  input: Input
  /** What was made of the input before. */
  prepared: Prepared
  place: string
  district: string
  actor: Actor
  /** The sender's roles that reach this place. */
  roles: readonly Role[]
  tx: Tx
  /** When the server received it. */
  now: Date
  /** When it was done, by the device's clock. */
  doneAt: Date
  /** The day it is at the place, by the server's clock. */
  today: Day
  commandId: string
  changes: Changes
  /** Refuses who works for an agency whose task one of these enrolments or definitions is not; for those that the input does not name. */
  answerFor: (ids: readonly string[]) => Promise<void>
  /** Somebody may do less from now on: what was issued on their behalf ends with it. */
  issuedEnds: (over: Over) => Promise<void>
  /** The bytes of a file go once this is committed; `dropFile` says so of its row. */
  dropped: (file: string) => void
  vault: Vault
}) => Promise<Record<string, unknown> | undefined>

export type CommandHandler = {
  command: Command<never>
  work: CommandWork<never>
  prepare?: CommandPreparing<never, unknown>
}

export function handle<Input>(command: Command<Input>, work: CommandWork<Input>): CommandHandler {
  return { command: command as never, work: work as never }
}

/** As `handle`, for a command that prepares before it holds anything up. It is prepared once, also when it is sent again. */
export function handlePrepared<Input, Prepared>(
  command: Command<Input>,
  prepare: CommandPreparing<Input, Prepared>,
  work: CommandWork<Input, Prepared>,
): CommandHandler {
  return { command: command as never, work: work as never, prepare: prepare as never }
}

export type QueryWork<Input, Output> = (work: {
  input: Input
  place: string
  district: string
  actor: Actor | null
  roles: readonly Role[]
  tx: Tx
  today: Day
  vault: Vault
  /** What was issued on somebody's behalf and still works; with `left`: what would not with these roles alone. */
  issued: (account: string, left?: readonly Holding[]) => Promise<Listed[]>
  /** Notes whose personal data was seen, in the same transaction. */
  viewed: (what: string, subjects: readonly string[]) => void
}) => Promise<Output>

export type QueryHandler = { query: Query<never, unknown>; work: QueryWork<never, unknown> }

export function answer<Input, Output>(
  query: Query<Input, Output>,
  work: QueryWork<Input, Output>,
): QueryHandler {
  return { query: query as never, work: work as never }
}

/**
 * What a capability does after a command of another one changed records that its own facts count: in the same
 * transaction, before the entry in the log. Those below know nothing of it.
 */
export type Follower = {
  /** Of one of these a record was changed. */
  collections: readonly string[]
  work: (at: {
    tx: Tx
    place: string
    district: string
    now: Date
    today: Day
    changes: Changes
    vault: Vault
    /** Ids of those that were changed. */
    records: readonly string[]
  }) => Promise<void>
}

/** A plain route, for what is neither command nor query: sign-in, uploads, downloads. */
export type Route = {
  method: 'GET' | 'POST' | 'HEAD' | 'PATCH' | 'DELETE' | 'PUT' | 'OPTIONS'
  url: string
  roles: readonly Audience[]
  summary: string
  input?: z.ZodMiniType
  output?: z.ZodMiniType
  /**
   * Per client address and minute, in place of the server's general limit. `unlimited`: a secret in the request says
   * who it is, and the handler itself counts those that guess.
   */
  perMinute?: number | 'unlimited'
  /** Bytes; left out: a megabyte, or of what anybody may send a few kilobytes. */
  bodyLimit?: number
  /** The content types of what may be sent; left out: JSON. Anything else is 415 before a byte of it is read. */
  accepts?: readonly string[]
  /** Why it looks at the cookie of a session without its half: what the lock screen needs. */
  cookieAlone?: string
  /** Who asks, at a door where a session is not the only way to say so; given how a session says it. */
  asks?: (request: FastifyRequest, reply: FastifyReply, bySession: () => Promise<Asker>) => Promise<Asker>
  /** It only reads, though its method is not GET: nothing of it goes on once whoever asked has left. */
  reads?: true
  /** Only apps of phones send and read it; it answers without what a browser is told of pages. */
  forApps?: boolean
  handler: (request: FastifyRequest, reply: FastifyReply, actor: Actor | null) => Promise<unknown>
}

/** What a phone may hold of a collection, by role. `read` returns the rows that still exist. */
export type FeedSource = {
  collection: string
  roles: readonly Role[]
  /** Rows hold what names somebody: handing them to a phone is seeing them, and is logged. A list: to these roles only. */
  personal?: boolean | readonly Role[]
  /** Each row is about a person: no export takes it along. Of other rows an export leaves out what names somebody. */
  ofPersons?: true
  /** Rows follow from other records, as facts do: that one changed is nobody's deed. */
  follows?: boolean
  read: (reading: {
    tx: Tx
    place: string
    district: string
    ids: readonly string[]
    /** Whose phone it is. */
    account: string
    roles: readonly Role[]
    vault: Vault
  }) => Promise<Map<string, unknown>>
}

/** An enrolment or a definition, and the kinds of agencies whose task it is; none: everybody's. */
export type Task = { id: string; kinds: readonly AgencyKind[]; title: { id: string; en: string } }

/** Who knows tasks: see tasks.ts. */
export type TaskGiver = {
  /** Of these enrolments of the place, or of all. */
  enrolments: (at: { tx: Tx; place: string }, ids: readonly string[] | null) => Promise<readonly Task[]>
  /** Of these definitions: a programme may be taken up only by those whose task it is. */
  definitions: (at: { tx: Tx }, keys: readonly string[]) => Promise<readonly Task[]>
}

export type ServerCapability = {
  name: string
  migrations: readonly Migration[]
  commands?: readonly CommandHandler[]
  queries?: readonly QueryHandler[]
  follows?: readonly Follower[]
  feed?: readonly FeedSource[]
  /** Which rows make up the records that its commands touch: the log proves them. */
  records?: readonly RecordRows[]
  /** What it issues on somebody's behalf that works without them. */
  issued?: readonly Issued[]
  tasks?: TaskGiver
  routes?: (services: Services) => readonly Route[]
  /** Whether there is or was such a place; a command about any other is refused. */
  knowsPlace?: (db: Db, code: string) => Promise<boolean>
  /** Kinds of files of its own that others than all workers of a village may open, and who may. */
  fileReaders?: Readonly<Record<string, readonly Role[]>>
  /** Parts of its own that health and the doctor look at. */
  probes?: (services: Services) => readonly Probe[]
  /** Numbers of its own for /metrics. */
  readings?: (services: Services) => readonly Reading[]
  /** Columns in which an older version wrote digests that anybody can try out. */
  older?: readonly Older[]
  /** Runs once when the server starts, after migrations. */
  start?: (services: Services) => Promise<void>
  /** Runs once before the database is closed: ends what `start` began. */
  stop?: (services: Services) => Promise<void>
}

export type Services = {
  /** As requests have it: nothing is to be seen before a place is entered. */
  db: Db
  /** As its owner: for what is asked before any place is entered, which is who signs in, and for what fills national tables. */
  owner: Db
  vault: Vault
  dataFolder: string
  publicUrl: string
  secureCookies: boolean
}
