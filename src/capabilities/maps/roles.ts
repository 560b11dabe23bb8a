// Who draws, keeps and reads maps. Words only: the field app reads it at first load.
import type { Role } from '../../kernel/role.ts'

/** Residents draw on their own phones; they see people and households too (people's own feed goes to the same). */
export const mapMakers = ['facilitator', 'volunteer', 'board-secretary'] as const satisfies readonly Role[]
/** Who notes what residents agreed. */
export const mapKeepers = ['facilitator', 'board-secretary'] as const satisfies readonly Role[]
/** Who sees whose home is on a map. */
export const homeReaders = [...mapMakers, 'village-head'] as const satisfies readonly Role[]
