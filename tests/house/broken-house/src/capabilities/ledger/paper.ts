import type { sheet } from '../meetings/visits/print/List.tsx'
export type Lent = typeof sheet
