// Who may take a programme up, and who signs the closing of a stage. Words only: they are read at first load.
import { officers, type Role } from '../../kernel/role.ts'

export const runners: readonly Role[] = [
  'facilitator',
  'city-officer',
  'province-officer',
  'national-officer',
  'admin',
]

export const closers = [
  'facilitator',
  'village-head',
  'board-secretary',
  ...officers,
] as const satisfies readonly Role[]
