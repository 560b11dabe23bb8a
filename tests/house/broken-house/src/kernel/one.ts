import type { Two } from './two.ts'
export type One = { two?: Two }
