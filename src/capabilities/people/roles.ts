// Who may see people. Words only: the field app reads it at first load.
import type { Role } from '../../kernel/role.ts'

export const viewers = [
  'facilitator',
  'volunteer',
  'board-secretary',
  'village-head',
] as const satisfies readonly Role[]
