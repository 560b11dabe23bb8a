// Who may help with a meeting. Words only: the field app reads it at first load.
import type { Role } from '../../kernel/role.ts'

export const helpers = [
  'facilitator',
  'volunteer',
  'board-member',
  'board-secretary',
  'village-head',
] as const satisfies readonly Role[]
