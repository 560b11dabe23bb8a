import { words } from '../words.ts'
export const bad = words
