import { balance } from '../ledger/door.ts'
export const sideways = balance
