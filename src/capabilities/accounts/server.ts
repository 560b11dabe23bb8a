import type { ServerCapability } from '../../platform/server/capability.ts'
import { local, migrationFile } from '../../platform/server/migrations.ts'
import { accountsCommands, accountsQueries } from './api.ts'
import { costFor } from './hashing.ts'
import { joiningRoutes } from './joining-routes.ts'
import { secondFactorRoutes } from './second-factor-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { accountsIssued } from './store-issued.ts'
import { keepSweeping, stopSweeping } from './sweeping.ts'

export const accountsServer: ServerCapability = {
  name: 'accounts',
  migrations: [
    migrationFile(
      import.meta.url,
      '2026-11-21-accounts',
      local(
        'accounts.account',
        'accounts.credential',
        'accounts.recovery_code',
        'accounts.holding',
        'accounts.session',
        'accounts.device',
        'accounts.invitation',
        'accounts.reset_code',
        'accounts.attempt',
        'accounts.setup',
      ),
    ),
    migrationFile(import.meta.url, '2026-11-29-agency-of-role', []),
    migrationFile(import.meta.url, '2026-11-30-confirmed', []),
    migrationFile(import.meta.url, '2026-11-30-holding-confirmed', []),
    migrationFile(import.meta.url, '2026-11-30-issued', []),
    migrationFile(import.meta.url, '2026-11-30-duties', []),
    migrationFile(import.meta.url, '2026-11-30-accounts-wall', []),
    migrationFile(import.meta.url, '2026-11-30-session-half', []),
    migrationFile(import.meta.url, '2026-11-30-holding-wall', []),
  ],
  commands: accountsCommands,
  queries: accountsQueries,
  issued: accountsIssued,
  // Its doors stand before every place, and read what requests must not.
  routes: (given) => {
    const services = { ...given, db: given.owner }
    const cost = costFor(process.env.NODE_ENV)
    return [
      ...sessionRoutes(services, cost),
      ...joiningRoutes(services, cost),
      ...secondFactorRoutes(services),
    ]
  },
  start: ({ owner }) => keepSweeping(owner),
  stop: async ({ owner }) => stopSweeping(owner),
}
