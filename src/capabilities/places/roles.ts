// Who may read the local places. Words only: the field app reads it at first load.
import { officers, type Role, villageWorkers } from '../../kernel/role.ts'

export const placeReaders = [
  ...villageWorkers,
  ...officers,
  'teller',
  'group-officer',
  'auditor',
  'admin',
] as const satisfies readonly Role[]
