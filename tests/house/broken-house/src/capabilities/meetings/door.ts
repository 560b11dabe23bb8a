import { balance } from '../ledger/door.ts'
export const up = balance
