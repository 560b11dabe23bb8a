// Who may see and keep who is who. Words only: the field app reads it at first load.
import { officers, type Role, villageWorkers } from '../../kernel/role.ts'

/** Those who work at a place; never the public, nor who only counts votes or gives money. */
export const whoReaders = [
  ...villageWorkers,
  ...officers,
  'auditor',
  'admin',
] as const satisfies readonly Role[]

export const postKeepers = [
  'facilitator',
  'village-head',
  'board-secretary',
  ...officers,
  'admin',
] as const satisfies readonly Role[]
