// Who keeps what is said and laid out in a workshop. Words only: the field app reads it at first load.
import type { Role } from '../../kernel/role.ts'

export const workshopHelpers = [
  'facilitator',
  'volunteer',
  'board-member',
  'board-secretary',
  'village-head',
] as const satisfies readonly Role[]
