// Who may take a programme up. Words only: the home of a place reads it at first load.
import type { Role } from '../../kernel/role.ts'

export const runners: readonly Role[] = [
  'facilitator',
  'city-officer',
  'province-officer',
  'national-officer',
  'admin',
]
