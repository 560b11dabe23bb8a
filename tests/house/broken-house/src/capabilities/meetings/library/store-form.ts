import { sheet } from '../visits/print/List.tsx'
export const form = sheet
