import type { store } from '../meetings/store.ts'
export type Peek = typeof store
