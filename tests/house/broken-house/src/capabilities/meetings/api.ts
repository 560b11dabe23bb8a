import type { list } from '../../apps/server/capabilities.ts'
export type All = typeof list
