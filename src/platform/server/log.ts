// The log: one row per command, chained by hash per place. What is hashed is what a reader of the row
// reads, as canonical text, so that a verifier needs nothing but the rows.
import { createHmac, createSecretKey, hash, randomBytes } from 'node:crypto'
import { canonical } from '../../kernel/canonical.ts'
import type { Command, Envelope } from '../../kernel/command.ts'
import type { Vault } from './vault.ts'

/** The hashed part of a log row. Version 1 of the pre-image; a new shape gets a new number. */
export type LogEntry = {
  place: string
  seq: number
  id: string
  name: string
  version: number
  actor: string
  device: string
  doneAt: Date
  receivedAt: Date
  records: readonly string[]
  fields: unknown
  answer: unknown
  bodyDigest: string
}

export const chainStart = Buffer.alloc(32)

export function entryHash(previous: Buffer, entry: LogEntry): Buffer {
  const preimage = canonical({ chain: 1, previous: previous.toString('hex'), ...entry })
  return hash('sha256', preimage, 'buffer')
}

/**
 * The hash of an entry that carries digests of records, as `platform.append` makes it, from its hash without them; `rows` is
 * the text of the column.
 */
export function hashWithRows(bare: Buffer, rows: string | null): Buffer {
  return rows === null ? bare : hash('sha256', `rows ${bare.toString('hex')} ${rows}`, 'buffer')
}

/**
 * A digest of the body as sent: a resend with other content is not a resend. Keyed, because everything in a
 * body but its personal values stands in the log: with a plain digest a thief of the database would try them out.
 */
export function bodyDigest(vault: Pick<Vault, 'digest'>, body: unknown): Buffer {
  return vault.digest('command-body', canonical(body))
}

/** The salt of an entry is masked for this, by the entry's id. */
export const saltPurpose = 'log-salt'

function replaceAt(value: unknown, path: readonly string[], replace: (value: unknown) => unknown): unknown {
  const [step, ...rest] = path
  if (value === null || value === undefined) return value
  if (step === undefined) return replace(value)
  if (step === '*') return Array.isArray(value) ? value.map((item) => replaceAt(item, rest, replace)) : value
  if (typeof value !== 'object' || !(step in value)) return value
  const record = value as Record<string, unknown>
  return { ...record, [step]: replaceAt(record[step], rest, replace) }
}

/**
 * The fields of a command that the log may keep: personal paths become digests under a salt of the entry's own, secret paths
 * vanish. The salt is given as it is to be stored: hidden under the master key, since whoever has both tries values out. Destroy
 * it, and the digests prove nothing to anybody. It is null when none was needed.
 */
export function loggable(
  vault: Pick<Vault, 'mask'>,
  id: string,
  input: unknown,
  personal: readonly string[] = [],
  secret: readonly string[] = [],
): { fields: unknown; salt: Buffer | null } {
  let fields = input
  for (const path of secret) fields = replaceAt(fields, path.split('.'), () => null)
  if (personal.length === 0) return { fields, salt: null }
  const salt = randomBytes(32)
  const key = createSecretKey(salt)
  for (const path of personal) {
    fields = replaceAt(fields, path.split('.'), (value) => ({
      digest: createHmac('sha256', key)
        .update(`${path}:${canonical(value)}`)
        .digest('hex'),
    }))
  }
  return { fields, salt: vault.mask(saltPurpose, id, salt) }
}

/** What the log keeps of a command that was done. */
export function entryOf(
  vault: Pick<Vault, 'mask'>,
  command: Command<never>,
  { id, name, place, device, at, clock }: Envelope,
  input: never,
  done: {
    seq: number
    actor: string
    now: Date
    digest: Buffer
    answer: Record<string, unknown>
    touched: string[]
  },
): { entry: LogEntry; salt: Buffer | null } {
  const { seq, actor, now, digest, answer, touched } = done
  const kept = loggable(vault, id, input, command.personal, command.secret)
  const entry: LogEntry = {
    ...{ place, seq, id, name, version: command.version, actor, device },
    ...{ doneAt: new Date(at), receivedAt: now, answer, bodyDigest: digest.toString('hex') },
    records: [...new Set([...command.records(input), ...touched])].sort(),
    // No input has a field of that name: it says that the time is not by the device's own clock.
    fields: clock ? { ...(kept.fields as object), 'envelope.clock': clock } : (kept.fields ?? {}),
  }
  return { entry, salt: kept.salt }
}
