// Verbs of a few lines: migrate, distribute, demo, reset-code, confirm.
import { confirmAtServer, resetCodeAtServer } from '../../capabilities/accounts/door.ts'
import { distribute, migrate, planOf } from '../../platform/server/database/migrate.ts'
import { type Database, openDatabase } from '../../platform/server/database/open.ts'
import type { Settings } from '../../platform/server/settings.ts'
import { both, type Link, number, onePositional, type Verb } from './verb.ts'

async function bringUpToDate(database: Database, link: Link): Promise<number> {
  const { allMigrations } = await import('../server/open.ts')
  const applied = await migrate(database, allMigrations)
  for (const name of applied) link.say(`  ${name}`)
  link.say(
    both(`Migrasi: ${number(applied.length)} baru`, `migrations: ${number(applied.length)} new, up to date`),
  )
  return 0
}

async function onDatabase(
  settings: Settings,
  work: (database: Database) => Promise<number>,
): Promise<number> {
  const { dataFolder, databaseUrl } = settings
  const database = await openDatabase({ dataFolder, ...(databaseUrl ? { databaseUrl } : {}) })
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

export const migrateVerb: Verb = {
  usage: '',
  summary: both('Membawa skema basis data ke versi ini', 'brings the database schema up to this version'),
  prepare: async () => ({ ask: {} }),
  run: (house, _ask, link) => bringUpToDate(house.database, link),
  alone: (settings, _ask, link) => onDatabase(settings, (database) => bringUpToDate(database, link)),
}

async function spread(database: Database, link: Link): Promise<number> {
  const { allMigrations } = await import('../server/open.ts')
  await bringUpToDate(database, link)
  const { distributed, message } = await distribute(database, planOf(allMigrations))
  for (const table of distributed) link.say(`  ${table}`)
  link.say(message)
  return 0
}

export const distributeVerb: Verb = {
  usage: '',
  summary: both(
    'Membagi tabel ke node Citus; boleh diulang, tanpa Citus tidak mengubah apa pun',
    'spreads the tables over Citus; may be repeated, changes nothing without Citus',
  ),
  prepare: async () => ({ ask: {} }),
  run: (house, _ask, link) => spread(house.database, link),
  alone: (settings, _ask, link) => onDatabase(settings, (database) => spread(database, link)),
}

export const demoVerb: Verb = {
  usage: '',
  summary: both(
    'Memuat contoh ke folder data contoh, tanpa menyalakan server (menyalakan: npm start -- --demo)',
    'loads the demonstration into its own data folder, without starting the server',
  ),
  demo: true,
  prepare: async () => ({ ask: {} }),
  run: async (house, _ask, link) => {
    const { loadDemo } = await import('../demo/demo.ts')
    await loadDemo(house, link.say)
    return 0
  },
}

export const resetCodeVerb: Verb = {
  usage: 'USER',
  summary: both(
    'Kode pengganti sandi sekali pakai (24 jam) untuk akun yang tidak punya petugas di atasnya',
    'a one-time password reset code (24 hours) for an account with no officer above it',
  ),
  prepare: async (typed) => ({ ask: { user: onePositional(typed, 'reset-code', 'USER') } }),
  run: async (house, ask, link) => {
    const user = String(ask.user)
    const code = await resetCodeAtServer(house.services, user)
    link.say(code ?? both(`Tidak ada akun bernama ${user}`, 'no such account'))
    if (code) link.say(`${house.services.publicUrl}/sandi`)
    return code ? 0 : 1
  },
}

export const confirmVerb: Verb = {
  usage: 'USER',
  summary: both(
    'Mengonfirmasi peran sebuah akun di server, bila belum ada petugas kedua; tercatat sebagai dikonfirmasi di server',
    'confirms the roles of an account at the server, where there is no second officer yet; it is logged and shown as such',
  ),
  prepare: async (typed) => ({ ask: { user: onePositional(typed, 'confirm', 'USER') } }),
  run: async (house, ask, link) => {
    const user = String(ask.user)
    const count = await confirmAtServer(house.services, user)
    if (count === null) link.say(both(`Tidak ada akun bernama ${user}`, 'no such account'))
    else link.say(both(`${number(count)} peran dikonfirmasi`, `${number(count)} roles confirmed`))
    return count === null ? 1 : 0
  },
}
