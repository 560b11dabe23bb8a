// The one door for every change: who may, at which place, is it well-formed, was it done before, what do
// the rules say, do it, chain it into the log, tell the feed, commit. A refusal stores nothing.
import { sql } from 'kysely'
import { type Command, clockRefusals, type Envelope } from '../../kernel/command.ts'
import { today } from '../../kernel/day.ts'
import { districtOf, nation, zoneOf } from '../../kernel/place-code.ts'
import { type Refusal, Refused, refuse } from '../../kernel/refusal.ts'
import type { Role } from '../../kernel/role.ts'
import { actingAt, ofWord, rolesFor } from './acting.ts'
import { append } from './append.ts'
import type { Actor, Changes, CommandHandler, Follower } from './capability.ts'
import type { Db, Tx } from './db.ts'
import { withKeyedDigests } from './digests.ts'
import { ChainClash, isBadData, isChainClash, isTaken } from './intake-faults.ts'
import { endIssued, type Issued, type Over } from './issued.ts'
import { type KnownPlaces, placeFits } from './known-places.ts'
import { bodyDigest, chainStart, entryHash, entryOf } from './log.ts'
import { parseInput, recordsOf } from './reading-input.ts'
import { nowDoing } from './running/doing.ts'
import { journal } from './running/journal.ts'
import { count } from './running/metrics.ts'
import { Once } from './running/once.ts'
import { Turns } from './running/turns.ts'
import { answerAgain, type Seen, seenBefore } from './seen.ts'
import { boundAt, NotYourTask, type Tasks } from './tasks.ts'
import { inPlace, scopeFor, sealed } from './transaction.ts'
import type { Vault } from './vault.ts'

export type Outcome =
  | { status: 'done' | 'before'; seq: number; answer: unknown }
  | {
      status: 'refused' | 'forbidden' | 'malformed' | 'conflict' | 'unknown' | 'held'
      refusals: readonly Refusal[]
    }

export class Intake {
  readonly #db: Db
  readonly #vault: Vault
  readonly #handlers: Map<string, CommandHandler>
  readonly #followers: readonly Follower[]
  readonly #tasks: Tasks | null
  readonly #removeBytes: (place: string, file: string) => Promise<void>
  readonly #issued: readonly Issued[]
  readonly #turns = new Turns()
  readonly #preparing = new Once<{ seen?: Outcome; prepared?: unknown }>()
  readonly #places: KnownPlaces | null
  constructor(
    db: Db,
    vault: Vault,
    handlers: readonly CommandHandler[],
    followers: readonly Follower[] = [],
    tasks: Tasks | null = null,
    removeBytes: (place: string, file: string) => Promise<void> = () => Promise.resolve(),
    issued: readonly Issued[] = [],
    places: KnownPlaces | null = null,
  ) {
    this.#issued = issued
    this.#places = places
    this.#removeBytes = removeBytes
    this.#db = db
    this.#vault = vault
    this.#followers = followers
    this.#tasks = tasks
    this.#handlers = new Map(handlers.map((handler) => [handler.command.name, handler]))
  }

  declaration(name: string): Command<never> | undefined {
    return this.#handlers.get(name)?.command
  }

  recordsOf(envelope: Envelope): readonly string[] {
    const command = this.declaration(envelope.name)
    return command ? recordsOf(command, envelope) : []
  }

  async take(actor: Actor, envelope: Envelope, now: Date = new Date()): Promise<Outcome> {
    const handler = this.#handlers.get(envelope.name)
    // Any name may be asked for; only those that there are become names of figures.
    const name = handler ? envelope.name : 'unknown'
    nowDoing(name)
    const outcome = await this.#take(handler, actor, envelope, now)
    count.command(name, outcome.status)
    return outcome
  }

  async #take(
    handler: CommandHandler | undefined,
    sender: Actor,
    envelope: Envelope,
    now: Date,
  ): Promise<Outcome> {
    if (!handler) return { status: 'unknown', refusals: [refuse('platform.unknown-command')] }
    const { command } = handler
    const acting = await this.#actingThere(command, sender, envelope.place)
    if ('status' in acting) return acting
    const { actor, roles } = acting
    const input = parseInput(command, envelope)
    const bad = [...clockRefusals(envelope.at, now), ...input.refusals]
    if (bad.length > 0) return { status: 'malformed', refusals: bad }
    const dropped: string[] = []
    try {
      const { seen, prepared } = await this.#prepare(handler, actor, envelope, input.value, now)
      if (seen) return seen
      const given = { input: withKeyedDigests(this.#vault, input.value), prepared }
      const outcome = await this.#turns.take(envelope.place, () =>
        this.#db
          .transaction()
          .execute((tx) => this.#inside(tx, handler, actor, roles, envelope, given, now, dropped)),
      )
      await this.#remove(envelope.place, dropped)
      return outcome
    } catch (error) {
      if (error instanceof NotYourTask) return { status: 'forbidden', refusals: error.refusals }
      if (error instanceof Refused) return { status: 'refused', refusals: error.refusals }
      if (isChainClash(error)) throw new ChainClash(error)
      if (isTaken(error)) return { status: 'conflict', refusals: [refuse('platform.already-exists')] }
      // Half an emoji, a number that no column holds: this command will never do, and the rest of the outbox may.
      if (isBadData(error)) return { status: 'malformed', refusals: [refuse('platform.malformed')] }
      throw error
    }
  }

  /** Heavy work, unless it was done: what is sent again costs a look into the log, or the wait for what is under way. */
  async #prepare(
    { prepare }: CommandHandler,
    actor: Actor,
    envelope: Envelope,
    input: never,
    now: Date,
  ): Promise<{ seen?: Outcome; prepared?: unknown }> {
    if (!prepare) return {}
    const { place, name, version, at, input: given } = envelope
    const digest = bodyDigest(this.#vault, { name, version, place, at, input: given })
    return this.#preparing.do([actor.account, ...digest].join(), async () => {
      const before = await inPlace(this.#db, place, actor.account, (tx) => seenBefore(tx, envelope))
      if (before) return { seen: answerAgain(before, name, actor.account, digest) }
      return { prepared: await prepare({ input, actor, now }) }
    })
  }

  /** Who gives it by which roles there, where the place is one that the command may be about. */
  async #actingThere(command: Command<never>, sender: Actor, place: string) {
    if (!placeFits(command.scope, place))
      return { status: 'malformed', refusals: [refuse('platform.wrong-place')] } as const
    const acting = actingAt(command, sender, place)
    if ('status' in acting || place === nation || !this.#places || (await this.#places.has(place)))
      return acting
    return { status: 'malformed', refusals: [refuse('platform.no-such-place')] } as const
  }

  /** Who gives it, with the roles that count for what it is about. */
  async #counting(
    tx: Tx,
    command: Command<never>,
    giver: { actor: Actor; roles: readonly Role[] },
    place: string,
    input: unknown,
  ): Promise<typeof giver | Extract<Outcome, { refusals: readonly Refusal[] }>> {
    if (!this.#tasks || !boundAt(giver.actor, place)) return giver
    const { holdings, no } = await this.#tasks.judge({ tx, place }, giver.actor, input, { takingUp: true })
    if (!no) return giver
    const actor = { ...giver.actor, holdings }
    const roles = rolesFor(command, actor, place)
    return roles ? { actor, roles } : { status: 'forbidden', refusals: [no] }
  }

  /** Refuses what a command does to records that its input does not name, where that is another agency's task. */
  #overreach(tx: Tx, command: Command<never>, { actor }: { actor: Actor }, place: string) {
    const refuseUnless = async (judging: (tasks: Tasks) => ReturnType<Tasks['judge']>) => {
      if (!this.#tasks || !boundAt(actor, place)) return
      const { holdings, no } = await judging(this.#tasks)
      if (no && !rolesFor(command, { ...actor, holdings }, place)) throw new NotYourTask([no])
    }
    return {
      answerFor: (ids: readonly string[]) =>
        refuseUnless((tasks) => tasks.judge({ tx, place }, actor, ids, { takingUp: true })),
      touched: (changed: readonly { collection: string; id: string }[]) =>
        refuseUnless((tasks) => tasks.judgeTouched({ tx, place }, actor, changed)),
    }
  }

  /** After the commit. What could not be taken away is a file that no record speaks of, as the doctor says. */
  async #remove(place: string, files: readonly string[]): Promise<void> {
    for (const file of files)
      await this.#removeBytes(place, file).catch((error: unknown) =>
        journal.error('file-not-removed', error, { place, file }),
      )
  }

  async #inside(
    tx: Tx,
    handler: CommandHandler,
    actor: Actor,
    roles: readonly Role[],
    envelope: Envelope,
    { input, prepared }: { input: never; prepared: unknown },
    now: Date,
    dropped: string[],
  ): Promise<Outcome> {
    const { command } = handler
    const { place, id, name, version, at } = envelope
    const district = districtOf(place)
    const digest = bodyDigest(this.#vault, { name, version, place, at, input: envelope.input })
    const scope = scopeFor(command.scope, place, actor.holdings, true)
    const opened = await sql<Seen>`
      select * from platform.begin_command(${place}, ${district}, ${id}, ${sealed(scope, actor.account)})`.execute(
      tx,
    )
    const seen = opened.rows[0] as Seen
    if (seen.seen_name !== null) return answerAgain(seen, envelope.name, actor.account, digest)
    const given = await this.#counting(tx, command, { actor, roles }, place, input)
    if ('refusals' in given) return given
    const counting = command.confirmed?.(input) ? ofWord(command, given.actor, place) : given
    const overreach = this.#overreach(tx, command, counting, place)
    const { changes, touched } = changing()
    const here = {
      ...{ place, district, tx, now, vault: this.#vault },
      today: today(zoneOf(place), now),
      changes,
    }
    const doneAt = new Date(at)
    const deed = {
      command: { name: command.name, version },
      actor: actor.account,
      device: envelope.device,
      doneAt,
    }
    const result = await handler.work({
      ...{ ...here, input, prepared, ...counting },
      issuedEnds: (over: Over) => endIssued(this.#issued, { ...here, scope }, deed, over),
      answerFor: overreach.answerFor,
      doneAt,
      commandId: id,
      dropped: (file) => void dropped.push(file),
    })
    const changed = [...touched.values()]
    await overreach.touched(changed)
    for (const { collections, work } of this.#followers) {
      const records = changed.filter(({ collection }) => collections.includes(collection)).map(({ id }) => id)
      if (records.length > 0) await work({ ...here, records })
    }
    const seq = (seen.head_seq ?? 0) + 1
    const told = [...touched.values()].map((change) => ({ place, seq, ...change }))
    const answer = result ?? {}
    const { entry, salt } = entryOf(this.#vault, command, envelope, input, {
      ...{ seq, actor: actor.account, now, digest, answer },
      touched: told.map((change) => change.id),
    })
    const previous = seen.head_hash ?? chainStart
    await append(tx, now, [{ entry, salt, previous, hash: entryHash(previous, entry) }], told)
    return { status: 'done', seq, answer }
  }
}

type Changed = { collection: string; id: string; gone: boolean; silent: boolean }

/** What a command says that it changes, by collection and id. */
function changing(): { changes: Changes; touched: Map<string, Changed> } {
  const touched = new Map<string, Changed>()
  const mark =
    (how: Pick<Changed, 'gone' | 'silent'>) =>
    (collection: string, id: string): void => {
      const key = `${collection}:${id}`
      // What the feed is to be told of stays so.
      if (!how.silent || !touched.has(key)) touched.set(key, { collection, id, ...how })
    }
  const changes = {
    touch: mark({ gone: false, silent: false }),
    gone: mark({ gone: true, silent: false }),
    keep: mark({ gone: false, silent: true }),
  }
  return { changes, touched }
}
