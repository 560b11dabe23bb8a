// What auditing brings to the server.
import type { ServerCapability } from '../../platform/server/capability.ts'
import { auditingProbes, auditingQueries } from './api.ts'

export const auditingServer: ServerCapability = {
  name: 'auditing',
  migrations: [],
  queries: auditingQueries,
  probes: auditingProbes,
}
