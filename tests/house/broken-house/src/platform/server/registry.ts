import { list } from '../../apps/server/capabilities.ts'
export const registry = list
