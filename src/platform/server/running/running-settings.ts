// Settings of how the server is watched; part of the settings by environment.
import { DatabaseFault } from '../database/errors.ts'
import { type JournalSettings, journalLevels } from './journal.ts'

export type RunningSettings = {
  journal: JournalSettings
  /** Opens /metrics and the parts of the health to who bears it; without it they are for this machine only. */
  metricsToken: string | undefined
  /** A statement or a transaction that takes longer stands in the journal, in milliseconds. */
  slowStatement: number
  longTransaction: number
  /** Where backups are kept: `rembug doctor` looks at the room there. */
  backupFolder: string | undefined
}

/** A setting that cannot be meant so. Said in a line at start: guessed at, it would serve without encryption. */
export const wrong = (name: string, value: string | undefined, wanted: string) =>
  new DatabaseFault('platform.setting', `${name}=${value ?? ''} · ${wanted}`)

const tokenLeast = 24

function oneOf<T extends string>(
  env: NodeJS.ProcessEnv,
  name: string,
  among: readonly T[],
  otherwise: NoInfer<T>,
): T {
  const typed = env[name] || otherwise
  if ((among as readonly string[]).includes(typed)) return typed as T
  throw wrong(name, typed, among.join(', '))
}

function milliseconds(env: NodeJS.ProcessEnv, name: string, otherwise: number): number {
  const value = Number(env[name] || otherwise)
  if (Number.isInteger(value) && value >= 1 && value <= 3_600_000) return value
  throw wrong(name, env[name], 'milidetik 1-3600000 / milliseconds from 1 to 3600000')
}

function tokenOf(typed: string | undefined): string | undefined {
  if (!typed) return undefined
  if (typed.length >= tokenLeast && /^[\x21-\x7e]{1,200}$/.test(typed)) return typed
  // The value itself is a secret and is not repeated.
  throw wrong(
    'REMBUG_METRICS_TOKEN',
    '…',
    `paling sedikit ${tokenLeast} huruf / at least ${tokenLeast} letters`,
  )
}

/** Refuses what cannot be meant. In a terminal the journal is for eyes and tells of what goes wrong only. */
export function runningSettings(env: NodeJS.ProcessEnv, inTerminal: boolean): RunningSettings {
  return {
    journal: {
      level: oneOf(env, 'REMBUG_LOG', journalLevels, inTerminal ? 'warn' : 'info'),
      form: oneOf(env, 'REMBUG_LOG_FORM', ['json', 'text'], inTerminal ? 'text' : 'json'),
      addresses: oneOf(env, 'REMBUG_LOG_ADDRESSES', ['yes', 'no'], 'no') === 'yes',
    },
    metricsToken: tokenOf(env.REMBUG_METRICS_TOKEN),
    slowStatement: milliseconds(env, 'REMBUG_SLOW_STATEMENT_MS', 500),
    longTransaction: milliseconds(env, 'REMBUG_LONG_TRANSACTION_MS', 5000),
    backupFolder: env.REMBUG_BACKUPS || undefined,
  }
}
