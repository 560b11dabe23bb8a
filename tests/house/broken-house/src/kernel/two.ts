import type { One } from './one.ts'
export type Two = { one?: One }
