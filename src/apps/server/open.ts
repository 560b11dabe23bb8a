// Opens the whole house: database, migrations, keys, capabilities, HTTP. Used by the server, the command
// line when no server runs, and nothing else.
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { actorOf } from '../../capabilities/accounts/session.ts'
import type { Services } from '../../platform/server/capability.ts'
import { migrate } from '../../platform/server/database/migrate.ts'
import { type Database, openDatabase } from '../../platform/server/database/open.ts'
import { withRequests } from '../../platform/server/database/request-login.ts'
import { kyselyOn } from '../../platform/server/db.ts'
import { digestRecords } from '../../platform/server/digesting-records.ts'
import { createServer } from '../../platform/server/http/server.ts'
import { declareSmallestFigure } from '../../platform/server/installation.ts'
import { masterKey, refuseLostKey } from '../../platform/server/master-key.ts'
import { platformMigrations } from '../../platform/server/migrations.ts'
import { Health, type Probe } from '../../platform/server/running/health.ts'
import type { Measured } from '../../platform/server/running/measuring.ts'
import type { Reading } from '../../platform/server/running/metrics.ts'
import { migrationsProbe } from '../../platform/server/running/migrations-probe.ts'
import { platformProbes } from '../../platform/server/running/probes.ts'
import { sealOlder } from '../../platform/server/sealing-older.ts'
import type { Settings } from '../../platform/server/settings.ts'
import { Vault } from '../../platform/server/vault.ts'
import { catalogue, serverCapabilities } from './capabilities.ts'

export const allMigrations = [
  ...platformMigrations,
  ...serverCapabilities.flatMap((capability) => capability.migrations),
]
export const allRecords = serverCapabilities.flatMap(({ records = [] }) => records)
const root = fileURLToPath(new URL('../../../', import.meta.url))
export const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string })
  .version
export const webRoot = join(root, 'dist/web')

export type House = {
  database: Database
  services: Services
  health: Health
  settings: Settings
  close: () => Promise<void>
}

/** Opens the database and brings it up to date; capabilities have started when it resolves. */
export async function openHouse(settings: Settings): Promise<House> {
  declareSmallestFigure(settings.smallestFigure)
  mkdirSync(settings.dataFolder, { recursive: true, mode: 0o700 })
  let database = await openDatabase({
    dataFolder: settings.dataFolder,
    ...(settings.databaseUrl ? { databaseUrl: settings.databaseUrl } : {}),
  })
  try {
    await migrate(database, allMigrations)
    database = await withRequests(database, settings)
    const { slowStatement, longTransaction } = settings.running
    const slow = { statement: slowStatement, transaction: longTransaction }
    const db = kyselyOn(database, slow)
    await refuseLostKey(db, settings.dataFolder)
    const services: Services = {
      db,
      owner: kyselyOn(database, slow, 'owner'),
      vault: new Vault(masterKey(settings.dataFolder)),
      dataFolder: settings.dataFolder,
      publicUrl: settings.publicUrl,
      secureCookies: settings.publicUrl.startsWith('https:'),
    }
    await sealOlder(
      database,
      services.vault,
      serverCapabilities.flatMap(({ older = [] }) => older),
    )
    await digestRecords(database, db, services.vault, allRecords)
    for (const capability of serverCapabilities) await capability.start?.(services)
    const close = async () => {
      for (const capability of serverCapabilities) await capability.stop?.(services)
      await database.close()
    }
    const health = new Health(probesOf(database, services))
    return { database, services, health, settings, close }
  } catch (error) {
    await database.close().catch(() => undefined)
    throw error
  }
}

/** The parts of the house: add a probe here for what surrounds it, or in a capability for what it needs itself. */
export function probesOf(database: Database, services: Services): Probe[] {
  return [
    ...platformProbes(database, services.dataFolder),
    migrationsProbe(database, allMigrations),
    ...serverCapabilities.flatMap((capability) => capability.probes?.(services) ?? []),
  ]
}

/** What a running server tells to /metrics of itself. */
export const measured = ({ database, services, health }: House): Measured => ({
  ...{ database, health, version, migrations: allMigrations },
  db: services.db,
  dataFolder: services.dataFolder,
})

export const readingsOf = ({ services }: House): Reading[] =>
  serverCapabilities.flatMap((capability) => capability.readings?.(services) ?? [])

/** The HTTP server of an open house; not listening yet. */
export async function serveHouse(house: House, settings: Settings): Promise<FastifyInstance> {
  const { tlsCert, tlsKey } = settings
  return createServer({
    services: house.services,
    database: house.database,
    capabilities: serverCapabilities,
    catalogue,
    actorOf: (request) => actorOf(house.services, request),
    ...(existsSync(webRoot) ? { webRoot } : {}),
    trustProxy: settings.trustProxy,
    version,
    health: house.health,
    metricsToken: settings.running.metricsToken,
    ...(tlsCert && tlsKey ? { https: { cert: readFileSync(tlsCert), key: readFileSync(tlsKey) } } : {}),
  })
}
