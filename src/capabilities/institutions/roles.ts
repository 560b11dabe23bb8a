// Who may see and keep the institutions of a village. Words only: the field app reads it at first load.
import type { Role } from '../../kernel/role.ts'

/** The teams that map the village keep its register with those who answer for it. */
export const institutionKeepers = [
  'facilitator',
  'volunteer',
  'board-member',
  'board-secretary',
  'village-head',
] as const satisfies readonly Role[]

/** Who notes that residents agreed. */
export const profileKeepers = [
  'facilitator',
  'board-secretary',
  'village-head',
] as const satisfies readonly Role[]
