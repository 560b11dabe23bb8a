// Who may hold the log against a paper. Words only: the field app reads it at first load.
import { officers, type Role } from '../../kernel/role.ts'

export const auditors = ['auditor', ...officers, 'admin'] as const satisfies readonly Role[]
