// Who may keep the roll of volunteers. Words only: the field app reads it at first load.
import type { Role } from '../../kernel/role.ts'

export const rollKeepers = ['facilitator', 'board-secretary'] as const satisfies readonly Role[]
