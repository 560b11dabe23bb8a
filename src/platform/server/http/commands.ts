// POST /api/commands/<name> for one command, POST /api/sync for a phone's outbox.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import type { Envelope } from '../../../kernel/command.ts'
import { idPattern } from '../../../kernel/id.ts'
import { districtOf } from '../../../kernel/place-code.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Actor, CommandHandler } from '../capability.ts'
import { DatabaseFault, isAway, isFull, isOfDatabase, isPassing } from '../database/errors.ts'
import type { Intake, Outcome } from '../intake.ts'
import { journal } from '../running/journal.ts'
import { issuesToRefusals } from '../wellformed.ts'
import { type Asking, signedIn, whoAsks } from './mounting.ts'
import { languageOf, problem, sendProblem } from './problem.ts'

export const statusOf = {
  done: 200,
  before: 200,
  refused: 422,
  forbidden: 403,
  malformed: 400,
  conflict: 409,
  unknown: 404,
  held: 409,
} as const

export const envelopeSchema = z.strictObject({
  id: z.string().check(z.regex(idPattern, 'platform.not-an-id')),
  name: z.string().check(z.maxLength(100)),
  version: z.int().check(z.minimum(1), z.maximum(1000)),
  place: z.string().check(z.maxLength(20)),
  at: z.string().check(z.maxLength(40)),
  clock: z.optional(z.literal('server')),
  device: z.string().check(z.maxLength(64)),
  input: z.unknown(),
})
const batchSchema = z.strictObject({ commands: z.array(z.unknown()).check(z.minLength(1), z.maxLength(100)) })

export type SyncResult = { id: string; status: Outcome['status'] } & Record<string, unknown>

type Parts = Asking & {
  intake: Intake
  handlers: readonly CommandHandler[]
}

function parseEnvelope(body: unknown, name?: string): { envelope: Envelope } | { refusals: Refusal[] } {
  const parsed = envelopeSchema.safeParse(name && body && typeof body === 'object' ? { name, ...body } : body)
  if (!parsed.success) return { refusals: issuesToRefusals(parsed.error.issues) }
  return { envelope: parsed.data as Envelope }
}

/**
 * A mistake of ours in one command is told as such; thrown, it would keep the whole outbox back for ever. What the database
 * itself says of its state is no mistake of the command, which comes again.
 */
async function takeOne(intake: Intake, actor: Actor, envelope: Envelope): Promise<Outcome> {
  try {
    return await intake.take(actor, envelope)
  } catch (error) {
    if (isPassing(error) || isFull(error) || error instanceof DatabaseFault) throw error
    journal.error('command-failed', error, { command: intake.declaration(envelope.name)?.name })
    return { status: isOfDatabase(error) ? 'held' : 'refused', refusals: [refuse('platform.failed')] }
  }
}

/** A village whose rows cannot be reached now keeps no other waiting: its commands are held, and come again. */
class Unreached {
  readonly #districts = new Map<string, unknown>()
  /** Takes it, unless its district was away a moment ago or turns out to be. */
  async take(intake: Intake, actor: Actor, envelope: Envelope): Promise<Outcome> {
    const held = (code: string): Outcome => ({ status: 'held', refusals: [refuse(code)] })
    if (this.#districts.has(districtOf(envelope.place))) return held('platform.unavailable')
    try {
      return await takeOne(intake, actor, envelope)
    } catch (error) {
      if (!isPassing(error)) throw error
      // Who lost to another command waits alone; the rows are there.
      if (!isAway(error)) return held('platform.try-again')
      this.#districts.set(districtOf(envelope.place), error)
      return held('platform.unavailable')
    }
  }
  /** Where nothing could be reached, it is the database itself. */
  refuseAll(results: readonly { outcome: Outcome }[]): void {
    const [error] = this.#districts.values()
    if (error && results.every(({ outcome }) => outcome.status === 'held')) throw error
  }
}

const idOf = (body: unknown): string => {
  const id = (body as { id?: unknown } | null)?.id
  return typeof id === 'string' ? id : ''
}

/** Takes a batch in order. A refused command holds back only later ones that touch the same record. */
async function takeBatch(intake: Intake, actor: Actor, commands: readonly unknown[]) {
  const results: { id: string; outcome: Outcome }[] = []
  const stuck = new Set<string>()
  const unreached = new Unreached()
  for (const body of commands) {
    const read = parseEnvelope(body)
    const id = idOf(body)
    if ('refusals' in read) {
      results.push({ id, outcome: { status: 'malformed', refusals: read.refusals } })
      continue
    }
    // Asked only where something stands in the way: to name them the input is read once more.
    const records = () => intake.recordsOf(read.envelope)
    const held = stuck.size > 0 && records().some((record) => stuck.has(record))
    const outcome: Outcome = held
      ? { status: 'held', refusals: [refuse('platform.held')] }
      : await unreached.take(intake, actor, read.envelope)
    if (outcome.status !== 'done' && outcome.status !== 'before')
      for (const record of records()) stuck.add(record)
    results.push({ id, outcome })
  }
  unreached.refuseAll(results)
  return results
}

export function commandRoutes(app: FastifyInstance, parts: Parts): void {
  const { intake, sentence } = parts
  const nameOf = (request: FastifyRequest) => (request.params as { name: string }).name
  const known = signedIn(parts, (request) =>
    intake.declaration(nameOf(request)) ? null : 'platform.unknown-command',
  )
  app.post('/api/commands/:name', { bodyLimit: 2_000_000, onRequest: known }, async (request, reply) => {
    const actor = whoAsks(request) as Actor
    const name = nameOf(request)
    const read = parseEnvelope(request.body, name)
    if ('refusals' in read) return sendProblem(reply, 400, read.refusals, sentence)
    const outcome = await intake.take(actor, { ...read.envelope, name })
    if ('refusals' in outcome) return sendProblem(reply, statusOf[outcome.status], outcome.refusals, sentence)
    return reply.send({ id: read.envelope.id, ...outcome })
  })
  app.post('/api/sync', { bodyLimit: 4_000_000, onRequest: signedIn(parts) }, async (request, reply) => {
    const actor = whoAsks(request) as Actor
    const batch = batchSchema.safeParse(request.body)
    if (!batch.success) return sendProblem(reply, 400, issuesToRefusals(batch.error.issues), sentence)
    const language = languageOf(request)
    const results = await takeBatch(intake, actor, batch.data.commands)
    return reply.send({
      results: results.map(({ id, outcome }) =>
        'refusals' in outcome
          ? { id, status: outcome.status, ...problem(outcome.refusals, language, sentence) }
          : { id, ...outcome },
      ),
    })
  })
}
