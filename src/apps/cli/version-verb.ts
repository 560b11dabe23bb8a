// `rembug version`: which Rembug this is, on which engine, and how far its database is. Changes nothing.
import { migrationState } from '../../platform/server/database/migration-state.ts'
import type { Database } from '../../platform/server/database/open.ts'
import { judgeMigrations } from '../../platform/server/running/migrations-probe.ts'
import { standardOutput } from './sink.ts'
import { type Ask, both, type Link, type Verb } from './verb.ts'
import { ownVersion } from './version.ts'

async function tell(database: Database, ask: Ask, link: Link): Promise<number> {
  const { allMigrations } = await import('../server/open.ts')
  const state = await migrationState(database.pool, allMigrations)
  const { condition, says, todo } = judgeMigrations(state)
  if (ask.json) {
    const told = { rembug: ownVersion, engine: database.engine, migrations: state }
    await link.write('report', Buffer.from(`${JSON.stringify(told)}\n`))
  } else {
    link.say(`Rembug ${ownVersion}, ${database.engine}`)
    link.say(both(says[0], says[1]))
    if (todo) link.say(`-> ${both(todo[0], todo[1])}`)
  }
  return condition === 'fault' ? 1 : 0
}

export const versionVerb: Verb = {
  usage: '[--json]',
  summary: both(
    'Versi program, mesin basis data, dan migrasi yang sudah dan belum diterapkan',
    'version of the program, engine, and migrations applied and pending',
  ),
  options: { json: { type: 'boolean' } },
  prepare: async ({ options }) => ({
    ask: { json: options.json === true },
    sinks: { report: standardOutput() },
  }),
  run: (house, ask, link) => tell(house.database, ask, link),
  alone: async (settings, ask, link) => {
    const { ofStopped } = await import('./doctor/patient.ts')
    const { database, why, close } = await ofStopped(settings, false)
    try {
      if (database) return await tell(database, ask, link)
      link.say(`Rembug ${ownVersion}`)
      if (why) link.say(both(why.says[0], why.says[1]))
      return 1
    } finally {
      await close()
    }
  },
}
